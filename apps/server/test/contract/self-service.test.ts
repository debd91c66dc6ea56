/** What the account lets its users do for themselves needs no policy, and an explicit deny still wins (spec: domain 0.28). */
import { beforeEach, describe, expect, test } from 'vitest';
import { passwordOf, seedOf, stepAt } from '../../src/areas/mfa/one-time-password.ts';
import { documentOf, harmlessDocument, type PolicyHolder, type TestUser, textOf } from './account.ts';
import { openSuite } from './suite.ts';

const { home } = await openSuite();

const password = 'kiefer-Buche-1234';
const another = 'ulme-Weide-56789';
const refused = 'NoPermission';

let user: PolicyHolder;
beforeEach(async () => {
  user = await home.callerWith(harmlessDocument);
  await home.do('Ram CreateLoginProfile', { UserName: user.signer.userName, Password: password });
});

const allow = (AllowUserToChangePassword: string) =>
  home.do('Ims SetSecurityPreference', { AllowUserToChangePassword });

const outcomes = async (from = password, to = another) => {
  const parameters = { OldPassword: from, NewPassword: to };
  const there = await home.call('Ram ChangePassword', parameters, user.signer);
  const back = await home.call('Ims ChangePassword', { OldPassword: to, NewPassword: from }, user.signer);
  return [there.code, back.code];
};

describe('a user without a policy about its own password', () => {
  test('may change it while the account allows it to all, and not a moment longer', async () => {
    await allow('true');
    expect(await outcomes()).toEqual(['Success', 'Success']);
    await allow('false');
    expect(await outcomes()).toEqual([refused, refused]);
    await allow('true');
    expect(await outcomes()).toEqual(['Success', 'Success']);
  });

  test('may do nothing else to itself by that', async () => {
    await allow('true');
    const { userName } = user.signer;
    const reset = { UserName: userName, Password: another };
    expect((await home.call('Ram UpdateLoginProfile', reset, user.signer)).code).toBe(refused);
    expect((await home.call('Ram GetLoginProfile', { UserName: userName }, user.signer)).code).toBe(refused);
  });
});

describe('a user with a policy about its own password', () => {
  test('may not change it against an explicit deny, whatever the account allows', async () => {
    await allow('true');
    for (const action of ['ram:ChangePassword', 'ram:*', '*']) {
      await user.hold(documentOf('Deny', [action]));
      expect([action, ...(await outcomes())]).toEqual([action, refused, refused]);
    }
    await user.hold(documentOf('Deny', ['*'], [home.arn(`user/${user.signer.userName}`)]));
    expect(await outcomes()).toEqual([refused, refused]);
  });

  test('may change it by an allow, when the account allows it to nobody', async () => {
    await allow('false');
    await user.hold(documentOf('Allow', ['ram:ChangePassword'], [home.arn(`user/${user.signer.userName}`)]));
    expect(await outcomes()).toEqual(['Success', 'Success']);
    await user.hold(documentOf('Allow', ['ram:ChangePassword'], [home.arn('user/somebody-else')]));
    expect(await outcomes()).toEqual([refused, refused]);
  });
});

