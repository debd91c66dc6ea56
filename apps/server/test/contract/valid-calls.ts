/**
 * For every operation the calls that are right: what must be there first, the parameters, and the resources that the call
 * is authorized on. An operation without an entry fails the suite.
 */
import { accessKeyCalls } from './calls/access-keys.ts';
import { applicationCalls } from './calls/applications.ts';
import { attachmentCalls } from './calls/attachments.ts';
import { authorizationCalls } from './calls/authorization.ts';
import { gatewayTokenCalls } from './calls/gateway-tokens.ts';
import { groupCalls } from './calls/groups.ts';
import { logonSettingCalls } from './calls/logon-settings.ts';
import { oidcProviderCalls } from './calls/oidc-providers.ts';
import { policyCalls } from './calls/policies.ts';
import { roleCalls } from './calls/roles.ts';
import { sessionCalls } from './calls/sessions.ts';
import { tagCalls } from './calls/tags.ts';
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
  ...logonSettingCalls,
  ...policyCalls,
  ...roleCalls,
  ...attachmentCalls,
  ...tagCalls,
  ...sessionCalls,
  ...authorizationCalls,
  ...oidcProviderCalls,
  ...applicationCalls,
  ...gatewayTokenCalls,
  ...others,
};
