import { clientIdAlreadyExists, clientIdNotExist, tooManyClientIds } from './errors.ts';
import { addItem, type ItemList, removeItem } from './item-operations.ts';
import { clientId } from './parameters.ts';

const clientIds: ItemList = {
  list: 'clientIds',
  parameter: clientId,
  quota: 'clientIdsPerOidcProvider',
  keyOf: String,
  alreadyExists: clientIdAlreadyExists,
  notExist: clientIdNotExist,
  tooMany: tooManyClientIds,
};

export const imsAddClientId = addItem(
  'AddClientIdToOIDCProvider',
  ['Adds a client id to an OIDC provider.', '为 OIDC 身份提供商添加客户端 ID。'],
  clientIds,
);

export const imsRemoveClientId = removeItem(
  'RemoveClientIdFromOIDCProvider',
  ['Takes a client id away from an OIDC provider.', '从 OIDC 身份提供商移除客户端 ID。'],
  clientIds,
);
