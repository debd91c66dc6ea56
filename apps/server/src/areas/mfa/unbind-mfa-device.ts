import { changeOperation, ims, ram } from '../../kernel/operation.ts';
import { object, textField } from '../../kernel/response.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import {
  type User,
  userByName,
  userByPrincipalName,
  userName,
  userNotExist,
  userPrincipalName,
} from '../users/index.ts';
import { imsFactorTarget, ofFactorAdministrator, ramFactorTarget } from './authorization.ts';
import { userHasNoDevice } from './errors.ts';
import { deviceOfUser } from './lookup.ts';
import { serialNumberOf } from './serial-number.ts';
import { updateDevice } from './store.ts';

const summary = [
  'Unbinds the MFA device of a user; the device stays and can be bound again.',
  '解绑用户的 MFA 设备；设备保留，可再次绑定。',
] as const;

const response = { MFADevice: object({ SerialNumber: textField }) } as const;
const errors = [userNotExist, userHasNoDevice];

/**
 * Unbinds a user's device. What was used of its passwords stays used (spec: domain 7).
 *
 * @returns its serial number
 * @throws ApiError `EntityNotExist.User.MFADevice`
 */
async function unbindDevice(scope: ChangeScope, user: User): Promise<string> {
  const device = await deviceOfUser(scope, user);
  await updateDevice(scope, { ...device, userId: undefined, activatedAt: undefined });
  return serialNumberOf(scope.accountId, device.name);
}

export const ramUnbindMfaDevice = changeOperation({
  api: ram,
  name: 'UnbindMFADevice',
  summary,
  parameters: { userName },
  response,
  errors,
  target: (scope, command) => ramFactorTarget(scope, command.userName),
  authorization: ofFactorAdministrator,
  run: async (scope, command) => unbindDevice(scope, await userByName(scope, command.userName)),
  render: SerialNumber => ({ MFADevice: { SerialNumber } }),
});

export const imsUnbindMfaDevice = changeOperation({
  api: ims,
  name: 'UnbindMFADevice',
  summary,
  parameters: { userPrincipalName },
  response,
  errors,
  target: (scope, command) => imsFactorTarget(scope, command.userPrincipalName),
  authorization: ofFactorAdministrator,
  run: async (scope, command) =>
    unbindDevice(scope, await userByPrincipalName(scope, command.userPrincipalName)),
  render: SerialNumber => ({ MFADevice: { SerialNumber } }),
});
