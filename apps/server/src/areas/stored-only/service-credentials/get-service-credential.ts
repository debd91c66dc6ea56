import { ims, readOperation } from '../../../kernel/operation.ts';
import { object } from '../../../kernel/response.ts';
import { imsSubject, userNotExist, userPrincipalNameOrCaller } from '../../users/index.ts';
import { credentialNotExist } from './errors.ts';
import {
  credentialOf,
  credentialSummary,
  credentialTarget,
  ofCredentialManager,
  withOwner,
} from './lookup.ts';
import { credentialId } from './parameters.ts';
import { credentialFields, credentialMembers } from './wire.ts';

export const imsGetServiceCredential = readOperation({
  api: ims,
  name: 'GetServiceCredential',
  summary: credentialSummary([
    'Shows one service credential, without its secret.',
    '查询单个服务凭证，不含密钥。',
  ]),
  parameters: { credentialId, userPrincipalName: userPrincipalNameOrCaller },
  response: { ServiceCredential: object(credentialFields) },
  errors: [userNotExist, credentialNotExist],
  target: credentialTarget,
  authorization: ofCredentialManager,
  async run(scope, command) {
    const owner = await imsSubject(scope, command.userPrincipalName);
    return withOwner(scope, await credentialOf(scope, owner, command.credentialId));
  },
  render: credential => ({ ServiceCredential: credentialMembers(credential) }),
});
