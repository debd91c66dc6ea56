import type { SchemaMaker } from './schema-maker.ts';

/** The schema that the first release starts from. */
export async function first(schema: SchemaMaker): Promise<void> {
  await accounts(schema);
  await people(schema);
  await accessKeys(schema);
  await policies(schema);
  await records(schema);
  await installation(schema);
}

async function accounts(schema: SchemaMaker): Promise<void> {
  await schema.create('accounts', {
    columns: { account_id: 'text', revision: 'integer', created_at: 'integer' },
    key: ['account_id'],
    clustered: true,
  });
  await schema.create('roots', {
    columns: {
      account_id: 'text',
      logon_name: 'text',
      password_hash: 'text',
      password_reset_required: 'integer',
      created_at: 'integer',
    },
    key: ['account_id'],
    references: { accounts: ['account_id'] },
  });
}

async function people(schema: SchemaMaker): Promise<void> {
  await schema.create('users', {
    columns: {
      account_id: 'text',
      user_id: 'text',
      user_name: 'text',
      user_name_key: 'text',
      display_name: 'text',
      comments: 'text',
      mobile_phone: 'text',
      email: 'text',
      created_at: 'integer',
      updated_at: 'integer',
      last_login_at: 'integer?',
    },
    key: ['account_id', 'user_id'],
    unique: [['account_id', 'user_name_key']],
    references: { accounts: ['account_id'] },
  });
  await schema.create('login_profiles', {
    columns: {
      account_id: 'text',
      user_id: 'text',
      status: 'text',
      password_hash: 'text',
      password_reset_required: 'integer',
      mfa_bind_required: 'integer',
      created_at: 'integer',
      updated_at: 'integer',
    },
    key: ['account_id', 'user_id'],
    references: { users: ['account_id', 'user_id'] },
  });
  await schema.create('groups', {
    columns: {
      account_id: 'text',
      group_id: 'text',
      group_name: 'text',
      group_name_key: 'text',
      display_name: 'text',
      comments: 'text',
      created_at: 'integer',
      updated_at: 'integer',
    },
    key: ['account_id', 'group_id'],
    unique: [['account_id', 'group_name_key']],
    references: { accounts: ['account_id'] },
  });
  await schema.create('group_members', {
    columns: { account_id: 'text', user_id: 'text', group_id: 'text', joined_at: 'integer' },
    key: ['account_id', 'user_id', 'group_id'],
    references: { users: ['account_id', 'user_id'], groups: ['account_id', 'group_id'] },
    indexes: [['account_id', 'group_id', 'user_id']],
    clustered: true,
  });
}

async function accessKeys(schema: SchemaMaker): Promise<void> {
  await schema.create('access_keys', {
    columns: {
      account_id: 'text',
      access_key_id: 'text',
      user_id: 'text',
      status: 'text',
      sealed_secret: 'text',
      created_at: 'integer',
      updated_at: 'integer',
    },
    key: ['account_id', 'access_key_id'],
    references: { accounts: ['account_id'] },
    // A signed request names its key and not its account.
    indexes: [['access_key_id'], ['account_id', 'user_id']],
    clustered: true,
  });
  // A use may be written down after its key was deleted: no reference to the key.
  await schema.create('access_key_uses', {
    columns: { account_id: 'text', access_key_id: 'text', used_at: 'integer', service_name: 'text' },
    key: ['account_id', 'access_key_id'],
    clustered: true,
  });
}

async function policies(schema: SchemaMaker): Promise<void> {
  await schema.create('policies', {
    columns: {
      account_id: 'text',
      policy_name: 'text',
      policy_name_key: 'text',
      description: 'text',
      default_version: 'integer',
      next_version: 'integer',
      created_at: 'integer',
      updated_at: 'integer',
    },
    key: ['account_id', 'policy_name_key'],
    references: { accounts: ['account_id'] },
  });
  await schema.create('policy_versions', {
    columns: {
      account_id: 'text',
      policy_name_key: 'text',
      version: 'integer',
      document: 'text',
      created_at: 'integer',
    },
    key: ['account_id', 'policy_name_key', 'version'],
    references: { policies: ['account_id', 'policy_name_key'] },
  });
  await schema.create('attachments', {
    columns: {
      account_id: 'text',
      principal_type: 'text',
      principal_id: 'text',
      policy_type: 'text',
      policy_key: 'text',
      resource_group_id: 'text',
      attached_at: 'integer',
    },
    key: ['account_id', 'principal_type', 'principal_id', 'policy_type', 'policy_key', 'resource_group_id'],
    references: { accounts: ['account_id'] },
    indexes: [['account_id', 'policy_type', 'policy_key']],
    clustered: true,
  });
}

async function records(schema: SchemaMaker): Promise<void> {
  await schema.create('changes', {
    columns: { account_id: 'text', revision: 'integer', kind: 'text', id: 'text', at: 'integer' },
    key: ['account_id', 'revision', 'kind', 'id'],
    clustered: true,
  });
  await journal(schema);
  await schema.create('journal_writers', {
    columns: { writer: 'integer', node: 'text', started_at: 'integer' },
    key: ['writer'],
  });
  if (schema.dialect === 'sqlite') {
    await schema.create('nonce_batches', {
      columns: { batch: 'integer', expires_at: 'integer', digests: 'bytes' },
      key: ['batch'],
    });
  } else {
    await schema.create('nonces', {
      columns: { digest: 'bytes', expires_at: 'integer' },
      key: ['digest'],
      indexes: [['expires_at']],
    });
  }
}

/** One row for each record; SQLite keeps those of one transaction in one row and shows them by a view. */
async function journal(schema: SchemaMaker): Promise<void> {
  if (schema.dialect === 'postgres') {
    await schema.create('journal', {
      columns: {
        writer: 'integer',
        sequence: 'integer',
        account_id: 'text',
        at: 'integer',
        record: 'text',
        mac: 'text',
      },
      key: ['writer', 'sequence'],
    });
    return;
  }
  await schema.create('journal_batches', { columns: { batch: 'integer', rows: 'text' }, key: ['batch'] });
  const columns = ['writer', 'sequence', 'account_id', 'at', 'record', 'mac'];
  const values = columns.map((column, index) => `json_extract(row.value, '$[${index}]') as ${column}`);
  await schema.view(
    'journal',
    `select ${values.join(', ')}, batch from journal_batches, json_each(rows) as row`,
  );
}

async function installation(schema: SchemaMaker): Promise<void> {
  await schema.create('job_leases', {
    columns: { job: 'text', holder: 'text', token: 'integer', expires_at: 'integer' },
    key: ['job'],
  });
  await schema.create('data_keys', {
    columns: { data_key_id: 'integer', wrapped: 'text', created_at: 'integer' },
    key: ['data_key_id'],
  });
  await schema.create('installation', { columns: { name: 'text', value: 'text' }, key: ['name'] });
}
