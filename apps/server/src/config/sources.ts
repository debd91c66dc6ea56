/** Where settings come from: arguments, environment, YAML file. Each source gives texts by name, and what it cannot place. */
import { nearestName } from './nearest.ts';
import { declarationOf, flagName, settingNames, variableName } from './settings.ts';

/** A text that was given for a setting, and what to call its place in a message. */
export interface Given {
  readonly text: string;
  /** e.g. `--listen`, `WARDENRY_LISTEN`, `wardenry.yaml line 3`. */
  readonly place: string;
}

/** What one source gives: texts by the key of the setting, or of its `…File` twin. */
export interface Source {
  readonly given: ReadonlyMap<string, Given>;
  /** Sentences about what the source holds and nobody asked for. */
  readonly problems: readonly string[];
}

/** Names the YAML file; it cannot stand in the file itself. */
export const configFile = { flag: 'config', variable: 'WARDENRY_CONFIG_FILE' } as const;

/** What our other programs read: who exports it for them starts the server in the same shell. */
const ofOtherPrograms: ReadonlySet<string> = new Set(['WARDENRY_ENDPOINT']);

/** The key of the setting that names a file with the secret. */
export function twinOf(name: string): string {
  return `${name}File`;
}

/** Keys that a source may use: every setting, and the twin of every secret one. */
const acceptedKeys: readonly string[] = settingNames.flatMap(name =>
  declarationOf(name).secret === undefined ? [name] : [name, twinOf(name)],
);

const keyByFlag = new Map(acceptedKeys.map(key => [flagName(key), key]));
const keyByVariable = new Map(acceptedKeys.map(key => [variableName(key), key]));

/**
 * Reads the environment. An empty variable counts as absent, since that is how compose files leave one out.
 *
 * @param environment variables by name; those without our prefix, and those of our other programs, are not looked at
 */
export function readEnvironment(environment: Readonly<Record<string, string | undefined>>): Source {
  const given = new Map<string, Given>();
  const problems: string[] = [];
  for (const [variable, text] of Object.entries(environment)) {
    if (!variable.startsWith('WARDENRY_') || variable === configFile.variable) continue;
    if (ofOtherPrograms.has(variable)) continue;
    const key = keyByVariable.get(variable);
    if (key === undefined) problems.push(unknown(variable, [...keyByVariable.keys(), configFile.variable]));
    else if (text !== undefined && text !== '') given.set(key, { text, place: variable });
  }
  return { given, problems };
}

/** Arguments taken apart. */
export interface Arguments extends Source {
  /** What is no flag, in its order. */
  readonly words: readonly string[];
  /** Flags of the command itself, without dashes; a bare one is `true`. */
  readonly own: ReadonlyMap<string, string>;
}

/**
 * Takes arguments apart: `--flag value`, `--flag=value`, or `--flag` alone for yes-or-no settings. A flag given twice is
 * refused.
 *
 * @param args arguments without the program
 * @param own flags of commands and whether each takes a value
 */
export function readArguments(args: readonly string[], own: Readonly<Record<string, boolean>>): Arguments {
  const words: string[] = [];
  const flags = new Map<string, string>();
  const problems: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const argument = args[i] ?? '';
    if (!argument.startsWith('-')) {
      words.push(argument);
      continue;
    }
    const equals = argument.indexOf('=');
    const name = spelledOut(equals < 0 ? argument : argument.slice(0, equals));
    const takes = takesValue(name, own);
    if (takes === undefined) {
      problems.push(unknown(`--${name}`, flagsOf(own)));
      // What follows was meant as its value, and is no command.
      if (equals < 0 && args[i + 1]?.startsWith('-') === false) i += 1;
      continue;
    }
    let text: string | undefined = equals < 0 ? undefined : argument.slice(equals + 1);
    if (text === undefined && takes) {
      i += 1;
      text = args[i];
    }
    if (text === undefined && takes) problems.push(`--${name} needs a value.`);
    else if (flags.has(name)) problems.push(`--${name} is given twice.`);
    else flags.set(name, text ?? 'true');
  }
  return { words, problems, ...divided(flags) };
}

function divided(flags: ReadonlyMap<string, string>): Pick<Arguments, 'given' | 'own'> {
  const given = new Map<string, Given>();
  const own = new Map<string, string>();
  for (const [name, text] of flags) {
    const key = keyByFlag.get(name);
    if (key === undefined) own.set(name, text);
    else given.set(key, { text, place: `--${name}` });
  }
  return { given, own };
}

function spelledOut(flag: string): string {
  if (flag === '-h') return 'help';
  return flag.startsWith('--') ? flag.slice(2) : flag.slice(1);
}

function takesValue(flag: string, own: Readonly<Record<string, boolean>>): boolean | undefined {
  if (Object.hasOwn(own, flag)) return own[flag];
  if (flag === configFile.flag) return true;
  const key = keyByFlag.get(flag);
  if (key === undefined) return undefined;
  const setting = settingNames.find(name => name === key);
  return setting === undefined || declarationOf(setting).kind.bare !== true;
}

function flagsOf(own: Readonly<Record<string, boolean>>): string[] {
  return [...keyByFlag.keys(), configFile.flag, ...Object.keys(own)].map(name => `--${name}`);
}

/**
 * Reads a YAML file: one flat mapping of settings; a list stands for its items separated by commas.
 *
 * @param file its path, for messages
 * @param content its text
 */
export async function readYaml(file: string, content: string): Promise<Source> {
  // Few installations have a file, and the parser costs a tenth of a start.
  const { isMap, isScalar, isSeq, LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false });
  const given = new Map<string, Given>();
  const place = (offset: number | undefined) => `${file} line ${lines.linePos(offset ?? 0).line}`;
  const problems = document.errors.map(error => `${place(error.pos[0])}: ${error.message}`);
  if (problems.length > 0 || document.contents === null) return { given, problems };
  if (!isMap(document.contents)) return { given, problems: [`${file} must hold a mapping of settings.`] };
  // The text as written: a number of 16 digits or with leading zeros must not pass through a number.
  const textOf = (node: unknown) => (isScalar(node) ? (node.source ?? '') : undefined);
  for (const { key, value } of document.contents.items) {
    const at = place(isScalar(key) ? key.range?.[0] : undefined);
    const name = textOf(key) ?? '';
    const setting = keyByFlag.get(name);
    const texts = isSeq(value) ? value.items.map(textOf) : [textOf(value)];
    if (setting === undefined) problems.push(`${at}: ${unknown(name, [...keyByFlag.keys()])}`);
    else if (texts.some(text => text === undefined))
      problems.push(`${at}: ${name} must be a single value or a list of them.`);
    else given.set(setting, { text: texts.join(','), place: at });
  }
  return { given, problems };
}

function unknown(name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names);
  return `There is no setting ${name}${nearest === undefined ? '' : `; did you mean ${nearest}?`}`;
}
