import type { RequestContext } from '../../kernel/context.ts';
import { changeOperation, ims, ram } from '../../kernel/operation.ts';
import type { Preparation } from '../../kernel/preparation.ts';
import { object } from '../../kernel/response.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import {
  imsSubject,
  ramSubject,
  type Subject,
  userNameOrCaller,
  userNotExist,
  userPrincipalNameOrCaller,
} from '../users/index.ts';
import type { AccessKey } from './access-key.ts';
import { addKey } from './add-key.ts';
import { imsKeyTarget, keySummary, ofKeyManager, ramKeyTarget } from './authorization.ts';
import { tooManyAccessKeys } from './errors.ts';
import type { SealedKey } from './key-bin.ts';
import { newKey, newKeyFields } from './wire.ts';

const summary = keySummary([
  'Creates an AccessKey; its secret is shown this once.',
  '创建 AccessKey，密钥仅在此时显示一次。',
]);

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
 * Gives an owner a new key, active at once.
 *
 * @throws ApiError `LimitExceeded.User.AccessKey`
 */
async function createAccessKey(
  scope: ChangeScope,
  owner: Subject,
  material: KeyMaterial,
): Promise<AccessKey> {
  const { accessKeyId, sealedSecret } = material;
  const key: SealedKey = {
    accessKeyId,
    ownerId: owner.id,
    status: 'Active',
    createdAt: scope.now,
    updatedAt: scope.now,
    sealedSecret,
  };
  await addKey(scope, owner, key);
  return key;
}

export const ramCreateAccessKey = changeOperation({
  api: ram,
  name: 'CreateAccessKey',
  summary,
  parameters: { userName: userNameOrCaller },
  response: { AccessKey: object(newKeyFields) },
  errors: [userNotExist, tooManyAccessKeys],
  target: (scope, command) => ramKeyTarget(scope, command.userName),
  authorization: ofKeyManager,
  prepare: drawKey,
  run: async (scope, command, material) =>
    createAccessKey(scope, await ramSubject(scope, command.userName), material),
  render: (key, { prepared }) => ({ AccessKey: newKey(key, prepared.secret) }),
});

export const imsCreateAccessKey = changeOperation({
  api: ims,
  name: 'CreateAccessKey',
  summary,
  parameters: { userPrincipalName: userPrincipalNameOrCaller },
  response: { AccessKey: object(newKeyFields) },
  errors: [userNotExist, tooManyAccessKeys],
  target: (scope, command) => imsKeyTarget(scope, command.userPrincipalName),
  authorization: ofKeyManager,
  prepare: drawKey,
  run: async (scope, command, material) =>
    createAccessKey(scope, await imsSubject(scope, command.userPrincipalName), material),
  render: (key, { prepared }) => ({ AccessKey: newKey(key, prepared.secret) }),
});
