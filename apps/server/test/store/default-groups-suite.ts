import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccountScope } from '../../src/store/account-scope.ts';
import type { Store } from '../../src/store/index.ts';
import { resourceGroups } from '../../src/store/migrations/0086-resource-groups.ts';
import { SchemaMaker } from '../../src/store/migrations/schema-maker.ts';
import {
  ALICE,
  anyway,
  BOB,
  changeOf,
  createAccounts,
  type MakeDatabase,
  NOW,
  type TestDatabase,
} from './fixtures.ts';
import { dropCount } from './kept-counts-suite.ts';

/** The resource groups of accounts that were there before there were any. */
export function defaultGroupsSuite(name: string, make: MakeDatabase): void {
  describe(`accounts of before resource groups on ${name}`, () => {
    let database: TestDatabase;
    let store: Store;

    beforeEach(async () => {
      database = await make();
      store = await database.open();
      await createAccounts(store, ALICE, BOB);
    });
    afterEach(() => database.remove());

    it('get the group that every account has', async () => {
      const again = changeOf(
        ALICE,
        async scope => {
          const session = AccountScope.sessionOf(scope);
          await dropCount(session, 'attachment_counts');
          await session.query('drop table resource_groups', []);
          await session.query('drop index attachments_by_resource_group_id', []);
          await resourceGroups(new SchemaMaker(session));
        },
        anyway,
      );
      await store.ledger.change(again);
      const groups = await database.query('select * from resource_groups order by account_id');
      expect(groups).toEqual(
        [ALICE, BOB].map(accountId => ({
          account_id: accountId,
          resource_group_id: `rg-${accountId.slice(1)}`,
          name: 'default',
          name_key: 'default',
          display_name: 'Default Resource Group',
          created_at: NOW,
        })),
      );
    });
  });
}
