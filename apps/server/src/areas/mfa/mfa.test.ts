import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount } from '../../../test/area-harness.ts';
import type { KeyCaller, UserCaller } from '../../kernel/callers/identity.ts';
import { insert, type MfaDevicesTable, select } from '../../store/index.ts';
import { passwordOf, seedOf, stepAt } from './one-time-password.ts';

const STEP = 30_000;
const world = await openWorld({ limits: { virtualMfaDevices: 4 } });
afterAll(() => world.close());

let account: TestAccount;
let userId: string;
let ann: UserCaller;
beforeEach(async () => {
  account = await world.account();
  userId = await account.user('Ann');
  await account.user('bob');
  ann = await account.callerOf('ann');
});

interface Device {
  readonly SerialNumber: string;
  readonly Base32StringSeed: string;
  readonly QRCodePNG: string;
}

async function create(VirtualMFADeviceName = 'Phone', caller: KeyCaller = account.root): Promise<Device> {
  const reply = await account.ram('CreateVirtualMFADevice', { VirtualMFADeviceName }, caller);
  return reply.VirtualMFADevice as unknown as Device;
}

const step = () => stepAt(Date.parse(world.isoNow()));

/** What binds a device to a user at this time, or at another. */
function bindingOf(device: Device, UserName = 'ann', at = step()) {
  const seed = seedOf(device.Base32StringSeed);
  const codes = { AuthenticationCode1: passwordOf(seed, at - 1), AuthenticationCode2: passwordOf(seed, at) };
  return { UserName, SerialNumber: device.SerialNumber, ...codes };
}

const bind = (device: Device, userName?: string, at?: number) =>
  account.ram('BindMFADevice', bindingOf(device, userName, at));
const unbind = () => account.ram('UnbindMFADevice', { UserName: 'ann' });
const infoOf = (name = 'ann') =>
  account.ims('GetUserMFAInfo', { UserPrincipalName: account.principal(name) });
const list = async () => (await account.ram('ListVirtualMFADevices')).VirtualMFADevices;
const rows = (): Promise<MfaDevicesTable[]> =>
  world.change(account.root, scope => select(scope, 'mfa_devices').selectAll().orderBy('name_key').execute());
const unknown = 'EntityNotExist.VirtualMFADevice';

describe('a new virtual MFA device', () => {
  it('shows its serial number, and its seed this once, to type in and to scan', async () => {
    const device = await create('Ann.Phone-1');
    expect(device.SerialNumber).toBe(`acs:ram::${account.accountId}:mfa/Ann.Phone-1`);
    expect(device.Base32StringSeed).toMatch(/^[A-Z2-7]{64}$/);
    expect(Buffer.from(device.QRCodePNG, 'base64').subarray(1, 4).toString()).toBe('PNG');
    expect(await list()).toEqual({
      VirtualMFADevice: [{ SerialNumber: device.SerialNumber, ActivateDate: '' }],
    });
  });

  it('has its seed sealed for its own row', async () => {
    const device = await create('Phone');
    const [row] = await rows();
    expect(world.sealedAs(row?.sealed_seed ?? '')).toEqual({
      plain: device.Base32StringSeed,
      place: { table: 'mfa_devices', row: 'phone', accountId: account.accountId },
    });
    expect(JSON.stringify(row)).not.toContain(device.Base32StringSeed);
  });

  it('is refused the name of another, in any case, and that one keeps its seed', async () => {
    const device = await create('Phone');
    expect(await refusal(create('PHONE'))).toBe('EntityAlreadyExists.VirtualMFADevice');
    await bind(device);
  });

  it('is refused when the account holds as many as it may', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await create(name);
    expect(await refusal(create('e'))).toBe('LimitExceeded.VirtualMFADevice');
    expect(await rows()).toHaveLength(4);
    await account.ims('DeleteVirtualMFADevice', { SerialNumber: `acs:ram::${account.accountId}:mfa/A` });
    await create('e');
  });

  it('is drawn only when it exists, so that a refused call costs next to nothing', async () => {
    // Under such a domain no image can be drawn at all.
    const undrawable = await openWorld({ domainSuffix: `${'long.'.repeat(40)}example` });
    try {
      const { root } = await undrawable.account();
      const VirtualMFADeviceName = 'Phone';
      const make = () => undrawable.call('Ram', 'CreateVirtualMFADevice', { VirtualMFADeviceName }, root);
      await expect(make()).rejects.toThrow(RangeError);
      expect(await refusal(make())).toBe('EntityAlreadyExists.VirtualMFADevice');
    } finally {
      await undrawable.close();
    }
  });

  it('may have dots in its name for RAM, and none for IMS', async () => {
    expect(await refusal(account.ims('CreateVirtualMFADevice', { VirtualMFADeviceName: 'a.b' }))).toBe(
      'InvalidParameter.VirtualMFADeviceName.InvalidChars',
    );
    await create('a.b');
  });
});

