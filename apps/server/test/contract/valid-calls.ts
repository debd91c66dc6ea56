/**
 * For every operation the calls that are right: what must be there first, the parameters, and the resources that the call
 * is authorized on. An operation without an entry fails the suite.
 */
import { accessKeyCalls } from './calls/access-keys.ts';
import { attachmentCalls } from './calls/attachments.ts';
import { authorizationCalls } from './calls/authorization.ts';
import { gatewayTokenCalls } from './calls/gateway-tokens.ts';
import { groupCalls } from './calls/groups.ts';
import { oidcProviderCalls } from './calls/oidc-providers.ts';
import { policyCalls } from './calls/policies.ts';
import { sessionCalls } from './calls/sessions.ts';
import { userCalls } from './calls/users.ts';
import { plain, type ValidCalls } from './calls/valid-call.ts';

const others: ValidCalls = {
  'Wardenry GetServerInfo': [
    {
      title: '',
      outcome: 'Success',
      arrange: async ({ id }) => ({ parameters: {}, resources: [`acs:wardenry:*:${id}:*`] }),
    },
  ],
  'Ims GetAccountSummary': [plain({}, '*')],
  'Ram DecodeDiagnosticMessage': [
    {
      title: '',
      outcome: 'Success',
      arrange: async account => ({
        parameters: { EncodedDiagnosticMessage: await account.refusalMessage() },
        resources: [account.arn('*')],
      }),
    },
  ],
};

/** The right calls by the name of the operation. */
export const validCalls: ValidCalls = {
  ...userCalls,
  ...groupCalls,
  ...accessKeyCalls,
  ...policyCalls,
  ...attachmentCalls,
  ...sessionCalls,
  ...authorizationCalls,
  ...oidcProviderCalls,
  ...gatewayTokenCalls,
  ...others,
};
