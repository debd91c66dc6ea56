import fc from 'fast-check';
import { ACCOUNT } from './policies.ts';

/** A statement as a document writes it; always valid. */
export interface StatementJson {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** A request in plain values. */
export interface RequestJson {
  readonly actions: readonly string[];
  readonly resources: readonly (readonly string[])[];
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  readonly resourceGroupId?: string;
}

// Few words, so that patterns and requests meet often.
const SERVICES = ['ram', 'oss'];
const VERBS = ['Get', 'GetUser', 'List', 'PutObject', 'GetObject'];
const REGIONS = ['', '*', 'cn-hangzhou', 'cn-beijing'];
const RELATIVE_IDS = [
  'user/alice',
  'user/Alice',
  'user/bob',
  'group/dev',
  'bucket',
  'bucket/a',
  'bucket/a:b',
  'user/*',
];
const VALUES = [
  '',
  'a',
  'A',
  'ab',
  '1',
  '1.0',
  'true',
  '192.0.2.7',
  '192.0.3.7',
  '2026-01-01T00:00:00Z',
  '2026-01-01T00:00:00.5Z',
];
const KEYS = ['acs:A', 'acs:b', 'acs:RequestTag/T'];

const POLICY_VALUES: Readonly<Record<string, readonly string[]>> = {
  StringEquals: VALUES,
  StringNotEquals: VALUES,
  StringEqualsIgnoreCase: VALUES,
  StringNotEqualsIgnoreCase: VALUES,
  StringLike: ['*', 'a*', '?', '?b', '1*'],
  StringNotLike: ['*', 'a*', '?', '?b', '1*'],
  NumericEquals: ['1', '2'],
  NumericNotEquals: ['1', '2'],
  NumericLessThan: ['1', '1.5'],
  NumericLessThanEquals: ['0.5', '1'],
  NumericGreaterThan: ['0.5', '1'],
  NumericGreaterThanEquals: ['1', '2'],
  DateEquals: ['2026-01-01T08:00:00+08:00'],
  DateNotEquals: ['2026-01-01T08:00:00+08:00'],
  DateLessThan: ['2026-01-01T00:00:00.1Z'],
  DateLessThanEquals: ['2026-01-01T00:00:00Z'],
  DateGreaterThan: ['2026-01-01T00:00:00Z'],
  DateGreaterThanEquals: ['2026-01-01T00:00:00.5Z'],
  Bool: ['true', 'False'],
  IpAddress: ['192.0.2.0/24', '192.0.3.7', '0.0.0.0/0'],
  NotIpAddress: ['192.0.2.0/24', '192.0.3.7'],
};

function listOf(values: readonly string[], maxLength = 3): fc.Arbitrary<string[]> {
  return fc.array(fc.constantFrom(...values), { minLength: 1, maxLength });
}

/** Replaces a piece of a text by a wildcard, or changes its letter case, or leaves it. */
function asPattern(text: string): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.nat({ max: text.length }),
      fc.nat({ max: text.length }),
      fc.constantFrom('same', 'same', 'upper', '*', '?'),
    )
    .map(([from, length, change]) => {
      if (change === 'same') return text;
      if (change === 'upper') return text.toUpperCase();
      const cut = change === '?' ? 1 : length;
      return text.slice(0, from) + change + text.slice(from + cut);
    });
}

const aService = fc.constantFrom(...SERVICES);
const aVerbPattern = fc.constantFrom(...VERBS).chain(asPattern);
const anActionPattern = fc.oneof(
  { weight: 1, arbitrary: fc.constant('*') },
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom(...SERVICES, 'ims', 'o*', '*', 'OSS'), aVerbPattern)
      .map(parts => parts.join(':')),
  },
);

