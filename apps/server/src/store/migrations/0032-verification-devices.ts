import type { SchemaMaker } from './schema-maker.ts';

/** Phones and mailboxes of users and of the account itself, whose owner is an empty text. */
export async function verificationDevices(schema: SchemaMaker): Promise<void> {
  await schema.create('verification_devices', {
    columns: {
      account_id: 'text',
      user_id: 'text',
      kind: 'text',
      address: 'text',
      status: 'text',
      bound_at: 'integer',
    },
    key: ['account_id', 'user_id', 'kind'],
    references: { accounts: ['account_id'] },
    clustered: true,
  });
  await schema.assumeLargeAccounts();
}
