import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openStore, type Store } from '../../src/store/index.ts';
import { settingsOf, type TestDatabase } from './fixtures.ts';

/** The server that `npm test` starts; its superuser may create databases. Without it the whole file fails. */
const server = serverUrl();

/** Every table with rows of tests, those that refer to others first. */
const TABLES = [
  'group_members',
  'password_history',
  'password_attempts',
  'login_profiles',
  'mfa_devices',
  'account_mfa',
  'passkeys',
  'verification_devices',
  'users',
  'groups',
  'policy_versions',
  'policies',
  'attachments',
  'tags',
  'resource_groups',
  'roles',
  'role_deletions',
  'recycled_login_profiles',
  'recycled_users',
  'recycled_access_keys',
  'access_key_policies',
  'access_key_uses',
  'access_keys',
  'gateway_tokens',
  'oidc_providers',
  'saml_providers',
  'user_sso_settings',
  'external_applications',
  'service_credentials',
  'application_provisions',
  'application_secrets',
  'applications',
  'account_aliases',
  'password_policies',
  'security_preferences',
  'report_parts',
  'reports',
  'roots',
  'changes',
  'accounts',
  'journal',
  'journal_writers',
  'nonces',
  'job_leases',
  'data_keys',
  'session_keys',
];

let ofThisFile: Promise<URL> | undefined;

/** Makes an empty database with all its tables; the tests of one file take turns with it. */
export async function makeSharedPostgresDatabase(): Promise<TestDatabase> {
  ofThisFile ??= createDatabase();
  const url = await ofThisFile;
  return databaseAt(url, async () => {
    const statements = TABLES.map(table => `delete from ${table}`);
    await asSuperuser(url, ...statements, "delete from installation where name <> 'schema_version'");
  });
}

/** Makes a database without any table, for tests that open it for the first time or change its settings. */
export async function makePostgresDatabase(): Promise<TestDatabase> {
  const url = await createDatabase();
  return databaseAt(url, () => dropDatabase(url));
}

/** To be called when the tests of a file are done. */
export async function dropSharedPostgresDatabase(): Promise<void> {
  if (ofThisFile !== undefined) await dropDatabase(await ofThisFile);
}

/** Runs statements as superuser, one after another on one connection, and gives the rows of the last. */
export async function asSuperuser<Row>(url: URL, ...statements: readonly string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url.href, types: { getTypeParser: parserOf } });
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

function serverUrl(): URL {
  const url = process.env.WARDENRY_TEST_POSTGRES_URL;
  if (url === undefined || url === '') {
    throw new Error(
      'WARDENRY_TEST_POSTGRES_URL is not set: run the tests with `npm test`, which starts a PostgreSQL for them',
    );
  }
  return new URL(url);
}

function databaseAt(url: URL, clean: () => Promise<void>): TestDatabase {
  const stores: Store[] = [];
  return {
    url: url.href,
    async open(settings) {
      const store = await openStore(settingsOf(url.href, settings));
      stores.push(store);
      return store;
    },
    query: statement => asSuperuser(url, statement),
    async remove() {
      for (const store of stores) await store.close();
      await clean();
    },
  };
}

async function createDatabase(): Promise<URL> {
  const name = `wardenry_test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(server, `create database ${name} encoding 'UTF8' template template0`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url;
}

async function dropDatabase(url: URL): Promise<void> {
  await asSuperuser(server, `drop database ${url.pathname.slice(1)} with (force)`);
}

/** Integers as numbers; the driver gives int8 as text. */
function parserOf(oid: number, format?: 'text' | 'binary') {
  return oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format);
}
