import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../test/area-harness.ts';
import { certificates, encodedMetadata, keyDescriptor, metadataXml } from '../../../test/saml-metadata.ts';

const METADATA = encodedMetadata();
const OTHER_METADATA = encodedMetadata({ keys: keyDescriptor(certificates.ec) });

let world: World;
let account: TestAccount;

beforeAll(async () => {
  world = await openWorld({ limits: { samlProviders: 3 } });
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
});

const create = (name: string, more: Record<string, string> = {}) =>
  account.ims('CreateSAMLProvider', {
    SAMLProviderName: name,
    EncodedSAMLMetadataDocument: METADATA,
    ...more,
  });

const update = (name: string, more: Record<string, string>) =>
  account.ims('UpdateSAMLProvider', { SAMLProviderName: name, ...more });

const get = async (name: string) =>
  (await account.ims('GetSAMLProvider', { SAMLProviderName: name })).SAMLProvider as Record<string, unknown>;

const list = async (more: Record<string, string> = {}) => {
  const { SAMLProviders, ...page } = await account.ims('ListSAMLProviders', more);
  const { SAMLProvider } = SAMLProviders as { SAMLProvider: { SAMLProviderName: string }[] };
  return { page, providers: SAMLProvider };
};

const names = async () => (await list()).providers.map(({ SAMLProviderName }) => SAMLProviderName);

describe('CreateSAMLProvider', () => {
  it('shows what was given without the document, and the default of what was not', async () => {
    const bornAt = world.isoNow();
    const { SAMLProvider } = await create('Corp.IdP', { Description: 'ours' });
    expect(SAMLProvider).toEqual({
      SAMLProviderName: 'Corp.IdP',
      Arn: `acs:ram::${account.accountId}:saml-provider/Corp.IdP`,
      Description: 'ours',
      AuthnSignAlgo: 'rsa-sha1',
      CreateDate: bornAt,
      UpdateDate: bornAt,
    });
    expect(account.touched).toEqual([{ kind: 'saml-provider', id: expect.stringMatching(/^saml-/) }]);
    expect(await get('corp.idp')).toEqual({
      ...(SAMLProvider as object),
      EncodedSAMLMetadataDocument: METADATA,
    });
  });

  it('takes the metadata later', async () => {
    await account.ims('CreateSAMLProvider', { SAMLProviderName: 'a' });
    expect(await get('a')).toMatchObject({ EncodedSAMLMetadataDocument: '', Description: '' });
    await update('a', { NewEncodedSAMLMetadataDocument: METADATA });
    expect((await get('a')).EncodedSAMLMetadataDocument).toBe(METADATA);
  });

  it('says what is wrong with the metadata, and stores nothing', async () => {
    const EncodedSAMLMetadataDocument = encodedMetadata({ keys: '' });
    const call = create('a', { EncodedSAMLMetadataDocument });
    await expect(call).rejects.toThrow(/"EncodedSAMLMetadataDocument".*has no certificate/);
    expect(await refusal(call)).toBe('InvalidParameter.EncodedSAMLMetadataDocument.Format');
    expect(await names()).toEqual([]);
  });

  it.each(['\n', '\r\n'])(
    'takes metadata that %j breaks into lines, and shows it as it was given',
    async end => {
      const lines = METADATA.match(/.{1,76}/g) ?? [];
      const EncodedSAMLMetadataDocument = lines.map(line => line + end).join('');
      await create('a', { EncodedSAMLMetadataDocument });
      expect((await get('a')).EncodedSAMLMetadataDocument).toBe(EncodedSAMLMetadataDocument);
    },
  );

  it.each([
    metadataXml(),
    `${METADATA}=`,
    METADATA.slice(0, -1),
    `${METADATA} `,
    `${METADATA}\r`,
    METADATA.replaceAll('A', '-'),
  ])('takes no metadata that is not Base64: %j', async text => {
    const call = create('a', { EncodedSAMLMetadataDocument: text });
    await expect(call).rejects.toThrow('Base64');
    expect(await refusal(call)).toBe('InvalidParameter.EncodedSAMLMetadataDocument.Format');
    expect(await names()).toEqual([]);
  });

  it('refuses a name that is taken, whatever its case', async () => {
    await create('idp');
    expect(await refusal(create('IDP', { Description: 'other' }))).toBe('EntityAlreadyExists.SAMLProvider');
    expect((await get('idp')).Description).toBe('');
  });

  it('refuses more than the quota, and takes another when one is deleted', async () => {
    for (const name of ['c', 'b', 'a']) await create(name);
    expect(await refusal(create('d'))).toBe('LimitExceeded.SAMLProvider');
    await account.ims('DeleteSAMLProvider', { SAMLProviderName: 'b' });
    await create('d');
    expect(await names()).toEqual(['a', 'c', 'd']);
  });

  it.each(['-a', 'a-', '.'])('refuses the name %s', async name => {
    expect(await refusal(create(name))).toBe('InvalidParameter.SAMLProviderName.Format');
  });
});

