import type { SchemaMaker } from './schema-maker.ts';

/**
 * Few pages to read for what a key leads to, however many keys there are. On SQLite a key's row is too long to stand in a
 * tree of keys, which branches too little with it; and all that is asked of its user stands in an index. PostgreSQL keeps
 * rows apart from their keys anyway.
 */
export async function readsOfKeys(schema: SchemaMaker): Promise<void> {
  if (schema.dialect === 'postgres') return;
  await schema.run('drop index access_keys_by_user_id_created_at');
  await schema.moveApart('access_keys');
  // With its last column it tells alone which keys a user has, as it did when every index held the key of the table.
  await schema.run(
    'create index access_keys_by_user_id_created_at on access_keys (account_id, user_id, created_at, access_key_id)',
  );
  await schema.run('create index users_by_user_id on users (account_id, user_id, user_name, session_epoch)');
  await schema.assumeLargeAccounts();
}
