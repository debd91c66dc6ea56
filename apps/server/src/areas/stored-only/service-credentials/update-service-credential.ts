import { changed } from '../../../kernel/changed.ts';
import { apiError } from '../../../kernel/errors.ts';
import { changeOperation, ims } from '../../../kernel/operation.ts';
import { keptOnly } from '../../../kernel/parameters.ts';
import { imsSubject, userNotExist, userPrincipalNameOrCaller } from '../../users/index.ts';
import { credentialNotExist, nothingToUpdate } from './errors.ts';
import { credentialOf, credentialSummary, credentialTarget, ofCredentialManager } from './lookup.ts';
import { credentialId, newCredentialName, status } from './parameters.ts';
import { updateCredentialRow } from './store.ts';

export const imsUpdateServiceCredential = changeOperation({
  api: ims,
  name: 'UpdateServiceCredential',
  summary: credentialSummary(
    keptOnly([
      'Renames a service credential, or switches it on or off; one of both must be given.',
      '修改服务凭证的名称或状态，二者至少传入一项。',
    ]),
  ),
  parameters: {
    credentialId,
    name: newCredentialName,
    status,
    userPrincipalName: userPrincipalNameOrCaller,
  },
  response: {},
  errors: [nothingToUpdate, userNotExist, credentialNotExist],
  target: credentialTarget,
  authorization: ofCredentialManager,
  async run(scope, { credentialId: id, userPrincipalName, name, status: newStatus }) {
    if (name === undefined && newStatus === undefined) throw apiError(nothingToUpdate);
    const credential = await credentialOf(scope, await imsSubject(scope, userPrincipalName), id);
    await updateCredentialRow(scope, changed(credential, { name, status: newStatus }));
  },
  render: () => ({}),
});
