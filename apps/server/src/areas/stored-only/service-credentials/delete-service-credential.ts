import { changeOperation, ims } from '../../../kernel/operation.ts';
import { keptOnly } from '../../../kernel/parameters.ts';
import { imsSubject, userNotExist, userPrincipalNameOrCaller } from '../../users/index.ts';
import { credentialNotExist } from './errors.ts';
import { credentialOf, credentialSummary, credentialTarget, ofCredentialManager } from './lookup.ts';
import { credentialId } from './parameters.ts';
import { removeCredential } from './store.ts';

export const imsDeleteServiceCredential = changeOperation({
  api: ims,
  name: 'DeleteServiceCredential',
  summary: credentialSummary(keptOnly(['Deletes a service credential.', '删除服务凭证。'])),
  parameters: { credentialId, userPrincipalName: userPrincipalNameOrCaller },
  response: {},
  errors: [userNotExist, credentialNotExist],
  target: credentialTarget,
  authorization: ofCredentialManager,
  async run(scope, command) {
    const owner = await imsSubject(scope, command.userPrincipalName);
    await removeCredential(scope, await credentialOf(scope, owner, command.credentialId));
  },
  render: () => ({}),
});
