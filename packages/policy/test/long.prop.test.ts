import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareDecisions } from './compared.ts';
import { chosen } from './generated/choices.ts';
import type { Questions } from './generated/questions.ts';
import { ACCOUNT, near } from './generated/words.ts';

const ACTION = 'oss:GetObject';
const LONG = `folder/${'sub-Folder/é😀'.repeat(60)}`;
const RESOURCE = `acs:oss:cn-hangzhou:${ACCOUNT}:${LONG}`;

/** Statements of so many patterns, and texts so long, that the engine takes other ways than usual. */
const someLongQuestions: fc.Arbitrary<Questions> = chosen(600, choices => {
  const { oneOf, chance, list } = choices;
  const patterns = (text: string) => list(1, 60, () => near(choices, text) || '*');
  const statement = {
    Effect: chance(100) ? 'Deny' : 'Allow',
    Action: oneOf([ACTION, '*']),
    [chance(60) ? 'NotResource' : 'Resource']: patterns(LONG).map(
      id => `acs:oss:*:${oneOf(['*', ACCOUNT])}:${id}`,
    ),
    Condition: { [chance(60) ? 'StringNotLike' : 'StringLike']: { 'acs:Text': patterns(LONG) } },
  };
  const statements = [statement, { Effect: 'Allow', Action: '*', Resource: 'acs:oss:*:*:folder/*' }];
  const text = JSON.stringify({ Version: '1', Statement: chance(128) ? statements : [statement] });
  const [policies, inResourceGroups] = [[{ name: 'long', text }], {}];
  return {
    caller: {
      kind: 'user',
      account: ACCOUNT,
      name: 'alice',
      policies,
      inResourceGroups,
      exemptFromControl: false,
    },
    surroundings: { strict: false },
    requests: list(2, 2, () => ({
      actions: [ACTION],
      resources: [[oneOf([RESOURCE, `${RESOURCE}s`, RESOURCE.toLowerCase()])]],
      context: { 'acs:text': oneOf([LONG, `${LONG}s`, LONG.toUpperCase()]) },
    })),
  };
});

it('the evaluators agree on many patterns against long texts', () => {
  const seen = { Allow: 0, ExplicitDeny: 0, ImplicitDeny: 0 };
  fc.assert(
    fc.property(fc.noBias(someLongQuestions), questions => {
      for (const { expected, given } of compareDecisions(questions)) {
        expect(given).toEqual(expected);
        seen[given.verdict.effect] += 1;
      }
    }),
    { numRuns: 250 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
});
