import { encodedMetadata } from '../../../../apps/server/test/saml-metadata.ts';
import { attributesOf, changes, type Resource } from '../resource.ts';

const missingSaml = ['EntityNotExist.SAMLProvider', 'EntityNotExist.SAMLProviderError'];

const samlShown = ['SAMLProviderName', 'Description', 'EncodedSAMLMetadataDocument'];

/** Metadata of an identity provider of that name. */
function metadataOf(name: string): string {
  return encodedMetadata({ entityAttributes: `entityID="https://${name}.example/metadata"` });
}

/** Its document is sent with every update. */
export const samlProvider: Resource = {
  type: 'alicloud_ram_saml_provider',
  configure({ fresh }) {
    const SAMLProviderName = fresh('saml');
    return {
      first: {
        SAMLProviderName,
        Description: 'of the office',
        EncodedSAMLMetadataDocument: metadataOf('one'),
      },
      changed: { SAMLProviderName, Description: '', EncodedSAMLMetadataDocument: metadataOf('other') },
    };
  },
  async create(provider, wanted) {
    return (await provider.call('Ims CreateSAMLProvider', wanted)).textAt('$.SAMLProvider.SAMLProviderName');
  },
  async read(provider, id) {
    const reply = await provider.expecting(missingSaml, 'Ims GetSAMLProvider', { SAMLProviderName: id });
    return reply && attributesOf(reply.objectAt('$.SAMLProvider'), samlShown);
  },
  async update(provider, SAMLProviderName, was, wanted) {
    const { NewDescription } = changes(was, wanted);
    await provider.call('Ims UpdateSAMLProvider', {
      SAMLProviderName,
      NewEncodedSAMLMetadataDocument: String(wanted.EncodedSAMLMetadataDocument),
      ...(NewDescription === undefined ? {} : { NewDescription }),
    });
  },
  async remove(provider, id) {
    await provider.expecting(['EntityNotExist.SAMLProvider'], 'Ims DeleteSAMLProvider', {
      SAMLProviderName: id,
    });
  },
  drift: ({ elsewhere }, id) =>
    elsewhere('Ims UpdateSAMLProvider', { SAMLProviderName: id, NewDescription: 'changed by hand' }),
  vanish: ({ elsewhere }, id) => elsewhere('Ims DeleteSAMLProvider', { SAMLProviderName: id }),
};

const missingOidc = ['EntityNotExist.OIDCProvider'];

function listIn(text: string | undefined): string[] {
  return text === undefined || text === '' ? [] : text.split(',');
}

const oidcShown = [
  'OIDCProviderName',
  'IssuerUrl',
  'ClientIds',
  'Fingerprints',
  'IssuanceLimitTime',
  'Description',
];

/** Fingerprints are added and removed one by one, everything else is updated. */
export const oidcProvider: Resource = {
  type: 'alicloud_ims_oidc_provider',
  configure({ fresh }) {
    const OIDCProviderName = fresh('oidc');
    const named = { OIDCProviderName, IssuerUrl: `https://issuer.example/${OIDCProviderName}` };
    return {
      first: {
        ...named,
        ClientIds: 'one,two',
        Fingerprints: '902ef2deeb3c5b13ea4c3d5193629309e231ae55',
        IssuanceLimitTime: '12',
        Description: 'of the build',
      },
      changed: {
        ...named,
        ClientIds: 'two,three',
        Fingerprints: '1111111111111111111111111111111111111111',
        IssuanceLimitTime: '24',
        Description: '',
      },
    };
  },
  async create(provider, wanted) {
    return (await provider.call('Ims CreateOIDCProvider', wanted)).textAt('$.OIDCProvider.OIDCProviderName');
  },
  async read(provider, id) {
    const reply = await provider.expecting(missingOidc, 'Ims GetOIDCProvider', { OIDCProviderName: id });
    return reply && attributesOf(reply.objectAt('$.OIDCProvider'), oidcShown);
  },
  async update(provider, OIDCProviderName, was, wanted) {
    const { Fingerprints, Description, ...others } = changes(was, wanted, attribute => attribute);
    await provider.call('Ims UpdateOIDCProvider', {
      OIDCProviderName,
      ...others,
      ...(Description === undefined ? {} : { NewDescription: Description }),
    });
    const [before, after] = [listIn(was.Fingerprints), listIn(Fingerprints ?? was.Fingerprints)];
    for (const Fingerprint of after.filter(each => !before.includes(each))) {
      await provider.call('Ims AddFingerprintToOIDCProvider', { OIDCProviderName, Fingerprint });
    }
    for (const Fingerprint of before.filter(each => !after.includes(each))) {
      await provider.call('Ims RemoveFingerprintFromOIDCProvider', { OIDCProviderName, Fingerprint });
    }
  },
  async remove(provider, id) {
    await provider.expecting(missingOidc, 'Ims DeleteOIDCProvider', { OIDCProviderName: id });
  },
  drift: ({ elsewhere }, id) =>
    elsewhere('Ims AddClientIdToOIDCProvider', { OIDCProviderName: id, ClientId: 'four' }),
  vanish: ({ elsewhere }, id) => elsewhere('Ims DeleteOIDCProvider', { OIDCProviderName: id }),
};
