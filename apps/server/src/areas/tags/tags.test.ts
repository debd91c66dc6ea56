import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  openWorld,
  refusal,
  type TestAccount,
  type WireParameters,
  type World,
} from '../../../test/area-harness.ts';

const document = '{"Version":"1","Statement":[{"Effect":"Allow","Action":"ecs:*","Resource":"*"}]}';

let world: World;
let account: TestAccount;
let aliceId: string;

beforeAll(async () => {
  world = await openWorld({ limits: { tagsPerResource: 3 } });
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
  aliceId = await account.user('alice');
  // All have one name, so that a mix-up would show.
  await account.role('alice');
  await account.ram('CreatePolicy', { PolicyName: 'alice', PolicyDocument: document });
});

/** Tags as pairs of a key and a value. */
type Pairs = readonly (readonly [key: string, value?: string])[];

/** One kind of things that carry tags, in the dialect of the API that tags it. */
interface Kind {
  readonly title: string;
  readonly product: 'Ram' | 'Ims';
  readonly noun: 'User' | 'Role' | 'Policy';
  of(...names: string[]): WireParameters;
  tags(pairs: Pairs): WireParameters;
  keys(...keys: string[]): WireParameters;
  /** Its code for a call that says nothing of which tags to remove. */
  readonly missingKeys: string;
}

const pairsInJson = (pairs: Pairs) => JSON.stringify(pairs.map(([Key, Value]) => ({ Key, Value })));

function numbered(wire: string, values: readonly string[]): WireParameters {
  return Object.fromEntries(values.map((value, at) => [`${wire}.${at + 1}`, value]));
}

function inRam(noun: 'Role' | 'Policy'): Kind {
  return {
    title: `a ${noun.toLowerCase()}`,
    product: 'Ram',
    noun,
    of: (...names) => ({ ResourceType: noun.toLowerCase(), ResourceNames: JSON.stringify(names) }),
    tags: pairs => ({ Tag: pairsInJson(pairs) }),
    keys: (...keys) => ({ TagKeys: JSON.stringify(keys) }),
    missingKeys: 'MissingTagKeys',
  };
}

const user: Kind = {
  title: 'a user',
  product: 'Ims',
  noun: 'User',
  of: (...names) => ({
    ResourceType: 'user',
    ...numbered(
      'ResourcePrincipalName',
      names.map(name => account.principal(name)),
    ),
  }),
  tags: pairs =>
    Object.fromEntries(
      pairs.flatMap(([key, value], at) => [
        [`Tag.${at + 1}.Key`, key],
        ...(value === undefined ? [] : [[`Tag.${at + 1}.Value`, value]]),
      ]),
    ),
  keys: (...keys) => numbered('TagKey', keys),
  missingKeys: 'MissingTagKey',
};

const kinds = [inRam('Role'), inRam('Policy'), user].map(kind => [kind.title, kind] as const);

function call(kind: Kind, operation: string, parameters: WireParameters) {
  return account.call(kind.product, operation, parameters);
}

function tag(kind: Kind, pairs: Pairs, ...names: string[]) {
  return call(kind, 'TagResources', { ...kind.of(...names), ...kind.tags(pairs) });
}

interface ListedTag {
  readonly ResourceName?: string;
  readonly ResourceId?: string;
  readonly TagKey: string;
  readonly TagValue: string;
}

async function listed(kind: Kind, parameters: WireParameters): Promise<readonly ListedTag[]> {
  const { TagResources } = await call(kind, 'ListTagResources', parameters);
  const list = TagResources as unknown as readonly ListedTag[] | { TagResource: readonly ListedTag[] };
  return 'TagResource' in list ? list.TagResource : list;
}

/** The tags of one thing as pairs. */
async function tagsOf(kind: Kind, name = 'alice'): Promise<Pairs> {
  return (await listed(kind, kind.of(name))).map(({ TagKey, TagValue }) => [TagKey, TagValue]);
}

/** Makes another thing of a kind. */
async function another(kind: Kind, name: string): Promise<void> {
  if (kind.noun === 'User') await account.user(name);
  else if (kind.noun === 'Role') await account.role(name);
  else await account.ram('CreatePolicy', { PolicyName: name, PolicyDocument: document });
}