describe('a user without a policy about its own second factors', () => {
  const manage = (AllowUserToManageMFADevices: string) =>
    home.do('Ims SetSecurityPreference', { AllowUserToManageMFADevices });
  const codeOf = async (operation: string, parameters: Readonly<Record<string, string>> = {}) =>
    (await home.call(operation, parameters, user.signer)).code;
  const ownName = () => user.signer.userName;
  const serialNumber = (name: string) => ({ SerialNumber: `acs:ram::${home.id}:mfa/${name}` });

  /** Sets up a device for itself, and gives what each step was answered. */
  async function setUp(): Promise<string[]> {
    const named = { VirtualMFADeviceName: ownName() };
    const { code, members } = await home.call('Ims CreateVirtualMFADevice', named, user.signer);
    if (code !== 'Success') return [code];
    const seed = seedOf(textOf(members.VirtualMFADevice, 'Base32StringSeed'));
    const step = stepAt(Date.now());
    const bound = await codeOf('Ram BindMFADevice', {
      UserName: ownName(),
      ...serialNumber(ownName()),
      AuthenticationCode1: passwordOf(seed, step - 1),
      AuthenticationCode2: passwordOf(seed, step),
    });
    return [code, bound];
  }

  let other: TestUser;
  beforeEach(async () => {
    await manage('true');
    other = await home.user();
  });

  test('sets up the device that bears its name, and takes it away again', async () => {
    expect(await setUp()).toEqual(['Success', 'Success']);
    expect(await codeOf('Ims GetUserMFAInfo')).toBe('Success');
    expect(await codeOf('Ram UnbindMFADevice', { UserName: ownName() })).toBe('Success');
    expect(await codeOf('Ram DeleteVirtualMFADevice', serialNumber(ownName()))).toBe('Success');
    expect(await setUp()).toEqual(['Success', 'Success']);
    const UserPrincipalName = home.principal(ownName());
    expect(await codeOf('Ims DisableVirtualMFA', { UserPrincipalName })).toBe('Success');
  });

  test('sees and confirms its own passkeys and addresses', async () => {
    expect(await codeOf('Ims ListPasskeys')).toBe('Success');
    const mailbox = { VerifyType: 'email', Email: 'ann@example.com' };
    expect(await codeOf('Ims SetVerificationInfo', mailbox)).toBe('Success');
    expect(await codeOf('Ims GetVerificationInfo')).toBe('Success');
    expect(await codeOf('Ims UnbindVerification', mailbox)).toBe('Success');
  });

  test('does nothing to those of others, and makes no device of another name', async () => {
    await home.do('Ram CreateVirtualMFADevice', { VirtualMFADeviceName: other.name });
    const before = home.state;
    const UserName = other.name;
    const UserPrincipalName = other.principalName;
    const codes = { AuthenticationCode1: '123456', AuthenticationCode2: '123456' };
    const attempts: readonly [string, Readonly<Record<string, string>>][] = [
      ['Ram CreateVirtualMFADevice', { VirtualMFADeviceName: home.fresh('mfa') }],
      ['Ram DeleteVirtualMFADevice', serialNumber(other.name)],
      ['Ram BindMFADevice', { UserName, ...serialNumber(other.name), ...codes }],
      ['Ram UnbindMFADevice', { UserName }],
      ['Ram GetUserMFAInfo', { UserName }],
      ['Ram ListVirtualMFADevices', {}],
      ['Ims GetAccountMFAInfo', {}],
      ['Ims DisableVirtualMFA', { UserPrincipalName }],
      ['Ims ListPasskeys', { UserPrincipalName }],
      ['Ims DeletePasskey', { UserPrincipalName, PasskeyId: 'PASSKEY-1' }],
      ['Ims SetVerificationInfo', { UserPrincipalName, VerifyType: 'email', Email: 'a@example.com' }],
    ];
    for (const [operation, parameters] of attempts) {
      expect([operation, await codeOf(operation, parameters)]).toEqual([operation, refused]);
    }
    expect(home.state).toBe(before);
  });

  test('does nothing once the account allows it to nobody, or against an explicit deny', async () => {
    await manage('false');
    expect(await setUp()).toEqual([refused]);
    expect(await codeOf('Ims ListPasskeys')).toBe(refused);
    await manage('true');
    await user.hold(documentOf('Deny', ['ram:CreateVirtualMFADevice', 'ims:ListPasskeys']));
    expect(await setUp()).toEqual([refused]);
    expect(await codeOf('Ims ListPasskeys')).toBe(refused);
    await user.hold(documentOf('Deny', ['*'], [home.arn('mfa/*')]));
    expect(await setUp()).toEqual([refused]);
  });
});
