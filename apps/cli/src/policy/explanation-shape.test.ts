import { compile, type Explanation, explain, readStoredDocument, requestContext } from '@wardenry/policy';
import { describe, expect, it } from 'vitest';
import { isExplanation } from './explanation-shape.ts';

/** An explanation with misses and remarks, as a server sends it. */
function sent(): unknown {
  const text = JSON.stringify({
    Version: '1',
    Statement: [
      { Effect: 'Deny', Action: '*', Resource: '*', Condition: { StringNotEquals: { 'acs:A': 'a' } } },
      { Effect: 'Allow', Action: 'oss:Put*', Resource: '*' },
      { Effect: 'Allow', Action: 'oss:*', Resource: 'acs:oss:*:*:other' },
      { Effect: 'Allow', Action: 'oss:*', Resource: '*', Condition: { Bool: { 'acs:B': 'true' } } },
      { Effect: 'Allow', Action: 'oss:*', Resource: '*', Sid: 'x' },
    ],
  });
  const identity = compile([
    {
      document: readStoredDocument(text, 'identity').document,
      policyName: 'reports',
      policyType: 'Custom',
      attachedTo: { type: 'RamUser', name: 'alice' },
      scope: { type: 'Account' },
    },
  ]);
  const explanation = explain(
    { kind: 'user', account: '1', name: 'alice', identity },
    { actions: ['oss:GetObject'], resources: [['acs:oss:*:1:reports']], context: requestContext({}) },
  );
  return JSON.parse(JSON.stringify(explanation));
}

/** The explanation with the one statement of its one step replaced. */
function withStatement(parts: object): Explanation {
  const statement = {
    policyName: 'reports',
    policyType: 'Custom',
    attachedTo: { type: 'RamUser', name: 'alice' },
    scope: { type: 'Account' },
    statement: 0,
    effect: 'Allow',
    outcome: 'NearMiss',
    misses: [],
    ...parts,
  };
  const step = { policyType: 'SessionPolicy', outcome: 'ImplicitDeny', statements: [statement], leftOut: 0 };
  const resources = [{ resource: 'r', effect: 'ImplicitDeny', steps: [step] }];
  return JSON.parse(JSON.stringify({ decision: { effect: 'Allow' }, resources }));
}

describe('what a server sent', () => {
  const good = withStatement({});

  it('is an explanation when the engine made it', () => {
    expect(isExplanation(sent())).toBe(true);
    expect(isExplanation(good)).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'Allow'],
    ['no decision', { resources: [] }],
    ['a decision that is no effect', { ...good, decision: { effect: 'Perhaps' } }],
    ['a refusal without its step', { ...good, decision: { effect: 'ImplicitDeny' } }],
    ['resources that are no list', { ...good, resources: {} }],
    ['a resource without steps', { ...good, resources: [{ resource: 'r', effect: 'Allow' }] }],
    ['an outcome of another version', withStatement({ outcome: 'Delayed' })],
    ['an unknown kind of miss', withStatement({ misses: [{ element: 'Moon', expected: [], seen: 'x' }] })],
    ['a kind of miss that objects inherit', withStatement({ misses: [{ element: 'constructor' }] })],
    [
      'a miss of another shape',
      withStatement({ misses: [{ element: 'Principal', expected: 'x', seen: 'x' }] }),
    ],
  ])('is none when it is %s', (_what, value) => {
    expect(isExplanation(value)).toBe(false);
  });
});
