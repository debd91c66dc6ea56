/** What the access-key-policies area can answer. */
import { errorKind } from '../../kernel/errors.ts';

export const policyMalformed = errorKind(
  'InvalidParameter.AccessKeyPolicy.Format',
  400,
  'The parameter - "AccessKeyPolicy" is not valid{place}: {problem}',
);

export const policyTooLong = errorKind(
  'InvalidParameter.AccessKeyPolicy.Length',
  400,
  'The parameter - "AccessKeyPolicy" has {count} {things}; {limit} are allowed.',
);
