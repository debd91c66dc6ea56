import { apiError } from '../../../kernel/errors.ts';
import { changeOperation, ims } from '../../../kernel/operation.ts';
import { object } from '../../../kernel/response.ts';
import { semicolonList } from '../../../kernel/text/list-text.ts';
import type { Application, Provision } from '../application.ts';
import { applicationNotExist, grantedScopeNotAsked, requiredScopeNotGranted } from '../errors.ts';
import { applicationById, onApplication } from '../lookup.ts';
import { applicationId, grantedScopes } from '../parameters.ts';
import { requireAmong, withOpenId } from '../scopes.ts';
import { findProvision, insertProvision, updateProvisionRow } from '../store.ts';
import { newProvisionFields, newProvisionMembers } from '../wire.ts';

/** Installing what is installed sets the scopes anew; a grant is never made larger without a call that says so. */
export const imsProvisionApplication = changeOperation({
  api: ims,
  name: 'ProvisionApplication',
  summary: [
    'Installs an application of the account, or sets what an installed one is granted.',
    '在账号中安装自有应用；已安装时重新设置授权范围。',
  ],
  parameters: { applicationId, scopes: grantedScopes },
  response: { ApplicationProvisionInfo: object(newProvisionFields) },
  errors: [applicationNotExist, grantedScopeNotAsked, requiredScopeNotGranted],
  authorization: onApplication,
  async run(scope, command): Promise<Provision> {
    const application = await applicationById(scope, command.applicationId);
    const scopes = granted(application, command.scopes);
    const before = await findProvision(scope, application);
    if (before !== undefined) {
      const after = { ...before, scopes, updatedAt: scope.now };
      await updateProvisionRow(scope, after);
      return after;
    }
    const provision = { application, scopes, createdAt: scope.now, updatedAt: scope.now };
    await insertProvision(scope, provision);
    return provision;
  },
  render: (provision, { context }) => ({
    ApplicationProvisionInfo: newProvisionMembers(provision, context),
  }),
});

function granted(application: Application, given: string | undefined): readonly string[] {
  if (given === undefined) return application.scopes;
  const asked = semicolonList.itemsOf(given);
  requireAmong(asked, application.scopes, grantedScopeNotAsked);
  const scopes = withOpenId(asked);
  const missing = application.requiredScopes.find(name => !scopes.includes(name));
  if (missing !== undefined) throw apiError(requiredScopeNotGranted, { scope: missing });
  return scopes;
}
