import type { Account } from '../account.ts';
import { call, difficult, pages, type ValidCalls } from './valid-call.ts';

/** A provider with two client ids and two fingerprints; gives its name. */
async function provider(account: Account): Promise<string> {
  const name = account.fresh('idp');
  await account.do('Ims CreateOIDCProvider', {
    OIDCProviderName: name,
    IssuerUrl: `https://issuer.example/${name}`,
    ClientIds: 'sts.aliyuncs.com,app:1/x',
    Fingerprints: '902ef2deeb3c5b13ea4c3d5193629309e231ae55,ab12',
    Description: 'of a test',
  });
  return name;
}

/** A call about a fresh provider. */
const about = (more: Readonly<Record<string, string>>) =>
  call(async account => {
    const name = await provider(account);
    return [{ OIDCProviderName: name, ...more }, `oidc-provider/${name}`];
  });

/** Operations on OIDC providers. */
export const oidcProviderCalls: ValidCalls = {
  'Ims CreateOIDCProvider': [
    call(account => {
      const name = account.fresh('idp');
      const parameters = {
        OIDCProviderName: name,
        IssuerUrl: `https://issuer.example:8443/${name}`,
        ClientIds: 'a,b',
        Fingerprints: 'ab12',
        IssuanceLimitTime: '168',
        Description: difficult,
      };
      return [parameters, 'oidc-provider/*'];
    }),
  ],
  'Ims GetOIDCProvider': [about({})],
  'Ims ListOIDCProviders': pages('Ims ListOIDCProviders', 'oidc-provider/*', async account => {
    await provider(account);
    await provider(account);
  }),
  'Ims UpdateOIDCProvider': [
    about({ ClientIds: 'c', IssuanceLimitTime: '1', NewDescription: difficult }),
    about({ NewDescription: '' }),
  ],
  'Ims DeleteOIDCProvider': [about({})],
  'Ims AddClientIdToOIDCProvider': [about({ ClientId: 'new.client-1' })],
  'Ims RemoveClientIdFromOIDCProvider': [about({ ClientId: 'app:1/x' })],
  'Ims AddFingerprintToOIDCProvider': [about({ Fingerprint: '0AF' })],
  'Ims RemoveFingerprintFromOIDCProvider': [
    about({ Fingerprint: '902ef2deeb3c5b13ea4c3d5193629309e231ae55' }),
  ],
};
