/** What the domains area can answer (spec: domain 2.8, appendix A). */
import { errorKind } from '../../kernel/errors.ts';

export const aliasAlreadyExists = errorKind(
  'EntityAlreadyExists.AccountAlias',
  409,
  'The alias "{alias}" belongs to another account of this installation; choose another.',
);
