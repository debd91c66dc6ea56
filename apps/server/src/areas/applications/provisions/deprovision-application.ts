import { apiError } from '../../../kernel/errors.ts';
import { changeOperation, ims } from '../../../kernel/operation.ts';
import { applicationNotExist, notProvisioned } from '../errors.ts';
import { applicationById, onApplication } from '../lookup.ts';
import { applicationId } from '../parameters.ts';
import { removeProvisionRow } from '../store.ts';

export const imsDeprovisionApplication = changeOperation({
  api: ims,
  name: 'DeprovisionApplication',
  summary: [
    'Uninstalls an application from the account; the application itself stays.',
    '从账号中卸载应用，应用本身保留。',
  ],
  parameters: { applicationId },
  response: {},
  errors: [applicationNotExist, notProvisioned],
  authorization: onApplication,
  async run(scope, command) {
    const application = await applicationById(scope, command.applicationId);
    if (!(await removeProvisionRow(scope, application.applicationId))) {
      throw apiError(notProvisioned, { application: application.name });
    }
  },
  render: () => ({}),
});