describe('binding a device', () => {
  it('gives a user a second factor, which both APIs show', async () => {
    const device = await create();
    await bind(device);
    const MFADevice = { SerialNumber: device.SerialNumber, Type: 'VMFA' };
    expect(await infoOf()).toEqual({ IsMFAEnable: true, MFADevice });
    expect(await account.ram('GetUserMFAInfo', { UserName: 'ann' })).toEqual({ MFADevice });
    const User = { UserId: userId, UserName: 'Ann', DisplayName: '' };
    expect(await list()).toEqual({
      VirtualMFADevice: [{ SerialNumber: device.SerialNumber, ActivateDate: world.isoNow(), User }],
    });
    const { VirtualMFADevices } = await account.ims('ListVirtualMFADevices');
    expect(VirtualMFADevices).toMatchObject({
      VirtualMFADevice: [{ User: { UserPrincipalName: account.principal('Ann') } }],
    });
  });

  it('takes the codes of a clock that is a step ahead or behind', async () => {
    await bind(await create('a'), 'ann', step() - 1);
    await bind(await create('b'), 'bob', step() + 1);
  });

  it('is refused with codes that are no pair of this time, and then nobody has the device', async () => {
    const device = await create();
    const right = bindingOf(device);
    const wrong = [
      { ...right, AuthenticationCode1: right.AuthenticationCode2 },
      {
        ...right,
        AuthenticationCode1: right.AuthenticationCode2,
        AuthenticationCode2: right.AuthenticationCode1,
      },
      bindingOf(device, 'ann', step() - 2),
      bindingOf(device, 'ann', step() + 2),
      { ...bindingOf(await create('other')), SerialNumber: device.SerialNumber },
    ];
    for (const parameters of wrong) {
      expect(await refusal(account.ram('BindMFADevice', parameters))).toBe('CheckAuthenticationCodeFail');
    }
    expect(await infoOf()).toEqual({ IsMFAEnable: false });
    await bind(device);
  });

  it.each(['12345', '1234567', '12345a', '１２３４５６', ' 12345'])(
    'wants six digits, not %j',
    async code => {
      const binding = { ...bindingOf(await create()), AuthenticationCode2: code };
      expect(await refusal(account.ram('BindMFADevice', binding))).toBe(
        'InvalidParameter.AuthenticationCode.Format',
      );
      await expect(account.ram('BindMFADevice', binding)).rejects.toThrow('Expected: six digits');
    },
  );

  it('is refused to a user who has a device, and that one stays', async () => {
    const device = await create();
    await bind(device);
    expect(await refusal(bind(await create('second')))).toBe('EntityAlreadyExists.User.MFADevice');
    expect(await infoOf()).toMatchObject({ MFADevice: { SerialNumber: device.SerialNumber } });
  });

  it('is refused when the device is bound to somebody else', async () => {
    const device = await create();
    await bind(device);
    world.advance(2 * STEP);
    expect(await refusal(bind(device, 'bob'))).toBe('EntityAlreadyExists.VirtualMFADevice.User');
    expect(await infoOf('bob')).toEqual({ IsMFAEnable: false });
  });

  it('is for users and devices that exist here', async () => {
    const device = await create();
    expect(await refusal(bind(device, 'nobody'))).toBe('EntityNotExist.User');
    const elsewhere = await world.account();
    for (const other of [
      `acs:ram::${account.accountId}:mfa/none`,
      `acs:ram::${elsewhere.accountId}:mfa/Phone`,
    ]) {
      expect(await refusal(bind({ ...device, SerialNumber: other }))).toBe(unknown);
    }
  });

  it('happens once, when the same codes come for two users at the same time', async () => {
    const device = await create();
    const outcomes = await Promise.allSettled([bind(device, 'ann'), bind(device, 'bob')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await rows()).filter(({ user_id: holder }) => holder !== null)).toHaveLength(1);
  });
});