describe('ListSAMLProviders', () => {
  it('gives pages in the order of the names, without documents', async () => {
    for (const name of ['b', 'A', 'c']) await create(name);
    const first = await list({ MaxItems: '2' });
    expect(first.providers.map(({ SAMLProviderName }) => SAMLProviderName)).toEqual(['A', 'b']);
    expect(first.page.IsTruncated).toBe(true);
    expect(Object.keys(first.providers[0] ?? {})).not.toContain('EncodedSAMLMetadataDocument');
    const second = await list({ MaxItems: '2', Marker: String(first.page.Marker) });
    expect(second.providers.map(({ SAMLProviderName }) => SAMLProviderName)).toEqual(['c']);
    expect(second.page).toEqual({ IsTruncated: false });
  });
});

describe('UpdateSAMLProvider', () => {
  it('changes what is given and leaves the rest', async () => {
    await create('a', { Description: 'old', AuthnSignAlgo: 'rsa-sha256' });
    world.advance(5000);
    await update('A', { NewEncodedSAMLMetadataDocument: OTHER_METADATA });
    expect(await get('a')).toMatchObject({
      SAMLProviderName: 'a',
      EncodedSAMLMetadataDocument: OTHER_METADATA,
      Description: 'old',
      AuthnSignAlgo: 'rsa-sha256',
      UpdateDate: world.isoNow(),
    });
    await update('a', { NewDescription: '', AuthnSignAlgo: 'rsa-sha1' });
    expect(await get('a')).toMatchObject({
      EncodedSAMLMetadataDocument: OTHER_METADATA,
      Description: '',
      AuthnSignAlgo: 'rsa-sha1',
    });
  });

  it.each([
    ['nothing', {}, 'InvalidParameter'],
    ['an algorithm alone', { AuthnSignAlgo: 'rsa-sha256' }, 'InvalidParameter'],
    [
      'metadata that cannot be used',
      { NewEncodedSAMLMetadataDocument: 'YWJj', NewDescription: 'new' },
      'InvalidParameter.NewEncodedSAMLMetadataDocument.Format',
    ],
  ])('is refused with %s, and changes nothing', async (_title, more, code) => {
    await create('a', { Description: 'old' });
    const before = await get('a');
    world.advance(5000);
    expect(await refusal(update('a', more))).toBe(code);
    expect(await get('a')).toEqual(before);
  });
});

describe('a SAML provider that does not exist', () => {
  it.each([
    ['GetSAMLProvider', {}],
    ['UpdateSAMLProvider', { NewDescription: 'new' }],
    ['DeleteSAMLProvider', {}],
  ])('is what %s says', async (operation, more) => {
    expect(await refusal(account.ims(operation, { SAMLProviderName: 'none', ...more }))).toBe(
      'EntityNotExist.SAMLProvider',
    );
  });

  it('is what a deleted one becomes, and another of its name is another', async () => {
    await create('a');
    const [born] = account.touched;
    await account.ims('DeleteSAMLProvider', { SAMLProviderName: 'A' });
    expect(account.touched).toEqual([born]);
    expect(await names()).toEqual([]);
    expect(await refusal(account.ims('DeleteSAMLProvider', { SAMLProviderName: 'a' }))).toBe(
      'EntityNotExist.SAMLProvider',
    );
    await create('a');
    expect(account.touched).not.toEqual([born]);
  });
});
