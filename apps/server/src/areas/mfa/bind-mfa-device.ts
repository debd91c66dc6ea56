import type { RequestContext } from '../../kernel/context.ts';
import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ims, ram } from '../../kernel/operation.ts';
import type { Command } from '../../kernel/parameters.ts';
import type { Preparation } from '../../kernel/preparation.ts';
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import {
  type User,
  userByName,
  userByPrincipalName,
  userName,
  userNotExist,
  userPrincipalName,
} from '../users/index.ts';
import { factorSummary, imsFactorTarget, ofFactorManager, ramFactorTarget } from './authorization.ts';
import { seedPlace } from './enrolment.ts';
import { codesWrong, deviceInUse, deviceNotExist, userHasDevice } from './errors.ts';
import { deviceBySerialNumber } from './lookup.ts';
import { seedOf, stepOfPair } from './one-time-password.ts';
import { authenticationCodes, serialNumber } from './parameters.ts';
import { findDeviceOfUser, updateDevice } from './store.ts';
import type { SeededDevice } from './virtual-mfa-device.ts';

const summary = factorSummary([
  'Binds a virtual MFA device to a user, proven by two codes that follow each other.',
  '为用户绑定虚拟 MFA 设备，须提供两个连续的验证码。',
]);

const errors = [userNotExist, userHasDevice, deviceNotExist, deviceInUse, codesWrong];

const parameters = { serialNumber, ...authenticationCodes } as const;
type BindCommand = Command<typeof parameters>;

/** Codes that were right when they were looked at. */
interface Proof {
  /** Of the device that showed them. */
  readonly sealedSeed: string;
  /** Of the second code. */
  readonly step: number;
}

/**
 * The device that a user is to get.
 *
 * @throws ApiError unless both are there and neither has the like (spec: domain 2.4)
 */
async function freeDevice(scope: Scope, user: User, serial: string): Promise<SeededDevice> {
  if ((await findDeviceOfUser(scope, user.userId)) !== undefined) {
    throw apiError(userHasDevice, { user: user.name });
  }
  const device = await deviceBySerialNumber(scope, serial);
  if (device.userId !== undefined) throw apiError(deviceInUse, { device: device.name });
  return device;
}

/**
 * Opens the seed and holds the codes against it.
 *
 * @throws ApiError with any of the operation's errors
 */
async function checkCodes(
  preparation: Preparation,
  findUser: (scope: Scope) => Promise<User>,
  command: BindCommand,
  { accountId }: RequestContext,
): Promise<Proof> {
  const device = await preparation.read(async scope =>
    freeDevice(scope, await findUser(scope), command.serialNumber),
  );
  const { sealedSeed, name, lastStep } = device;
  const seed = seedOf(preparation.open(sealedSeed, seedPlace(name, accountId)));
  const step = stepOfPair(seed, [command.firstCode, command.secondCode], preparation.now, lastStep);
  if (step === undefined) throw apiError(codesWrong);
  return { sealedSeed, step };
}

/**
 * Binds the device whose codes were checked, which are used up by that.
 *
 * @throws ApiError `CheckAuthenticationCodeFail` when the device of that name is another by now, or took codes meanwhile
 */
async function bindDevice(scope: ChangeScope, user: User, serial: string, proof: Proof): Promise<void> {
  const device = await freeDevice(scope, user, serial);
  const isSpent = proof.step - 1 <= device.lastStep;
  if (isSpent || device.sealedSeed !== proof.sealedSeed) throw apiError(codesWrong);
  await updateDevice(scope, {
    ...device,
    userId: user.userId,
    activatedAt: scope.now,
    lastStep: proof.step,
  });
}

export const ramBindMfaDevice = changeOperation({
  api: ram,
  name: 'BindMFADevice',
  summary,
  parameters: { userName, ...parameters },
  response: {},
  errors,
  target: (scope, command) => ramFactorTarget(scope, command.userName),
  authorization: ofFactorManager,
  prepare: (preparation, command, context) =>
    checkCodes(preparation, scope => userByName(scope, command.userName), command, context),
  run: async (scope, command, proof) =>
    bindDevice(scope, await userByName(scope, command.userName), command.serialNumber, proof),
  render: () => ({}),
});

export const imsBindMfaDevice = changeOperation({
  api: ims,
  name: 'BindMFADevice',
  summary,
  parameters: { userPrincipalName, ...parameters },
  response: {},
  errors,
  target: (scope, command) => imsFactorTarget(scope, command.userPrincipalName),
  authorization: ofFactorManager,
  prepare: (preparation, command, context) =>
    checkCodes(preparation, scope => userByPrincipalName(scope, command.userPrincipalName), command, context),
  run: async (scope, command, proof) =>
    bindDevice(
      scope,
      await userByPrincipalName(scope, command.userPrincipalName),
      command.serialNumber,
      proof,
    ),
  render: () => ({}),
});
