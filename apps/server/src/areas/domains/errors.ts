/** What the domains area can answer (spec: domain 2.8, appendix A). */
import { errorKind } from '../../kernel/errors.ts';

export const noDefaultDomain = errorKind(
  'InvalidParameter.DefaultDomainName.Format',
  400,
  'The format of the parameter - "DefaultDomainName" is incorrect. Expected: <alias>.{suffix}, with an alias of 3 to 63 lower-case letters, digits and single hyphens, which stand at neither end.',
);

export const aliasAlreadyExists = errorKind(
  'EntityAlreadyExists.AccountAlias',
  409,
  'The alias "{alias}" belongs to another account of this installation; choose another.',
);
