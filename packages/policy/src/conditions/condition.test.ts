import { describe, expect, it } from 'vitest';
import { requestContext } from '../request.ts';
import type { Condition } from './condition.ts';
import { allHold, compileCondition } from './condition.ts';
import { conditionOperators } from './operators.ts';

type Value = string | readonly string[] | undefined;

/** Whether `operator` holds for the request's value, compared with the policy's values. */
function holds(operator: string, values: string | readonly string[], value: Value): boolean {
  const compiled = compileCondition({ operator, key: 'acs:Key', values: [values].flat() });
  if (compiled === undefined) throw new Error('cannot be read');
  return allHold([compiled], requestContext(value === undefined ? {} : { 'acs:KEY': value }));
}

/** For each operator: a policy value, a request value that it compares well with, and one that it does not. */
const SAMPLES: Readonly<Record<string, readonly [policy: string, equal: string, other: string]>> = {
  StringEquals: ['dev', 'dev', 'Dev'],
  StringEqualsIgnoreCase: ['DEV', 'dev', 'ops'],
  StringLike: ['d?v*', 'dev-1', 'Dev'],
  NumericEquals: ['1.0', '01', '2'],
  NumericLessThan: ['10', '9', '10'],
  NumericLessThanEquals: ['10', '10', '10.1'],
  NumericGreaterThan: ['10', '10.1', '10'],
  NumericGreaterThanEquals: ['10', '10', '9'],
  DateEquals: ['2026-01-01T08:00:00+08:00', '2026-01-01T00:00:00Z', '2026-01-01T00:00:01Z'],
  DateLessThan: ['2026-01-01T00:00:00Z', '2025-12-31T23:59:59Z', '2026-01-01T00:00:00Z'],
  DateLessThanEquals: ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00.1Z'],
  DateGreaterThan: ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.1Z', '2026-01-01T00:00:00Z'],
  DateGreaterThanEquals: ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2025-12-31T23:59:59Z'],
  Bool: ['true', 'True', 'false'],
  IpAddress: ['192.0.2.0/24', '192.0.2.7', '192.0.3.7'],
};

/** The negated operators, and what they negate. */
const NEGATED: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  NumericNotEquals: 'NumericEquals',
  DateNotEquals: 'DateEquals',
  NotIpAddress: 'IpAddress',
};

const QUALIFIERS = ['', 'ForAllValues:', 'ForAnyValue:'];

describe('the operators', () => {
  it('are all covered by this test', () => {
    const names = [...Object.keys(SAMPLES), ...Object.keys(NEGATED)];
    expect([...conditionOperators.keys()].toSorted()).toEqual(names.toSorted());
  });

  for (const [operator, [policy, equal, other]] of Object.entries(SAMPLES)) {
    it(`${operator} holds for ${equal}, not for ${other}, and not without a value`, () => {
      expect(holds(operator, policy, equal)).toBe(true);
      expect(holds(operator, policy, other)).toBe(false);
      expect(holds(operator, policy, undefined)).toBe(false);
      expect(holds(operator, policy, [])).toBe(false);
    });

    it(`${operator} with several request values asks for one that compares well`, () => {
      expect(holds(operator, policy, [other, equal])).toBe(true);
      expect(holds(operator, policy, [other, other])).toBe(false);
      expect(holds(`ForAnyValue:${operator}`, policy, [other, equal])).toBe(true);
      expect(holds(`ForAnyValue:${operator}`, policy, [other])).toBe(false);
      expect(holds(`ForAnyValue:${operator}`, policy, [])).toBe(false);
      expect(holds(`ForAnyValue:${operator}`, policy, undefined)).toBe(false);
    });

    it(`ForAllValues:${operator} asks for all of them, and holds of none`, () => {
      expect(holds(`ForAllValues:${operator}`, policy, [equal, equal])).toBe(true);
      expect(holds(`ForAllValues:${operator}`, policy, [equal, other])).toBe(false);
      expect(holds(`ForAllValues:${operator}`, policy, [])).toBe(true);
      expect(holds(`ForAllValues:${operator}`, policy, undefined)).toBe(true);
    });
  }

  for (const [operator, positive] of Object.entries(NEGATED)) {
    const [policy = '', equal = '', other = ''] = SAMPLES[positive] ?? [];

    it(`${operator} holds unless ${positive} does, and without a value`, () => {
      expect(holds(operator, policy, equal)).toBe(false);
      expect(holds(operator, policy, other)).toBe(true);
      expect(holds(operator, policy, undefined)).toBe(true);
      expect(holds(operator, policy, [])).toBe(true);
    });

    it(`${operator} with several request values asks that none compares well`, () => {
      expect(holds(operator, policy, [other, equal])).toBe(false);
      expect(holds(operator, policy, [other, other])).toBe(true);
    });

    it(`ForAllValues:${operator} is not the negation of ForAllValues:${positive}`, () => {
      expect(holds(`ForAllValues:${operator}`, policy, [other, equal])).toBe(false);
      expect(holds(`ForAllValues:${positive}`, policy, [other, equal])).toBe(false);
      expect(holds(`ForAllValues:${operator}`, policy, [other])).toBe(true);
      expect(holds(`ForAllValues:${operator}`, policy, undefined)).toBe(true);
    });

    it(`ForAnyValue:${operator} asks for one value that compares with none`, () => {
      expect(holds(`ForAnyValue:${operator}`, policy, [equal, other])).toBe(true);
      expect(holds(`ForAnyValue:${operator}`, policy, [equal])).toBe(false);
      expect(holds(`ForAnyValue:${operator}`, policy, undefined)).toBe(false);
    });
  }
});

