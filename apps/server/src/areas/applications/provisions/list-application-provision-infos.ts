import { ims, readOperation } from '../../../kernel/operation.ts';
import { wrappedList } from '../../../kernel/response.ts';
import { allApplications } from '../lookup.ts';
import { sourceType } from '../parameters.ts';
import { allProvisions } from '../store.ts';
import { listedProvisionFields, listedProvisionMembers } from '../wire.ts';

/** Not in pages: an account has as many as its quota of applications allows (spec: domain 1.5). */
export const imsListApplicationProvisionInfos = readOperation({
  api: ims,
  name: 'ListApplicationProvisionInfos',
  summary: [
    'Lists the installed applications in the order of their names; those of other accounts cannot be installed.',
    '按名称顺序列出已安装的应用；不支持安装其他账号的应用。',
  ],
  parameters: { sourceType },
  response: {
    ApplicationProvisionInfos: wrappedList('ApplicationProvisionInfo', listedProvisionFields),
  },
  errors: [],
  authorization: { kind: 'policy', resources: () => [allApplications] },
  run: (scope, command) => (command.sourceType === 'external' ? [] : allProvisions(scope)),
  render: (provisions, { context }) => ({
    ApplicationProvisionInfos: {
      ApplicationProvisionInfo: provisions.map(each => listedProvisionMembers(each, context.accountId)),
    },
  }),
});
