import { apiError } from '../../../kernel/errors.ts';
import { ims, readOperation } from '../../../kernel/operation.ts';
import { object } from '../../../kernel/response.ts';
import { applicationNotExist, notProvisioned } from '../errors.ts';
import { applicationById, onApplication } from '../lookup.ts';
import { applicationId } from '../parameters.ts';
import { findProvision } from '../store.ts';
import { provisionFields, provisionMembers } from '../wire.ts';

export const imsGetApplicationProvisionInfo = readOperation({
  api: ims,
  name: 'GetApplicationProvisionInfo',
  summary: ['Shows the installation of an application.', '查询应用的安装信息。'],
  parameters: { applicationId },
  response: { ApplicationProvisionInfo: object(provisionFields) },
  errors: [applicationNotExist, notProvisioned],
  authorization: onApplication,
  async run(scope, command) {
    const application = await applicationById(scope, command.applicationId);
    const provision = await findProvision(scope, application);
    if (provision === undefined) throw apiError(notProvisioned, { application: application.name });
    return provision;
  },
  render: (provision, { context }) => ({
    ApplicationProvisionInfo: provisionMembers(provision, context.accountId),
  }),
});