describe('a binding that something comes in between of', () => {
  const serialNumberOf = ({ SerialNumber }: Device) => ({ SerialNumber });
  const wrong = 'CheckAuthenticationCodeFail';

  it('is refused when the device of that name is another by then, whose codes nobody has shown', async () => {
    const device = await create();
    world.beforeNextRun(async () => {
      await account.ram('DeleteVirtualMFADevice', serialNumberOf(device));
      await create();
    });
    expect(await refusal(bind(device))).toBe(wrong);
    expect(await infoOf()).toEqual({ IsMFAEnable: false });
  });

  it('is refused when the same codes were used by then', async () => {
    const device = await create();
    world.beforeNextRun(async () => {
      await bind(device);
      await unbind();
    });
    expect(await refusal(bind(device))).toBe(wrong);
    expect(await infoOf()).toEqual({ IsMFAEnable: false });
  });

  it('is refused when the first of its codes was used by then', async () => {
    const device = await create();
    world.beforeNextRun(async () => {
      await bind(device, 'bob', step());
      await account.ram('UnbindMFADevice', { UserName: 'bob' });
    });
    expect(await refusal(bind(device, 'ann', step() + 1))).toBe(wrong);
    expect(await infoOf()).toEqual({ IsMFAEnable: false });
  });
});

describe('unbinding a device', () => {
  it('leaves it to be bound again, and tells which it was', async () => {
    const device = await create();
    await bind(device);
    expect(await unbind()).toEqual({ MFADevice: { SerialNumber: device.SerialNumber } });
    expect(await infoOf()).toEqual({ IsMFAEnable: false });
    expect(await refusal(account.ram('GetUserMFAInfo', { UserName: 'ann' }))).toBe(
      'EntityNotExist.User.MFADevice',
    );
    expect(await refusal(unbind())).toBe('EntityNotExist.User.MFADevice');
    world.advance(2 * STEP);
    await bind(device, 'bob');
    expect(await infoOf('bob')).toMatchObject({ IsMFAEnable: true });
  });

  it('does not make codes good again that were used', async () => {
    const device = await create();
    const used = bindingOf(device);
    await account.ram('BindMFADevice', used);
    await unbind();
    expect(await refusal(account.ram('BindMFADevice', used))).toBe('CheckAuthenticationCodeFail');
    // The first of these two is the second of those.
    world.advance(STEP);
    expect(await refusal(bind(device))).toBe('CheckAuthenticationCodeFail');
    world.advance(STEP);
    await bind(device);
  });

  it('goes together with deleting it for DisableVirtualMFA', async () => {
    const device = await create();
    await bind(device);
    const UserPrincipalName = account.principal('ANN');
    await account.ims('DisableVirtualMFA', { UserPrincipalName });
    expect(await rows()).toEqual([]);
    expect(await refusal(account.ims('DisableVirtualMFA', { UserPrincipalName }))).toBe(
      'EntityNotExist.User.MFADevice',
    );
  });
});

describe('deleting a device', () => {
  const remove = ({ SerialNumber }: Device) => account.ram('DeleteVirtualMFADevice', { SerialNumber });

  it('is refused as long as a user has it', async () => {
    const device = await create();
    await bind(device);
    expect(await refusal(remove(device))).toBe('DeleteConflict.VirtualMFADevice.User');
    expect(await infoOf()).toMatchObject({ IsMFAEnable: true });
    await unbind();
    await remove(device);
    expect(await refusal(remove(device))).toBe(unknown);
    expect(await list()).toEqual({ VirtualMFADevice: [] });
  });

  it('gives its name free for one with another seed', async () => {
    const before = await create();
    await remove(before);
    const after = await create();
    expect(after.Base32StringSeed).not.toBe(before.Base32StringSeed);
    expect(await refusal(bind(before))).toBe('CheckAuthenticationCodeFail');
  });
});

