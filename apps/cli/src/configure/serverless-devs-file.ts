/** Aliases of Serverless Devs: `~/.s/access.yaml` (spec: domain 13.1). */
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, type ParsedNode, parseDocument, stringify, type YAMLMap } from 'yaml';
import { Failure } from '../failure.ts';
import type { EditFile, ProfileKey } from './tools.ts';

const PROVIDER = 'Alibaba Cloud';

/** Puts an alias into the file. Values are plain: readers keep what they cannot decrypt. */
export const editServerlessDevsFile: EditFile = (text = '', key) => {
  const { aliases, before } = readAliases(text);
  const fields = { ...fieldsOf(before[key.profile]), ...freshFields(key, Object.keys(before).length === 0) };
  const written = stringify(
    { [key.profile]: fields },
    { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
  );
  const range = rangeOf(aliases, key.profile);
  const edited =
    range === undefined
      ? `${text === '' || text.endsWith('\n') ? text : `${text}\n`}${written}`
      : `${text.slice(0, range.start)}${written}${text.slice(range.end)}`;
  requireOthersUnchanged(before, edited, { ...before, [key.profile]: fields });
  return { text: edited, replaced: range !== undefined };
};

/** What the file holds: as it is written, and as it is read. */
interface Aliases {
  /** Undefined when there are none. */
  readonly aliases: YAMLMap.Parsed | undefined;
  readonly before: Readonly<Record<string, unknown>>;
}

/** @throws Failure when the file is not a mapping of aliases, or one that holds more than text */
function readAliases(text: string): Aliases {
  const document = parseDocument(text);
  const [problem] = [...document.errors, ...document.warnings];
  // The message of the library repeats the lines, which hold secrets.
  if (problem !== undefined) throw new Failure(`It is not YAML that can be changed safely: ${problem.code}.`);
  if (document.contents === null) return { aliases: undefined, before: {} };
  if (!isMap<ParsedNode, ParsedNode | null>(document.contents) || document.contents.flow) {
    throw new Failure('It is no mapping of aliases, each on lines of its own.');
  }
  const before = readAs(document);
  if (before === undefined) throw new Failure('It refers to what is not in it.');
  return { aliases: document.contents as YAMLMap.Parsed, before };
}

/** What a document is read as; undefined when it refers to what is not in it, or too often to what is. */
function readAs(document: ReturnType<typeof parseDocument>): Readonly<Record<string, unknown>> | undefined {
  try {
    return document.toJSON();
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

function fieldsOf(alias: unknown): object {
  if (typeof alias !== 'object' || alias === null) return {};
  const { SecurityToken: _, ...fields } = { SecurityToken: undefined, ...alias };
  return fields;
}

function freshFields({ accessKeyId, accessKeySecret, accountId = '' }: ProfileKey, isOnly: boolean): object {
  return {
    __provider: PROVIDER,
    AccountID: accountId,
    AccessKeyID: accessKeyId,
    AccessKeySecret: accessKeySecret,
    ...(isOnly ? { __default: 'true' } : {}),
  };
}

/** The lines of an alias. */
function rangeOf(aliases: YAMLMap.Parsed | undefined, alias: string) {
  const pair = aliases?.items.find(({ key }) => isScalar(key) && String(key.value) === alias);
  if (pair === undefined) return undefined;
  return { start: pair.key.range[0], end: pair.value?.range[2] ?? pair.key.range[2] };
}

/** Holds a change of text to what it is to change: anchors, tags or odd indentation could make it more than that. */
function requireOthersUnchanged(before: object, edited: string, wanted: object): void {
  const document = parseDocument(edited);
  if (document.errors.length === 0 && isDeepStrictEqual(readAs(document), wanted)) return;
  const count = Object.keys(before).length;
  throw new Failure(`It cannot be changed without touching the other of its ${count} aliases.`);
}
