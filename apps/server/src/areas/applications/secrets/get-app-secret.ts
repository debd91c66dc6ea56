import { apiError } from '../../../kernel/errors.ts';
import { ims, readOperation } from '../../../kernel/operation.ts';
import { object, textField } from '../../../kernel/response.ts';
import { applicationNotExist, secretNotExist } from '../errors.ts';
import { applicationById, onApplication } from '../lookup.ts';
import { applicationId, applicationSecretId } from '../parameters.ts';
import { findSecret } from '../store.ts';
import { secretFields, secretMembers } from '../wire.ts';

/** The value is a member of the reply because clients expect one; it is empty, for a secret is shown once. */
export const imsGetAppSecret = readOperation({
  api: ims,
  name: 'GetAppSecret',
  summary: [
    'Shows one secret of an application; AppSecretValue is empty, only CreateAppSecret shows it.',
    '查询单个应用密钥；AppSecretValue 为空，密钥内容仅由 CreateAppSecret 返回。',
  ],
  parameters: { applicationId, secretId: applicationSecretId },
  response: { AppSecret: object({ ...secretFields, AppSecretValue: textField }) },
  errors: [applicationNotExist, secretNotExist],
  authorization: onApplication,
  async run(scope, { applicationId: id, secretId }) {
    const application = await applicationById(scope, id);
    const secret = await findSecret(scope, application.applicationId, secretId);
    if (secret === undefined) {
      throw apiError(secretNotExist, { application: application.name, secret: secretId });
    }
    return secret;
  },
  render: secret => ({ AppSecret: { ...secretMembers(secret), AppSecretValue: '' } }),
});
