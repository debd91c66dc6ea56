import { globCovers, lowerAscii } from './glob.ts';
import type { PlainRequest } from './plain.ts';
import {
  blockHolds,
  compareExact,
  type Exact,
  readAddress,
  readBlock,
  readBoolean,
  readInstant,
  readNumber,
} from './values.ts';

/** One line of a `Condition` block. */
export interface ReadCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

interface Operator {
  readonly negated: boolean;
  readonly isPolicyValue: (text: string) => boolean;
  readonly compares: (requestValue: string, policyValue: string) => boolean;
}

const anyText = () => true;

const COMPARISONS = new Map<string, Omit<Operator, 'negated'>>([
  ['StringEquals', { isPolicyValue: anyText, compares: (value, wanted) => value === wanted }],
  [
    'StringEqualsIgnoreCase',
    { isPolicyValue: anyText, compares: (value, wanted) => value.toLowerCase() === wanted.toLowerCase() },
  ],
  ['StringLike', { isPolicyValue: anyText, compares: (value, wanted) => globCovers(wanted, value) }],
  [
    'Bool',
    {
      isPolicyValue: text => readBoolean(text) !== undefined,
      compares: (value, wanted) => readBoolean(value) === readBoolean(wanted),
    },
  ],
  [
    'IpAddress',
    {
      isPolicyValue: text => readBlock(text) !== undefined,
      compares: (value, wanted) =>
        both(readAddress(value), readBlock(wanted), (one, block) => blockHolds(block, one)),
    },
  ],
  ...ordered('Numeric', readNumber),
  ...ordered('Date', readInstant),
]);

const NEGATIONS = new Map([
  ['StringNotEquals', 'StringEquals'],
  ['StringNotEqualsIgnoreCase', 'StringEqualsIgnoreCase'],
  ['StringNotLike', 'StringLike'],
  ['NumericNotEquals', 'NumericEquals'],
  ['DateNotEquals', 'DateEquals'],
  ['NotIpAddress', 'IpAddress'],
]);

export function isOperator(name: string): boolean {
  return findOperator(name) !== undefined;
}

/** Whether a condition can be read: if not, nobody knows what it asks for (spec: policy 3.3). */
export function isReadable({ operator: name, key, values }: ReadCondition): boolean {
  const operator = findOperator(name);
  if (operator === undefined || !isConditionKey(key) || values.length === 0) return false;
  return values.every(operator.isPolicyValue) && (values.length === 1 || !name.endsWith('Bool'));
}

/** Whether a readable condition holds for a request (spec: policy 3.1 to 3.4). */
export function conditionHolds(
  { operator: name, key, values }: ReadCondition,
  request: PlainRequest,
): boolean {
  const operator = findOperator(name);
  if (operator === undefined) throw new Error(`${name} is no operator.`);
  const given = valuesOf(key, request);
  const passes = (value: string) =>
    values.some(wanted => operator.compares(value, wanted)) !== operator.negated;
  if (name.startsWith('ForAllValues:')) return given.every(passes);
  if (name.startsWith('ForAnyValue:')) return given.some(passes);
  return operator.negated ? given.every(passes) : given.some(passes);
}

/** The values of a key, none when the request lacks it. Only what follows a `/` has a letter case (1.16). */
function valuesOf(key: string, { context }: PlainRequest): readonly string[] {
  const found = Object.entries(context).filter(([name]) => canonical(name) === canonical(key));
  return found.flatMap(([, value]) => value);
}

function canonical(key: string): string {
  const [name = '', ...tag] = key.split('/');
  return [lowerAscii(name), ...tag].join('/');
}

/** `<service>:<name>`, and `/<tag>` after some (spec: policy 1.18). */
function isConditionKey(key: string): boolean {
  const [name = '', ...tag] = key.split('/');
  const isName = /^[!-~]+$/.test(name) && !/["'*?]/.test(name) && /^[^:]+:./.test(name);
  return isName && (tag.length === 0 || tag.join('/') !== '');
}

function findOperator(name: string): Operator | undefined {
  const plain = name.replace(/^(ForAllValues|ForAnyValue):/, '');
  const comparison = COMPARISONS.get(NEGATIONS.get(plain) ?? plain);
  return comparison && { ...comparison, negated: NEGATIONS.has(plain) };
}

/** The six operators of a type that has an order, the negated one apart. */
function ordered(
  type: string,
  read: (text: string) => Exact | undefined,
): [string, Omit<Operator, 'negated'>][] {
  const operator = (
    relation: string,
    holds: (order: number) => boolean,
  ): [string, Omit<Operator, 'negated'>] => [
    type + relation,
    {
      isPolicyValue: text => read(text) !== undefined,
      compares: (value, wanted) => both(read(value), read(wanted), (a, b) => holds(compareExact(a, b))),
    },
  ];
  return [
    operator('Equals', order => order === 0),
    operator('LessThan', order => order < 0),
    operator('LessThanEquals', order => order <= 0),
    operator('GreaterThan', order => order > 0),
    operator('GreaterThanEquals', order => order >= 0),
  ];
}

/** Whether two values could be read, and compare well. */
function both<T>(left: T | undefined, right: T | undefined, holds: (left: T, right: T) => boolean): boolean {
  return left !== undefined && right !== undefined && holds(left, right);
}
