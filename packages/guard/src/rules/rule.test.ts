import { describe, expect, it, test } from 'vitest';
import { type Rule, readRule } from './rule.ts';

const rule: Rule = { action: 'shop:GetOrder', resource: 'acs:shop:*:1:order/{id}' };

describe('a rule', () => {
  it('asks for each of several resources', () => {
    const read = readRule(
      { ...rule, resource: [rule.resource as string, 'acs:shop:*:1:shop/{shop}'] },
      undefined,
    );
    expect(read.templates.map(template => template.fill({ id: '7', shop: 's' }))).toEqual([
      'acs:shop:*:1:order/7',
      'acs:shop:*:1:shop/s',
    ]);
  });

  it("carries the service's own condition keys", () => {
    const { context } = readRule(
      { ...rule, context: { 'shop:State': 'open', 'shop:Tag': ['a', 'b'] } },
      undefined,
    );
    expect(context).toEqual({ 'shop:State': ['open'], 'shop:Tag': ['a', 'b'] });
  });

  test.each([
    ['an action without a service', { action: 'GetOrder' }],
    ['an action with a wildcard', { action: 'shop:*' }],
    ['an action of three parts', { action: 'shop:Get:Order' }],
    ['no resource', { resource: [] }],
    ["a condition key that is the guard's", { context: { 'acs:SourceIp': '192.0.2.1' } }],
    ["a condition key that is the guard's in other letters", { context: { 'ACS:SecureTransport': 'true' } }],
    ['a condition key without a service', { context: { State: 'open' } }],
  ])('with %s is a mistake', (_, change) => {
    expect(() => readRule({ ...rule, ...change }, undefined)).toThrow(TypeError);
  });
});
