/** The SQL of applications, of their secrets and of their installations. */
import { nameKey } from '../../kernel/callers/identity.ts';
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { semicolonList } from '../../kernel/text/list-text.ts';
import {
  type ApplicationProvisionsTable,
  type ApplicationSecretsTable,
  type ApplicationsTable,
  count,
  insert,
  remove,
  removed,
  select,
  update,
} from '../../store/index.ts';
import type { Application, ApplicationSecret, Provision } from './application.ts';

/** Applications of one account: as many as the quota can be set to. */
const MOST = 10_000;

/** All applications of the account, in the order of their names. */
export async function allApplicationRows(scope: Scope): Promise<Application[]> {
  const rows = await select(scope, 'applications').selectAll().orderBy('name_key').limit(MOST).execute();
  return rows.map(applicationOf);
}

/** @returns undefined when the account has no application with this id */
export async function findApplication(scope: Scope, applicationId: string): Promise<Application | undefined> {
  const row = await select(scope, 'applications')
    .selectAll()
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return row && applicationOf(row);
}

/** Whether the account has an application of this name, whatever its case. */
export async function isNameTaken(scope: Scope, name: string): Promise<boolean> {
  const row = await select(scope, 'applications')
    .select('application_id')
    .where('name_key', '=', nameKey(name))
    .executeTakeFirst();
  return row !== undefined;
}

/** How many applications the account has. */
export function countApplications(scope: Scope): Promise<number> {
  return count(scope, 'applications');
}

/** Stores a new application; the caller has seen that its name is free. */
export function insertApplication(scope: ChangeScope, application: Application): Promise<void> {
  const { applicationId, name } = application;
  return insert(scope, 'applications', {
    application_id: applicationId,
    name_key: nameKey(name),
    ...columnsOf(application),
  });
}

/** Stores an application as it now is. */
export async function updateApplicationRow(scope: ChangeScope, application: Application): Promise<void> {
  await update(scope, 'applications')
    .set(columnsOf(application))
    .where('application_id', '=', application.applicationId)
    .execute();
}

/** Removes an application with its secrets and its installation. */
export async function removeApplicationRows(scope: ChangeScope, applicationId: string): Promise<void> {
  await remove(scope, 'application_secrets').where('application_id', '=', applicationId).execute();
  await removeProvisionRow(scope, applicationId);
  await remove(scope, 'applications').where('application_id', '=', applicationId).execute();
}

// All but the sealed secret, which only the exchange of tokens has a use for.
const shownColumns = ['application_id', 'secret_id', 'created_at'] as const;

/** The secrets of an application, the oldest first; as many as the quota allows. */
export async function secretsOf(scope: Scope, applicationId: string): Promise<ApplicationSecret[]> {
  const rows = await select(scope, 'application_secrets')
    .select(shownColumns)
    .where('application_id', '=', applicationId)
    .execute();
  return rows
    .map(secretOf)
    .toSorted((one, other) => one.createdAt - other.createdAt || (one.secretId < other.secretId ? -1 : 1));
}

/** @returns undefined when the application has no such secret */
export async function findSecret(
  scope: Scope,
  applicationId: string,
  secretId: string,
): Promise<ApplicationSecret | undefined> {
  const row = await select(scope, 'application_secrets')
    .select(shownColumns)
    .where('application_id', '=', applicationId)
    .where('secret_id', '=', secretId)
    .executeTakeFirst();
  return row && secretOf(row);
}

/** How many secrets an application has. */
export function countSecretsOf(scope: Scope, applicationId: string): Promise<number> {
  return count(scope, 'application_secrets', secrets => secrets.where('application_id', '=', applicationId));
}

/**
 * Stores a new secret.
 *
 * @param sealedSecret the secret, sealed for this row
 */
export function insertSecret(
  scope: ChangeScope,
  { applicationId, secretId, createdAt }: ApplicationSecret,
  sealedSecret: string,
): Promise<void> {
  return insert(scope, 'application_secrets', {
    application_id: applicationId,
    secret_id: secretId,
    sealed_secret: sealedSecret,
    created_at: createdAt,
  });
}

