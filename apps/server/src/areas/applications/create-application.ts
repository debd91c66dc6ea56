import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ims } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { semicolonList } from '../../kernel/text/list-text.ts';
import type { Application } from './application.ts';
import {
  applicationAlreadyExists,
  requiredScopeNotAsked,
  scopeNotOfType,
  tooManyApplications,
  uriNotOfType,
} from './errors.ts';
import { allApplications } from './lookup.ts';
import {
  accessTokenValidity,
  applicationName,
  applicationType,
  displayName,
  multiTenant,
  predefinedScopes,
  protocolVersion,
  redirectUris,
  refreshTokenValidity,
  requiredScopes,
  secretRequired,
} from './parameters.ts';
import { requireUrisOf } from './redirect-uris.ts';
import { requireAmong, requireOfType, withOpenId } from './scopes.ts';
import { countApplications, insertApplication, isNameTaken } from './store.ts';
import { applicationFields, applicationMembers } from './wire.ts';

/** Seconds that a refresh token is good for unless the call says otherwise (spec: domain 10). */
const REFRESH_VALIDITY = { WebApp: 7_776_000, NativeApp: 2_592_000, ServerApp: 2_592_000 } as const;

export const imsCreateApplication = changeOperation({
  api: ims,
  name: 'CreateApplication',
  summary: ['Registers an application that users may let act for them.', '创建应用，用户可授权其代为访问。'],
  parameters: {
    name: applicationName,
    displayName,
    type: applicationType,
    redirectUris,
    predefinedScopes,
    requiredScopes,
    secretRequired,
    accessTokenValidity,
    refreshTokenValidity,
    multiTenant,
    protocolVersion,
  },
  response: { Application: object(applicationFields) },
  errors: [
    applicationAlreadyExists,
    tooManyApplications,
    scopeNotOfType,
    requiredScopeNotAsked,
    uriNotOfType,
  ],
  authorization: { kind: 'policy', resources: () => [allApplications] },
  prepare: ({ ids }) => ids.applicationId(),
  async run(scope, command, applicationId): Promise<Application> {
    const { name, type } = command;
    const uris = semicolonList.itemsOf(command.redirectUris);
    requireUrisOf(type, uris, uriNotOfType);
    const asked = semicolonList.itemsOf(command.predefinedScopes);
    requireOfType(asked, type, scopeNotOfType);
    const scopes = withOpenId(asked);
    const required = semicolonList.itemsOf(command.requiredScopes);
    requireAmong(required, scopes, requiredScopeNotAsked);
    if (await isNameTaken(scope, name)) throw apiError(applicationAlreadyExists, { application: name });
    const limit = scope.context.limits.applications;
    if ((await countApplications(scope)) >= limit) throw apiError(tooManyApplications, { limit });
    const application: Application = {
      applicationId,
      name,
      displayName: command.displayName,
      type,
      redirectUris: uris,
      scopes,
      requiredScopes: withOpenId(required),
      isSecretRequired: type !== 'NativeApp' || command.secretRequired === true,
      accessTokenValidity: command.accessTokenValidity,
      refreshTokenValidity: command.refreshTokenValidity ?? REFRESH_VALIDITY[type],
      isMultiTenant: command.multiTenant ?? type !== 'WebApp',
      protocolVersion: command.protocolVersion,
      createdAt: scope.now,
      updatedAt: scope.now,
    };
    await insertApplication(scope, application);
    return application;
  },
  render: (application, { context }) => ({
    Application: applicationMembers(application, context.accountId),
  }),
});
