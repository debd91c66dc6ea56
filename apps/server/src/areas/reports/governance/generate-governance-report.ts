import { changeOperation, ims, wholeAccount } from '../../../kernel/operation.ts';
import type { Preparation } from '../../../kernel/preparation.ts';
import { textField } from '../../../kernel/response.ts';
import { userFacts } from '../facts.ts';
import { type NewReport, ReportRows } from '../report.ts';
import { replaceReports } from '../store.ts';
import { governedAccount } from './account.ts';
import { COMPLETED } from './governance-report.ts';
import { metricOf } from './item.ts';
import { governanceItems } from './items.ts';

/** IMS GenerateGovernanceReport: the report is complete when the call is answered. */
export const imsGenerateGovernanceReport = changeOperation({
  api: ims,
  name: 'GenerateGovernanceReport',
  summary: [
    'Makes a report on how the account and its users keep to the recommendations.',
    '生成治理报告，检查账号及其用户是否遵循安全建议。',
  ],
  parameters: {},
  response: { State: textField },
  errors: [],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  prepare: drawUp,
  run: (scope, _command, reports) => replaceReports(scope, 'governance', reports, scope.now),
  render: () => ({ State: COMPLETED }),
});

async function drawUp({ now, read }: Preparation): Promise<readonly NewReport[]> {
  const account = await governedAccount(read);
  const drawn = governanceItems.map(item => ({ item, rows: new ReportRows() }));
  for (const { item, rows } of drawn) rows.add(...(item.ofAccount?.(account, now) ?? []));
  for await (const user of userFacts(read)) {
    for (const { item, rows } of drawn) rows.add(...(item.ofUser?.(user, now) ?? []));
  }
  return drawn.map(({ item, rows }) => ({
    item: item.name,
    columns: item.columns,
    metric: item.metric?.(account) ?? metricOf(rows.count),
    parts: rows.parts(),
  }));
}
