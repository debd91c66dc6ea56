/**
 * Every setting of the server, declared once. Its name in each source follows from the key: `tlsListen` is the flag
 * `--tls-listen`, the variable `WARDENRY_TLS_LISTEN` and the line `tls-listen:` of the YAML file. The reference page, the
 * redacted print-out and the help are made from these rows.
 */
import type { Declaration } from './declaration.ts';
import { decisions } from './declarations/decisions.ts';
import { federation } from './declarations/federation.ts';
import { firstStart } from './declarations/first-start.ts';
import { listeners } from './declarations/listeners.ts';
import { outbound } from './declarations/outbound.ts';
import { passwords } from './declarations/passwords.ts';
import { processSettings } from './declarations/process.ts';
import { quotas } from './declarations/quotas.ts';
import { requests } from './declarations/requests.ts';
import { storage } from './declarations/storage.ts';
import type { Kind } from './kinds.ts';

/** The list, by the sections of the reference. */
const declarations = {
  ...listeners,
  ...storage,
  ...firstStart,
  ...processSettings,
  ...requests,
  ...passwords,
  ...outbound,
  ...federation,
  ...decisions,
  ...quotas,
} as const satisfies Record<string, Declaration>;

/** Key of a setting. */
export type SettingName = keyof typeof declarations;

type ValueOf<D> = D extends { readonly kind: Kind<infer Value> }
  ? D extends { readonly default: string }
    ? Value
    : Value | undefined
  : never;

/** The value of every setting. */
export type Settings = { readonly [Name in SettingName]: ValueOf<(typeof declarations)[Name]> };

/** Every setting's key, in the order of the list. */
export const settingNames = Object.keys(declarations) as readonly SettingName[];

/** The row of a setting, without what its own type says beyond `Declaration`. */
export function declarationOf(name: SettingName): Declaration {
  return declarations[name];
}

/** `tls-listen`: the name of a setting as a flag (behind `--`) and in the YAML file. */
export function flagName(name: string): string {
  return separated(name, '-').toLowerCase();
}

/** `WARDENRY_TLS_LISTEN`: the name of a setting in the environment. */
export function variableName(name: string): string {
  return `WARDENRY_${separated(name, '_').toUpperCase()}`;
}

function separated(name: string, separator: string): string {
  let text = '';
  for (const mark of name) text += mark >= 'A' && mark <= 'Z' ? separator + mark : mark;
  return text;
}
