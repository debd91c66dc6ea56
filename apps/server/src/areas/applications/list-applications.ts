import { ims, readOperation } from '../../kernel/operation.ts';
import { wrappedList } from '../../kernel/response.ts';
import { allApplications } from './lookup.ts';
import { allApplicationRows } from './store.ts';
import { applicationFields, applicationMembers } from './wire.ts';

/** Not in pages: an account has as many as its quota allows (spec: domain 1.5). */
export const imsListApplications = readOperation({
  api: ims,
  name: 'ListApplications',
  summary: [
    'Lists the applications of the account in the order of their names.',
    '按名称顺序列出账号的应用。',
  ],
  parameters: {},
  response: { Applications: wrappedList('Application', applicationFields) },
  errors: [],
  authorization: { kind: 'policy', resources: () => [allApplications] },
  run: scope => allApplicationRows(scope),
  render: (applications, { context }) => ({
    Applications: {
      Application: applications.map(each => applicationMembers(each, context.accountId)),
    },
  }),
});
