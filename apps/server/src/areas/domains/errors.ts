/** What the domains area can answer (spec: domain 2.8, appendix A). */
import { errorKind } from '../../kernel/errors.ts';

export const noDefaultDomain = errorKind(
  'InvalidParameter.DefaultDomainName.Format',
  400,
  'The format of the parameter - "DefaultDomainName" is incorrect. Expected: <alias>.{suffix}, with an alias of 3 to 63 lower-case letters, digits and single hyphens, which stand at neither end.',
);

/** An alias is as long as the parameter lets it be, and the domain that it makes is too long. */
export const aliasTooLong = errorKind(
  'InvalidParameter.AccountAlias.Length',
  400,
  'The parameter - "AccountAlias" beyond the length limit: with the suffix of this installation it makes a domain of {length} characters, and {limit} are allowed.',
);

export const aliasReserved = errorKind(
  'EntityAlreadyExists.AccountAlias',
  409,
  'The alias "{alias}" looks like the id of an account, and an account is always called by its id; choose another.',
);

export const aliasAlreadyExists = errorKind(
  'EntityAlreadyExists.AccountAlias',
  409,
  'The alias "{alias}" belongs to another account of this installation; choose another.',
);