describe.each(kinds)('tags of %s', (_, kind) => {
  it('are set, overwritten by key, and listed by key; keys are told apart by case', async () => {
    expect(await tag(kind, [['team', 'red'], ['Team']], 'ALICE')).toEqual({});
    expect(await tagsOf(kind)).toEqual([
      ['Team', ''],
      ['team', 'red'],
    ]);
    await tag(
      kind,
      [
        ['team', 'blue'],
        ['名 <x>&"\'', '😀'],
      ],
      'alice',
    );
    expect(await tagsOf(kind)).toEqual([
      ['Team', ''],
      ['team', 'blue'],
      ['名 <x>&"\'', '😀'],
    ]);
  });

  it('touch what carries them, when they come and when they go', async () => {
    await tag(kind, [['team', 'red']], 'alice');
    const [touched] = account.touched;
    expect(touched?.kind).toBe(kind.noun.toLowerCase());
    await account.group('elsewhere');
    await call(kind, 'UntagResources', { ...kind.of('alice'), ...kind.keys('team') });
    expect(account.touched).toEqual([touched]);
  });

  it('are not those of another kind of the same name, nor of another account', async () => {
    const other = await world.account();
    await other.user('alice');
    await other.role('alice');
    await other.ram('CreatePolicy', { PolicyName: 'alice', PolicyDocument: document });
    await tag(kind, [['team', 'red']], 'alice');
    for (const [, each] of kinds) {
      expect(await tagsOf(each)).toEqual(each.noun === kind.noun ? [['team', 'red']] : []);
    }
    const theirs = await other.call(kind.product, 'ListTagResources', {
      ResourceType: kind.noun.toLowerCase(),
    });
    expect(JSON.stringify(theirs)).not.toContain('team');
  });

  it('go by key, and a key that is not there is no error', async () => {
    await tag(kind, [['team', 'red'], ['stage'], ['tier', '1']], 'alice');
    // All counts only when no keys are given.
    const parameters = { ...kind.of('alice'), ...kind.keys('team', 'none'), All: 'true' };
    for (const _time of [1, 2]) {
      expect(await call(kind, 'UntagResources', parameters)).toEqual({});
      expect(await tagsOf(kind)).toEqual([
        ['stage', ''],
        ['tier', '1'],
      ]);
    }
  });

  it('go all at once only when all are asked for', async () => {
    await another(kind, 'bob');
    await tag(kind, [['team', 'red'], ['stage']], 'alice', 'bob');
    expect(await refusal(call(kind, 'UntagResources', kind.of('alice')))).toBe(kind.missingKeys);
    expect(await refusal(call(kind, 'UntagResources', { ...kind.of('alice'), All: 'false' }))).toBe(
      kind.missingKeys,
    );
    expect(await tagsOf(kind)).toHaveLength(2);
    await call(kind, 'UntagResources', { ...kind.of('alice'), All: 'true' });
    expect(await tagsOf(kind)).toEqual([]);
    expect(await tagsOf(kind, 'bob')).toHaveLength(2);
  });

  it('are limited in number for each that carries them, and then none is set', async () => {
    await another(kind, 'bob');
    await tag(kind, [['a'], ['b']], 'bob');
    const tooMany = tag(kind, [['b', 'x'], ['c'], ['d']], 'alice', 'bob');
    expect(await refusal(tooMany)).toBe(`LimitExceeded.${kind.noun}.Tag`);
    expect(await tagsOf(kind)).toEqual([]);
    expect(await tagsOf(kind, 'bob')).toEqual([
      ['a', ''],
      ['b', ''],
    ]);
    await tag(kind, [['b', 'x'], ['c']], 'alice', 'bob');
    expect(await tagsOf(kind, 'bob')).toEqual([
      ['a', ''],
      ['b', 'x'],
      ['c', ''],
    ]);
  });

  it('are set on all that a call names or on none', async () => {
    const missing = `EntityNotExist.${kind.noun}`;
    expect(await refusal(tag(kind, [['team', 'red']], 'alice', 'nobody'))).toBe(missing);
    expect(await tagsOf(kind)).toEqual([]);
    await tag(kind, [['team', 'red']], 'alice');
    const untag = call(kind, 'UntagResources', { ...kind.of('alice', 'nobody'), All: 'true' });
    expect(await refusal(untag)).toBe(missing);
    expect(await tagsOf(kind)).toEqual([['team', 'red']]);
    expect(await refusal(listed(kind, kind.of('nobody')))).toBe(missing);
  });

  it.each([
    ['begins with aliyun', 'Aliyun-x', 'x', 'InvalidParameter.Tag.Key.Format'],
    ['begins with acs:', 'acs:x', 'x', 'InvalidParameter.Tag.Key.Format'],
    ['holds a link', 'see http://x', 'x', 'InvalidParameter.Tag.Key.Format'],
    ['has 129 characters', 'k'.repeat(129), 'x', 'InvalidParameter.Tag.Key.Length'],
    ['holds a control character', 'a\u0007', 'x', 'InvalidParameter.Tag.Key.InvalidChars'],
    ['has a link as its value', 'k', 'HTTPS://x', 'InvalidParameter.Tag.Value.Format'],
    ['has no text', '', 'x', 'MissingTag.Key'],
  ])('take no key that %s, and then none is set', async (_what, key, value, code) => {
    expect(await refusal(tag(kind, [['fine'], [key, value]], 'alice'))).toBe(code);
    expect(await tagsOf(kind)).toEqual([]);
  });

  it('take no key twice, not even for the same value', async () => {
    const twice = tag(
      kind,
      [
        ['team', 'red'],
        ['team', 'red'],
      ],
      'alice',
    );
    expect(await refusal(twice)).toBe('InvalidParameter.Tag.Duplicate');
    expect(await tagsOf(kind)).toEqual([]);
  });

  it('are at most 20 of at most 50 in one call', async () => {
    const many = (count: number) => Array.from({ length: count }, (_each, at) => `x${at}`);
    const tags = many(21).map(key => [key] as const);
    expect(await refusal(tag(kind, tags, 'alice'))).toBe('InvalidParameter.Tag');
    const list = kind.product === 'Ram' ? 'ResourceNames' : 'ResourcePrincipalName';
    expect(await refusal(tag(kind, [['team']], ...many(51)))).toBe(`InvalidParameter.${list}`);
  });

  it('are listed page by page, each once', async () => {
    for (const name of ['bob', 'carl']) await another(kind, name);
    await tag(kind, [['a/b'], ['b'], ['c']], 'alice', 'bob', 'carl');
    const all = await listed(kind, { ResourceType: kind.noun.toLowerCase() });
    expect(all).toHaveLength(9);
    const pages: ListedTag[] = [];
    let next: string | undefined;
    do {
      const parameters = { ResourceType: kind.noun.toLowerCase(), PageSize: '2' };
      const request = next === undefined ? parameters : { ...parameters, NextToken: next };
      pages.push(...(await listed(kind, request)));
      const reply = await call(kind, 'ListTagResources', request);
      next = reply.NextToken as string | undefined;
      if (kind.product === 'Ims') expect(reply.IsTruncated).toBe(next !== undefined);
    } while (next !== undefined);
    expect(pages).toEqual(all);
    const forged = { ResourceType: kind.noun.toLowerCase(), NextToken: 'x' };
    expect(await refusal(call(kind, 'ListTagResources', forged))).toBe('InvalidParameter.NextToken');
  });

  it('are listed of those only that carry all of some tags', async () => {
    for (const name of ['bob', 'carl']) await another(kind, name);
    await tag(kind, [['team', 'red'], ['stage']], 'alice', 'bob');
    await tag(kind, [['team', 'blue'], ['stage']], 'carl');
    const carrying = async (pairs: Pairs, of: WireParameters = { ResourceType: kind.noun.toLowerCase() }) =>
      (await listed(kind, { ...of, ...kind.tags(pairs) })).length;
    expect(await carrying([['team']])).toBe(6);
    expect(await carrying([['team', 'red']])).toBe(4);
    expect(await carrying([['team', 'blue'], ['stage']])).toBe(2);
    expect(await carrying([['team', 'Red']])).toBe(0);
    expect(await carrying([['team', 'red']], kind.of('alice', 'carl'))).toBe(2);
  });

  it('are listed page by page of those that carry a tag, and of nothing else that a marker may name', async () => {
    for (const name of ['bob', 'carl']) await another(kind, name);
    await tag(kind, [['a'], ['team', 'red'], ['z']], 'alice', 'bob');
    await tag(kind, [['a'], ['z']], 'carl');
    const red = kind.tags([['team', 'red']]);
    const pageOf = async (request: WireParameters) => {
      const tags = await listed(kind, request);
      return { tags, next: (await call(kind, 'ListTagResources', request)).NextToken as string | undefined };
    };
    const ofAll = { ResourceType: kind.noun.toLowerCase(), ...red };
    const pages: ListedTag[] = [];
    for (let next: string | undefined = ''; next !== undefined; ) {
      const page = await pageOf({ ...ofAll, PageSize: '2', ...(next === '' ? {} : { NextToken: next }) });
      pages.push(...page.tags);
      next = page.next;
    }
    expect(pages).toEqual(await listed(kind, ofAll));
    expect(pages).toHaveLength(6);
    const { next = '' } = await pageOf({ ...kind.of('alice'), PageSize: '1' });
    expect(await listed(kind, { ...kind.of('carl'), ...red, NextToken: next })).toEqual([]);
  });
});

