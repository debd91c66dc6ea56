import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type WireParameters } from '../../../test/area-harness.ts';
import { count, update } from '../../store/index.ts';

const world = await openWorld();
afterAll(() => world.close());

let account: TestAccount;
beforeEach(async () => {
  account = await world.account();
  await account.user('ann');
});

const ofAnn = (more: WireParameters = {}) => ({ UserPrincipalName: account.principal('ann'), ...more });
const set = (parameters: WireParameters) => account.ims('SetVerificationInfo', ofAnn(parameters));
const unbind = (parameters: WireParameters) => account.ims('UnbindVerification', ofAnn(parameters));
const shown = () => account.ims('GetVerificationInfo', ofAnn());
const setMailbox = (Email: string) => set({ VerifyType: 'email', Email });
const phone = { VerifyType: 'sms', MobilePhone: '86-13900000000' } as const;
const mailbox = { VerifyType: 'email', Email: 'ann@example.com' } as const;

/** As the owner does by entering the code. */
const confirm = () =>
  world.change(account.root, scope =>
    update(scope, 'verification_devices').set({ status: 'active' }).execute(),
  );

describe('addresses for verification codes', () => {
  it('are shown as far as there are any, pending until their owner has confirmed them', async () => {
    expect(await shown()).toEqual({});
    await set(phone);
    expect(await shown()).toEqual({
      SecurityPhoneDevice: { AreaCode: '86', PhoneNumber: '13900000000', Status: 'pending' },
    });
    await set(mailbox);
    await confirm();
    expect(await shown()).toEqual({
      SecurityPhoneDevice: { AreaCode: '86', PhoneNumber: '13900000000', Status: 'active' },
      SecurityEmailDevice: { Email: 'ann@example.com', Status: 'active' },
    });
  });

  it('have to be confirmed anew when they are others, and only then', async () => {
    await setMailbox('ann@example.com');
    await confirm();
    await setMailbox('ann@example.com');
    expect(await shown()).toMatchObject({ SecurityEmailDevice: { Status: 'active' } });
    await setMailbox('other@example.com');
    expect(await shown()).toMatchObject({
      SecurityEmailDevice: { Email: 'other@example.com', Status: 'pending' },
    });
  });

  it('must be given for the kind that is set; the other one is not looked at', async () => {
    expect(await refusal(set({ VerifyType: 'email', MobilePhone: '86-13900000000' }))).toBe('MissingEmail');
    expect(await refusal(set({ VerifyType: 'sms', Email: 'ann@example.com' }))).toBe('MissingMobilePhone');
    expect(await refusal(set({ Email: 'ann@example.com' }))).toBe('MissingVerifyType');
    expect(await shown()).toEqual({});
    await set({ ...phone, Email: 'ann@example.com' });
    expect(await shown()).toEqual({ SecurityPhoneDevice: expect.anything() });
  });

  it.each([
    [{ VerifyType: 'email', Email: 'ann' }, 'InvalidParameter.Email.Format'],
    [{ VerifyType: 'sms', MobilePhone: '13900000000' }, 'InvalidParameter.MobilePhone.Format'],
    [{ VerifyType: 'post', Email: 'ann@example.com' }, 'InvalidParameter.VerifyType'],
  ])('are refused when they are none: %j', async (parameters, code) => {
    expect(await refusal(set(parameters))).toBe(code);
    expect(await shown()).toEqual({});
  });

  it('are unbound one by one, whatever they are or only when they are the given one', async () => {
    await set(phone);
    await set(mailbox);
    const wrong = { VerifyType: 'email', Email: 'bob@example.com' };
    expect(await refusal(unbind(wrong))).toBe('EntityNotExist.User.Verification');
    expect(Object.keys(await shown())).toHaveLength(2);
    await unbind({ VerifyType: 'sms' });
    expect(await shown()).toEqual({ SecurityEmailDevice: expect.anything() });
    await unbind(mailbox);
    expect(await refusal(unbind(mailbox))).toBe('EntityNotExist.User.Verification');
    expect(await shown()).toEqual({});
  });

  it('go with the user, through either API, and keep nobody from deleting it', async () => {
    await set(mailbox);
    await account.user('bob');
    await account.ims('SetVerificationInfo', { ...mailbox, UserPrincipalName: account.principal('bob') });
    await account.ram('DeleteUser', { UserName: 'ann' });
    await account.ims('DeleteUser', { UserPrincipalName: account.principal('bob') });
    expect(await world.change(account.root, scope => count(scope, 'verification_devices'))).toBe(0);
  });

  it('are those of the caller when nobody is named', async () => {
    const ann = await account.callerOf('ann');
    await account.ims('SetVerificationInfo', mailbox, ann);
    await account.ims('SetVerificationInfo', { VerifyType: 'email', Email: 'root@example.com' });
    expect(await shown()).toMatchObject({ SecurityEmailDevice: { Email: 'ann@example.com' } });
    expect(await account.ims('GetVerificationInfo')).toMatchObject({
      SecurityEmailDevice: { Email: 'root@example.com' },
    });
    expect(await account.resources('Ims', 'SetVerificationInfo', mailbox)).toEqual(['root']);
    expect(await account.resources('Ims', 'SetVerificationInfo', mailbox, ann)).toEqual(['user/ann']);
  });
});