/** @returns whether there was such a secret */
export async function removeSecret(
  scope: ChangeScope,
  applicationId: string,
  secretId: string,
): Promise<boolean> {
  return removed(
    remove(scope, 'application_secrets')
      .where('application_id', '=', applicationId)
      .where('secret_id', '=', secretId),
  );
}

/** The installations of the account's own applications, in the order of the applications' names. */
export async function allProvisions(scope: Scope): Promise<Provision[]> {
  const rows = await select(scope, 'application_provisions')
    .selectAll()
    .orderBy('application_id')
    .limit(MOST)
    .execute();
  const byId = new Map(rows.map(row => [row.application_id, row]));
  const applications = await allApplicationRows(scope);
  return applications.flatMap(application => {
    const row = byId.get(application.applicationId);
    return row === undefined ? [] : [provisionOf(row, application)];
  });
}

/** @returns undefined when the application is not installed */
export async function findProvision(scope: Scope, application: Application): Promise<Provision | undefined> {
  const row = await select(scope, 'application_provisions')
    .selectAll()
    .where('application_id', '=', application.applicationId)
    .executeTakeFirst();
  return row && provisionOf(row, application);
}

/** Stores an installation of an application that is not installed. */
export function insertProvision(scope: ChangeScope, provision: Provision): Promise<void> {
  return insert(scope, 'application_provisions', {
    application_id: provision.application.applicationId,
    scopes: semicolonList.textOf(provision.scopes),
    created_at: provision.createdAt,
    updated_at: provision.updatedAt,
  });
}

/** Sets what an installed application may ask for, and when that changed. */
export async function updateProvisionRow(scope: ChangeScope, provision: Provision): Promise<void> {
  await update(scope, 'application_provisions')
    .set({ scopes: semicolonList.textOf(provision.scopes), updated_at: provision.updatedAt })
    .where('application_id', '=', provision.application.applicationId)
    .execute();
}

/** @returns whether the application was installed */
export async function removeProvisionRow(scope: ChangeScope, applicationId: string): Promise<boolean> {
  return removed(remove(scope, 'application_provisions').where('application_id', '=', applicationId));
}

function columnsOf(
  application: Application,
): Omit<ApplicationsTable, 'account_id' | 'application_id' | 'name_key'> {
  return {
    name: application.name,
    display_name: application.displayName,
    type: application.type,
    redirect_uris: semicolonList.textOf(application.redirectUris),
    scopes: semicolonList.textOf(application.scopes),
    required_scopes: semicolonList.textOf(application.requiredScopes),
    secret_required: application.isSecretRequired ? 1 : 0,
    access_token_seconds: application.accessTokenValidity,
    refresh_token_seconds: application.refreshTokenValidity,
    multi_tenant: application.isMultiTenant ? 1 : 0,
    protocol_version: application.protocolVersion,
    created_at: application.createdAt,
    updated_at: application.updatedAt,
  };
}

function applicationOf(row: ApplicationsTable): Application {
  return {
    applicationId: row.application_id,
    name: row.name,
    displayName: row.display_name,
    type: row.type,
    redirectUris: semicolonList.itemsOf(row.redirect_uris),
    scopes: semicolonList.itemsOf(row.scopes),
    requiredScopes: semicolonList.itemsOf(row.required_scopes),
    isSecretRequired: row.secret_required === 1,
    accessTokenValidity: row.access_token_seconds,
    refreshTokenValidity: row.refresh_token_seconds,
    isMultiTenant: row.multi_tenant === 1,
    protocolVersion: row.protocol_version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function secretOf(row: Pick<ApplicationSecretsTable, (typeof shownColumns)[number]>): ApplicationSecret {
  return { applicationId: row.application_id, secretId: row.secret_id, createdAt: row.created_at };
}

function provisionOf(row: ApplicationProvisionsTable, application: Application): Provision {
  return {
    application,
    scopes: semicolonList.itemsOf(row.scopes),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
