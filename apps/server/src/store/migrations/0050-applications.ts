import type { SchemaMaker } from './schema-maker.ts';

/** Applications, their secrets, and where they are installed. */
export async function applications(schema: SchemaMaker): Promise<void> {
  await schema.create('applications', {
    columns: {
      account_id: 'text',
      application_id: 'text',
      name_key: 'text',
      name: 'text',
      display_name: 'text',
      type: 'text',
      redirect_uris: 'text',
      scopes: 'text',
      required_scopes: 'text',
      secret_required: 'integer',
      access_token_seconds: 'integer',
      refresh_token_seconds: 'integer',
      multi_tenant: 'integer',
      protocol_version: 'text',
      created_at: 'integer',
      updated_at: 'integer',
    },
    key: ['account_id', 'application_id'],
    unique: [['account_id', 'name_key']],
    references: { accounts: ['account_id'] },
    // A program that asks for a token names itself and not its account.
    indexes: [['application_id']],
  });
  await schema.create('application_secrets', {
    columns: {
      account_id: 'text',
      application_id: 'text',
      secret_id: 'text',
      sealed_secret: 'text',
      created_at: 'integer',
    },
    key: ['account_id', 'application_id', 'secret_id'],
    references: { applications: ['account_id', 'application_id'] },
    clustered: true,
  });
  await schema.create('application_provisions', {
    columns: {
      account_id: 'text',
      application_id: 'text',
      scopes: 'text',
      created_at: 'integer',
      updated_at: 'integer',
    },
    key: ['account_id', 'application_id'],
    references: { applications: ['account_id', 'application_id'] },
    clustered: true,
  });
  await schema.assumeLargeAccounts();
}
