import { apiError } from '../../../kernel/errors.ts';
import { ims, readOperation } from '../../../kernel/operation.ts';
import { invalidNextToken, readPage, tokenPageParameters } from '../../../kernel/pages/page.ts';
import { integer } from '../../../kernel/parameters.ts';
import { booleanField, integerField, object, optional, textField } from '../../../kernel/response.ts';
import { imsSubject, userNotExist, userPrincipalNameOrCaller, userResource } from '../../users/index.ts';
import { allUsersOrOne } from './errors.ts';
import {
  type CredentialTarget,
  credentialSummary,
  credentialTarget,
  ofCredentialManager,
  withOwners,
} from './lookup.ts';
import { allUsers, optionalServiceName } from './parameters.ts';
import { listCredentialsAfter } from './store.ts';
import { credentialFields, credentialMembers } from './wire.ts';

const size = { default: 10, max: 100 } as const;

const everybody: CredentialTarget = { resource: userResource(undefined), selfManaged: false };

export const imsListServiceCredentials = readOperation({
  api: ims,
  name: 'ListServiceCredentials',
  summary: credentialSummary([
    'Lists the service credentials of a user or of all users in the order of their ids.',
    '按 ID 顺序列出指定用户或所有用户的服务凭证。',
  ]),
  parameters: {
    userPrincipalName: userPrincipalNameOrCaller,
    allUsers,
    serviceName: optionalServiceName,
    marker: tokenPageParameters(size).marker,
    maxItems: integer('MaxResults', {
      min: 1,
      ...size,
      doc: ['Entries of a page.', '每页的条目数。'],
    }),
  },
  response: {
    ServiceCredentials: { kind: 'list', item: object(credentialFields) },
    IsTruncated: booleanField,
    MaxResults: integerField,
    NextToken: optional(textField),
  },
  errors: [allUsersOrOne, userNotExist, invalidNextToken],
  target(scope, command) {
    if (!command.allUsers) return credentialTarget(scope, command);
    if (command.userPrincipalName !== undefined) throw apiError(allUsersOrOne);
    return Promise.resolve(everybody);
  },
  authorization: ofCredentialManager,
  async run(scope, { allUsers: ofAll, userPrincipalName, serviceName, ...request }) {
    const ownerId = ofAll ? undefined : (await imsSubject(scope, userPrincipalName)).id;
    const page = await readPage(
      request,
      (after, limit) => listCredentialsAfter(scope, { ownerId, serviceName }, after, limit),
      ({ credentialId }) => credentialId,
      invalidNextToken,
    );
    return { ...page, items: await withOwners(scope, page.items), maxItems: request.maxItems };
  },
  render: ({ items, marker, maxItems }) => ({
    ServiceCredentials: items.map(credentialMembers),
    IsTruncated: marker !== undefined,
    MaxResults: maxItems,
    NextToken: marker,
  }),
});
