import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openWorld,
  refusal,
  type TestAccount,
  type WireParameters,
  type World,
} from '../../../test/area-harness.ts';
import { systemPolicies } from './system/index.ts';

const document = '{"Version":"1","Statement":[{"Effect":"Allow","Action":"ecs:*","Resource":"*"}]}';
const system = systemPolicies.map(policy => policy.name);

let world: World;
let account: TestAccount;

beforeAll(async () => {
  world = await openWorld();
  account = await world.account();
  for (const name of ['delta', 'Alpha', 'charlie', '1st', 'Bravo', 'a-b']) {
    await account.ram('CreatePolicy', { PolicyName: name, PolicyDocument: document });
  }
  const other = await world.account();
  await other.ram('CreatePolicy', { PolicyName: 'aardvark', PolicyDocument: document });
});
afterAll(() => world.close());

interface Listed {
  readonly Policies: { readonly Policy: readonly { readonly PolicyName: string }[] };
  readonly IsTruncated: boolean;
  readonly Marker?: string;
}

async function list(parameters: WireParameters, from = account): Promise<Listed> {
  return (await from.ram('ListPolicies', parameters)) as unknown as Listed;
}

function namesOf({ Policies }: Listed): string[] {
  return Policies.Policy.map(policy => policy.PolicyName);
}

/** Names of all pages, read one after the other, page by page. */
async function pages(parameters: WireParameters): Promise<string[][]> {
  const read: string[][] = [];
  let marker: string | undefined;
  do {
    const page = await list(marker === undefined ? parameters : { ...parameters, Marker: marker });
    read.push(namesOf(page));
    expect(page.IsTruncated).toBe(page.Marker !== undefined);
    marker = page.Marker;
    if (read.length > 200) throw new Error('the pages never end');
  } while (marker !== undefined);
  return read;
}

/** Sizes with which one of the two types, or both, end near the end of a page. */
const aroundTheEnds = [-1, 0, 1, 5, 6, 7].map(more => system.length + more);

const custom = ['1st', 'a-b', 'Alpha', 'Bravo', 'charlie', 'delta'];

describe('ListPolicies', () => {
  it('lists the system policies first, then those of the account, each by name', async () => {
    expect((await pages({})).flat()).toEqual([...system, ...custom]);
    expect(namesOf(await list({}))).toHaveLength(100);
  });

  it('lists those of one type', async () => {
    expect((await pages({ PolicyType: 'System' })).flat()).toEqual(system);
    expect(await pages({ PolicyType: 'Custom' })).toEqual([custom]);
  });

  it.each([1, 2, 7, ...aroundTheEnds])('misses and repeats nothing in pages of %i', async size => {
    const read = await pages({ MaxItems: String(size) });
    expect(read.flat()).toEqual([...system, ...custom]);
    expect(read.slice(0, -1).every(page => page.length === size)).toBe(true);
    expect(read.at(-1)).not.toEqual([]);
    expect((await pages({ MaxItems: String(size), PolicyType: 'Custom' })).flat()).toEqual(custom);
  });

  it('goes on behind a policy that was deleted meanwhile', async () => {
    const fresh = await world.account();
    for (const name of ['a', 'b', 'c']) {
      await fresh.ram('CreatePolicy', { PolicyName: name, PolicyDocument: document });
    }
    const first = await list({ PolicyType: 'Custom', MaxItems: '2' }, fresh);
    await fresh.ram('DeletePolicy', { PolicyName: 'b' });
    const second = await list({ PolicyType: 'Custom', MaxItems: '2', Marker: first.Marker ?? '' }, fresh);
    expect(namesOf(second)).toEqual(['c']);
  });

  it('refuses a marker that it never gave out', async () => {
    const given = (await list({ MaxItems: '1' })).Marker ?? '';
    const changed = [`${given}x`, `${given}AAAA`, given.slice(0, -4), given.replace(/^./, '_')];
    for (const Marker of [...changed, Buffer.from('System/AdministratorAccess').toString('base64url')]) {
      expect(await refusal(account.ram('ListPolicies', { Marker }))).toBe('InvalidParameter.Marker');
    }
    expect(await refusal(account.ram('ListPolicies', { Marker: '?' }))).toBe('InvalidParameter.Marker');
  });

  it('counts for every policy who holds it, in this account only', async () => {
    const own = await world.account();
    const other = await world.account();
    await own.ram('CreatePolicy', { PolicyName: 'Deploy', PolicyDocument: document });
    await other.ram('CreatePolicy', { PolicyName: 'Deploy', PolicyDocument: document });
    await own.user('alice');
    await own.group('devs');
    await other.user('alice');
    const deploy = { PolicyName: 'Deploy', PolicyType: 'Custom' };
    await own.ram('AttachPolicyToUser', { ...deploy, UserName: 'alice' });
    await own.ram('AttachPolicyToGroup', { ...deploy, GroupName: 'devs' });
    const readOnly = { PolicyName: 'ReadOnlyAccess', PolicyType: 'System' };
    await own.ram('AttachPolicyToUser', { ...readOnly, UserName: 'alice' });
    await other.ram('AttachPolicyToUser', { ...deploy, UserName: 'alice' });
    const counts = (await list({ MaxItems: '1000' }, own)).Policies.Policy.filter(
      policy => (policy as { AttachmentCount?: number }).AttachmentCount !== 0,
    );
    expect(counts).toMatchObject([
      { PolicyName: 'ReadOnlyAccess', AttachmentCount: 1 },
      { PolicyName: 'Deploy', AttachmentCount: 2 },
    ]);
    expect((await own.ram('GetPolicy', deploy)).Policy).toMatchObject({ AttachmentCount: 2 });
    expect((await other.ram('GetPolicy', deploy)).Policy).toMatchObject({ AttachmentCount: 1 });
  });

  it('is authorized on the collection', async () => {
    expect(await account.resources('Ram', 'ListPolicies', {})).toEqual(['policy/*']);
  });
});
