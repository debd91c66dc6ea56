/** The SQL of external applications; the stored-only area installs them. */

import type { ChangeScope, Scope } from '../../../kernel/scope.ts';
import { semicolonList } from '../../../kernel/text/list-text.ts';
import {
  count,
  type ExternalApplicationsTable,
  insert,
  remove,
  removed,
  select,
  update,
} from '../../../store/index.ts';
import type { ExternalApplication } from './external-application.ts';

/** External applications of one account: as many as the quota of applications can be set to. */
const MOST = 10_000;

/** All that are installed, in the order of their ids. */
export async function externalApplicationsOf(scope: Scope): Promise<ExternalApplication[]> {
  const rows = await select(scope, 'external_applications')
    .selectAll()
    .orderBy('application_id')
    .limit(MOST)
    .execute();
  return rows.map(applicationOf);
}

/** @returns undefined when it is not installed */
export async function findExternalApplication(
  scope: Scope,
  applicationId: string,
): Promise<ExternalApplication | undefined> {
  const row = await select(scope, 'external_applications')
    .selectAll()
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return row && applicationOf(row);
}

/** How many are installed. */
export function countExternalApplications(scope: Scope): Promise<number> {
  return count(scope, 'external_applications');
}

/** Stores one that is not installed yet. */
export function insertExternalApplication(
  scope: ChangeScope,
  application: ExternalApplication,
): Promise<void> {
  return insert(scope, 'external_applications', {
    application_id: application.applicationId,
    scopes: semicolonList.textOf(application.scopes),
    created_at: application.createdAt,
    updated_at: application.updatedAt,
  });
}

/** Sets what an installed one is granted, and when that changed. */
export async function updateExternalApplicationRow(
  scope: ChangeScope,
  { applicationId, scopes, updatedAt }: ExternalApplication,
): Promise<void> {
  await update(scope, 'external_applications')
    .set({ scopes: semicolonList.textOf(scopes), updated_at: updatedAt })
    .where('application_id', '=', applicationId)
    .execute();
}

/** @returns whether it was installed */
export async function removeExternalApplication(scope: ChangeScope, applicationId: string): Promise<boolean> {
  return removed(remove(scope, 'external_applications').where('application_id', '=', applicationId));
}

function applicationOf(row: ExternalApplicationsTable): ExternalApplication {
  return {
    applicationId: row.application_id,
    scopes: semicolonList.itemsOf(row.scopes),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
