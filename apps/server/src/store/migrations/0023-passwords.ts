import type { SchemaMaker } from './schema-maker.ts';

/** How old passwords are, which ones were there before, and how often they were guessed at. */
export async function passwords(schema: SchemaMaker): Promise<void> {
  await schema.extend('login_profiles', {
    password_set_at: { kind: 'integer', value: 0 },
    initial_at: 'integer?',
  });
  await schema.run('update login_profiles set password_set_at = updated_at, initial_at = updated_at');
  await schema.create('password_history', {
    columns: {
      account_id: 'text',
      user_id: 'text',
      number: 'integer',
      password_hash: 'text',
      replaced_at: 'integer',
    },
    key: ['account_id', 'user_id', 'number'],
    references: { login_profiles: ['account_id', 'user_id'] },
  });
  // An attempt may be counted after its user was deleted: no reference to the user.
  await schema.create('password_attempts', {
    columns: { account_id: 'text', user_id: 'text', failures: 'integer', last_at: 'integer' },
    key: ['account_id', 'user_id'],
    clustered: true,
  });
  await schema.assumeLargeAccounts();
}
