/** What the account lets its users do for themselves needs no policy, and an explicit deny still wins (spec: domain 0.28). */
import { beforeEach, describe, expect, test } from 'vitest';
import { passwordOf, seedOf, stepAt } from '../../src/areas/mfa/one-time-password.ts';
import { documentOf, harmlessDocument, type PolicyHolder, type TestUser, textOf } from './account.ts';
import { registerPasskey } from './calls/factors.ts';
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
  const codeOf = async (
    operation: string,
    parameters: Readonly<Record<string, string>> = {},
    signer = user.signer,
  ) => (await home.call(operation, parameters, signer)).code;
  const principal = () => home.principal(ownName);
  const serialNumber = (name: string) => ({ SerialNumber: `acs:ram::${home.id}:mfa/${name}` });
  const create = (name: string, signer = user.signer) =>
    codeOf('Ram CreateVirtualMFADevice', { VirtualMFADeviceName: name }, signer);
  const discard = (name: string, signer = user.signer) =>
    codeOf('Ram DeleteVirtualMFADevice', serialNumber(name), signer);

  /** Sets up a device for itself, and gives what each step was answered. */
  async function setUp(name = home.fresh('mfa')): Promise<string[]> {
    const named = { VirtualMFADeviceName: name };
    const { code, members } = await home.call('Ims CreateVirtualMFADevice', named, user.signer);
    if (code !== 'Success') return [code];
    const seed = seedOf(textOf(members.VirtualMFADevice, 'Base32StringSeed'));
    const step = stepAt(Date.now());
    const bound = await codeOf('Ram BindMFADevice', {
      UserName: ownName,
      ...serialNumber(name),
      AuthenticationCode1: passwordOf(seed, step - 1),
      AuthenticationCode2: passwordOf(seed, step),
    });
    return [code, bound];
  }

  /** As the owner does by entering the codes that were sent there. */
  const confirmAddresses = () =>
    home.contract.server.database.update(
      'verification_devices',
      { account_id: home.id, user_id: user.signer.userId },
      { status: 'active' },
    );

  let ownName: string;
  let other: TestUser;
  beforeEach(async () => {
    ownName = user.signer.userName;
    await manage('true');
    other = await home.user();
  });

  test('sets up a device under any free name, whatever its own name is', async () => {
    // Device names take no underscore, and for IMS no dot.
    const NewUserName = `${home.fresh('jane')}_of.doe`;
    await home.do('Ram UpdateUser', { UserName: ownName, NewUserName });
    ownName = NewUserName;
    expect(await setUp()).toEqual(['Success', 'Success']);
    expect(await codeOf('Ims GetUserMFAInfo')).toBe('Success');
  });

  test('has one device at a time: another only when the first is gone', async () => {
    const [first, second] = [home.fresh('mfa'), home.fresh('mfa')];
    expect([await create(first), await create(second)]).toEqual(['Success', refused]);
    expect([await discard(first), await create(second)]).toEqual(['Success', 'Success']);
    expect([await discard(second), ...(await setUp())]).toEqual(['Success', 'Success', 'Success']);
    expect(await create(home.fresh('mfa'))).toBe(refused);
  });

  test('has one device at a time when it asks for several at once', async () => {
    const names = [1, 2, 3, 4, 5].map(() => home.fresh('mfa'));
    const codes = await Promise.all(names.map(name => create(name)));
    expect(codes.filter(code => code === 'Success')).toHaveLength(1);
  });

  test('keeps a device of its making when it is renamed, and a newcomer of the old name gets none of it', async () => {
    const device = home.fresh('mfa');
    expect(await create(device)).toBe('Success');
    const renamed = home.fresh('user');
    await home.do('Ram UpdateUser', { UserName: ownName, NewUserName: renamed });
    await home.do('Ram UpdateUser', { UserName: other.name, NewUserName: ownName });
    const newcomer = await home.keyOf({ ...other, name: ownName });
    expect(await discard(device, newcomer)).toBe(refused);
    expect(await discard(device)).toBe('Success');
  });

  test('sees its own passkeys and addresses, and binds an address that it lacks', async () => {
    expect(await codeOf('Ims ListPasskeys')).toBe('Success');
    const mailbox = { VerifyType: 'email', Email: 'ann@example.com' };
    expect(await codeOf('Ims SetVerificationInfo', mailbox)).toBe('Success');
    const another = { VerifyType: 'email', Email: 'ann2@example.com' };
    expect(await codeOf('Ims SetVerificationInfo', another)).toBe('Success');
    expect(await codeOf('Ims GetVerificationInfo')).toBe('Success');
  });

  test('takes none of them away', async () => {
    expect(await setUp()).toEqual(['Success', 'Success']);
    const mailbox = { VerifyType: 'email', Email: 'ann@example.com' };
    await home.do('Ims SetVerificationInfo', { UserPrincipalName: principal(), ...mailbox });
    confirmAddresses();
    const PasskeyId = registerPasskey(home, user.signer.userId);
    const before = home.state;
    const attempts: readonly [string, Readonly<Record<string, string>>][] = [
      ['Ram UnbindMFADevice', { UserName: ownName }],
      ['Ims UnbindMFADevice', { UserPrincipalName: principal() }],
      ['Ims DisableVirtualMFA', { UserPrincipalName: principal() }],
      ['Ims DeletePasskey', { PasskeyId }],
      ['Ims SetVerificationInfo', { ...mailbox, Email: 'evil@example.com' }],
      ['Ims UnbindVerification', { VerifyType: 'email' }],
    ];
    for (const [operation, parameters] of attempts) {
      expect([operation, await codeOf(operation, parameters)]).toEqual([operation, refused]);
    }
    expect(home.state).toBe(before);
    expect(await codeOf('Ims SetVerificationInfo', mailbox)).toBe('Success');
    await user.hold(documentOf('Allow', ['ram:*'], [home.arn(`user/${ownName}`)]));
    // What was unbound once is not there to be unbound again.
    const once = attempts.filter(([operation]) => !/^Ims (Unbind|Disable).*MFA/.test(operation));
    for (const [operation, parameters] of once) {
      expect([operation, await codeOf(operation, parameters)]).toEqual([operation, 'Success']);
    }
  });

  test('does nothing to those of others', async () => {
    await home.do('Ram CreateVirtualMFADevice', { VirtualMFADeviceName: other.name });
    await home.do('Ram CreateVirtualMFADevice', { VirtualMFADeviceName: ownName });
    const before = home.state;
    const UserName = other.name;
    const UserPrincipalName = other.principalName;
    const codes = { AuthenticationCode1: '123456', AuthenticationCode2: '123456' };
    const attempts: readonly [string, Readonly<Record<string, string>>][] = [
      ['Ram DeleteVirtualMFADevice', serialNumber(other.name)],
      ['Ram DeleteVirtualMFADevice', serialNumber(ownName)],
      ['Ram DeleteVirtualMFADevice', serialNumber(home.fresh('none'))],
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
