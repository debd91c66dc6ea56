/** What the policy package knows of actions and their resources holds for every operation of this server. */
import { namesOfAction } from '@wardenry/policy';
import { allKnownActions, lint } from '@wardenry/policy/lint';
import { describe, expect, test } from 'vitest';
import { operations } from './contract.ts';
import { cases, openSuite, titled } from './suite.ts';

const { home } = await openSuite();

const authorized = operations.flatMap(operation =>
  operation.effect !== 'anonymous' && operation.authorization.kind === 'policy' ? operation.actions : [],
);

test('every action has the names that checks and cases give to it', () => {
  for (const operation of operations) {
    if (operation.effect === 'anonymous') continue;
    expect(namesOfAction(operation.actions.at(-1) ?? '')).toEqual(operation.actions);
  }
});

describe('the catalogue of lint', () => {
  test('knows every action that an operation is authorized by, as it is spelled', () => {
    const known = new Set(allKnownActions().map(({ name }) => name));
    expect([...new Set(authorized)].filter(action => !known.has(action))).toEqual([]);
  });

  test.each(titled(cases))('has nothing against a policy that names the resources of %s', async (_, each) => {
    const { operation, call } = each;
    if (operation.effect === 'anonymous' || operation.authorization.kind !== 'policy') return;
    const { resources } = await call.arrange(home);
    for (const action of operation.actions) {
      const statement = { Effect: 'Allow', Action: action, Resource: resources };
      const findings = lint(JSON.stringify({ Version: '1', Statement: [statement] }), 'identity');
      expect(findings.filter(({ code }) => code !== 'grants-more-rights')).toEqual([]);
    }
  });
});
