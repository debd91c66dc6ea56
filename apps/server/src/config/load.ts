import * as z from 'zod/mini';
import { systemReason } from '../kernel/system-reason.ts';
import { unsafeCombinations } from './combinations.ts';
import {
  declarationOf,
  flagName,
  type SettingName,
  type Settings,
  settingNames,
  variableName,
} from './settings.ts';
import { type Given, readEnvironment, readYaml, type Source, twinOf } from './sources.ts';

/** Settings that cannot be used; the server must not start with them. */
export class SettingsRefused extends Error {
  override readonly name = 'SettingsRefused';
  /** One sentence each. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** Settings, and where each came from. */
export interface Loaded {
  readonly settings: Settings;
  /** Place of each given setting; a setting that is absent here has its default. */
  readonly places: ReadonlyMap<SettingName, string>;
}

/** What settings are read from. */
export interface Inputs {
  /** Flags of the command line. */
  readonly flags: Source;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Path of the YAML file, when one is wanted. */
  readonly configFile?: string | undefined;
  /** Reads a text file; throws when it cannot. */
  readFile(path: string): string;
}

/**
 * Reads every setting: from the flags, else the environment, else the file, else its default.
 *
 * @throws SettingsRefused naming everything that is unknown, malformed, contradictory or unsafe
 */
export async function loadSettings(inputs: Inputs): Promise<Loaded> {
  const sources = [inputs.flags, readEnvironment(inputs.environment)];
  if (inputs.configFile !== undefined) sources.push(await fromFile(inputs.configFile, inputs));
  const reading = new Reading(sources, inputs);
  const settings = reading.settings();
  if (reading.problems.length > 0) throw new SettingsRefused(reading.problems);
  const unsafe = unsafeCombinations(settings);
  if (unsafe.length > 0) throw new SettingsRefused(unsafe);
  return { settings, places: reading.places };
}

async function fromFile(path: string, inputs: Inputs): Promise<Source> {
  try {
    return await readYaml(path, inputs.readFile(path));
  } catch (error) {
    return {
      given: new Map(),
      problems: [`The configuration file ${path} cannot be read: ${systemReason(error)}.`],
    };
  }
}

/** One pass over all settings, gathering every problem before it complains. */
class Reading {
  readonly problems: string[];
  readonly places = new Map<SettingName, string>();
  readonly #sources: readonly Source[];
  readonly #inputs: Inputs;

  constructor(sources: readonly Source[], inputs: Inputs) {
    this.#sources = sources;
    this.#inputs = inputs;
    this.problems = sources.flatMap(source => source.problems);
  }

  settings(): Settings {
    const values = Object.fromEntries(settingNames.map(name => [name, this.#value(name)]));
    // Every value was read by the kind that the type of `Settings` is made from, or a problem is noted.
    return Object.freeze(values) as unknown as Settings;
  }

  #value(name: SettingName): unknown {
    const { kind, default: usual } = declarationOf(name);
    const given = this.#given(name);
    if (given === undefined) return usual === undefined ? undefined : z.decode(kind.codec, usual);
    this.places.set(name, given.place);
    const read = z.safeDecode(kind.codec, given.text);
    if (!read.success) this.problems.push(malformed(name, given));
    return read.data;
  }

  #given(name: SettingName): Given | undefined {
    const { secret } = declarationOf(name);
    const direct = this.#first(name);
    if (secret === undefined) return direct;
    const file = this.#first(twinOf(name));
    if (direct !== undefined && file !== undefined) {
      this.problems.push(`${direct.place} and ${file.place} both give ${flagName(name)}; keep one of them.`);
      return undefined;
    }
    if (file !== undefined) return this.#fromTwin(file);
    if (direct?.place === `--${flagName(name)}` && secret(direct.text)) {
      this.problems.push(
        `${direct.place} would show a secret to everybody who can list the processes of this machine; use --${flagName(twinOf(name))} or ${variableName(name)}.`,
      );
      return undefined;
    }
    return direct;
  }

  #first(key: string): Given | undefined {
    for (const source of this.#sources) {
      const given = source.given.get(key);
      if (given !== undefined) return given;
    }
    return undefined;
  }

  #fromTwin({ text: path, place }: Given): Given | undefined {
    try {
      return { text: withoutLineEnd(this.#inputs.readFile(path)), place: `${place} (${path})` };
    } catch (error) {
      this.problems.push(`The file that ${place} names cannot be read: ${systemReason(error)}.`);
      return undefined;
    }
  }
}

/** Editors and `echo` end the last line; the secret does not. */
function withoutLineEnd(text: string): string {
  if (text.endsWith('\r\n')) return text.slice(0, -2);
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}

function malformed(name: SettingName, { text, place }: Given): string {
  const { kind, secret } = declarationOf(name);
  const shown = secret === undefined ? JSON.stringify(text) : 'the value (not shown, it may be secret)';
  return `${place}: ${shown} is not ${kind.label[0]}.`;
}
