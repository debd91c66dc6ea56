import { changeOperation, ims } from '../../kernel/operation.ts';
import { applicationNotExist } from './errors.ts';
import { applicationById, onApplication } from './lookup.ts';
import { applicationId } from './parameters.ts';
import { removeApplicationRows } from './store.ts';

export const imsDeleteApplication = changeOperation({
  api: ims,
  name: 'DeleteApplication',
  summary: [
    'Deletes an application with its secrets and its installation.',
    '删除应用，同时删除其密钥和安装信息。',
  ],
  parameters: { applicationId },
  response: {},
  errors: [applicationNotExist],
  authorization: onApplication,
  async run(scope, command) {
    const application = await applicationById(scope, command.applicationId);
    await removeApplicationRows(scope, application.applicationId);
  },
  render: () => ({}),
});