describe('a user with a device', () => {
  beforeEach(async () => bind(await create()));

  it('cannot be deleted through RAM, and keeps the device', async () => {
    expect(await refusal(account.ram('DeleteUser', { UserName: 'ann' }))).toBe(
      'DeleteConflict.User.MFADevice',
    );
    expect(await infoOf()).toMatchObject({ IsMFAEnable: true });
  });

  it('takes the device along when it is deleted through IMS', async () => {
    await account.ims('DeleteUser', { UserPrincipalName: account.principal('ann') });
    expect(await rows()).toEqual([]);
  });

  it("leaves behind what it made for others, as nobody's own", async () => {
    await create('for-bob', ann);
    expect(await rows()).toMatchObject([{ name: 'for-bob', maker_id: userId }, { maker_id: null }]);
    await account.ims('DeleteUser', { UserPrincipalName: account.principal('ann') });
    expect(await rows()).toMatchObject([{ name: 'for-bob', maker_id: null }]);
  });

  it('is counted in the summary of the account', async () => {
    await create('free');
    const { SummaryMap } = await account.ims('GetAccountSummary');
    expect(SummaryMap).toMatchObject({ MFADevices: 2, MFADevicesInUse: 1, VirtualMFADevicesQuota: 4 });
  });
});

describe('lists of devices', () => {
  beforeEach(async () => {
    for (const name of ['Charlie', 'alpha', 'Bravo']) await create(name);
  });
  const namesIn = (reply: unknown) => JSON.stringify(reply).match(/(?<=mfa\/)\w+/g);

  it('go by name, in pages for IMS and whole for RAM', async () => {
    expect(namesIn(await list())).toEqual(['alpha', 'Bravo', 'Charlie']);
    const { Marker, ...first } = await account.ims('ListVirtualMFADevices', { MaxItems: '2' });
    expect([namesIn(first), first.IsTruncated]).toEqual([['alpha', 'Bravo'], true]);
    const { IsTruncated, ...rest } = await account.ims('ListVirtualMFADevices', {
      MaxItems: '2',
      Marker: String(Marker),
    });
    expect([namesIn(rest), IsTruncated, 'Marker' in rest]).toEqual([['Charlie'], false, false]);
  });

  it('refuse a marker that nobody gave out', async () => {
    expect(await refusal(account.ims('ListVirtualMFADevices', { Marker: 'x' }))).toBe(
      'InvalidParameter.Marker',
    );
  });
});

describe('who asks about its own device', () => {
  it('need not name itself, when it is a user', async () => {
    const device = await create();
    await bind(device);
    expect(await account.ims('GetUserMFAInfo', {}, ann)).toMatchObject({
      MFADevice: { SerialNumber: device.SerialNumber },
    });
    expect(await refusal(account.ims('GetUserMFAInfo'))).toBe('MissingUserPrincipalName');
  });

  it('has it in a place of its own, when it is the account itself', async () => {
    expect(await account.ims('GetAccountMFAInfo')).toEqual({ IsMFAEnable: false });
    await bind(await create());
    expect(await account.ims('GetAccountMFAInfo')).toEqual({ IsMFAEnable: false });
    await world.change(account.root, scope =>
      insert(scope, 'account_mfa', {
        sealed_seed: 'sealed',
        activated_at: scope.now,
        last_step: 0,
        at_logon: 1,
        at_sensitive_operations: 0,
      }),
    );
    expect(await account.ims('GetAccountMFAInfo')).toEqual({ IsMFAEnable: true });
    expect(JSON.stringify(await list()).match(/SerialNumber/g)).toHaveLength(1);
  });
});

describe('what calls are authorized on', () => {
  it('is the user, the collection of devices, or one of them', async () => {
    const { SerialNumber } = await create();
    const UserPrincipalName = account.principal('ann');
    expect([
      await account.resources('Ims', 'UnbindMFADevice', { UserPrincipalName }),
      await account.resources('Ims', 'GetUserMFAInfo', {}, ann),
      await account.resources('Ram', 'CreateVirtualMFADevice', { VirtualMFADeviceName: 'x' }, ann),
      await account.resources('Ram', 'DeleteVirtualMFADevice', { SerialNumber }),
      await account.resources('Ram', 'DeleteVirtualMFADevice', { SerialNumber: 'acs:ram::1:mfa/x' }),
      await account.resources('Ims', 'GetAccountMFAInfo', {}),
    ]).toEqual([['user/ann'], ['user/Ann'], ['mfa/*'], ['mfa/Phone'], ['mfa/*'], ['*']]);
  });
});
