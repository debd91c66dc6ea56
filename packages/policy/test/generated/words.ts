import type { Choices } from './choices.ts';

/** Few words, so that statements and requests meet often, and differ by little when they do not. */

export const ACCOUNT = '1000000000000001';
export const OTHER_ACCOUNT = '1000000000000002';
export const ROLE = `acs:ram::${OTHER_ACCOUNT}:role/target`;

/** Actions by the resources that they are asked on. */
export const ACTIONS = ['oss:GetObject', 'oss:PutObject', 'ram:GetUser', 'ram:ListUsers'] as const;

export const RESOURCES = [
  `acs:oss:cn-hangzhou:${ACCOUNT}:bucket/a`,
  `acs:oss:cn-hangzhou:${ACCOUNT}:bucket`,
  `acs:ram::${ACCOUNT}:user/alice`,
  `acs:ram:*:${ACCOUNT}:user/*`,
  `acs:oss:cn-beijing:${ACCOUNT}:bucket/a:b/c`,
  `acs:oss:*:${ACCOUNT}:bucket/é😀`,
  'acs:ram:*:system:policy/Read',
] as const;

const GLOBAL_NAMES = ['*', 'bucket', 'acs:oss:::bucket', `acs:oss:*:*:bucket/a`, 'acs:oss:*', ''] as const;

/** Texts that are near another in one of many ways. */
export const TEXTS = [
  'abc',
  'ABC',
  'ab',
  'a',
  '',
  '*',
  'a*',
  'é',
  'É',
  '😀',
  '\u212a',
  'k',
  '1',
  'true',
] as const;

const TEXT_PATTERNS = ['abc', 'a*', '*', '*c', '?', '??', 'a?c', '*b*', '', '**', 'A*', '?😀', '*?'] as const;

const NUMBERS = [
  '1',
  '1.0',
  '01',
  '2',
  '1.5',
  '-1',
  '0',
  '-0',
  '10',
  '1.25',
  '99999999999999999999',
] as const;
const NO_NUMBERS = ['', 'x', '1e3', '0x1', '+1', '1.', '.5', ' 1', '1,5', '１'] as const;
const DATES = [
  '2026-01-01T00:00:00Z',
  '2026-01-01T08:00:00+08:00',
  '2026-01-01T00:00:00.5Z',
  '2026-01-01T00:00:00.50Z',
  '2025-12-31T23:59:59Z',
  '2025-12-31T20:00:00-03:59',
  '2028-02-29T00:00:00Z',
  '0001-01-01T00:00:00Z',
] as const;
const NO_DATES = [
  '2026-01-01',
  '2026-01-01T00:00:00',
  '2026-02-29T00:00:00Z',
  '2026-01-01T24:00:00Z',
  '2026-01-01T00:00:60Z',
  '1767225600',
  '2026-01-01T00:00:00.Z',
  '2026-01-01t00:00:00z',
  '2026-01-01T00:00:00+0800',
  '',
] as const;
const ADDRESSES = [
  '192.0.2.7',
  '192.0.2.8',
  '192.0.3.7',
  '::ffff:192.0.2.7',
  '2001:db8::1',
  '2001:DB8:0:0::1',
  '2001:db8:1::',
  '::',
  '0.0.0.0',
] as const;
const BLOCKS = [
  '192.0.2.0/24',
  '192.0.2.7',
  '192.0.2.9/31',
  '0.0.0.0/0',
  '::/0',
  '2001:db8::/32',
  '2001:db8::1',
  '::ffff:192.0.2.0/120',
  '2001:db8::/47',
] as const;
const NO_ADDRESSES = [
  '',
  '192.0.2',
  '192.0.2.256',
  '192.0.2.07',
  'fe80::1%eth0',
  '2001:db8',
  '1::2::3',
  '192.0.2.7/24',
] as const;
const NO_BLOCKS = ['', '192.0.2.*', '192.0.2.0/33', '192.0.2.0/024', '192.0.2.0/', '2001:db8::/129'] as const;

/** What a condition key holds, usually. */
type ValueType = 'text' | 'number' | 'date' | 'bool' | 'address';
type Words = readonly [string, ...string[]];

const OPERATORS: Readonly<Record<ValueType, Words>> = {
  text: [
    'StringEquals',
    'StringLike',
    'StringNotEquals',
    'StringNotLike',
    'StringEqualsIgnoreCase',
    'StringNotEqualsIgnoreCase',
  ],
  number: relations('Numeric'),
  date: relations('Date'),
  bool: ['Bool'],
  address: ['IpAddress', 'NotIpAddress'],
};

function relations(type: string): Words {
  return [
    `${type}Equals`,
    `${type}NotEquals`,
    `${type}LessThan`,
    `${type}LessThanEquals`,
    `${type}GreaterThan`,
    `${type}GreaterThanEquals`,
  ];
}

const TYPES = ['text', 'number', 'date', 'bool', 'address'] as const;

const KEYS: Readonly<Record<ValueType, Words>> = {
  text: ['acs:Text', 'acs:text', 'acs:RequestTag/Team', 'ACS:requesttag/Team', 'acs:RequestTag/team'],
  number: ['x:Number', 'X:NUMBER'],
  date: ['acs:CurrentTime', 'acs:currenttime'],
  bool: ['acs:MFAPresent'],
  address: ['acs:SourceIp', 'acs:SOURCEIP'],
};

/** The keys that a request may have, no key in two spellings. */
export const REQUEST_KEYS: readonly (readonly [string, ValueType])[] = [
  ['acs:TEXT', 'text'],
  ['acs:RequestTag/Team', 'text'],
  ['acs:RequestTag/team', 'text'],
  ['x:number', 'number'],
  ['acs:CurrentTime', 'date'],
  ['acs:MFAPresent', 'bool'],
  ['acs:SourceIp', 'address'],
];

