import { hash } from 'node:crypto';
import { apiError } from '../../../kernel/errors.ts';
import { changeOperation, ims } from '../../../kernel/operation.ts';
import { keptOnly } from '../../../kernel/parameters.ts';
import { object } from '../../../kernel/response.ts';
import { DAY } from '../../../kernel/time.ts';
import { imsSubject, userNotExist, userPrincipalNameOrCaller } from '../../users/index.ts';
import { tooManyCredentials } from './errors.ts';
import { credentialSummary, credentialTarget, ofCredentialManager, withOwner } from './lookup.ts';
import { ageDays, credentialName, serviceName } from './parameters.ts';
import type { ServiceCredential } from './service-credential.ts';
import { countCredentialsFor, insertCredential } from './store.ts';
import { credentialMembers, newCredentialFields } from './wire.ts';

export const imsCreateServiceCredential = changeOperation({
  api: ims,
  name: 'CreateServiceCredential',
  summary: credentialSummary(
    keptOnly([
      'Creates a key of a user for one service alone; its secret is shown this once.',
      '为用户创建单个服务专用的服务凭证，密钥仅在此时显示一次。',
    ]),
  ),
  parameters: {
    name: credentialName,
    serviceName,
    ageDays,
    userPrincipalName: userPrincipalNameOrCaller,
  },
  response: { ServiceCredential: object(newCredentialFields) },
  errors: [userNotExist, tooManyCredentials],
  target: credentialTarget,
  authorization: ofCredentialManager,
  prepare({ ids }) {
    const secret = ids.accessKeySecret();
    // The secret is drawn, not chosen: nobody can guess it from a fast hash either.
    return { credentialId: ids.serviceCredentialId(), secret, secretHash: hash('sha256', secret, 'hex') };
  },
  async run(scope, command, { credentialId, secretHash }) {
    const owner = await imsSubject(scope, command.userPrincipalName);
    const limit = scope.context.limits.serviceCredentialsPerUserPerService;
    if ((await countCredentialsFor(scope, owner.id, command.serviceName)) >= limit) {
      throw apiError(tooManyCredentials, { limit, service: command.serviceName, owner: owner.title });
    }
    const credential: ServiceCredential = {
      credentialId,
      ownerId: owner.id,
      name: command.name,
      serviceName: command.serviceName,
      status: 'Active',
      expiresAt: command.ageDays === undefined ? undefined : scope.now + command.ageDays * DAY,
      createdAt: scope.now,
    };
    await insertCredential(scope, credential, secretHash);
    return withOwner(scope, credential);
  },
  render: (credential, { prepared }) => ({
    ServiceCredential: { ...credentialMembers(credential), ServiceCredentialSecret: prepared.secret },
  }),
});
