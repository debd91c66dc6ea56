import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../test/area-harness.ts';

let world: World;
let account: TestAccount;
let key: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
  await account.user('alice');
  key = await account.accessKey('alice');
});

const policyOf = (...IPList: string[]) =>
  JSON.stringify({ Version: 1, Status: 'Active', Statements: [{ Type: 'ClassicWhiteList', IPList }] });
const office = policyOf('203.0.113.0/24');
const home = policyOf('198.51.100.7');
const cleared = '{"Version":1,"Status":"Inactive","Statements":[]}';

const ofAlice = () => ({ UserPrincipalName: account.principal('alice'), UserAccessKeyId: key });
const set = (AccessKeyPolicy: string) => account.ims('SetAccessKeyPolicy', { ...ofAlice(), AccessKeyPolicy });
const get = () => account.ims('GetAccessKeyPolicy', ofAlice());
const setForAccount = (AccessKeyPolicy: string) =>
  account.ims('SetAccessKeyPolicyForAccount', { AccessKeyPolicy });
const getForAccount = () => account.ims('GetAccessKeyPolicyForAccount');

describe('the policy of a key', () => {
  it('is an empty object before it was set, then what was set last, with its version', async () => {
    expect(await get()).toEqual({ AccessKeyId: key, AccessKeyPolicy: '{}' });
    const withoutVersion = office.replace('"Version":1,', '');
    expect(await set(withoutVersion)).toEqual({ AccessKeyId: key, AccessKeyPolicy: office });
    expect(account.touched).toEqual([{ kind: 'access-key', id: key }]);
    expect(await get()).toEqual({ AccessKeyId: key, AccessKeyPolicy: office });
    await set(home);
    expect(await get()).toEqual({ AccessKeyId: key, AccessKeyPolicy: home });
    await set(cleared);
    expect(await get()).toEqual({ AccessKeyId: key, AccessKeyPolicy: cleared });
  });

  it('is of that key alone', async () => {
    const another = await account.accessKey('alice');
    await set(office);
    const parameters = { ...ofAlice(), UserAccessKeyId: another };
    expect(await account.ims('GetAccessKeyPolicy', parameters)).toMatchObject({ AccessKeyPolicy: '{}' });
    expect(await getForAccount()).toEqual({ AccessKeyPolicy: '{}' });
  });

  it('is that of the caller when nobody is named', async () => {
    const alice = await account.callerOf('alice');
    await set(office);
    expect(await account.ims('GetAccessKeyPolicy', { UserAccessKeyId: key }, alice)).toMatchObject({
      AccessKeyPolicy: office,
    });
    const rootKey = await account.accessKey();
    await account.ims('SetAccessKeyPolicy', { UserAccessKeyId: rootKey, AccessKeyPolicy: home });
    expect(await account.ims('GetAccessKeyPolicy', { UserAccessKeyId: rootKey })).toMatchObject({
      AccessKeyPolicy: home,
    });
  });

  it('is authorized on the user whose key it is', async () => {
    for (const name of ['SetAccessKeyPolicy', 'GetAccessKeyPolicy']) {
      const parameters = { ...ofAlice(), AccessKeyPolicy: office };
      expect(await account.resources('Ims', name, parameters)).toEqual(['user/alice']);
      expect(await account.resources('Ims', name, { UserAccessKeyId: key, AccessKeyPolicy: office })).toEqual(
        ['root'],
      );
    }
  });

  it('cannot be reached by the name of somebody else', async () => {
    await account.user('bob');
    await set(office);
    const asBob = { UserPrincipalName: account.principal('bob'), UserAccessKeyId: key };
    const attempts = [
      () => account.ims('SetAccessKeyPolicy', { ...asBob, AccessKeyPolicy: home }),
      () => account.ims('GetAccessKeyPolicy', asBob),
      () => account.ims('SetAccessKeyPolicy', { UserAccessKeyId: key, AccessKeyPolicy: home }),
    ];
    for (const attempt of attempts) expect(await refusal(attempt())).toBe('EntityNotExist.User.AccessKey');
    expect(await get()).toMatchObject({ AccessKeyPolicy: office });
  });

  it('cannot be reached from another account', async () => {
    const other = await world.account();
    await other.user('alice');
    await set(office);
    const foreign = { UserPrincipalName: other.principal('alice'), UserAccessKeyId: key };
    expect(await refusal(other.ims('GetAccessKeyPolicy', foreign))).toBe('EntityNotExist.User.AccessKey');
    expect(await refusal(other.ims('SetAccessKeyPolicy', { ...foreign, AccessKeyPolicy: home }))).toBe(
      'EntityNotExist.User.AccessKey',
    );
    expect(await get()).toMatchObject({ AccessKeyPolicy: office });
  });

  it('stays as it is when another is refused', async () => {
    await set(office);
    for (const bad of ['{}', 'null', '[]', '{', policyOf('10.0.0.1/8')]) {
      expect(await refusal(set(bad))).toBe('InvalidParameter.AccessKeyPolicy.Format');
    }
    expect(await refusal(set(''))).toBe('MissingAccessKeyPolicy');
    expect(await get()).toMatchObject({ AccessKeyPolicy: office });
  });

  it('has 8 statements and 50 addresses in each, and not one more', async () => {
    const addresses = (count: number) => Array.from({ length: count }, (_, at) => `10.0.0.${at}`);
    const vpcs = (count: number) =>
      Array.from({ length: count }, () => ({
        Type: 'VPCWhiteList',
        Value: 'AllowAllVPC',
        IPList: addresses(50),
      }));
    const full = JSON.stringify({ Version: 1, Status: 'Active', Statements: vpcs(8) });
    expect(await set(full)).toMatchObject({ AccessKeyPolicy: full });
    const tooMany = [JSON.stringify({ Status: 'Active', Statements: vpcs(9) }), policyOf(...addresses(51))];
    for (const bad of tooMany)
      expect(await refusal(set(bad))).toBe('InvalidParameter.AccessKeyPolicy.Length');
    expect(await get()).toMatchObject({ AccessKeyPolicy: full });
  });

  it('comes back with its key from the recycle bin, and is gone with a key of the account itself', async () => {
    await set(office);
    await account.ram('DeleteAccessKey', { UserName: 'alice', UserAccessKeyId: key });
    expect(await refusal(get())).toBe('EntityNotExist.User.AccessKey');
    const { userId: UserId } = await account.callerOf('alice');
    await account.ims('RestoreAccessKeyFromRecycleBin', { UserId, UserAccessKeyId: key });
    expect(await get()).toMatchObject({ AccessKeyPolicy: office });
    const rootKey = await account.accessKey();
    await account.ims('SetAccessKeyPolicy', { UserAccessKeyId: rootKey, AccessKeyPolicy: home });
    await account.use(rootKey, 'Ram');
    await account.ram('DeleteAccessKey', { UserAccessKeyId: rootKey });
    expect(await account.rowsAbout(rootKey)).toBe(0);
  });
});

describe('the policy of the account', () => {
  it('is an empty object before it was set, then what was set last', async () => {
    expect(await getForAccount()).toEqual({ AccessKeyPolicy: '{}' });
    expect(await setForAccount(office)).toEqual({});
    expect(account.touched).toEqual([{ kind: 'account', id: account.accountId }]);
    expect(await getForAccount()).toEqual({ AccessKeyPolicy: office });
    expect(await get()).toMatchObject({ AccessKeyPolicy: '{}' });
    await setForAccount(home);
    expect(await getForAccount()).toEqual({ AccessKeyPolicy: home });
  });

  it('stays as it is when another is refused, and is nothing to another account', async () => {
    const other = await world.account();
    await setForAccount(office);
    expect(await refusal(setForAccount('{}'))).toBe('InvalidParameter.AccessKeyPolicy.Format');
    await other.ims('SetAccessKeyPolicyForAccount', { AccessKeyPolicy: home });
    expect(await getForAccount()).toEqual({ AccessKeyPolicy: office });
  });
});
