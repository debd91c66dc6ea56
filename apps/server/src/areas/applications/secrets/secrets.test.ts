import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../../test/area-harness.ts';
import { select } from '../../../store/index.ts';

let world: World;
let account: TestAccount;
let AppId: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  account = await world.account();
  AppId = await application('shop');
});

interface Secret {
  readonly AppId: string;
  readonly AppSecretId: string;
  readonly AppSecretValue: string;
  readonly CreateDate: string;
}

async function application(AppName: string): Promise<string> {
  const given = { AppName, DisplayName: AppName, AppType: 'WebApp' };
  const { Application } = await account.ims('CreateApplication', given);
  return (Application as { AppId: string }).AppId;
}

const create = async (of = AppId) =>
  (await account.ims('CreateAppSecret', { AppId: of })).AppSecret as unknown as Secret;

const ids = async (of = AppId) => {
  const { AppSecrets } = await account.ims('ListAppSecretIds', { AppId: of });
  return (AppSecrets as unknown as { AppSecret: Secret[] }).AppSecret.map(({ AppSecretId }) => AppSecretId);
};

describe('a secret of an application', () => {
  it('is shown when it is made and never again', async () => {
    const made = await create();
    expect(made).toEqual({
      AppId,
      AppSecretId: expect.stringMatching(/^aps-/),
      AppSecretValue: expect.stringMatching(/^.{30}$/),
      CreateDate: world.isoNow(),
    });
    const { AppSecretId } = made;
    const shown = await account.ims('GetAppSecret', { AppId, AppSecretId });
    expect(shown.AppSecret).toEqual({ ...made, AppSecretValue: '' });
    const listed = await account.ims('ListAppSecretIds', { AppId });
    expect(JSON.stringify(listed)).not.toContain(made.AppSecretValue);
  });

  it('is kept sealed for the place where it stands', async () => {
    const { AppSecretId, AppSecretValue } = await create();
    const rows = await world.change(account.root, scope =>
      select(scope, 'application_secrets').selectAll().execute(),
    );
    const [row] = rows;
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(row)).not.toContain(AppSecretValue);
    expect(world.sealedAs(row?.sealed_secret ?? '')).toEqual({
      plain: AppSecretValue,
      place: { table: 'application_secrets', row: `${AppId}/${AppSecretId}`, accountId: account.accountId },
    });
  });

  it('is listed behind the older ones', async () => {
    const older = await create();
    world.advance(1000);
    const newer = await create();
    expect(await ids()).toEqual([older.AppSecretId, newer.AppSecretId]);
  });

  it('is refused beyond two, until one is deleted', async () => {
    const first = await create();
    const second = await create();
    expect(await refusal(create())).toBe('LimitExceeded.Application.AppSecret');
    expect(await ids()).toHaveLength(2);
    await account.ims('DeleteAppSecret', { AppId, AppSecretId: first.AppSecretId });
    expect(await ids()).toEqual([second.AppSecretId]);
    await create();
  });

  it('is none of another application', async () => {
    const { AppSecretId } = await create();
    const other = await application('other');
    for (const operation of ['GetAppSecret', 'DeleteAppSecret']) {
      const call = account.ims(operation, { AppId: other, AppSecretId });
      expect(await refusal(call)).toBe('EntityNotExist.Application.AppSecret');
    }
    expect(await ids()).toEqual([AppSecretId]);
    expect(await ids(other)).toEqual([]);
  });

  it('is gone once it is deleted', async () => {
    const { AppSecretId } = await create();
    await account.ims('DeleteAppSecret', { AppId, AppSecretId });
    for (const operation of ['GetAppSecret', 'DeleteAppSecret']) {
      const call = account.ims(operation, { AppId, AppSecretId });
      expect(await refusal(call)).toBe('EntityNotExist.Application.AppSecret');
    }
  });
});
