/** Profiles of the aliyun CLI: `config.json` (spec: domain 13.2). */
import { type JsonNode, readJson } from '@wardenry/policy';
import { Failure } from '../failure.ts';
import type { EditFile, ProfileKey } from './tools.ts';

/** What credentials a profile had before; left beside an AccessKey they would only mislead. */
const OF_OTHER_MODES: ReadonlySet<string> = new Set([
  'sts_token',
  'sts_expiration',
  'ram_role_name',
  'ram_role_arn',
  'ram_session_name',
  'external_id',
  'source_profile',
  'process_command',
  'credentials_uri',
  'oidc_provider_arn',
  'oidc_token_file',
  'private_key',
  'key_pair_name',
  'bearer_token',
]);

/** A new member of a profile stands on a line of its own, as the aliyun CLI writes it. */
const INDENT = '\t';

/** Puts a profile into `config.json`. */
export const editAliyunFile: EditFile = (text, key) => {
  if (text === undefined || text.trim() === '') {
    return {
      text: `${written({ current: key.profile, profiles: [freshProfile(key)] }, 0)}\n`,
      replaced: false,
    };
  }
  const { root, profiles } = readConfiguration(text);
  const [found, second] = profiles?.items.filter(item => nameOf(item) === key.profile) ?? [];
  // Which of them is read is up to each reader.
  if (second !== undefined) throw new Failure(`It has the profile ${key.profile} twice.`);
  if (found !== undefined) {
    const range = { start: found.offset, end: endOfValue(text, found.offset) };
    const before: unknown = JSON.parse(text.slice(range.start, range.end));
    const indent = indentAt(text, found.offset);
    return { text: spliced(text, range, written(changedProfile(before, key), indent)), replaced: true };
  }
  if (profiles === undefined) {
    const rest = { current: key.profile, profiles: [freshProfile(key)] };
    return { text: withMembers(text, root, rest), replaced: false };
  }
  const last = profiles.items.at(-1);
  const at = last === undefined ? profiles.offset + 1 : endOfValue(text, last.offset);
  const fresh = written(freshProfile(key), 2);
  const insertion = last === undefined ? `\n\t\t${fresh}\n\t` : `,\n\t\t${fresh}`;
  return { text: spliced(text, { start: at, end: at }, insertion), replaced: false };
};

type List = JsonNode & { readonly type: 'list' };
type Tree = JsonNode & { readonly type: 'object' };

function readConfiguration(text: string): { readonly root: Tree; readonly profiles: List | undefined } {
  let problem = '';
  const root = readJson(text, (_code, _place, message) => {
    problem ||= message;
  });
  if (problem !== '') throw new Failure(`It cannot be changed safely: ${problem}`);
  if (root?.type !== 'object') throw new Failure('It holds no JSON object.');
  const profiles = root.members.get('profiles')?.value;
  if (profiles === undefined) return { root, profiles };
  if (profiles.type !== 'list') throw new Failure('Its profiles are no list.');
  return { root, profiles };
}

function nameOf(item: JsonNode): string | undefined {
  const name = item.type === 'object' ? item.members.get('name')?.value : undefined;
  return name?.type === 'string' ? name.value : undefined;
}

function freshProfile(key: ProfileKey): object {
  return {
    name: key.profile,
    ...keyMembers(key),
    region_id: key.region ?? 'cn-hangzhou',
    output_format: 'json',
    language: 'en',
    ...(key.host === undefined ? {} : { endpoint: key.host }),
  };
}

/** Keeps the order of members, and those that have nothing to do with credentials. */
function changedProfile(before: unknown, key: ProfileKey): object {
  const kept = Object.entries(Object(before)).filter(([name]) => !OF_OTHER_MODES.has(name));
  return {
    ...Object.fromEntries(kept),
    ...keyMembers(key),
    ...(key.region === undefined ? {} : { region_id: key.region }),
    ...(key.host === undefined ? {} : { endpoint: key.host }),
  };
}

function keyMembers({ accessKeyId, accessKeySecret }: ProfileKey) {
  return { mode: 'AK', access_key_id: accessKeyId, access_key_secret: accessKeySecret };
}

/** @param depth how far the line that it begins on is indented */
function written(value: object, depth: number): string {
  return JSON.stringify(value, undefined, INDENT).replaceAll('\n', `\n${INDENT.repeat(depth)}`);
}

/** How far the line of an offset is indented, in steps of the aliyun CLI. */
function indentAt(text: string, offset: number): number {
  const line = text.slice(text.lastIndexOf('\n', offset) + 1, offset);
  return /^\t*/.exec(line)?.[0].length ?? 0;
}

/** Adds members at the end of the object that is the whole text. */
function withMembers(text: string, root: Tree, members: Readonly<Record<string, unknown>>): string {
  const fresh = Object.entries(members).filter(([name]) => !root.members.has(name));
  const lines = fresh.map(([name, value]) => `\n\t${JSON.stringify(name)}: ${written(Object(value), 1)}`);
  const last = [...root.members.values()].at(-1)?.value;
  const at = last === undefined ? root.offset + 1 : endOfValue(text, last.offset);
  const insertion = `${last === undefined ? '' : ','}${lines.join(',')}${last === undefined ? '\n' : ''}`;
  return spliced(text, { start: at, end: at }, insertion);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function spliced(text: string, { start, end }: Range, insertion: string): string {
  return text.slice(0, start) + insertion + text.slice(end);
}

/** Where the value that begins at an offset of well-formed JSON ends: the offset behind its last character. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    else if (depth === 0 && !/[\w.+-]/.test(character)) return at;
    if (depth < 0) return at;
    if (depth === 0 && !inString && (character === '"' || character === '}' || character === ']'))
      return at + 1;
  }
  return text.length;
}
