/** From the ids that callers use to applications, and to the resources that calls are authorized on. */
import { apiError } from '../../kernel/errors.ts';
import type { ResourceName } from '../../kernel/operation.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Application } from './application.ts';
import { applicationNotExist } from './errors.ts';
import { findApplication } from './store.ts';

/** All applications of the account (spec: policy 6.2). */
export const allApplications: ResourceName = { relativeId: 'application/*' };

/** How calls on one application are authorized. */
export const onApplication = {
  kind: 'policy',
  resources: ({ applicationId }: { readonly applicationId: string }): ResourceName[] => [
    { relativeId: `application/${applicationId}` },
  ],
} as const;

/**
 * Finds the application that a call names.
 *
 * @throws ApiError `EntityNotExist.Application`
 */
export async function applicationById(scope: Scope, applicationId: string): Promise<Application> {
  const application = await findApplication(scope, applicationId);
  if (application === undefined) throw apiError(applicationNotExist, { application: applicationId });
  return application;
}
