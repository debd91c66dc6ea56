import { ims, readOperation } from '../../../kernel/operation.ts';
import { wrappedList } from '../../../kernel/response.ts';
import { applicationNotExist } from '../errors.ts';
import { applicationById, onApplication } from '../lookup.ts';
import { applicationId } from '../parameters.ts';
import { secretsOf } from '../store.ts';
import { secretFields, secretMembers } from '../wire.ts';

export const imsListAppSecretIds = readOperation({
  api: ims,
  name: 'ListAppSecretIds',
  summary: [
    'Lists the ids of the secrets of an application, the oldest first.',
    '按创建时间列出应用的密钥 ID。',
  ],
  parameters: { applicationId },
  response: { AppSecrets: wrappedList('AppSecret', secretFields) },
  errors: [applicationNotExist],
  authorization: onApplication,
  async run(scope, command) {
    const application = await applicationById(scope, command.applicationId);
    return secretsOf(scope, application.applicationId);
  },
  render: secrets => ({ AppSecrets: { AppSecret: secrets.map(secretMembers) } }),
});
