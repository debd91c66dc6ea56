/** What the operations on sessions can answer (spec: domain 2.9, wire 7). */
import { errorKind } from '../../kernel/errors.ts';

export const roleNotExist = errorKind(
  'EntityNotExist.Role',
  404,
  'The role "{role}" does not exist in the account {account}.',
);

/** The same code as for a caller without permission, since clients know no other (spec: domain 2.9). */
export const rootMayNotAssume = errorKind(
  'NoPermission',
  403,
  'Roles may not be assumed by root accounts. Call with the AccessKey of a RAM user.',
);

export const sessionPolicySize = errorKind(
  'InvalidParameter.PolicySize',
  400,
  'The parameter - "Policy" beyond the length limit: it holds {length} characters, 1 to {limit} are allowed.',
);

export const sessionPolicyGrammar = errorKind(
  'InvalidParameter.PolicyGrammar',
  400,
  'The parameter Policy has not passed grammar check. {findings}',
);

export const samlProviderNotExist = errorKind(
  'EntityNotExist.SAMLProvider',
  404,
  'No SAML provider "{provider}" is registered in the account {account}.',
);

/** Clients compare the code and the sentence (spec: domain 2.9). */
export const oidcProviderNotRegistered = errorKind(
  'AuthenticationFail.NoPermission',
  401,
  'No such OIDC Provider registered.',
);
