import { apiError } from '../../kernel/errors.ts';
import { ims, readOperation } from '../../kernel/operation.ts';
import {
  invalidMarker,
  type Page,
  type PageRequest,
  pageFields,
  pageMembers,
  pageParameters,
  readPage,
} from '../../kernel/pages/page.ts';
import { wrappedList } from '../../kernel/response.ts';
import type { Scope } from '../../kernel/scope.ts';
import { userNameFromPrincipalName } from '../accounts/index.ts';
import { allUsers, withPrincipalNames } from '../users/index.ts';
import { filter, filteredName } from './parameters.ts';
import type { RecycledUser } from './recycled.ts';
import { listRecycledUsers, type UserPlace } from './users-store.ts';
import { type PrincipalRecycledUser, recycledUser, recycledUserFields } from './wire.ts';

interface Listing extends PageRequest {
  readonly filter?: string;
}

/**
 * One page of the bin, those first who leave it first. Nobody goes by a name in somebody else's domain.
 *
 * @throws ApiError `InvalidParameter.Marker`
 */
async function listUsers(scope: Scope, request: Listing): Promise<Page<PrincipalRecycledUser>> {
  const { filter: given } = request;
  const name = given === undefined ? undefined : await userNameFromPrincipalName(scope, filteredName(given));
  if (given !== undefined && name === undefined) return { items: [] };
  const page = await readPage(
    request,
    (after, limit) => listRecycledUsers(scope, name, after === undefined ? undefined : placeIn(after), limit),
    textOfPlace,
  );
  return { ...page, items: await withPrincipalNames(scope, page.items) };
}

function textOfPlace({ purgeAt, userId }: RecycledUser): string {
  return `${purgeAt}/${userId}`;
}

/** @throws ApiError `InvalidParameter.Marker` */
function placeIn(text: string): UserPlace {
  const [time = '', userId, ...others] = text.split('/');
  const purgeAt = Number(time);
  if (time === '' || !Number.isSafeInteger(purgeAt) || userId === undefined || others.length > 0) {
    throw apiError(invalidMarker);
  }
  return { purgeAt, userId };
}

export const imsListUsersInRecycleBin = readOperation({
  api: ims,
  name: 'ListUsersInRecycleBin',
  summary: [
    'Lists the users of the recycle bin, those first who leave it first.',
    '列出回收站中的用户，最早被清除的在前。',
  ],
  parameters: { filter, ...pageParameters({ default: 100, max: 100 }) },
  response: { Users: wrappedList('User', recycledUserFields), ...pageFields },
  errors: [invalidMarker],
  authorization: { kind: 'policy', resources: () => [allUsers] },
  run: listUsers,
  render: page => ({ Users: { User: page.items.map(recycledUser) }, ...pageMembers(page) }),
});
