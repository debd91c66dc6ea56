import { apiError } from '../../../kernel/errors.ts';
import { changeOperation, ims } from '../../../kernel/operation.ts';
import { keptOnly } from '../../../kernel/parameters.ts';
import { applicationId, onApplication, removeExternalApplication } from '../../applications/index.ts';
import { externalApplicationNotExist } from './errors.ts';

export const imsDeprovisionExternalApplication = changeOperation({
  api: ims,
  name: 'DeprovisionExternalApplication',
  summary: keptOnly(['Uninstalls an application of another account.', '卸载其他账号的应用。']),
  parameters: { applicationId },
  response: {},
  errors: [externalApplicationNotExist],
  authorization: onApplication,
  async run(scope, command) {
    if (await removeExternalApplication(scope, command.applicationId)) return;
    throw apiError(externalApplicationNotExist, { application: command.applicationId });
  },
  render: () => ({}),
});