/** A condition, as operator, key and values; `damaged` ones cannot be read. */
export function aCondition(
  { oneOf, chance, list }: Choices,
  damaged: boolean,
): readonly [string, string, readonly unknown[]] {
  const type = oneOf(TYPES);
  const operator = oneOf(OPERATORS[type]);
  const key = oneOf(KEYS[chance(16) ? oneOf(TYPES) : type]);
  const qualifier = oneOf(['', '', '', 'ForAllValues:', 'ForAnyValue:']);
  const values = list(1, type === 'bool' ? 1 : 3, () => oneOf(POLICY_VALUES[type]));
  if (!damaged) return [qualifier + operator, key, values];
  return oneOf<readonly [string, string, readonly unknown[]]>([
    [operator, key, []],
    [operator, oneOf(['nokey', ':x', 'acs:', 'acs:RequestTag/', 'a*:b', '']), values],
    [oneOf(['Null', 'StringEqualsIfExists', 'stringequals', '__proto__', 'ForAll:Bool', '']), key, values],
    [operator, key, [...values, oneOf<unknown>([1, true, null])]],
    [operator, key, [...values, oneOf([...NO_NUMBERS, ...NO_DATES, ...NO_BLOCKS])]],
    ['Bool', key, ['true', 'false']],
  ]);
}

/** A value or values of a condition key in a request. */
export function aRequestValue({ oneOf, chance, list }: Choices, type: ValueType): string | readonly string[] {
  const one = (): string => oneOf(chance(24) ? [...BAD_VALUES[type]] : REQUEST_VALUES[type]);
  return chance(80) ? list(0, 3, one) : one();
}

const POLICY_VALUES: Readonly<Record<ValueType, Words>> = {
  text: [...TEXTS, ...TEXT_PATTERNS],
  number: NUMBERS,
  date: DATES,
  bool: ['true', 'false', 'True'],
  address: BLOCKS,
};

const REQUEST_VALUES: Readonly<Record<ValueType, Words>> = {
  text: TEXTS,
  number: NUMBERS,
  date: DATES,
  bool: ['true', 'false', 'TRUE'],
  address: ADDRESSES,
};

const BAD_VALUES: Readonly<Record<ValueType, Words>> = {
  text: ['\ud83d', 'a\ud83db', '\u0000'],
  number: NO_NUMBERS,
  date: NO_DATES,
  bool: ['', '1', 'yes', 'true '],
  address: NO_ADDRESSES,
};

/** The text itself or one that differs from it by little, mostly by a wildcard. */
export function near({ oneOf, below }: Choices, text: string): string {
  const characters = [...text];
  const from = below(characters.length + 1);
  const length = below(characters.length + 1);
  const [before, behind] = [characters.slice(0, from), characters.slice(from + length)].map(part =>
    part.join(''),
  );
  switch (oneOf(['same', 'same', 'star', 'star', 'end', 'mark', 'upper', 'lower', 'cut', 'more', 'stars'])) {
    case 'star':
      return `${before}*${behind}`;
    case 'end':
      return `${before}*`;
    case 'mark':
      return `${before}?${characters.slice(from + 1).join('')}`;
    case 'upper':
      return text.toUpperCase();
    case 'lower':
      return text.toLowerCase();
    case 'cut':
      return `${before}`;
    case 'more':
      return `${text}s`;
    case 'stars':
      return `*${characters[from] ?? ''}*${behind}`;
    default:
      return text;
  }
}

/** The name of an action in a pattern. */
export function anActionPattern(choices: Choices, actions: readonly [string, ...string[]]): string {
  const { oneOf } = choices;
  const [service = '', verb = ''] = oneOf(actions).split(':');
  const shape = oneOf(['verb', 'verb', 'verb', 'service', 'any', 'all']);
  if (shape === 'any') return '*';
  if (shape === 'all') return `${service}:*`;
  if (shape === 'service') return `${near(choices, service) || '*'}:${near(choices, verb) || '*'}`;
  return `${service}:${near(choices, verb) || '*'}`;
}

/** A pattern for resources. */
export function aResourcePattern(choices: Choices, resources: readonly [string, ...string[]]): string {
  const { oneOf } = choices;
  const shape = oneOf(['id', 'id', 'id', 'fields', 'fields', 'any']);
  if (shape === 'any') return '*';
  const [, service = '', region = '', account = '', ...id] = oneOf(resources).split(':');
  const relativeId = near(choices, id.join(':')) || '*';
  if (shape === 'id')
    return ['acs', service, oneOf(['*', region]), oneOf(['*', account]), relativeId].join(':');
  const fields = [
    near(choices, service) || '*',
    oneOf([region, '*', '', '**', near(choices, region)]),
    oneOf([account, '*', '', 'system', OTHER_ACCOUNT, near(choices, account)]),
  ];
  return ['acs', ...fields, oneOf([relativeId, '*'])].join(':');
}

/** A requested resource by its names: one, sometimes two. */
export function aResource(choices: Choices): readonly string[] {
  const { oneOf, chance } = choices;
  if (chance(12)) return [oneOf(GLOBAL_NAMES)];
  const name = oneOf(RESOURCES);
  if (chance(8)) return [near(choices, name)];
  if (chance(16)) return [name.replace(ACCOUNT, OTHER_ACCOUNT)];
  if (name.startsWith('acs:ram:') && chance(128)) {
    return [name, `acs:ims:${oneOf(['', '*'])}:${ACCOUNT}:${oneOf(['user/alice', 'user/bob', 'x'])}`];
  }
  return [name];
}