describe('tags of users', () => {
  const byId = (...ids: string[]) => ({ ResourceType: 'user', ...numbered('ResourceId', ids) });

  it('are set and removed by ids too', async () => {
    await account.ims('TagResources', { ...byId(aliceId, aliceId), ...user.tags([['team', 'red']]) });
    expect(await tagsOf(user)).toEqual([['team', 'red']]);
    expect(await listed(user, byId(aliceId))).toEqual([
      { ResourceType: 'user', ResourceId: aliceId, TagKey: 'team', TagValue: 'red' },
    ]);
    await account.ims('UntagResources', { ...byId(aliceId), ...user.keys('team') });
    expect(await tagsOf(user)).toEqual([]);
  });

  it('want exactly one way of naming the users, a list at most one', async () => {
    const both = { ...byId(aliceId), ...user.of('alice') };
    const tags = user.tags([['team', 'red']]);
    for (const reference of [both, { ResourceType: 'user' }]) {
      expect(await refusal(account.ims('TagResources', { ...reference, ...tags }))).toBe('InvalidParameter');
      expect(await refusal(account.ims('UntagResources', { ...reference, All: 'true' }))).toBe(
        'InvalidParameter',
      );
    }
    expect(await refusal(account.ims('ListTagResources', both))).toBe('InvalidParameter');
    expect(await tagsOf(user)).toEqual([]);
  });

  it('are not set on users of another account, whatever names them', async () => {
    const other = await world.account();
    const foreignId = await other.user('alice');
    const tags = user.tags([['team', 'red']]);
    for (const reference of [
      byId(foreignId),
      { ResourceType: 'user', 'ResourcePrincipalName.1': other.principal('alice') },
    ]) {
      expect(await refusal(account.ims('TagResources', { ...reference, ...tags }))).toBe(
        'EntityNotExist.User',
      );
    }
    expect(await other.rowsAbout(foreignId)).toBe(1);
    expect(await tagsOf(user)).toEqual([]);
  });

  it('that a user is created with take no value that begins with acs:, and those that are set later do', async () => {
    const create = (Value: string) =>
      account.ims('CreateUser', {
        UserPrincipalName: account.principal('bob'),
        DisplayName: 'Bob',
        'Tag.1.Key': 'k',
        'Tag.1.Value': Value,
      });
    for (const value of ['acs:x', 'ACS:x']) {
      expect(await refusal(create(value))).toBe('InvalidParameter.Tag.Value.Format');
    }
    await create('not acs:x');
    await tag(user, [['k', 'acs:x']], 'bob');
    expect(await tagsOf(user, 'bob')).toEqual([['k', 'acs:x']]);
  });

  it('take values of 128 characters, those of roles 256', async () => {
    const value = (length: number): Pairs => [['k', 'v'.repeat(length)]];
    await tag(user, value(128), 'alice');
    expect(await refusal(tag(user, value(129), 'alice'))).toBe('InvalidParameter.Tag.Value.Length');
    await tag(inRam('Role'), value(256), 'alice');
    expect(await refusal(tag(inRam('Role'), value(257), 'alice'))).toBe('InvalidParameter.Tag.Value.Length');
  });
});

