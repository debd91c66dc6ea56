/** Applications, their secrets and their installations as IMS shows them (spec: domain 10). */
import type { RequestContext } from '../../kernel/context.ts';
import {
  booleanField,
  integerField,
  object,
  type Rendered,
  secretField,
  textField,
  timeField,
  wrappedList,
} from '../../kernel/response.ts';
import { isoSeconds } from '../../kernel/time.ts';
import { applicationPrincipalName } from '../accounts/index.ts';
import type { Application, ApplicationSecret, Provision } from './application.ts';
import type { ExternalApplication } from './external/external-application.ts';
import { descriptionOf } from './scopes.ts';

export const scopeFields = { Name: textField, Description: textField } as const;

/** Fills `scopeFields`. */
export function scopeMembers(name: string): Rendered<typeof scopeFields> {
  return { Name: name, Description: descriptionOf(name) };
}

export const applicationFields = {
  AppId: textField,
  AppName: textField,
  DisplayName: textField,
  AppType: textField,
  AccountId: textField,
  RedirectUris: object({ RedirectUri: { kind: 'list', item: textField } }),
  DelegatedScope: object({
    PredefinedScopes: wrappedList('PredefinedScope', { ...scopeFields, Required: booleanField }),
  }),
  SecretRequired: booleanField,
  AccessTokenValidity: integerField,
  RefreshTokenValidity: integerField,
  IsMultiTenant: booleanField,
  ProtocolVersion: textField,
  CreateDate: timeField,
  UpdateDate: timeField,
} as const;

/** Fills `applicationFields`. */
export function applicationMembers(
  application: Application,
  accountId: string,
): Rendered<typeof applicationFields> {
  const { scopes, requiredScopes } = application;
  return {
    AppId: application.applicationId,
    AppName: application.name,
    DisplayName: application.displayName,
    AppType: application.type,
    AccountId: accountId,
    RedirectUris: { RedirectUri: application.redirectUris },
    DelegatedScope: {
      PredefinedScopes: {
        PredefinedScope: scopes.map(name => ({
          ...scopeMembers(name),
          Required: requiredScopes.includes(name),
        })),
      },
    },
    SecretRequired: application.isSecretRequired,
    AccessTokenValidity: application.accessTokenValidity,
    RefreshTokenValidity: application.refreshTokenValidity,
    IsMultiTenant: application.isMultiTenant,
    ProtocolVersion: application.protocolVersion,
    CreateDate: isoSeconds(application.createdAt),
    UpdateDate: isoSeconds(application.updatedAt),
  };
}

export const secretFields = { AppId: textField, AppSecretId: textField, CreateDate: timeField } as const;

/** A secret in clear: the reply to CreateAppSecret, the only one that ever shows it. */
export const newSecretFields = { ...secretFields, AppSecretValue: secretField } as const;

/** Fills `secretFields`. */
export function secretMembers(secret: ApplicationSecret): Rendered<typeof secretFields> {
  return {
    AppId: secret.applicationId,
    AppSecretId: secret.secretId,
    CreateDate: isoSeconds(secret.createdAt),
  };
}

/** What every reply about an installation holds beside its dates. */
const provisionNouns = {
  AppId: textField,
  AppName: textField,
  DisplayName: textField,
  AccountId: textField,
  DelegatedScope: object({ PredefinedScopes: wrappedList('PredefinedScope', scopeFields) }),
} as const;

/** One installation: its dates are milliseconds, unlike those of lists (spec: domain 1.1). */
export const provisionFields = { ...provisionNouns, CreateDate: textField, UpdateDate: textField } as const;

/** An installation in lists. */
export const listedProvisionFields = {
  ...provisionNouns,
  CreateDate: timeField,
  UpdateDate: timeField,
} as const;

/** The reply to ProvisionApplication. */
export const newProvisionFields = {
  ...provisionFields,
  AppPrincipalName: textField,
  TenantId: textField,
} as const;

/** Fills `provisionFields`. */
export function provisionMembers(provision: Provision, accountId: string): Rendered<typeof provisionFields> {
  return {
    ...provisionNounMembers(provision, accountId),
    CreateDate: String(provision.createdAt),
    UpdateDate: String(provision.updatedAt),
  };
}

/** Fills `listedProvisionFields`. */
export function listedProvisionMembers(
  provision: Provision,
  accountId: string,
): Rendered<typeof listedProvisionFields> {
  return {
    ...provisionNounMembers(provision, accountId),
    CreateDate: isoSeconds(provision.createdAt),
    UpdateDate: isoSeconds(provision.updatedAt),
  };
}

/** Fills `listedProvisionFields`: of another account's application nothing is known but the id, which stands for its names. */
export function listedExternalMembers(
  application: ExternalApplication,
): Rendered<typeof listedProvisionFields> {
  const { applicationId, scopes } = application;
  return {
    AppId: applicationId,
    AppName: applicationId,
    DisplayName: applicationId,
    AccountId: '',
    DelegatedScope: { PredefinedScopes: { PredefinedScope: scopes.map(scopeMembers) } },
    CreateDate: isoSeconds(application.createdAt),
    UpdateDate: isoSeconds(application.updatedAt),
  };
}

/** Fills `newProvisionFields`. The application is installed where it belongs: tenant and owner are one account. */
export function newProvisionMembers(
  provision: Provision,
  context: RequestContext,
): Rendered<typeof newProvisionFields> {
  const { accountId } = context;
  return {
    ...provisionMembers(provision, accountId),
    AppPrincipalName: applicationPrincipalName(provision.application.name, context),
    TenantId: accountId,
  };
}

function provisionNounMembers(
  { application, scopes }: Provision,
  accountId: string,
): Rendered<typeof provisionNouns> {
  return {
    AppId: application.applicationId,
    AppName: application.name,
    DisplayName: application.displayName,
    AccountId: accountId,
    DelegatedScope: { PredefinedScopes: { PredefinedScope: scopes.map(scopeMembers) } },
  };
}
