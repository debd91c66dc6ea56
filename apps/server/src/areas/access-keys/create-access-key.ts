import type { RequestContext } from '../../kernel/context.ts';
import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ims, ram } from '../../kernel/operation.ts';
import type { Preparation } from '../../kernel/preparation.ts';
import { object } from '../../kernel/response.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { userNameOrCaller, userNotExist, userPrincipalNameOrCaller } from '../users/index.ts';
import type { AccessKey } from './access-key.ts';
import { tooManyAccessKeys } from './errors.ts';
import { imsOwner, imsOwnerResource, type Owner, ramOwner, ramOwnerResource } from './owner.ts';
import { countKeysOf, insertKey } from './store.ts';
import { newKey, newKeyFields } from './wire.ts';

const summary = [
  'Creates an AccessKey; its secret is shown this once.',
  '创建 AccessKey，密钥仅在此时显示一次。',
] as const;

interface KeyMaterial {
  readonly accessKeyId: string;
  /** In clear; it goes into the reply and nowhere else. */
  readonly secret: string;
  readonly sealedSecret: string;
}

function drawKey(preparation: Preparation, _command: unknown, { accountId }: RequestContext): KeyMaterial {
  const accessKeyId = preparation.ids.accessKeyId();
  const secret = preparation.ids.accessKeySecret();
  const place = { table: 'access_keys', row: accessKeyId, accountId };
  return { accessKeyId, secret, sealedSecret: preparation.seal(secret, place) };
}

/**
 * Gives an owner another key, active at once. Changes of one account happen one after another, so that two calls at the
 * same time cannot both take the last place (spec: domain 2.3).
 *
 * @throws ApiError `LimitExceeded.User.AccessKey`
 */
async function createAccessKey(scope: ChangeScope, owner: Owner, material: KeyMaterial): Promise<AccessKey> {
  const { accessKeysPerAccount, accessKeysPerUser } = scope.context.limits;
  const limit = owner.id === '' ? accessKeysPerAccount : accessKeysPerUser;
  if ((await countKeysOf(scope, owner.id)) >= limit) {
    throw apiError(tooManyAccessKeys, { limit, owner: owner.title });
  }
  const { accessKeyId, sealedSecret } = material;
  const key: AccessKey = {
    accessKeyId,
    ownerId: owner.id,
    status: 'Active',
    createdAt: scope.now,
    updatedAt: scope.now,
  };
  await insertKey(scope, key, sealedSecret);
  scope.touch('access-key', accessKeyId);
  return key;
}

export const ramCreateAccessKey = changeOperation({
  api: ram,
  name: 'CreateAccessKey',
  summary,
  parameters: { userName: userNameOrCaller },
  response: { AccessKey: object(newKeyFields) },
  errors: [userNotExist, tooManyAccessKeys],
  authorization: {
    kind: 'policy',
    resources: (command, _target, { caller }) => [ramOwnerResource(command.userName, caller)],
  },
  prepare: drawKey,
  run: async (scope, command, material) =>
    createAccessKey(scope, await ramOwner(scope, command.userName), material),
  render: (key, { prepared }) => ({ AccessKey: newKey(key, prepared.secret) }),
});

export const imsCreateAccessKey = changeOperation({
  api: ims,
  name: 'CreateAccessKey',
  summary,
  parameters: { userPrincipalName: userPrincipalNameOrCaller },
  response: { AccessKey: object(newKeyFields) },
  errors: [userNotExist, tooManyAccessKeys],
  target: (scope, command) => imsOwnerResource(scope, command.userPrincipalName),
  authorization: { kind: 'policy', resources: (_command, resource) => [resource] },
  prepare: drawKey,
  run: async (scope, command, material) =>
    createAccessKey(scope, await imsOwner(scope, command.userPrincipalName), material),
  render: (key, { prepared }) => ({ AccessKey: newKey(key, prepared.secret) }),
});
