import { harmlessDocument } from '../account.ts';
import { call, plain, type ValidCalls } from './valid-call.ts';

const sessionPolicy = { Policy: harmlessDocument, DurationSeconds: '900' };

// No role and no provider can be created so far.
/** Operations on sessions. */
export const sessionCalls: ValidCalls = {
  'Sts GetCallerIdentity': [plain({})],
  'Sts AssumeRole': [
    {
      title: '',
      outcome: 'EntityNotExist.Role',
      async arrange(account) {
        const role = account.fresh('role');
        const RoleArn = `acs:ram::${account.id}:role/${role}`;
        const named = { RoleArn, RoleSessionName: 'session@1', ExternalId: 'a/b=c', SourceIdentity: 'ann' };
        return { parameters: { ...named, ...sessionPolicy }, resources: [account.arn(`role/${role}`)] };
      },
    },
  ],
  'Sts AssumeRoleWithSAML': [
    call(
      account => [
        {
          SAMLProviderArn: `acs:ram::${account.id}:saml-provider/idp`,
          RoleArn: `acs:ram::${account.id}:role/reader`,
          SAMLAssertion: Buffer.from(`<Response ID="${account.fresh('response')}"/>`).toString('base64'),
          ...sessionPolicy,
        },
      ],
      '',
      'EntityNotExist.SAMLProvider',
    ),
  ],
  'Sts AssumeRoleWithOIDC': [
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
      '',
      'AuthenticationFail.NoPermission',
    ),
  ],
};
