/** Values that a parameter must refuse, made from its declaration, and the code that each is refused with. */
import {
  type ItemFields,
  isTextItem,
  type ListParameter,
  type Parameter,
  type TextParameter,
} from '../../src/kernel/parameters.ts';
import { invalidCodeOf, isRequired, missingCodeOf } from './declared-errors.ts';

/** One value to refuse. */
export interface BadValue {
  readonly what: string;
  readonly value: string;
  readonly code: string;
  /** Where it stands behind the parameter's name: `.1.Key` of a numbered list. */
  readonly at?: string;
}

/** Characters that look like those of names, or like nothing at all. */
export const lookAlikes = {
  'a Cyrillic a': '\u0430',
  'a full-width A': '\uff21',
  'a full-width digit': '\uff11',
  'an Arabic digit': '\u0661',
  'a Kelvin sign': '\u212a',
  'a dotless i': '\u0131',
  'a combining accent': 'e\u0301',
  'an emoji': '\u{1f600}',
  'a no-break space': '\u00a0',
  'a zero-width space': '\u200b',
  'a right-to-left override': '\u202e',
} as const;

/** Characters of ASCII that most sets leave out. */
const marks = {
  'a space': ' ',
  'a slash': '/',
  'a star': '*',
  'a quotation mark': '"',
  'an angle bracket': '<',
  'a colon': ':',
  'a per cent sign': '%',
  'a line feed': '\n',
  'a carriage return': '\r',
  'an escape character': '\u001b',
  'a delete character': '\u007f',
} as const;

const suspicious = Object.entries({ ...lookAlikes, ...marks });

/** Texts of which every form refuses at least one. */
const shapeless = [
  '!',
  '@',
  'a@',
  '@a',
  'a b',
  '-',
  'v',
  '0',
  'acs:ram::1:user/a',
  '86-',
  'x'.repeat(40),
  'x'.repeat(64),
];

/** Characters of one megabyte: as many as a body may hold beside the names. */
const MEGABYTE = 1_000_000;

/** The values that a parameter must refuse. */
export function badValuesOf(parameter: Parameter): BadValue[] {
  const absent = isRequired(parameter)
    ? [{ what: 'an empty text', value: '', code: missingCodeOf(parameter) }]
    : [];
  const nul = { what: 'a NUL', value: `${sampleOf(parameter)}\0`, code: 'InvalidRequest' };
  return [...absent, nul, ...wrongValuesOf(parameter)];
}

function wrongValuesOf(parameter: Parameter): BadValue[] {
  switch (parameter.kind) {
    case 'text':
      return wrongTexts(parameter);
    case 'integer':
      return [
        ...['abc', '1.5', '1e2', '0x10', '+1', ' 1', '1 ', '--1', '\uff11', '\u0661', '9'.repeat(30)].map(
          value => bad(parameter, 'what is no number', value, '.Format'),
        ),
        bad(parameter, 'a megabyte', '1'.repeat(MEGABYTE), '.Format'),
        bad(parameter, 'one too few', String(parameter.min - 1), '.Range'),
        bad(parameter, 'one too many', String(parameter.max + 1), '.Range'),
      ];
    case 'boolean':
      return [
        ...['yes', '1', 'true ', 'tru', '\uff54rue', 't\u0433ue'].map(value =>
          bad(parameter, 'neither true nor false', value, '.Format'),
        ),
        bad(parameter, 'a megabyte', 't'.repeat(MEGABYTE), '.Format'),
      ];
    case 'choice': {
      const [first = ''] = parameter.values;
      const others = [first.toLowerCase(), first.toUpperCase(), ` ${first}`, `${first}\u200b`, `${first},x`];
      return [
        ...others
          .filter(value => !parameter.values.includes(value))
          .map(value => bad(parameter, 'none of the choices', value, '')),
        bad(parameter, 'a megabyte', 'x'.repeat(MEGABYTE), ''),
      ];
    }
    case 'json':
      return [];
    case 'list':
      return parameter.form === 'json' ? wrongJsonLists(parameter) : wrongNumberedLists(parameter);
  }
}

