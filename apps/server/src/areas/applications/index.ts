/**
 * Applications: programs that users let act for them. They promise that a secret is shown once, that an application asks
 * for nothing beyond its scopes, and that what it is granted never grows by itself.
 */
import type { Area } from '../../kernel/area.ts';
import { imsCreateApplication } from './create-application.ts';
import { imsDeleteApplication } from './delete-application.ts';
import { imsGetApplication } from './get-application.ts';
import { imsListApplications } from './list-applications.ts';
import { imsListPredefinedScopes } from './list-predefined-scopes.ts';
import { imsDeprovisionApplication } from './provisions/deprovision-application.ts';
import { imsGetApplicationProvisionInfo } from './provisions/get-application-provision-info.ts';
import { imsListApplicationProvisionInfos } from './provisions/list-application-provision-infos.ts';
import { imsProvisionApplication } from './provisions/provision-application.ts';
import { imsCreateAppSecret } from './secrets/create-app-secret.ts';
import { imsDeleteAppSecret } from './secrets/delete-app-secret.ts';
import { imsGetAppSecret } from './secrets/get-app-secret.ts';
import { imsListAppSecretIds } from './secrets/list-app-secret-ids.ts';
import { imsUpdateApplication } from './update-application.ts';

export type { ExternalApplication } from './external/external-application.ts';
export {
  countExternalApplications,
  externalApplicationsOf,
  findExternalApplication,
  insertExternalApplication,
  removeExternalApplication,
  updateExternalApplicationRow,
} from './external/store.ts';
export { allApplications, onApplication } from './lookup.ts';
export { applicationId, scopeOptions } from './parameters.ts';
export { withOpenId } from './scopes.ts';
export { findApplication } from './store.ts';
export { scopeFields, scopeMembers } from './wire.ts';

/** Operations on applications. */
export const applications: Area = {
  name: 'applications',
  operations: [
    imsCreateApplication,
    imsGetApplication,
    imsListApplications,
    imsUpdateApplication,
    imsDeleteApplication,
    imsCreateAppSecret,
    imsGetAppSecret,
    imsListAppSecretIds,
    imsDeleteAppSecret,
    imsListPredefinedScopes,
    imsProvisionApplication,
    imsDeprovisionApplication,
    imsGetApplicationProvisionInfo,
    imsListApplicationProvisionInfos,
  ],
};
