import { responseXml } from '../../saml-idp.ts';
import { makeSigningKey, type SigningKey } from '../../saml-keys.ts';
import { encodedMetadata, keyDescriptor } from '../../saml-metadata.ts';
import type { WireParameters } from '../../test-account.ts';
import { type Account, harmlessDocument } from '../account.ts';
import { call, plain, type ValidCall, type ValidCalls } from './valid-call.ts';

const sessionPolicy = { Policy: harmlessDocument, DurationSeconds: '900' };

/** A call that ends the sessions of something which is made for it. */
function ending(
  make: (account: Account) => Promise<readonly [parameters: WireParameters, relativeId: string]>,
): readonly ValidCall[] {
  return [
    {
      title: '',
      outcome: 'Success',
      async arrange(account) {
        const [parameters, relativeId] = await make(account);
        return { parameters, resources: [`acs:wardenry:*:${account.id}:${relativeId}`] };
      },
    },
  ];
}

/** What exchanges the token of a provider for a session of a role that trusts it. */
async function oidcExchange(account: Account): Promise<WireParameters> {
  const { issuers } = account.contract.server;
  const [OIDCProviderName, RoleName] = [account.fresh('idp'), account.fresh('role')];
  const IssuerUrl = issuers.urlOf(OIDCProviderName);
  await account.do('Ims CreateOIDCProvider', { OIDCProviderName, IssuerUrl, ClientIds: 'sts.aliyuncs.com' });
  const OIDCProviderArn = `acs:ram::${account.id}:oidc-provider/${OIDCProviderName}`;
  const Statement = [
    { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Federated: [OIDCProviderArn] } },
  ];
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '1', Statement });
  await account.do('Ram CreateRole', {
    RoleName,
    AssumeRolePolicyDocument,
    MaxSessionDuration: '43200',
  });
  return {
    OIDCProviderArn,
    RoleArn: `acs:ram::${account.id}:role/${RoleName}`,
    OIDCToken: issuers.tokenOf(OIDCProviderName),
    RoleSessionName: 'session@1',
    ...sessionPolicy,
  };
}

/** The key of every SAML provider of the suite, made when it is needed first. */
let samlKey: Promise<SigningKey> | undefined;

/** What exchanges the assertion of a provider for a session of a role that trusts it. */
async function samlExchange(account: Account): Promise<WireParameters> {
  samlKey ??= makeSigningKey('rsa');
  const key = await samlKey;
  const [SAMLProviderName, RoleName] = [account.fresh('idp'), account.fresh('role')];
  const EncodedSAMLMetadataDocument = encodedMetadata({ keys: keyDescriptor(key.certificate) });
  await account.do('Ims CreateSAMLProvider', { SAMLProviderName, EncodedSAMLMetadataDocument });
  const SAMLProviderArn = `acs:ram::${account.id}:saml-provider/${SAMLProviderName}`;
  const RoleArn = `acs:ram::${account.id}:role/${RoleName}`;
  const Statement = [
    { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Federated: [SAMLProviderArn] } },
  ];
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '1', Statement });
  await account.do('Ram CreateRole', { RoleName, AssumeRolePolicyDocument, MaxSessionDuration: '43200' });
  const id = `_${account.fresh('assertion')}`;
  const response = responseXml({ id, roles: [`${RoleArn},${SAMLProviderArn}`], signing: { key } });
  const SAMLAssertion = Buffer.from(response).toString('base64');
  return { SAMLProviderArn, RoleArn, SAMLAssertion, ...sessionPolicy };
}

/** Operations on sessions. */
export const sessionCalls: ValidCalls = {
  'Sts GetCallerIdentity': [plain({})],
  'Sts AssumeRole': [
    call(async account => {
      const role = await account.role();
      const RoleArn = `acs:ram::${account.id}:role/${role}`;
      const named = { RoleArn, RoleSessionName: 'session@1', ExternalId: 'a/b=c', SourceIdentity: 'ann' };
      return [{ ...named, ...sessionPolicy }, `role/${role}`];
    }),
    call(
      account => {
        const role = account.fresh('role');
        const RoleArn = `acs:ram::${account.id}:role/${role}`;
        return [{ RoleArn, RoleSessionName: 'session@1' }, `role/${role}`];
      },
      'of a role that is not there',
      'EntityNotExist.Role',
    ),
  ],
  'Sts AssumeRoleWithSAML': [
    call(async account => [await samlExchange(account)]),
    call(
      account => [
        {
          SAMLProviderArn: `acs:ram::${account.id}:saml-provider/idp`,
          RoleArn: `acs:ram::${account.id}:role/reader`,
          SAMLAssertion: Buffer.from(`<Response ID="${account.fresh('response')}"/>`).toString('base64'),
          ...sessionPolicy,
        },
      ],
      'of a provider that is not there',
      'EntityNotExist.SAMLProvider',
    ),
  ],
  'Sts AssumeRoleWithOIDC': [
    call(async account => [await oidcExchange(account)]),
    call(
      account => [
        {
          OIDCProviderArn: `acs:ram::${account.id}:oidc-provider/idp`,
          RoleArn: `acs:ram::${account.id}:role/reader`,
          OIDCToken: `${account.fresh('header')}.e30.c2lnbmF0dXJl`,
          RoleSessionName: 'session@1',
          ...sessionPolicy,
        },
      ],
      'of a provider that is not there',
      'AuthenticationFail.NoPermission',
    ),
  ],
  'Wardenry EndAccountSessions': ending(async () => [{}, '*']),
  'Wardenry EndUserSessions': ending(async account => {
    const { name } = await account.user();
    return [{ UserName: name }, `user/${name}`];
  }),
  'Wardenry EndRoleSessions': ending(async account => {
    const name = await account.role();
    return [{ RoleName: name }, `role/${name}`];
  }),
  'Wardenry EndSAMLProviderSessions': ending(async account => {
    const SAMLProviderName = account.fresh('idp');
    await account.do('Ims CreateSAMLProvider', {
      SAMLProviderName,
      EncodedSAMLMetadataDocument: encodedMetadata(),
    });
    return [{ SAMLProviderName }, `saml-provider/${SAMLProviderName}`];
  }),
  'Wardenry EndOIDCProviderSessions': ending(async account => {
    const OIDCProviderName = account.fresh('idp');
    await account.do('Ims CreateOIDCProvider', {
      OIDCProviderName,
      IssuerUrl: `https://issuer.example/${OIDCProviderName}`,
      ClientIds: 'sts.aliyuncs.com',
    });
    return [{ OIDCProviderName }, `oidc-provider/${OIDCProviderName}`];
  }),
};
