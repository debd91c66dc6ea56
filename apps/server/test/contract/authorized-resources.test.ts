/** What the reference says that an operation is authorized on is what it is authorized on. */
import { describe, expect, test } from 'vitest';
import { authorizedResources } from '../../src/reference/authorized-resources.ts';
import { operations } from './contract.ts';
import { cases, openSuite, titled } from './suite.ts';

const { home } = await openSuite();

/** Whether a form such as `acs:ram:*:<account>:user/<UserName>` can be an ARN; what is in brackets stands for any text. */
function fits(form: string, arn: string): boolean {
  const parts = form.split(/<[^<>]+>/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`).test(arn);
}

describe('the resources that the reference shows', () => {
  test.each(titled(cases))('are those of %s', async (_, { operation, call }) => {
    const shown = authorizedResources(operation);
    const { resources } = await call.arrange(home);
    const decided = operation.effect !== 'anonymous' && operation.authorization.kind === 'policy';
    if (!decided) {
      expect(shown).toEqual([]);
      return;
    }
    const fit = (forms: readonly string[], arn: string) => forms.some(form => fits(form, arn));
    expect(resources.filter(arn => !shown.some(forms => fit(forms, arn)))).toEqual([]);
    expect(shown.filter(forms => !resources.some(arn => fit(forms, arn)))).toEqual([]);
  });

  test('are some for every operation that policies decide about, and nothing is left open', () => {
    for (const operation of operations) {
      const decided = operation.effect !== 'anonymous' && operation.authorization.kind === 'policy';
      const shown = authorizedResources(operation).flat();
      expect([operation.name, shown.length > 0]).toEqual([operation.name, decided]);
      expect(shown.filter(form => form.includes('undefined') || !form.startsWith('acs:'))).toEqual([]);
    }
  });
});
