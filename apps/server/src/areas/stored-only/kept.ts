import type { Localized } from '../../kernel/parameters.ts';

/** The summary of an operation whose effect ends with being stored; the reference pages say so wherever it stands. */
export function keptOnly([english, chinese]: Localized): Localized {
  return [`${english} It is kept and has no effect.`, `${chinese}仅保存，不生效。`];
}