describe('a call on tags', () => {
  it('is authorized on everything that it names', async () => {
    const tags = inRam('Role').tags([['team']]);
    const roles = { ...inRam('Role').of('one', 'two'), ...tags };
    expect(await account.resources('Ram', 'TagResources', roles)).toEqual(['role/one', 'role/two']);
    const policies = { ...inRam('Policy').of('Deploy'), All: 'true' };
    expect(await account.resources('Ram', 'UntagResources', policies)).toEqual(['policy/Deploy']);
    const users = { ...user.of('alice', 'nobody') };
    expect(await account.resources('Ims', 'ListTagResources', users)).toEqual(['user/alice', 'user/nobody']);
  });

  it('is authorized on the users behind ids, and on the collection for ids of nobody', async () => {
    const ids = { ResourceType: 'user', 'ResourceId.1': aliceId, 'ResourceId.2': '299999999999999999' };
    expect(await account.resources('Ims', 'ListTagResources', ids)).toEqual(['user/alice', 'user/*']);
  });

  it('is authorized on the collection when it lists all', async () => {
    expect(await account.resources('Ims', 'ListTagResources', { ResourceType: 'user' })).toEqual(['user/*']);
    for (const type of ['role', 'policy']) {
      expect(await account.resources('Ram', 'ListTagResources', { ResourceType: type })).toEqual([
        `${type}/*`,
      ]);
    }
  });
});
