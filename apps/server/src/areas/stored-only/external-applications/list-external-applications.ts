import { ims, readOperation } from '../../../kernel/operation.ts';
import { pageFields, pageMembers } from '../../../kernel/pages/page.ts';
import { wrappedList } from '../../../kernel/response.ts';
import { allApplications, externalApplicationsOf } from '../../applications/index.ts';
import { listedApplicationFields, listedApplicationMembers } from './wire.ts';

/** The reply speaks of pages, and no call can ask for one: it holds them all (spec: api index). */
export const imsListExternalApplications = readOperation({
  api: ims,
  name: 'ListExternalApplications',
  summary: [
    'Lists the installed applications of other accounts in the order of their ids.',
    '按应用 ID 顺序列出已安装的其他账号的应用。',
  ],
  parameters: {},
  response: {
    ExternalApplications: wrappedList('ExternalApplication', listedApplicationFields),
    ...pageFields,
  },
  errors: [],
  authorization: { kind: 'policy', resources: () => [allApplications] },
  run: externalApplicationsOf,
  render: (items, { context }) => ({
    ExternalApplications: {
      ExternalApplication: items.map(each => listedApplicationMembers(each, context)),
    },
    ...pageMembers({ items }),
  }),
});
