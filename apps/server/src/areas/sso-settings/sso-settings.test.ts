import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../test/area-harness.ts';
import { certificates, encodedMetadata, keyDescriptor } from '../../../test/saml-metadata.ts';

const METADATA = encodedMetadata();
const DEFAULTS = {
  SsoEnabled: false,
  MetadataDocument: '',
  AuxiliaryDomain: '',
  SsoLoginWithDomain: true,
  AuthnSignAlgo: 'rsa-sha1',
};

let world: World;
let account: TestAccount;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
});

const set = (parameters: Record<string, string>) => account.ims('SetUserSsoSettings', parameters);
const get = async () =>
  (await account.ims('GetUserSsoSettings', {})).UserSsoSettings as Record<string, unknown>;

describe('GetUserSsoSettings', () => {
  it('shows the defaults of an account that never set any', async () => {
    expect(await get()).toEqual(DEFAULTS);
  });
});

describe('SetUserSsoSettings', () => {
  const everything = {
    SsoEnabled: 'true',
    MetadataDocument: METADATA,
    AuxiliaryDomain: 'Corp.example.com',
    SsoLoginWithDomain: 'false',
    AuthnSignAlgo: 'rsa-sha256',
  };
  const shown = { ...everything, SsoEnabled: true, SsoLoginWithDomain: false };

  it('stores all that it is given', async () => {
    expect((await set(everything)).UserSsoSettings).toEqual(shown);
    expect(await get()).toEqual(shown);
  });

  it('keeps metadata and domain when they are left out, and gives the rest its defaults', async () => {
    await set(everything);
    await set({});
    expect(await get()).toEqual({
      ...DEFAULTS,
      MetadataDocument: METADATA,
      AuxiliaryDomain: 'Corp.example.com',
    });
  });

  it('prepares while it is off, and is switched on alone', async () => {
    await set({ MetadataDocument: METADATA });
    await set({ SsoEnabled: 'true' });
    expect(await get()).toEqual({ ...DEFAULTS, SsoEnabled: true, MetadataDocument: METADATA });
  });

  it('replaces the metadata in whole', async () => {
    await set(everything);
    const MetadataDocument = encodedMetadata({ keys: keyDescriptor(certificates.ec) });
    await set({ ...everything, MetadataDocument });
    expect(await get()).toEqual({ ...shown, MetadataDocument });
  });

  it('is not switched on without metadata', async () => {
    expect(await refusal(set({ SsoEnabled: 'true' }))).toBe('MissingMetadataDocument');
    expect(await get()).toEqual(DEFAULTS);
  });

  it('does not lose its metadata while it stays on', async () => {
    await set(everything);
    expect(await refusal(set({ ...everything, MetadataDocument: '' }))).toBe('MissingMetadataDocument');
    expect(await get()).toEqual(shown);
    await set({ MetadataDocument: '', AuxiliaryDomain: '' });
    expect(await get()).toEqual(DEFAULTS);
  });

  it.each([
    ['MetadataDocument', 'YWJj'],
    ['MetadataDocument', encodedMetadata({ services: '' })],
    ['AuxiliaryDomain', 'localhost'],
    ['AuxiliaryDomain', '-a.example'],
    ['AuxiliaryDomain', 'a..example'],
    ['AuxiliaryDomain', 'a_b.example'],
    ['AuxiliaryDomain', `${'x'.repeat(64)}.example`],
  ])('refuses as %s what cannot be used, and changes nothing', async (parameter, value) => {
    await set(everything);
    expect(await refusal(set({ [parameter]: value }))).toBe(`InvalidParameter.${parameter}.Format`);
    expect(await get()).toEqual(shown);
  });

  it.each(['corp.onaliyun.com', 'CORP.OnAliyun.com', 'a.corp.onaliyun.com', 'onaliyun.com'])(
    'refuses the auxiliary domain %s, which names another account or may come to, and changes nothing',
    async AuxiliaryDomain => {
      await set(everything);
      expect(await refusal(set({ AuxiliaryDomain }))).toBe('InvalidParameter.AuxiliaryDomain');
      expect(await get()).toEqual(shown);
    },
  );

  it('takes an auxiliary domain that only looks like one of the installation', async () => {
    for (const AuxiliaryDomain of ['notonaliyun.com', 'onaliyun.com.example']) {
      await set({ AuxiliaryDomain });
      expect((await get()).AuxiliaryDomain).toBe(AuxiliaryDomain);
    }
  });

  it('goes by the suffix of the installation', async () => {
    const own = await openWorld({ domainSuffix: 'id.example.com' });
    try {
      const tenant = await own.account();
      const call = tenant.ims('SetUserSsoSettings', { AuxiliaryDomain: 'corp.id.example.com' });
      expect(await refusal(call)).toBe('InvalidParameter.AuxiliaryDomain');
      await tenant.ims('SetUserSsoSettings', { AuxiliaryDomain: 'corp.onaliyun.com' });
    } finally {
      await own.close();
    }
  });

  it('leaves other accounts alone', async () => {
    const other = await world.account();
    await set(everything);
    expect((await other.ims('GetUserSsoSettings', {})).UserSsoSettings).toEqual(DEFAULTS);
  });
});
