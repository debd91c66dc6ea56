import { changed } from '../../kernel/changed.ts';
import { changeOperation, ims } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { semicolonList } from '../../kernel/text/list-text.ts';
import type { Application } from './application.ts';
import {
  applicationNotExist,
  newRequiredScopeNotAsked,
  newScopeNotOfType,
  newUriNotOfType,
} from './errors.ts';
import { applicationById, onApplication } from './lookup.ts';
import {
  applicationId,
  newAccessTokenValidity,
  newDisplayName,
  newMultiTenant,
  newPredefinedScopes,
  newRedirectUris,
  newRefreshTokenValidity,
  newRequiredScopes,
  newSecretRequired,
} from './parameters.ts';
import { requireUrisOf } from './redirect-uris.ts';
import { requireAmong, requireOfType, withOpenId } from './scopes.ts';
import { findProvision, updateApplicationRow, updateProvisionRow } from './store.ts';
import { applicationFields, applicationMembers } from './wire.ts';

export const imsUpdateApplication = changeOperation({
  api: ims,
  name: 'UpdateApplication',
  summary: [
    'Changes an application; URIs and scopes that are given replace all that it has.',
    '修改应用；传入的回调地址和授权范围会替换原有的全部内容。',
  ],
  parameters: {
    applicationId,
    displayName: newDisplayName,
    redirectUris: newRedirectUris,
    predefinedScopes: newPredefinedScopes,
    requiredScopes: newRequiredScopes,
    secretRequired: newSecretRequired,
    accessTokenValidity: newAccessTokenValidity,
    refreshTokenValidity: newRefreshTokenValidity,
    multiTenant: newMultiTenant,
  },
  response: { Application: object(applicationFields) },
  errors: [applicationNotExist, newScopeNotOfType, newRequiredScopeNotAsked, newUriNotOfType],
  authorization: onApplication,
  async run(scope, command) {
    const before = await applicationById(scope, command.applicationId);
    const redirectUris = optionalItems(command.redirectUris);
    requireUrisOf(before.type, redirectUris ?? [], newUriNotOfType);
    const application = changed(before, {
      ...scopesAfter(before, command),
      redirectUris,
      displayName: command.displayName,
      isSecretRequired: before.type === 'NativeApp' ? command.secretRequired : undefined,
      accessTokenValidity: command.accessTokenValidity,
      refreshTokenValidity: command.refreshTokenValidity,
      isMultiTenant: command.multiTenant,
      updatedAt: scope.now,
    });
    await updateApplicationRow(scope, application);
    await keepGrantedWithinScopes(scope, application);
    return application;
  },
  render: (application, { context }) => ({
    Application: applicationMembers(application, context.accountId),
  }),
});

interface NewScopes {
  readonly predefinedScopes?: string;
  readonly requiredScopes?: string;
}

/** What it asks for and what is required of that; a scope that it does not ask for any more is not required either. */
function scopesAfter(
  before: Application,
  command: NewScopes,
): Pick<Application, 'scopes' | 'requiredScopes'> {
  const asked = optionalItems(command.predefinedScopes) ?? before.scopes;
  requireOfType(asked, before.type, newScopeNotOfType);
  const scopes = withOpenId(asked);
  const given = optionalItems(command.requiredScopes);
  requireAmong(given ?? [], scopes, newRequiredScopeNotAsked);
  const required = given ?? before.requiredScopes.filter(name => scopes.includes(name));
  return { scopes, requiredScopes: withOpenId(required) };
}

/** What was granted ends with the application's asking for it: asked for again, it is granted anew or not at all. */
async function keepGrantedWithinScopes(scope: ChangeScope, application: Application): Promise<void> {
  const provision = await findProvision(scope, application);
  if (provision === undefined) return;
  const scopes = provision.scopes.filter(name => application.scopes.includes(name));
  if (scopes.length === provision.scopes.length) return;
  await updateProvisionRow(scope, { ...provision, scopes, updatedAt: scope.now });
}

function optionalItems(text: string | undefined): readonly string[] | undefined {
  return text === undefined ? undefined : semicolonList.itemsOf(text);
}
