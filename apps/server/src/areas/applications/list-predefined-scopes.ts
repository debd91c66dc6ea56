import { ims, readOperation } from '../../kernel/operation.ts';
import { wrappedList } from '../../kernel/response.ts';
import { allApplications } from './lookup.ts';
import { optionalApplicationType } from './parameters.ts';
import { scopesFor } from './scopes.ts';
import { scopeFields, scopeMembers } from './wire.ts';

export const imsListPredefinedScopes = readOperation({
  api: ims,
  name: 'ListPredefinedScopes',
  summary: [
    'Lists the scopes that applications of a type, or of any, can ask for.',
    '列出指定类型或所有类型的应用可申请的授权范围。',
  ],
  parameters: { type: optionalApplicationType },
  response: { PredefinedScopes: wrappedList('PredefinedScope', scopeFields) },
  errors: [],
  authorization: { kind: 'policy', resources: () => [allApplications] },
  run: (_scope, { type }) => scopesFor(type),
  render: scopes => ({
    PredefinedScopes: { PredefinedScope: scopes.map(({ name }) => scopeMembers(name)) },
  }),
});
