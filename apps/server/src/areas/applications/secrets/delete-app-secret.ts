import { apiError } from '../../../kernel/errors.ts';
import { changeOperation, ims } from '../../../kernel/operation.ts';
import { applicationNotExist, secretNotExist } from '../errors.ts';
import { applicationById, onApplication } from '../lookup.ts';
import { applicationId, applicationSecretId } from '../parameters.ts';
import { removeSecret } from '../store.ts';

export const imsDeleteAppSecret = changeOperation({
  api: ims,
  name: 'DeleteAppSecret',
  summary: [
    'Deletes a secret of an application, which cannot present it from then on.',
    '删除应用密钥，此后应用无法再使用该密钥。',
  ],
  parameters: { applicationId, secretId: applicationSecretId },
  response: {},
  errors: [applicationNotExist, secretNotExist],
  authorization: onApplication,
  async run(scope, { applicationId: id, secretId }) {
    const application = await applicationById(scope, id);
    if (!(await removeSecret(scope, application.applicationId, secretId))) {
      throw apiError(secretNotExist, { application: application.name, secret: secretId });
    }
  },
  render: () => ({}),
});
