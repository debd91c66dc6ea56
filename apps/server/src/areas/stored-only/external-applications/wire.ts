/** External applications as IMS shows them: nothing is known of them but the id, which stands for their names. */
import type { RequestContext } from '../../../kernel/context.ts';
import { object, type Rendered, textField, timeField, wrappedList } from '../../../kernel/response.ts';
import { isoSeconds } from '../../../kernel/time.ts';
import { applicationPrincipalName } from '../../accounts/index.ts';
import { type ExternalApplication, scopeFields, scopeMembers } from '../../applications/index.ts';

const nouns = {
  ForeignAppId: textField,
  AppPrincipalName: textField,
  DisplayName: textField,
  TenantId: textField,
  DelegatedScope: object({ PredefinedScopes: wrappedList('PredefinedScope', scopeFields) }),
} as const;

/** One external application: its dates are milliseconds, unlike those of lists (spec: domain 1.1). */
export const externalApplicationFields = { ...nouns, CreateDate: textField, UpdateDate: textField } as const;

/** An external application in lists. */
export const listedApplicationFields = { ...nouns, CreateDate: timeField, UpdateDate: timeField } as const;

/** Fills `externalApplicationFields`. */
export function externalApplicationMembers(
  application: ExternalApplication,
  context: RequestContext,
): Rendered<typeof externalApplicationFields> {
  return {
    ...nounMembers(application, context),
    CreateDate: String(application.createdAt),
    UpdateDate: String(application.updatedAt),
  };
}

/** Fills `listedApplicationFields`. */
export function listedApplicationMembers(
  application: ExternalApplication,
  context: RequestContext,
): Rendered<typeof listedApplicationFields> {
  return {
    ...nounMembers(application, context),
    CreateDate: isoSeconds(application.createdAt),
    UpdateDate: isoSeconds(application.updatedAt),
  };
}

function nounMembers(
  { applicationId, scopes }: ExternalApplication,
  context: RequestContext,
): Rendered<typeof nouns> {
  return {
    ForeignAppId: applicationId,
    AppPrincipalName: applicationPrincipalName(applicationId, context),
    DisplayName: applicationId,
    TenantId: context.accountId,
    DelegatedScope: { PredefinedScopes: { PredefinedScope: scopes.map(scopeMembers) } },
  };
}
