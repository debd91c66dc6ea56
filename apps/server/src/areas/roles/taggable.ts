import { apiError } from '../../kernel/errors.ts';
import type { NamedTaggable, Tagged } from '../tags/index.ts';
import { roleNotExist } from './errors.ts';
import { roleResource } from './lookup.ts';
import type { Role } from './role.ts';
import { findRolesById, findRolesByName } from './store.ts';

/** How roles are named and found by calls about their tags. */
export const taggableRoles: NamedTaggable = {
  notExist: roleNotExist,
  missing: name => apiError(roleNotExist, { role: name }),
  resource: roleResource,
  byName: async (scope, names) => (await findRolesByName(scope, names)).map(taggedOf),
  byId: async (scope, ids) => Array.from((await findRolesById(scope, ids)).values(), taggedOf),
};

function taggedOf({ roleId, name }: Role): Tagged {
  return { id: roleId, name };
}
