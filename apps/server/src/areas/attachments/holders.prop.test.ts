import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type TestAccount, type WireParameters, type World } from '../../../test/area-harness.ts';
import { ApiError } from '../../kernel/errors.ts';
import { count, select } from '../../store/index.ts';

const document = '{"Version":"1","Statement":[{"Effect":"Allow","Action":"ecs:*","Resource":"*"}]}';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** One call; what is refused changes nothing. */
interface Step {
  readonly product: 'Ram' | 'Ims';
  readonly name: string;
  readonly parameters: WireParameters;
}

const policies = [
  { PolicyType: 'Custom', PolicyName: 'Deploy' },
  // The other type has names of its own.
  { PolicyType: 'Custom', PolicyName: 'ReadOnlyAccess' },
  { PolicyType: 'System', PolicyName: 'ReadOnlyAccess' },
];
const nouns = ['User', 'Group', 'Role'] as const;
type Noun = (typeof nouns)[number];
const names = ['ann', 'bea'];

const chosenNoun = fc.constantFrom(...nouns);
const chosenName = fc.constantFrom(...names);
const step = (name: string, parameters: WireParameters): Step => ({ product: 'Ram', name, parameters });

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom('AttachPolicyTo', 'DetachPolicyFrom'),
        chosenNoun,
        chosenName,
        fc.nat(2),
        fc.boolean(),
      )
      .map(([verb, noun, name, policy, isLimited]) =>
        step(`${verb}${noun}`, {
          [`${noun}Name`]: name,
          ...policies[policy],
          ...(isLimited && { ResourceGroupId: '' }),
        }),
      ),
  },
  { weight: 2, arbitrary: fc.tuple(chosenNoun, chosenName).map(creation) },
  fc.tuple(chosenNoun, chosenName).map(([noun, name]) => step(`Delete${noun}`, { [`${noun}Name`]: name })),
  // The policies of who goes to the bin are taken, whatever brings the user back.
  fc
    .tuple(fc.constantFrom('DeleteUser', 'RestoreUserFromRecycleBin', 'DeleteUserInRecycleBin'), chosenName)
    .map(([name, user]): Step => ({ product: 'Ims', name, parameters: { UserPrincipalName: user } })),
  fc.constantFrom('Deploy', 'ReadOnlyAccess').map(PolicyName => step('DeletePolicy', { PolicyName })),
  fc
    .constantFrom('Deploy', 'ReadOnlyAccess')
    .map(PolicyName => step('CreatePolicy', { PolicyName, PolicyDocument: document })),
);

function creation([noun, name]: [Noun, string]): Step {
  const trust = noun === 'Role' ? { AssumeRolePolicyDocument: '' } : {};
  return step(`Create${noun}`, { [`${noun}Name`]: name, ...trust });
}

/** @returns whether it was done */
async function take(account: TestAccount, { product, name, parameters }: Step): Promise<boolean> {
  try {
    await account.call(product, name, await completed(account, parameters));
    return true;
  } catch (error) {
    if (error instanceof ApiError) return false;
    throw error;
  }
}

/** With what only the account knows. */
async function completed(account: TestAccount, parameters: WireParameters): Promise<WireParameters> {
  const { UserPrincipalName, AssumeRolePolicyDocument, ResourceGroupId } = parameters;
  return {
    ...parameters,
    ...(UserPrincipalName !== undefined && { UserPrincipalName: account.principal(UserPrincipalName) }),
    // The group that every account has.
    ...(ResourceGroupId !== undefined && { ResourceGroupId: `rg-${account.accountId.slice(1)}` }),
    ...(AssumeRolePolicyDocument !== undefined && { AssumeRolePolicyDocument: account.trustDocument }),
  };
}

/** What is kept of the holders, and what a count of the attachments says. */
function holdersOf(account: TestAccount) {
  return world.change(account.root, async scope => {
    const kept = await select(scope, 'policy_holders')
      .select(['policy_type', 'policy_key', 'principal_type', 'holders'])
      .orderBy('policy_type')
      .orderBy('policy_key')
      .orderBy('principal_type')
      .execute();
    const counted = await select(scope, 'attachments')
      .select(attachments => [
        'policy_type',
        'policy_key',
        'principal_type',
        attachments.fn.count<number>('principal_id').distinct().as('holders'),
      ])
      .groupBy(['policy_type', 'policy_key', 'principal_type'])
      .orderBy('policy_type')
      .orderBy('policy_key')
      .orderBy('principal_type')
      .execute();
    return { kept, counted, all: await count(scope, 'attachments') };
  });
}

it('counts the holders of every policy as they are, whatever comes and goes', async () => {
  const attached: number[] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 10, maxLength: 40 }), async taken => {
      const account = await world.account();
      for (const noun of nouns) for (const name of names) await take(account, creation([noun, name]));
      await take(account, step('CreatePolicy', { PolicyName: 'Deploy', PolicyDocument: document }));
      for (const each of taken) await take(account, each);
      const { kept, counted, all } = await holdersOf(account);
      expect(kept).toEqual(counted);
      const listed = await account.call('ResourceManager', 'ListPolicyAttachments', {});
      expect(listed.TotalCount).toBe(all);
      attached.push(all);
    }),
    { numRuns: 20 },
  );
  // Most sequences leave somebody who holds something: a count of nothing would prove nothing.
  expect(attached.filter(all => all > 0).length).toBeGreaterThan(10);
});
