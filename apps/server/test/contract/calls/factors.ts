import { passwordOf, seedOf, stepAt } from '../../../src/areas/mfa/one-time-password.ts';
import type { WireParameters } from '../../test-account.ts';
import { type Account, type TestUser, textOf } from '../account.ts';
import type { Signer } from '../wire.ts';
import { call, difficult, forBoth, named, pages, type ValidCall, type ValidCalls } from './valid-call.ts';

/** A device that is bound to nobody. */
interface Device {
  readonly name: string;
  readonly serialNumber: string;
  readonly seed: string;
}

async function device(account: Account): Promise<Device> {
  const name = account.fresh('mfa');
  const { VirtualMFADevice } = await account.do('Ram CreateVirtualMFADevice', { VirtualMFADeviceName: name });
  return {
    name,
    serialNumber: textOf(VirtualMFADevice, 'SerialNumber'),
    seed: textOf(VirtualMFADevice, 'Base32StringSeed'),
  };
}

/** What binds a device at this time. */
function proofOf({ serialNumber, seed }: Device): WireParameters {
  const step = stepAt(Date.now());
  return {
    SerialNumber: serialNumber,
    AuthenticationCode1: passwordOf(seedOf(seed), step - 1),
    AuthenticationCode2: passwordOf(seedOf(seed), step),
  };
}

async function boundUser(account: Account): Promise<TestUser> {
  const user = await account.user();
  await account.do('Ram BindMFADevice', { UserName: user.name, ...proofOf(await device(account)) });
  return user;
}

/** A call about a user who has a device. */
function onBoundUser(product: 'Ram' | 'Ims', title = ''): ValidCall {
  return call(async account => {
    const user = await boundUser(account);
    return [named(product, user), `user/${user.name}`];
  }, title);
}

/** Leaves users nothing that they may do with their second factors but by a policy. */
async function closeSelfService(account: Account): Promise<void> {
  await account.do('Ram SetSecurityPreference', { AllowUserToManageMFADevices: 'false' });
}

/** A call by a user about itself, which needs a policy for it. */
function onCaller(more: (account: Account, caller: Signer) => WireParameters = () => ({})): ValidCall {
  return call(async (account, caller) => {
    await closeSelfService(account);
    return [more(account, caller), `user/${caller.userName}`];
  }, "the caller's own");
}

/** Registers a passkey, which only a browser can. */
export function registerPasskey(account: Account, userId: string): string {
  const id = account.fresh('PASSKEY');
  account.contract.server.database.insert('passkeys', {
    account_id: account.id,
    passkey_id: id,
    user_id: userId,
    name: difficult,
    credential_id: id,
    public_key: 'key',
    sign_count: 1,
    transports: 'internal',
    backed_up: 0,
    created_at: Date.now(),
    last_used_at: Date.now(),
  });
  return id;
}

/** A call about a user with a passkey. */
function onPasskey(more: WireParameters = {}, title = ''): ValidCall {
  return call(async account => {
    const user = await account.user();
    const PasskeyId = registerPasskey(account, user.id);
    return [{ UserPrincipalName: user.principalName, PasskeyId, ...more }, `user/${user.name}`];
  }, title);
}

/** An address that nothing else has. */
function email(account: Account): WireParameters {
  return { VerifyType: 'email', Email: `${account.fresh('mail')}@example.com` };
}

const phone = { VerifyType: 'sms', MobilePhone: '86-13900000000' } as const;

/** A call about a user who has addresses. */
function onAddresses(more: WireParameters, title = ''): ValidCall {
  return call(async account => {
    const user = await account.user();
    const UserPrincipalName = user.principalName;
    for (const address of [phone, email(account)]) {
      await account.do('Ims SetVerificationInfo', { UserPrincipalName, ...address });
    }
    return [{ UserPrincipalName, ...more }, `user/${user.name}`];
  }, title);
}

/** Operations on second factors: MFA devices, passkeys, and addresses for codes. */
export const factorCalls: ValidCalls = {
  ...forBoth('CreateVirtualMFADevice', () => [
    call(async account => {
      await closeSelfService(account);
      return [{ VirtualMFADeviceName: account.fresh('mfa') }, 'mfa/*'];
    }),
  ]),
  'Ram ListVirtualMFADevices': [
    call(async account => {
      await boundUser(account);
      await device(account);
      return [{}, 'mfa/*'];
    }),
  ],
  'Ims ListVirtualMFADevices': pages('Ims ListVirtualMFADevices', 'mfa/*', async account => {
    await boundUser(account);
    await device(account);
  }),
  ...forBoth('DeleteVirtualMFADevice', () => [
    call(async account => {
      const { name, serialNumber } = await device(account);
      return [{ SerialNumber: serialNumber }, `mfa/${name}`];
    }),
  ]),
  ...forBoth('BindMFADevice', product => [
    call(async account => {
      const user = await account.user();
      return [{ ...named(product, user), ...proofOf(await device(account)) }, `user/${user.name}`];
    }),
  ]),
  ...forBoth('UnbindMFADevice', product => [onBoundUser(product)]),
  'Ims DisableVirtualMFA': [onBoundUser('Ims')],
  'Ram GetUserMFAInfo': [onBoundUser('Ram')],
  'Ims GetUserMFAInfo': [
    onBoundUser('Ims'),
    call(async account => {
      const user = await account.user();
      return [named('Ims', user), `user/${user.name}`];
    }, 'of a user who has none'),
    onCaller(),
  ],
  'Ims GetAccountMFAInfo': [call(() => [{}, '*'])],
  'Ims ListPasskeys': [
    call(async account => {
      const user = await account.user();
      registerPasskey(account, user.id);
      return [named('Ims', user), `user/${user.name}`];
    }),
    onCaller(),
  ],
  'Ims UpdatePasskey': [onPasskey({ PasskeyName: difficult }), onPasskey({}, 'that keeps its name')],
  'Ims DeletePasskey': [
    onPasskey(),
    onCaller((account, caller) => ({ PasskeyId: registerPasskey(account, caller.userId) })),
  ],
  'Ims SetVerificationInfo': [
    call(async account => {
      const user = await account.user();
      return [{ ...named('Ims', user), ...email(account), ...phone }, `user/${user.name}`];
    }),
    onAddresses({ VerifyType: 'email', Email: 'another@example.com' }, 'in place of another'),
    onCaller(email),
  ],
  'Ims GetVerificationInfo': [onAddresses({}), onCaller()],
  'Ims UnbindVerification': [
    onAddresses(phone),
    onAddresses({ VerifyType: 'email' }, 'whatever the address is'),
  ],
};
