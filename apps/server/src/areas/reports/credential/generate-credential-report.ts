import { changeOperation, ims, wholeAccount } from '../../../kernel/operation.ts';
import type { Preparation } from '../../../kernel/preparation.ts';
import { textField } from '../../../kernel/response.ts';
import type { ChangeScope, Scope } from '../../../kernel/scope.ts';
import { accountFacts, userFacts } from '../facts.ts';
import { type NewReport, ReportRows } from '../report.ts';
import { findReport, replaceReports } from '../store.ts';
import { accountLine, columnsFor, userLine } from './rows.ts';

/** Milliseconds for which a report is shown again instead of a new one (spec: domain 9.2). */
const KEPT = 4 * 3_600_000;

/** IMS GenerateCredentialReport: the report is complete when the call is answered. */
export const imsGenerateCredentialReport = changeOperation({
  api: ims,
  name: 'GenerateCredentialReport',
  summary: [
    'Makes a report on the credentials of the account and its users; at most every four hours a new one.',
    '生成账号及其用户的凭证报告；四小时内不会重新生成。',
  ],
  parameters: {},
  response: { State: textField },
  errors: [],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  prepare: drawUp,
  run: store,
  render: () => ({ State: 'COMPLETED' }),
});

/** @returns undefined when the report that is there is to be shown again */
async function drawUp({ now, read }: Preparation): Promise<NewReport | undefined> {
  if (await read(scope => isFresh(scope, now))) return undefined;
  const account = await read(accountFacts);
  const rows = new ReportRows();
  rows.add(accountLine(account));
  let mostKeys = account.keys.length;
  for await (const user of userFacts(read)) {
    rows.add(userLine(user, account.passwordPolicy));
    mostKeys = Math.max(mostKeys, user.keys.length);
  }
  const metric = { type: 'Number', value: rows.count } as const;
  return { item: '', columns: columnsFor(mostKeys), metric, parts: rows.parts() };
}

async function store(scope: ChangeScope, _command: unknown, report: NewReport | undefined): Promise<void> {
  // Somebody else may have made one meanwhile.
  if (report === undefined || (await isFresh(scope, scope.now))) return;
  await replaceReports(scope, 'credential', [report], scope.now);
}

async function isFresh(scope: Scope, now: number): Promise<boolean> {
  const report = await findReport(scope, 'credential');
  return report !== undefined && now < report.generatedAt + KEPT;
}
