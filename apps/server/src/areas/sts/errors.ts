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

/** Our own code: a session that is narrowed must not widen itself by way of its own role. */
export const sessionPolicyFixed = errorKind(
  'InvalidParameter.Policy',
  400,
  'The calling session of this role is narrowed by a policy, which stays when it assumes the role again; leave Policy out or repeat it.',
);

export const sessionTooLong = errorKind(
  'InvalidParameter.DurationSeconds',
  400,
  'The Min/Max value of DurationSeconds is 900 and {longest}: a session of this role lasts no longer.',
);

/** Our own code: a chain that ends nowhere would make tokens as long as it likes. */
export const chainTooLong = errorKind(
  'LimitExceeded.RoleChain',
  409,
  'A session can be {limit} roles away from whoever stands behind it, and this one is that far; assume the role from an earlier session.',
);

export const sourceIdentityFixed = errorKind(
  'InvalidParameter.SourceIdentity',
  400,
  'The calling session was made with the SourceIdentity "{identity}", which stays for every session that comes from it; leave SourceIdentity out or repeat it.',
);

/** Between the moment when the caller was proven and the one when a session was to be made of it. */
export const callerEnded = errorKind(
  'NoPermission',
  403,
  'The AccessKey that this call was signed with was disabled or deleted meanwhile.',
);
