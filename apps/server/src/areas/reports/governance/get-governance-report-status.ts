import { ims, readOperation, wholeAccount } from '../../../kernel/operation.ts';
import { textField, wrappedList } from '../../../kernel/response.ts';
import { governanceReportNotExist } from '../errors.ts';
import { COMPLETED, governanceReport } from './governance-report.ts';

/** IMS GetGovernanceReportStatus. */
export const imsGetGovernanceReportStatus = readOperation({
  api: ims,
  name: 'GetGovernanceReportStatus',
  summary: ['Shows how far the governance report is.', '查询治理报告的生成状态。'],
  parameters: {},
  response: {
    WholeReportStatus: textField,
    GovernanceItemsStatus: wrappedList('GovernanceItemStatus', {
      GovernanceItem: textField,
      Status: textField,
    }),
  },
  errors: [governanceReportNotExist],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  run: governanceReport,
  render: ({ items }) => ({
    WholeReportStatus: COMPLETED,
    GovernanceItemsStatus: {
      GovernanceItemStatus: items.map(({ item }) => ({ GovernanceItem: item, Status: COMPLETED })),
    },
  }),
});
