import { nameKey } from '../../kernel/callers/identity.ts';
import { apiError } from '../../kernel/errors.ts';
import type { NamedTaggable, Tagged } from '../tags/index.ts';
import { policyErrors } from './errors.ts';
import { policyResource } from './parameters.ts';
import type { CustomPolicy } from './policy.ts';
import { customPoliciesByKey } from './store.ts';

/** How custom policies are named and found by calls about their tags; system policies carry none. */
export const taggablePolicies: NamedTaggable = {
  notExist: policyErrors.policyNotExist,
  missing: name => apiError(policyErrors.policyNotExist, { type: 'Custom', name }),
  resource: name => policyResource('Custom', name),
  byName: async (scope, names) => (await customPoliciesByKey(scope, names.map(nameKey))).map(taggedOf),
  byId: async (scope, keys) => (await customPoliciesByKey(scope, keys)).map(taggedOf),
};

function taggedOf({ key, name }: CustomPolicy): Tagged {
  return { id: key, name };
}
