/** The settings in force, for people: secrets are never shown. */
import * as z from 'zod/mini';
import type { Loaded } from './load.ts';
import { declarationOf, flagName, type SettingName, type Settings, settingNames } from './settings.ts';

/** One setting as it is shown. */
export interface ShownSetting {
  /** The flag's name. */
  readonly name: string;
  /** null when it is absent. */
  readonly value: string | null;
  /** Where it was given, or `default`. */
  readonly place: string;
}

const HIDDEN = '(not shown)';

/** Every setting, in the order of the list. */
export function shownSettings({ settings, places }: Loaded): readonly ShownSetting[] {
  return settingNames.map(name => ({
    name: flagName(name),
    value: shown(name, settings),
    place: places.get(name) ?? 'default',
  }));
}

function shown(name: SettingName, settings: Settings): string | null {
  const value: unknown = settings[name];
  if (value === undefined) return null;
  const { kind, secret } = declarationOf(name);
  const text = z.encode(kind.codec, value);
  return secret?.(text) === true ? HIDDEN : text;
}

/** The same as aligned lines, ending in a line feed. */
export function printedSettings(loaded: Loaded): string {
  const rows = shownSettings(loaded);
  const width = Math.max(...rows.map(row => row.name.length));
  return rows.map(row => `${row.name.padEnd(width)}  ${row.value ?? '-'}  (${row.place})\n`).join('');
}

/** Texts that must never appear in a log line: every secret setting that is given. */
export function secretTexts(settings: Settings): readonly string[] {
  return settingNames.flatMap(name => {
    const { kind, secret } = declarationOf(name);
    const value: unknown = settings[name];
    if (secret === undefined || value === undefined) return [];
    const text = z.encode(kind.codec, value);
    return secret(text) ? [text, ...passwordOf(text)] : [];
  });
}

/** A driver's message may quote the password of a database URL alone. */
function passwordOf(text: string): readonly string[] {
  const password = URL.parse(text)?.password ?? '';
  return password === '' ? [] : [password, decodeURIComponent(password)];
}
