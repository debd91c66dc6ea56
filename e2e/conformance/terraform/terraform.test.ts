/**
 * The Terraform provider's resources on RAM and IMS, replayed as the requests that they send: create, read, import, update,
 * drift, delete, delete again.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startInProcess } from '../../../apps/server/test/contract/server.ts';
import { actionRows, titleOf } from './actions.ts';
import { conflicts } from './conflicts.ts';
import { exemptions, unshown } from './coverage.ts';
import { listings, namesIn, type Related, relate } from './data-sources.ts';
import { races } from './races.ts';
import type { Attributes, Resource } from './resource.ts';
import { resources } from './resources/index.ts';
import { roleIn } from './resources/made.ts';
import { tagsText } from './resources/tags.ts';
import { type World, worldOf } from './world.ts';

const server = await startInProcess();
const world = worldOf(server, 'generic');
const olderWorld = worldOf(server, 'older', true);

afterAll(() => server.stop());

/** What a read can show of a configuration. */
function readable({ unreadable = [] }: Resource, attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !unreadable.includes(name)));
}

const lives = [world, olderWorld].flatMap(each => resources.map(resource => ({ world: each, resource })));

describe.each(lives)('$resource.type, $world.label', ({ world, resource }) => {
  const { drift, vanish, remove, orphan } = resource;
  let first: Attributes;
  let changed: Attributes;
  let id: string;
  const read = () => resource.read(world.provider, id);

  beforeAll(async () => {
    ({ first, changed } = await resource.configure(world));
  });

  test('is created, and reads as it was written', async () => {
    id = await resource.create(world.provider, first);
    expect(await read()).toEqual(readable(resource, first));
  });

  test('is imported by its id alone', async () => {
    expect(await resource.read(world.anotherProvider(), id)).toEqual(readable(resource, first));
  });

  test('is changed in place, or made anew, and reads as it was written', async () => {
    id = await changeTo(world, resource, id, first, changed);
    expect(await read()).toEqual(readable(resource, changed));
  });

  if (drift !== undefined) {
    test('shows what others changed, and goes back to what is wanted', async () => {
      await drift(world, id);
      const found = await read();
      expect(found).not.toEqual(readable(resource, changed));
      id = await changeTo(world, resource, id, { ...changed, ...found }, changed);
      expect(await read()).toEqual(readable(resource, changed));
    });
  }

  if (vanish !== undefined) {
    test('is found missing when others removed it, and is made anew', async () => {
      await vanish(world, id);
      expect(await read()).toBeUndefined();
      id = await resource.create(world.provider, changed);
      expect(await read()).toEqual(readable(resource, changed));
    });
  }

  if (remove !== undefined) {
    test('is deleted, and deleting it again is no error', async () => {
      await remove(world.provider, id);
      expect(await read()).toBeUndefined();
      await remove(world.provider, id);
      expect(await read()).toBeUndefined();
    });
  }

  if (orphan !== undefined) {
    test('is gone with what it belongs to, and deleting it is no error', async () => {
      id = await resource.create(world.provider, changed);
      await orphan(world, id);
      expect(await read()).toBeUndefined();
      await remove?.(world.provider, id);
    });
  }
});

/** Applies a change; what cannot be changed is deleted and made anew. */
async function changeTo(
  { provider }: World,
  resource: Resource,
  id: string,
  was: Attributes,
  wanted: Attributes,
): Promise<string> {
  if (resource.update !== undefined) {
    await resource.update(provider, id, was, wanted);
    return id;
  }
  await resource.remove?.(provider, id);
  return resource.create(provider, wanted);
}

describe('what vanishes between two calls of the provider', () => {
  test.each(races.map(race => [race.action, race] as const))(
    'is known by the code of %s',
    async (_, { action, codes, arrange }) => {
      const request = await arrange(world);
      expect(await world.provider.expecting(codes, action, request)).toBeUndefined();
      expect([...world.provider.usageOf(action).matched]).toEqual(expect.arrayContaining([...codes]));
    },
  );
});

describe('without force', () => {
  test.each(conflicts.map(conflict => [conflict.action, conflict] as const))(
    '%s is refused with $code',
    async (_, { action, code, arrange }) => {
      const request = await arrange(world);
      expect(await world.provider.expecting([code], action, request)).toBeUndefined();
    },
  );
});

describe('a data source', () => {
  let related: Related;

  beforeAll(async () => {
    related = await relate(world);
  });

  test.each(listings.map(listing => [listing.what, listing] as const))('lists %s', async (_, listing) => {
    expect(await namesIn(world.provider, listing, related)).toContain(related[listing.shows]);
  });
});

describe('the provider', () => {
  test('knows the account that it works in', async () => {
    const identity = await world.provider.call('Sts GetCallerIdentity');
    expect(identity.textAt('$.AccountId')).toBe(server.accounts[0].accountId);
  });

  test.each(['UntagResources', 'UnTagResources'])(
    'takes tags away with %s, named both ways',
    async action => {
      const named = { ResourceType: 'role', ResourceNames: JSON.stringify([await roleIn(world)]) };
      await world.elsewhere('Ram TagResources', { ...named, Tag: tagsText({ team: 'a', stage: 'b' }) });
      await world.elsewhere(`Ram ${action}`, { ...named, TagKeys: '["team"]', 'TagKey.1': 'team' });
      const { TagResources } = await world.elsewhere('Ram ListTagResources', named);
      expect(TagResources).toMatchObject([{ TagKey: 'stage', TagValue: 'b' }]);
    },
  );

  test('knows by its code that it is throttled, and may try again', async () => {
    const busy = await startInProcess({
      WARDENRY_RATE_LIMIT_PER_KEY: '1',
      WARDENRY_RATE_BURST_PER_KEY: '1',
    });
    const { provider } = worldOf(busy, 'busy');
    const ask = () =>
      provider.expecting(['Throttling.User', 'EntityNotExist.Role'], 'Ram GetRole', { RoleName: 'x' });
    await Promise.all(Array.from({ length: 10 }, ask));
    expect([...provider.usageOf('Ram GetRole').matched]).toContain('Throttling.User');
    await busy.stop();
  });
});

describe('what the provider does on the whole', () => {
  test('has no exemption for an action that it does not call', () => {
    const called = actionRows.map(titleOf);
    expect(Object.keys(exemptions).filter(title => !called.includes(title))).toEqual([]);
  });

  test.each(actionRows.map(row => [titleOf(row), row] as const))(
    '%s was shown with all its keys, paths and codes',
    (title, row) => {
      expect(unshown(row, world.provider.usageOf(title)).sort()).toEqual(
        Object.keys(exemptions[title] ?? {}).sort(),
      );
    },
  );
});
