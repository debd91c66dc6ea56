/** What the doors for other services can answer beside the refusals of whoever they are asked about. */
import { errorKind } from '../../kernel/errors.ts';

export const principalNotExist = errorKind(
  'EntityNotExist.Principal',
  404,
  '{path} names nobody of this account. Name a user or the account itself by its ARN, acs:ram::<account>:user/<name> or acs:ram::<account>:root, one of their AccessKeys by its id, or a temporary key by its id with its securityToken.',
);

export const principalInactive = errorKind(
  'InvalidPrincipal.Inactive',
  400,
  '{path} names an AccessKey that is disabled, or a session that has ended: whoever uses it is to be refused.',
);

export const bodySentTwice = errorKind(
  'InvalidParameter.bodySha256',
  400,
  'A request has one body. Send body, or in its place bodySha256, and compare the digest with the body that you have.',
);

export const decisionTooCostly = errorKind(
  'DecisionTooCostly',
  400,
  'Deciding this call took more than {limit} milliseconds of computing, and it was not decided to the end. Ask in smaller calls: fewer checks and resources, shorter names and values, no explanations.',
);
