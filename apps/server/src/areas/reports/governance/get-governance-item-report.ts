import { apiError } from '../../../kernel/errors.ts';
import { ims, readOperation, wholeAccount } from '../../../kernel/operation.ts';
import { invalidMarker, pageFields, pageMembers, pageParameters } from '../../../kernel/pages/page.ts';
import { choice } from '../../../kernel/parameters.ts';
import { timeField } from '../../../kernel/response.ts';
import { isoSeconds } from '../../../kernel/time.ts';
import { governanceReportNotExist } from '../errors.ts';
import { reportPage } from '../page.ts';
import { findReport } from '../store.ts';
import { metricFields, metricMembers, tableFields, tableMembers } from '../wire.ts';
import { governanceItems } from './items.ts';

const item = choice(
  'GovernanceItemType',
  governanceItems.map(({ name }) => name),
  {
    present: true,
    doc: [
      'What to show of the report. Items whose names begin with "Wardenry" are this server\'s own.',
      '要查询的检查项。名称以 "Wardenry" 开头的检查项由本服务自行定义。',
    ],
  },
);

/** IMS GetGovernanceItemReport: the rows behind one item of the report that was made last. */
export const imsGetGovernanceItemReport = readOperation({
  api: ims,
  name: 'GetGovernanceItemReport',
  summary: ['Shows what one item of the governance report found.', '查询治理报告中某个检查项的明细。'],
  parameters: { item, ...pageParameters({ default: 1000, max: 1000 }) },
  response: { GenerateTime: timeField, ...metricFields, ...tableFields, ...pageFields },
  errors: [governanceReportNotExist, invalidMarker],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  async run(scope, command) {
    const report = await findReport(scope, 'governance', command.item);
    if (report === undefined) throw apiError(governanceReportNotExist);
    return { report, page: await reportPage(scope, 'governance', report, command, invalidMarker) };
  },
  render: ({ report, page }) => ({
    GenerateTime: isoSeconds(report.generatedAt),
    ...metricMembers(report.metric),
    ...tableMembers(
      report.columns,
      page.items.map(({ row }) => row),
    ),
    ...pageMembers(page),
  }),
});
