import { ims, readOperation } from '../../../kernel/operation.ts';
import { wrappedList } from '../../../kernel/response.ts';
import { externalApplicationsOf } from '../external/store.ts';
import { allApplications } from '../lookup.ts';
import { sourceType } from '../parameters.ts';
import { allProvisions } from '../store.ts';
import { listedExternalMembers, listedProvisionFields, listedProvisionMembers } from '../wire.ts';

/** Not in pages: an account has as many of either kind as its quota of applications allows (spec: domain 1.5). */
export const imsListApplicationProvisionInfos = readOperation({
  api: ims,
  name: 'ListApplicationProvisionInfos',
  summary: [
    'Lists the installed applications: those of the account in the order of their names, then those of other accounts in the order of their ids.',
    '列出已安装的应用：先按名称顺序列出本账号的应用，再按应用 ID 顺序列出其他账号的应用。',
  ],
  parameters: { sourceType },
  response: {
    ApplicationProvisionInfos: wrappedList('ApplicationProvisionInfo', listedProvisionFields),
  },
  errors: [],
  authorization: { kind: 'policy', resources: () => [allApplications] },
  run: async (scope, { sourceType: source }) => ({
    own: source === 'external' ? [] : await allProvisions(scope),
    external: source === 'inner' ? [] : await externalApplicationsOf(scope),
  }),
  render: ({ own, external }, { context }) => ({
    ApplicationProvisionInfos: {
      ApplicationProvisionInfo: [
        ...own.map(each => listedProvisionMembers(each, context.accountId)),
        ...external.map(listedExternalMembers),
      ],
    },
  }),
});
