/** The commands of the server's own program. */

import {
  type Arguments,
  configFile,
  type Language,
  type Loaded,
  loadSettings,
  printedSettings,
  readArguments,
  SettingsRefused,
  settingsHelp,
  settingsReference,
  shownSettings,
} from '../config/index.ts';
import { VERSION } from '../version.ts';
import { createAccountCommand } from './create-account.ts';
import { rotateSessionKeysCommand } from './rotate-session-keys.ts';

/** What a program takes from the process that it runs in. */
export interface Surroundings {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Name of this process among the nodes. */
  readonly node: string;
  readFile(path: string): string;
  /** What the caller asked for. */
  out(text: string): void;
  /** Messages for the operator. */
  err(text: string): void;
  /** Ends the process at once; called for what nothing can be done about. */
  fatal(error: unknown): void;
}

/** Exit codes. */
export const EXIT = { ok: 0, failure: 1, usage: 2 } as const;

/** Serves until it is told to stop; gives the exit code. */
export type Serve = (loaded: Loaded) => Promise<number>;

/** Flags that belong to commands, and whether each takes a value. */
const ownFlags = { json: false, help: false, language: true } as const;

const usage = `Usage: wardenry [serve] [settings]          start the server
       wardenry account create [--json]     create an account on this machine
       wardenry session-keys rotate         seal sessions with a new key; those there are stay valid
       wardenry config print [--json]       show the settings in force, without secrets
       wardenry config reference [--language en|zh]
       wardenry version [--json]

Settings (flags come first, then the environment, then the YAML file):
`;

/**
 * Runs the command that the arguments name.
 *
 * @returns the exit code
 */
export async function runCommand(surroundings: Surroundings, serve: Serve): Promise<number> {
  const { out, err } = surroundings;
  try {
    const given = readArguments(surroundings.args, ownFlags);
    if (given.own.has('help')) {
      out(usage + settingsHelp());
      return EXIT.ok;
    }
    return await chosen(given, surroundings, serve);
  } catch (error) {
    if (!(error instanceof SettingsRefused)) throw error;
    for (const problem of error.problems) err(`wardenry: ${problem}\n`);
    return EXIT.usage;
  }
}

async function chosen(given: Arguments, surroundings: Surroundings, serve: Serve): Promise<number> {
  const { out } = surroundings;
  const json = given.own.has('json');
  switch (given.words.join(' ')) {
    case '':
    case 'serve':
      return serve(await settingsOf(given, surroundings));
    case 'account create':
      return createAccountCommand(await settingsOf(given, surroundings), surroundings, json);
    case 'session-keys rotate':
      return rotateSessionKeysCommand(await settingsOf(given, surroundings), surroundings);
    case 'config print': {
      const loaded = await settingsOf(given, surroundings);
      out(json ? `${JSON.stringify(shownSettings(loaded), undefined, 2)}\n` : printedSettings(loaded));
      return EXIT.ok;
    }
    case 'config reference':
      out(settingsReference(languageOf(given)));
      return EXIT.ok;
    case 'version':
      out(json ? `${JSON.stringify({ name: 'Wardenry', version: VERSION })}\n` : `Wardenry ${VERSION}\n`);
      return EXIT.ok;
    default:
      throw new SettingsRefused([
        ...given.problems,
        `There is no command "${given.words.join(' ')}"; see --help.`,
      ]);
  }
}

function settingsOf(given: Arguments, { environment, readFile }: Surroundings): Promise<Loaded> {
  return loadSettings({
    flags: given,
    environment,
    // An empty variable counts as absent, as every other does.
    configFile: given.own.get(configFile.flag) ?? (environment[configFile.variable] || undefined),
    readFile,
  });
}

function languageOf(given: Arguments): Language {
  const language = given.own.get('language') ?? 'en';
  if (language === 'en' || language === 'zh') return language;
  throw new SettingsRefused([`--language: "${language}" is not one of en, zh.`]);
}
