import { apiError } from '../../../kernel/errors.ts';
import { changeOperation, ims } from '../../../kernel/operation.ts';
import { object } from '../../../kernel/response.ts';
import type { ApplicationSecret } from '../application.ts';
import { applicationNotExist, tooManySecrets } from '../errors.ts';
import { applicationById, onApplication } from '../lookup.ts';
import { applicationId } from '../parameters.ts';
import { countSecretsOf, insertSecret } from '../store.ts';
import { newSecretFields, secretMembers } from '../wire.ts';

export const imsCreateAppSecret = changeOperation({
  api: ims,
  name: 'CreateAppSecret',
  summary: [
    'Creates a secret of an application; it is shown this once.',
    '创建应用密钥，密钥内容仅在此时显示一次。',
  ],
  parameters: { applicationId },
  response: { AppSecret: object(newSecretFields) },
  errors: [applicationNotExist, tooManySecrets],
  authorization: onApplication,
  prepare({ ids, seal }, command, { accountId }) {
    const secretId = ids.applicationSecretId();
    const secret = ids.accessKeySecret();
    const place = { table: 'application_secrets', row: `${command.applicationId}/${secretId}`, accountId };
    return { secretId, secret, sealedSecret: seal(secret, place) };
  },
  async run(scope, command, { secretId, sealedSecret }): Promise<ApplicationSecret> {
    const application = await applicationById(scope, command.applicationId);
    const limit = scope.context.limits.secretsPerApplication;
    if ((await countSecretsOf(scope, application.applicationId)) >= limit) {
      throw apiError(tooManySecrets, { limit });
    }
    const secret = { applicationId: application.applicationId, secretId, createdAt: scope.now };
    await insertSecret(scope, secret, sealedSecret);
    return secret;
  },
  render: (secret, { prepared }) => ({
    AppSecret: { ...secretMembers(secret), AppSecretValue: prepared.secret },
  }),
});
