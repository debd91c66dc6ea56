/**
 * What calls on the recycle bin are authorized on: users of the bin by the name that they had (spec: policy 6.2). When that
 * is another's by now, it is on all users besides: who may act on the other has no say about the one before. The name
 * counts all the same, or a deny on it could be got round by giving it to another.
 */
import type { ResourceName } from '../../kernel/operation.ts';
import type { Scope } from '../../kernel/scope.ts';
import { keyTarget } from '../access-keys/index.ts';
import { allUsers, findUserByName, referencedResource, userResource } from '../users/index.ts';
import { findRecycledKey } from './keys-store.ts';
import { callingUserId, findOwner, findReferenced, type KeyOwner, type RecycledReference } from './lookup.ts';

/** What a call on a user of the bin is authorized on; who may not see the user does not learn the name. */
export async function recycledUserResources(
  scope: Scope,
  reference: RecycledReference,
): Promise<readonly ResourceName[]> {
  const user = await findReferenced(scope, reference);
  const resource = referencedResource(reference, user?.name);
  return user === undefined ? [resource] : withAllUsers(scope, user.name, resource);
}

/** Users whom a policy lets somebody manage. */
export const ofRecycledUsers = {
  kind: 'policy',
  resources: (_command: unknown, target: readonly ResourceName[]) => target,
} as const;

/** What a call on keys of the bin is about, as far as its authorization asks. */
export interface RecycledKeysTarget {
  readonly resources: readonly ResourceName[];
  /** Whether the keys are those of the user who calls, and the account lets its users manage theirs. */
  readonly selfManaged: boolean;
}

/**
 * What a call on the keys of a user in the bin is about.
 *
 * @param userId absent for the user who calls
 * @throws ApiError `MissingUserId` when the account itself names nobody
 */
export async function recycledKeysTarget(
  scope: Scope,
  userId: string | undefined,
): Promise<RecycledKeysTarget> {
  const owner = await findOwner(scope, userId ?? callingUserId(scope));
  const resource =
    userId === undefined ? userResource(owner?.name) : referencedResource({ userId }, owner?.name);
  return targetOf(scope, owner, resource);
}

/** What a call on a key of the bin is about that names nothing but the key. */
export async function recycledKeyTarget(scope: Scope, accessKeyId: string): Promise<RecycledKeysTarget> {
  const key = await findRecycledKey(scope, accessKeyId);
  const owner = key && (await findOwner(scope, key.userId));
  return targetOf(scope, owner, referencedResource({ accessKeyId }, owner?.name));
}

/** As with keys that are not in the bin: a policy lets anybody see them, and the account its users, each their own. */
export const ofRecycledKeyManager = {
  kind: 'policy',
  resources: (_command: unknown, target: RecycledKeysTarget) => target.resources,
  selfService: (target: RecycledKeysTarget) => target.selfManaged,
} as const;

/** What no user may do with its own keys of the bin but by a policy. */
export const ofRecycledKeyAdministrator = {
  kind: 'policy',
  resources: ofRecycledKeyManager.resources,
} as const;

async function targetOf(
  scope: Scope,
  owner: KeyOwner | undefined,
  resource: ResourceName,
): Promise<RecycledKeysTarget> {
  const { caller } = scope.context;
  const own = caller.kind === 'user' && caller.userId === owner?.userId;
  const { selfManaged } = await keyTarget(scope, { resource, own });
  const resources = owner?.recycled === true ? await withAllUsers(scope, owner.name, resource) : [resource];
  return { resources, selfManaged };
}

/** A user of the bin, and all users if another has its name. */
async function withAllUsers(scope: Scope, name: string, resource: ResourceName): Promise<ResourceName[]> {
  const isTaken = (await findUserByName(scope, name)) !== undefined;
  return isTaken ? [allUsers, resource] : [resource];
}
