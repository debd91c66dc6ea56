/** Every class of attack on SAML responses (spec: security 1.3), by what it does to them. */
import { changes } from './changes.ts';
import { contents } from './contents.ts';
import { markup } from './markup.ts';
import type { Mutation } from './mutation.ts';
import { signatures } from './signatures.ts';
import { wrapping } from './wrapping.ts';

export const classes: Readonly<Record<string, readonly Mutation[]>> = {
  wrapping,
  markup,
  signatures,
  changes,
  contents,
};
