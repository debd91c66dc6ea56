import { ims, readOperation, wholeAccount } from '../../../kernel/operation.ts';
import { textField, timeField, wrappedList } from '../../../kernel/response.ts';
import { isoSeconds } from '../../../kernel/time.ts';
import { governanceReportNotExist } from '../errors.ts';
import { metricFields, metricMembers } from '../wire.ts';
import { governanceReport } from './governance-report.ts';

/** IMS ListRecentGovernanceMetrics. */
export const imsListRecentGovernanceMetrics = readOperation({
  api: ims,
  name: 'ListRecentGovernanceMetrics',
  summary: [
    'Lists what sums up each item of the governance report that was made last.',
    '查询最近一次治理报告中各检查项的指标。',
  ],
  parameters: {},
  response: {
    GenerateTime: timeField,
    GovernanceMetrics: wrappedList('GovernanceMetric', { GovernanceItem: textField, ...metricFields }),
  },
  errors: [governanceReportNotExist],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  run: governanceReport,
  render: ({ generatedAt, items }) => ({
    GenerateTime: isoSeconds(generatedAt),
    GovernanceMetrics: {
      GovernanceMetric: items.map(({ item, metric }) => ({ GovernanceItem: item, ...metricMembers(metric) })),
    },
  }),
});
