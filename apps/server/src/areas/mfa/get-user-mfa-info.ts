import { apiError } from '../../kernel/errors.ts';
import { ims, ram, readOperation } from '../../kernel/operation.ts';
import { booleanField, object, optional } from '../../kernel/response.ts';
import { imsSubject, userByName, userName, userNotExist, userPrincipalNameOrCaller } from '../users/index.ts';
import { factorSummary, imsFactorTarget, ofFactorManager, ramFactorTarget } from './authorization.ts';
import { nobodyNamed, userHasNoDevice } from './errors.ts';
import { deviceOfUser } from './lookup.ts';
import { findDeviceOfUser } from './store.ts';
import { userDevice, userDeviceFields } from './wire.ts';

export const ramGetUserMfaInfo = readOperation({
  api: ram,
  name: 'GetUserMFAInfo',
  summary: factorSummary(['Shows the MFA device that a user has.', '查询用户绑定的 MFA 设备。']),
  parameters: { userName },
  response: { MFADevice: object(userDeviceFields) },
  errors: [userNotExist, userHasNoDevice],
  target: (scope, command) => ramFactorTarget(scope, command.userName),
  authorization: ofFactorManager,
  run: async (scope, command) => deviceOfUser(scope, await userByName(scope, command.userName)),
  render: (device, { context }) => ({ MFADevice: userDevice(device, context.accountId) }),
});

/** Where RAM refuses, IMS answers that there is no device (spec: domain 2.4). */
export const imsGetUserMfaInfo = readOperation({
  api: ims,
  name: 'GetUserMFAInfo',
  summary: factorSummary([
    'Shows whether a user, or the user who calls, has an MFA device, and which.',
    '查询用户或调用者自己是否绑定 MFA 设备及设备信息。',
  ]),
  parameters: { userPrincipalName: userPrincipalNameOrCaller },
  response: { IsMFAEnable: booleanField, MFADevice: optional(object(userDeviceFields)) },
  errors: [nobodyNamed, userNotExist],
  target: (scope, command) => imsFactorTarget(scope, command.userPrincipalName),
  authorization: ofFactorManager,
  async run(scope, command) {
    const { id } = await imsSubject(scope, command.userPrincipalName);
    if (id === '') throw apiError(nobodyNamed);
    return { device: await findDeviceOfUser(scope, id) };
  },
  render: ({ device }, { context }) => ({
    IsMFAEnable: device !== undefined,
    MFADevice: device && userDevice(device, context.accountId),
  }),
});
