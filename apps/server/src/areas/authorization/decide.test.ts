/** How questions are decided: whole or in pieces, and by which choices. */
import { compile, readStoredDocument } from '@wardenry/policy';
import { describe, expect, it } from 'vitest';
import type { KnownPrincipal } from '../../kernel/decisions.ts';
import type { Question } from './check.ts';
import { ComputingTime } from './computing-time.ts';
import { type Answer, answerTo, type Deciding } from './decide.ts';

const accountId = '1000000000000001';
const arn = (name: string) => `acs:shop:*:${accountId}:order/${name}`;

const statement = (effect: string, resource: string) => ({
  Effect: effect,
  Action: 'shop:*',
  Resource: resource,
});

const atAccount = [statement('Allow', arn('open*')), statement('Deny', arn('*secret'))];
const atGroup = [statement('Deny', arn('open-1'))];

const alice: KnownPrincipal = {
  identity: { kind: 'user', accountId, userId: '1', userName: 'alice' },
  subject: {
    kind: 'user',
    account: accountId,
    name: 'alice',
    identity: compile([
      attached(atAccount, { type: 'Account' }),
      attached(atGroup, { type: 'ResourceGroup', id: 'rg-1' }),
    ]),
  },
};

function attached(
  statements: readonly object[],
  scope: { type: 'Account' } | { type: 'ResourceGroup'; id: string },
) {
  const { document } = readStoredDocument(
    JSON.stringify({ Version: '1', Statement: statements }),
    'identity',
  );
  const attachedTo = { type: 'RamUser', name: 'alice' } as const;
  return { document, policyName: scope.type, policyType: 'Custom', attachedTo, scope } as const;
}

const question = (names: readonly string[], resourceGroupId?: string): Question => ({
  actions: ['shop:Get'],
  resources: names.map(name => [arn(name)]),
  conditions: new Map(),
  ...(resourceGroupId === undefined ? {} : { resourceGroupId }),
});

/** A clock on which every look takes some milliseconds, and which counts the turns of others. */
function slowTime(look: number, limit = Number.POSITIVE_INFINITY) {
  let now = 0;
  const counted = { turns: 0 };
  const time = new ComputingTime(limit, {
    now: () => {
      now += look;
      return now;
    },
    next: async () => {
      counted.turns += 1;
    },
  });
  return { time, counted };
}

const deciding = (more: Partial<Deciding> = {}): Deciding => ({
  now: 0,
  explain: false,
  options: {},
  time: slowTime(0).time,
  ...more,
});

async function effects(asked: Question, more: Partial<Deciding> = {}): Promise<readonly unknown[]> {
  const { decision, explanation }: Answer = await answerTo(alice, asked, deciding(more));
  return [decision.effect, explanation?.resources.map(({ effect }) => effect)];
}

describe('a question', () => {
  it('about one resource is answered at once', () => {
    expect(answerTo(alice, question(['open-1']), deciding())).toMatchObject({
      decision: { effect: 'Allow' },
    });
  });

  it('about several is allowed when all are, and an explicit deny comes before an implicit one', async () => {
    expect(await effects(question(['open-1', 'open-2']))).toEqual(['Allow', undefined]);
    expect(await effects(question(['open-1', 'other', 'secret', 'other']))).toEqual([
      'ExplicitDeny',
      undefined,
    ]);
    expect(await effects(question(['open-1', 'other-1', 'other-2']))).toEqual(['ImplicitDeny', undefined]);
    const { decision } = await answerTo(alice, question(['open-1', 'other-1', 'other-2']), deciding());
    expect(decision).toMatchObject({ resource: arn('other-1') });
  });

  it('is explained resource by resource, behind a deny too', async () => {
    const asked = question(['open-1', 'secret', 'other']);
    expect(await effects(asked, { explain: true })).toEqual([
      'ExplicitDeny',
      ['Allow', 'ExplicitDeny', 'ImplicitDeny'],
    ]);
  });

  it.each([true, false])(
    'lets others have their turn between its resources, explained: %s',
    async explain => {
      const { time, counted } = slowTime(6);
      await answerTo(alice, question(['open-1', 'open-2', 'open-3']), deciding({ time, explain }));
      expect(counted.turns).toBe(3);
    },
  );

  it('ends when it takes too long', async () => {
    const { time } = slowTime(6, 10);
    const asked = answerTo(alice, question(['open-1', 'open-2', 'open-3']), deciding({ time }));
    await expect(asked).rejects.toMatchObject({ code: 'DecisionTooCostly', status: 400 });
  });
});

describe('a deny at the scope of the resource group', () => {
  const asked = [question(['open-1'], 'rg-1'), question(['open-2', 'open-1'], 'rg-1')];

  it('is not reached when the account scope allows, as published', async () => {
    for (const each of asked) expect((await effects(each))[0]).toBe('Allow');
  });

  it.each([true, false])('wins when the server is set so, explained: %s', async explain => {
    const options = { resourceGroupDenyWins: true };
    for (const each of asked) expect((await effects(each, { options, explain }))[0]).toBe('ExplicitDeny');
    expect((await effects(question(['open-1'], 'rg-2'), { options, explain }))[0]).toBe('Allow');
  });
});