function wrongJsonLists(parameter: ListParameter): BadValue[] {
  const item = isTextItem(parameter.item) ? '"x"' : '{}';
  return [
    bad(parameter, 'no JSON', '[', ''),
    bad(parameter, 'no list', '{}', ''),
    bad(parameter, 'a number as an item', '[1]', ''),
    bad(parameter, 'a list as an item', '[[]]', ''),
    bad(
      parameter,
      'one item too many',
      `[${Array(parameter.max + 1)
        .fill(item)
        .join(',')}]`,
      '',
    ),
  ];
}

function wrongNumberedLists(parameter: ListParameter): BadValue[] {
  const { wire, item, max } = parameter;
  const [field, ending] = isTextItem(item) ? [item, ''] : firstField(item);
  const ofList = (what: string, at: string) => ({ ...bad(parameter, what, '1', ''), at });
  const named = { ...field, wire: wire + ending };
  return [
    ofList('an item without a number', '.x'),
    ofList('a number that begins with zero', `.01${ending}`),
    ofList('a gap', `.2${ending}`),
    ofList('fields of a field', `.1${ending}.x`),
    ofList('a number above the limit', `.${max + 1}${ending}`),
    { what: 'an empty item', value: '', code: missingCodeOf(named), at: `.1${ending}` },
    ...wrongTexts(named).map(each => ({ ...each, at: `.1${ending}` })),
  ];
}

/** A field that every item must have, and how its name ends. */
function firstField(fields: ItemFields): [TextParameter, string] {
  const field = Object.values(fields).find(({ present }) => present);
  if (field === undefined) throw new Error('no field is known that every item must have');
  return [field, `.${field.wire}`];
}

function wrongTexts(parameter: TextParameter): BadValue[] {
  const filler = sampleOf(parameter);
  return [
    bad(parameter, 'one character too many', filler.repeat(parameter.max + 1), '.Length'),
    bad(parameter, 'a megabyte', filler.repeat(MEGABYTE), '.Length'),
    ...(parameter.min > 1
      ? [bad(parameter, 'one character too few', filler.repeat(parameter.min - 1), '.Length')]
      : []),
    ...forbiddenCharacters(parameter, filler),
    ...malformed(parameter),
  ];
}

/** Each character that the set leaves out, in the middle of a text that is right otherwise. */
function forbiddenCharacters(parameter: TextParameter, filler: string): BadValue[] {
  const { characters } = parameter;
  if (characters === undefined) return [];
  return suspicious
    .filter(([, mark]) => [...mark].some(each => !characters.has(each.charCodeAt(0))))
    .map(([what, mark]) =>
      bad(parameter, what, filler.repeat(parameter.min) + mark + filler, '.InvalidChars'),
    );
}

function malformed(parameter: TextParameter): BadValue[] {
  const { format } = parameter;
  if (format === undefined) return [];
  const { min, max, characters } = parameter;
  const isAllowed = (text: string) =>
    characters === undefined || [...text].every(mark => characters.has(mark.charCodeAt(0)));
  const texts = [...shapeless, ...Object.values(lookAlikes)].filter(
    text => text.length >= min && text.length <= max && isAllowed(text) && !format.accepts(text),
  );
  if (texts.length === 0) throw new Error(`no text is known that ${parameter.wire} must refuse for its form`);
  return texts.map(text => bad(parameter, `the text ${JSON.stringify(text)}`, text, '.Format'));
}

function bad(parameter: Parameter, what: string, value: string, ending: string): BadValue {
  return { what, value, code: invalidCodeOf(parameter, ending) };
}

/** One character that the parameter allows. */
function sampleOf(parameter: Parameter): string {
  if (parameter.kind !== 'text') return '1';
  const { characters } = parameter;
  const sample = ['a', '1'].find(each => characters?.has(each.charCodeAt(0)) ?? true);
  if (sample === undefined) throw new Error(`no character is known that ${parameter.wire} allows`);
  return sample;
}

/** Values at the very limits, which the parameter itself must let pass. */
export function limitValuesOf(parameter: Parameter): string[] {
  switch (parameter.kind) {
    case 'text': {
      if (parameter.format !== undefined) return [];
      const filler = sampleOf(parameter);
      return [filler.repeat(parameter.min), filler.repeat(parameter.max)];
    }
    case 'integer':
      return [String(parameter.min), String(parameter.max)];
    case 'boolean':
      return ['true', 'false', 'TRUE'];
    case 'choice':
      return [...parameter.values];
    case 'json':
    case 'list':
      return [];
  }
}
