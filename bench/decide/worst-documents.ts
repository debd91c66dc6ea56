/** The documents that are hardest to match: as long as documents may be, full of wildcards, with a value of 8 KiB. */
import {
  type AccessRequest,
  decide,
  documentLimits,
  parseDocument,
  requestContext,
} from '../../packages/policy/src/index.ts';
import { median, printSpread, rounded } from '../load/figures.ts';
import { cpuSecondsOf } from './rounds.ts';
import { attach, principalOf } from './wardenry.ts';
import { ACCOUNT } from './workload.ts';

const VALUE = `${'a'.repeat(8191)}b`;
const SCANS = 200;

/** A document that fits into the limit, made of as much as possible of one thing. */
interface WorstDocument {
  readonly name: string;
  readonly statements: (filling: readonly string[]) => object[];
  /** One more of it: a piece of the one pattern, or a further pattern. */
  readonly piece: (index: number) => string;
}

const onePattern = (filling: readonly string[]) => filling.join('');
const inResource = (pattern: string) => `acs:oss:*:*:${pattern}`;
const deny = (elements: object) => ({ Effect: 'Deny', Action: '*', ...elements });
const one = (elements: object) => [deny(elements)];
const likeOne = (values: readonly string[] | string) =>
  deny({ Resource: '*', Condition: { StringLike: { 'acs:UserAgent': values } } });
const like = (values: readonly string[] | string) => [likeOne(values)];

/** Words of the letters a and b that are all different, so that no two patterns are. */
function word(index: number): string {
  return index.toString(2).replaceAll('0', 'a').replaceAll('1', 'b');
}

const DOCUMENTS: readonly WorstDocument[] = [
  {
    name: 'one resource *a*a*…',
    statements: filling => one({ Resource: inResource(`${onePattern(filling)}*bb*`) }),
    piece: () => '*a',
  },
  {
    name: 'one resource ?*?*…',
    statements: filling => one({ Resource: inResource(`${onePattern(filling)}?bb*`) }),
    piece: () => '?*',
  },
  {
    name: 'one resource *aaaa…',
    statements: filling => one({ Resource: inResource(`*${onePattern(filling)}bb*b`) }),
    piece: () => 'a',
  },
  {
    name: 'one resource *a?a?…',
    statements: filling => one({ Resource: inResource(`*${onePattern(filling)}bb*b`) }),
    piece: () => 'a?',
  },
  {
    name: 'one value *aaaa…',
    statements: filling => like(`*${onePattern(filling)}bb*`),
    piece: () => 'a',
  },
  { name: 'many values *aab*', statements: like, piece: index => `*${word(index)}bb*` },
  { name: 'many values ?*aab?*', statements: like, piece: index => `?*${word(index)}b?*b` },
  {
    name: 'many resources *aab*',
    statements: filling => one({ Resource: filling }),
    piece: index => `acs:*:*:*:*${word(index)}bb*`,
  },
  {
    name: 'many statements of a resource *aaab*',
    statements: filling => filling.map(Resource => deny({ Resource })),
    piece: () => 'acs:*:*:*:*aaaaaaaaabb*',
  },
  {
    name: 'many statements of a value *aaab*',
    statements: filling => filling.map(likeOne),
    piece: () => '*aaaaaaaaabb*',
  },
  {
    name: 'many statements of a longer value *aaab*',
    statements: filling => filling.map(likeOne),
    piece: () => `*${'a'.repeat(40)}bb*`,
  },
];

export interface WorstFigures {
  /** CPU milliseconds of one decision on the worst of the documents, median. */
  readonly milliseconds: number;
  /** Its median ratio to searching the value once for a character that it does not have. */
  readonly ratio: number;
}

export function worstFigures(rounds: number): WorstFigures {
  const figures = DOCUMENTS.map(document => figuresOf(document, rounds));
  const worst = figures.toSorted((one, other) => other.milliseconds - one.milliseconds)[0];
  if (worst === undefined) throw new Error('there are no worst documents');
  return worst;
}

function figuresOf(worst: WorstDocument, rounds: number): WorstFigures {
  const principal = principalOf([attach(legalText(worst), 0)]);
  const milliseconds: number[] = [];
  const ratios: number[] = [];
  for (let round = -2; round < rounds; round += 1) {
    const deciding = cpuSecondsOf(() => decide(principal, REQUEST));
    const scanning = cpuSecondsOf(scanAll) / SCANS;
    if (round < 0) continue;
    milliseconds.push(deciding * 1000);
    ratios.push(deciding / scanning);
  }
  printSpread(`worst document, ${worst.name}`, milliseconds, ' ms of CPU');
  return { milliseconds: median(milliseconds), ratio: rounded(median(ratios)) };
}

const REQUEST: AccessRequest = {
  actions: ['oss:GetObject'],
  resources: [[`acs:oss:cn-hangzhou:${ACCOUNT}:${VALUE}`]],
  context: requestContext({ 'acs:UserAgent': VALUE }),
};

/** The yardstick: one look at each character, as bare as JavaScript has it. */
function scanAll(): void {
  let found = 0;
  for (let scan = 0; scan < SCANS; scan += 1) {
    for (let at = 0; at < VALUE.length; at += 1) found += VALUE.charCodeAt(at) === 0x63 ? 1 : 0;
  }
  if (found > 0) throw new Error('the value has the character');
}

/** The longest text of a document that is legal. */
function legalText({ statements, piece }: WorstDocument): string {
  const textOf = (count: number) =>
    JSON.stringify({
      Version: '1',
      Statement: statements(Array.from({ length: count }, (_, index) => piece(index))),
    });
  let count = 1;
  while (textOf(count + 1).length <= documentLimits.identity) count += 1;
  const text = textOf(count);
  if (!parseDocument(text, 'identity').ok) throw new Error('a worst document is not legal');
  return text;
}
