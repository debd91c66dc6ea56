import { apiError, type ErrorKind } from '../../kernel/errors.ts';
import { list } from '../../kernel/parameters.ts';
import { mostResources } from './parameters.ts';
import type { TaggableUsers, UsersReference } from './taggable.ts';

/** The parameters with which IMS names several users. */
export function usersParameters({ id, principalName }: TaggableUsers) {
  const options = { form: 'numbered', max: mostResources } as const;
  return {
    ids: list('ResourceId', id, { ...options, doc: ['Ids of users.', '用户 ID。'] }),
    principalNames: list('ResourcePrincipalName', principalName, {
      ...options,
      doc: ['Principal names of users.', '用户的登录名称。'],
    }),
  } as const;
}

/**
 * Holds a reference against the rule that exactly one way is used.
 *
 * @throws ApiError `notExactlyOne`
 */
export function assertOneWay({ ids, principalNames }: UsersReference, notExactlyOne: ErrorKind): void {
  const count = [ids, principalNames].filter(way => way !== undefined).length;
  if (count !== 1) throw apiError(notExactlyOne, { names: 'ResourceId, ResourcePrincipalName', count });
}