describe('several policy values', () => {
  it('are alternatives of a positive operator', () => {
    expect(holds('StringEquals', ['a', 'b'], 'b')).toBe(true);
    expect(holds('NumericLessThan', ['5', '10'], '7')).toBe(true);
    expect(holds('IpAddress', ['192.0.2.0/24', '2001:db8::/32'], '2001:db8::1')).toBe(true);
  });

  it('all rule out a request value of a negated operator', () => {
    expect(holds('StringNotEquals', ['a', 'b'], 'b')).toBe(false);
    expect(holds('NotIpAddress', ['192.0.2.0/24', '203.0.113.2'], '203.0.113.2')).toBe(false);
    expect(holds('StringNotLike', ['a*', 'b*'], 'c')).toBe(true);
  });
});

describe('a request value that cannot be read', () => {
  it.each([
    ['NumericEquals', '1', '1e0'],
    ['NumericLessThan', '1', ''],
    ['DateLessThan', '2026-01-01T00:00:00Z', '2025-01-01'],
    ['Bool', 'false', '0'],
    ['IpAddress', '0.0.0.0/0', 'localhost'],
  ])('compares badly under %s', (operator, policy, value) => {
    expect(holds(operator, policy, value)).toBe(false);
  });

  it.each([
    ['NumericNotEquals', '1', 'abc'],
    ['DateNotEquals', '2026-01-01T00:00:00Z', 'today'],
    ['NotIpAddress', '0.0.0.0/0', 'localhost'],
  ])('satisfies %s', (operator, policy, value) => {
    expect(holds(operator, policy, value)).toBe(true);
  });

  it('is not mistaken for the readable one that was seen before it', () => {
    expect(holds('NumericEquals', '1', '1')).toBe(true);
    expect(holds('NumericEquals', '1', 'one')).toBe(false);
    expect(holds('NumericEquals', '1', ['one', '1', 'one'])).toBe(true);
  });
});

describe('several conditions', () => {
  it('must all hold', () => {
    const conditions = [
      compileCondition({ operator: 'StringEquals', key: 'acs:A', values: ['1'] }),
      compileCondition({ operator: 'StringEquals', key: 'acs:B', values: ['2'] }),
    ].filter(condition => condition !== undefined);
    expect(allHold(conditions, requestContext({ 'acs:a': '1', 'acs:b': '2' }))).toBe(true);
    expect(allHold(conditions, requestContext({ 'acs:a': '1', 'acs:b': '1' }))).toBe(false);
    expect(allHold(conditions, requestContext({ 'acs:a': '1' }))).toBe(false);
    expect(allHold([], requestContext({}))).toBe(true);
  });
});

describe('compileCondition', () => {
  it.each<Condition>([
    { operator: 'StringMatch', key: 'acs:A', values: ['a'] },
    { operator: 'stringEquals', key: 'acs:A', values: ['a'] },
    { operator: 'StringEqualsIfExists', key: 'acs:A', values: ['a'] },
    { operator: 'ForSomeValues:StringEquals', key: 'acs:A', values: ['a'] },
    { operator: ':StringEquals', key: 'acs:A', values: ['a'] },
    { operator: 'ForAnyValue:', key: 'acs:A', values: ['a'] },
    { operator: 'toString', key: 'acs:A', values: ['a'] },
    { operator: 'StringEquals', key: 'acs:A', values: [] },
    { operator: 'NumericEquals', key: 'acs:A', values: ['1', 'one'] },
    { operator: 'DateLessThan', key: 'acs:A', values: ['2026-01-01'] },
    { operator: 'Bool', key: 'acs:A', values: ['true', 'true'] },
    { operator: 'Bool', key: 'acs:A', values: ['yes'] },
    { operator: 'IpAddress', key: 'acs:A', values: ['192.0.2.0/33'] },
    { operator: 'NotIpAddress', key: 'acs:A', values: ['192.0.*'] },
  ])('cannot read $operator with $values', condition => {
    expect(compileCondition(condition)).toBeUndefined();
  });

  it('accepts every operator behind every set qualifier', () => {
    for (const qualifier of QUALIFIERS) {
      for (const [operator, [policy]] of Object.entries(SAMPLES)) {
        const condition = { operator: `${qualifier}${operator}`, key: 'acs:A', values: [policy] };
        expect(compileCondition(condition)).toBeDefined();
      }
    }
  });
});