const aResourcePattern = fc.oneof(
  { weight: 1, arbitrary: fc.constant('*') },
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...SERVICES, 'ims', '*', 'o?s', 'RAM'),
        fc.constantFrom(...REGIONS, '*', 'cn-*', '*hangzhou'),
        fc.constantFrom('*', ACCOUNT, `${ACCOUNT.slice(0, -1)}?`, 'system'),
        fc.constantFrom(...RELATIVE_IDS, '*').chain(asPattern),
      )
      .filter(parts => parts[3] !== '')
      .map(parts => `acs:${parts.join(':')}`),
  },
);

const anOperator = fc.constantFrom(...Object.keys(POLICY_VALUES));
const aQualifier = fc.constantFrom('', '', '', 'ForAllValues:', 'ForAnyValue:');

const aCondition = fc
  .tuple(aQualifier, anOperator, fc.constantFrom(...KEYS))
  .chain(([qualifier, operator, key]) =>
    listOf(POLICY_VALUES[operator] ?? [], operator === 'Bool' ? 1 : 3).map(
      values => [`${qualifier}${operator}`, { [key]: values }] as const,
    ),
  );

const aConditionBlock = fc
  .array(aCondition, { maxLength: 2 })
  .map(conditions => Object.fromEntries(conditions));

/** A statement; a Deny once in five times. */
export const aStatement: fc.Arbitrary<StatementJson> = fc
  .record({
    effect: fc.constantFrom(
      'Allow' as const,
      'Allow' as const,
      'Allow' as const,
      'Allow' as const,
      'Deny' as const,
    ),
    actions: fc.array(anActionPattern, { minLength: 1, maxLength: 3 }),
    resources: fc.array(aResourcePattern, { minLength: 1, maxLength: 3 }),
    excludesActions: fc.constantFrom(false, false, false, true),
    excludesResources: fc.constantFrom(false, false, false, false, true),
    conditions: fc.option(aConditionBlock, { nil: undefined, freq: 2 }),
  })
  .map(({ effect, actions, resources, excludesActions, excludesResources, conditions }) => ({
    Effect: effect,
    [excludesActions ? 'NotAction' : 'Action']: actions,
    [excludesResources ? 'NotResource' : 'Resource']: resources,
    ...(conditions === undefined ? {} : { Condition: conditions }),
  }));

const aContext = fc.dictionary(
  fc.constantFrom('acs:a', 'acs:B', 'acs:RequestTag/T', 'acs:RequestTag/t'),
  fc.oneof(fc.constantFrom(...VALUES), fc.array(fc.constantFrom(...VALUES), { maxLength: 3 })),
);

const aResource = fc.oneof(
  { weight: 1, arbitrary: fc.constant(['*']) },
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        aService,
        fc.constantFrom(...REGIONS),
        fc.constantFrom(ACCOUNT, ACCOUNT, ACCOUNT, 'system', '2'),
        fc.constantFrom(...RELATIVE_IDS),
        fc.constantFrom(undefined, ...RELATIVE_IDS),
      )
      .map(([service, region, account, relativeId, otherId]) => {
        const name = `acs:${service}:${region}:${account}:${relativeId}`;
        return otherId !== undefined && service === 'ram'
          ? [name, `acs:ims:${region}:${account}:${otherId}`]
          : [name];
      }),
  },
);

/** A request with one or two names of its action and one or two resources. */
export const aRequest: fc.Arbitrary<RequestJson> = fc
  .record({
    service: aService,
    verb: fc.constantFrom(...VERBS),
    twice: fc.boolean(),
    resources: fc.array(aResource, { minLength: 1, maxLength: 2 }),
    context: aContext,
    resourceGroupId: fc.constantFrom(undefined, 'rg-1', 'rg-2'),
  })
  .map(({ service, verb, twice, resources, context, resourceGroupId }) => ({
    actions: twice && service === 'ram' ? [`ram:${verb}`, `ims:${verb}`] : [`${service}:${verb}`],
    resources,
    context,
    ...(resourceGroupId === undefined ? {} : { resourceGroupId }),
  }));
