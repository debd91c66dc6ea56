/**
 * For every operation the calls that are right: what must be there first, the parameters, and the resources that the call
 * is authorized on. An operation without an entry fails the suite.
 */
import { documentOf } from './account.ts';
import { accessKeyCalls } from './calls/access-keys.ts';
import { applicationCalls } from './calls/applications.ts';
import { attachmentCalls } from './calls/attachments.ts';
import { authorizationCalls } from './calls/authorization.ts';
import { factorCalls } from './calls/factors.ts';
import { gatewayTokenCalls } from './calls/gateway-tokens.ts';
import { groupCalls } from './calls/groups.ts';
import { logonSettingCalls } from './calls/logon-settings.ts';
import { oidcProviderCalls } from './calls/oidc-providers.ts';
import { policyCalls } from './calls/policies.ts';
import { accessKeyPolicyCalls, recycleBinCalls } from './calls/recycle-bin.ts';
import { reportCalls } from './calls/reports.ts';
import { resourceGroupCalls } from './calls/resource-groups.ts';
import { roleCalls } from './calls/roles.ts';
import { samlCalls } from './calls/saml.ts';
import { serviceLinkedRoleCalls } from './calls/service-linked-roles.ts';
import { sessionCalls } from './calls/sessions.ts';
import { storedOnlyCalls } from './calls/stored-only.ts';
import { tagCalls } from './calls/tags.ts';
import { userCalls } from './calls/users.ts';
import { call, plain, type ValidCalls } from './calls/valid-call.ts';

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
    call(async account => {
      const { signer } = await account.callerWith(documentOf('Deny', ['ram:ListUsers']));
      return [{ EncodedDiagnosticMessage: await account.refusalMessage(signer) }, '*'];
    }, 'of an explicit denial'),
  ],
};

/** The right calls by the name of the operation. */
export const validCalls: ValidCalls = {
  ...userCalls,
  ...groupCalls,
  ...accessKeyCalls,
  ...accessKeyPolicyCalls,
  ...recycleBinCalls,
  ...logonSettingCalls,
  ...factorCalls,
  ...policyCalls,
  ...roleCalls,
  ...serviceLinkedRoleCalls,
  ...resourceGroupCalls,
  ...attachmentCalls,
  ...tagCalls,
  ...sessionCalls,
  ...authorizationCalls,
  ...oidcProviderCalls,
  ...samlCalls,
  ...applicationCalls,
  ...storedOnlyCalls,
  ...reportCalls,
  ...gatewayTokenCalls,
  ...others,
};
