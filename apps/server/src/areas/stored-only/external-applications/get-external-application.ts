import { apiError } from '../../../kernel/errors.ts';
import { ims, readOperation } from '../../../kernel/operation.ts';
import { object } from '../../../kernel/response.ts';
import { applicationId, findExternalApplication, onApplication } from '../../applications/index.ts';
import { externalApplicationNotExist } from './errors.ts';
import { externalApplicationFields, externalApplicationMembers } from './wire.ts';

export const imsGetExternalApplication = readOperation({
  api: ims,
  name: 'GetExternalApplication',
  summary: ['Shows an installed application of another account.', '查询已安装的其他账号的应用。'],
  parameters: { applicationId },
  response: { ExternalApplication: object(externalApplicationFields) },
  errors: [externalApplicationNotExist],
  authorization: onApplication,
  async run(scope, command) {
    const application = await findExternalApplication(scope, command.applicationId);
    if (application !== undefined) return application;
    throw apiError(externalApplicationNotExist, { application: command.applicationId });
  },
  render: (application, { context }) => ({
    ExternalApplication: externalApplicationMembers(application, context),
  }),
});
