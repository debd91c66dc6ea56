/**
 * What is stored for clients that ask for it and has no effect: applications of other accounts, and keys for single
 * services. Areas that keep a single setting in vain say so at its parameter; docs/differences.md lists all of either kind.
 */
import type { Area, UserBelonging } from '../../kernel/area.ts';
import { imsDeprovisionExternalApplication } from './external-applications/deprovision-external-application.ts';
import { imsGetExternalApplication } from './external-applications/get-external-application.ts';
import { imsListExternalApplications } from './external-applications/list-external-applications.ts';
import { imsProvisionExternalApplication } from './external-applications/provision-external-application.ts';
import { imsCreateServiceCredential } from './service-credentials/create-service-credential.ts';
import { imsDeleteServiceCredential } from './service-credentials/delete-service-credential.ts';
import { imsGetServiceCredential } from './service-credentials/get-service-credential.ts';
import { imsListServiceCredentials } from './service-credentials/list-service-credentials.ts';
import { removeCredentialsOf } from './service-credentials/store.ts';
import { imsUpdateServiceCredential } from './service-credentials/update-service-credential.ts';

/** A user's service credentials, for whoever deletes the user: what has no effect keeps nobody from that. */
export const userBelonging: UserBelonging = { remove: removeCredentialsOf };

/** Operations whose effect ends with being stored. */
export const storedOnly: Area = {
  name: 'stored-only',
  operations: [
    imsProvisionExternalApplication,
    imsGetExternalApplication,
    imsListExternalApplications,
    imsDeprovisionExternalApplication,
    imsCreateServiceCredential,
    imsGetServiceCredential,
    imsListServiceCredentials,
    imsUpdateServiceCredential,
    imsDeleteServiceCredential,
  ],
};
