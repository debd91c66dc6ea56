/** A whole server inside the test process: the product's own wiring, a real SQLite file, and two accounts. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { createAccountCommand } from '../../src/commands/create-account.ts';
import { type Loaded, loadSettings, type Settings } from '../../src/config/index.ts';
import type { Log, LogFields } from '../../src/log.ts';
import { SuiteIssuers } from './issuer.ts';
import { StateDatabase } from './state-database.ts';

/** What a first start or `account create` shows. */
export interface AccountCredentials {
  readonly accountId: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

/** A server that is listening. */
export interface ServerInProcess {
  /** `127.0.0.1:port` */
  readonly host: string;
  /** The same of the listener with TLS; undefined unless the variables open one. */
  readonly tlsHost: string | undefined;
  /** The same of the listener for metrics; undefined unless the variables open one. */
  readonly adminHost: string | undefined;
  readonly database: StateDatabase;
  readonly settings: Settings;
  /** Issuers whose tokens the server can verify. */
  readonly issuers: SuiteIssuers;
  readonly accounts: readonly [AccountCredentials, AccountCredentials];
  /** What the server logged as an error so far: what went wrong inside. */
  readonly failures: readonly string[];
  /** Every line that the server logged so far. */
  readonly lines: readonly string[];
  stop(): Promise<void>;
}

const fatal = (error: unknown): never => {
  throw error;
};

/**
 * Starts a server on a folder of its own.
 *
 * @param variables further settings, as the environment gives them
 */
export async function startInProcess(
  variables: Readonly<Record<string, string>> = {},
): Promise<ServerInProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'wardenry-contract-'));
  const issuers = await SuiteIssuers.start();
  writeFileSync(authoritiesFile(folder), issuers.authority);
  const loaded = await settingsFor(folder, variables);
  const { log, lines, failures } = keptLog();
  const app = createApp({
    settings: loaded.settings,
    log,
    node: 'contract',
    print: () => {},
    fatal,
  });
  const { http, https, admin } = await app.start();
  if (http === undefined) throw new Error('the server does not listen');
  const first = JSON.parse(readFileSync(bootstrapFile(folder), 'utf8')) as AccountCredentials;
  const second = await anotherAccount(loaded);
  const database = new StateDatabase(join(folder, 'wardenry.db'));
  return {
    host: `127.0.0.1:${http.port}`,
    tlsHost: https === undefined ? undefined : `127.0.0.1:${https.port}`,
    adminHost: admin === undefined ? undefined : `127.0.0.1:${admin.port}`,
    database,
    settings: loaded.settings,
    issuers,
    accounts: [first, second],
    failures,
    lines,
    async stop() {
      database.close();
      await app.stop();
      await issuers.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

function bootstrapFile(folder: string): string {
  return join(folder, 'bootstrap.json');
}

function authoritiesFile(folder: string): string {
  return join(folder, 'authorities.pem');
}

function settingsFor(folder: string, variables: Readonly<Record<string, string>>): Promise<Loaded> {
  return loadSettings({
    flags: { given: new Map(), problems: [] },
    environment: {
      WARDENRY_LISTEN: '127.0.0.1:0',
      WARDENRY_TLS_LISTEN: 'off',
      WARDENRY_DATA_DIR: folder,
      WARDENRY_BOOTSTRAP_FILE: bootstrapFile(folder),
      WARDENRY_STOP_DELAY_MS: '0',
      WARDENRY_OUTBOUND_ALLOW: 'localhost',
      WARDENRY_EXTRA_CA_FILE: authoritiesFile(folder),
      // Every refusal is to be found in the journal, and no test waits for another.
      WARDENRY_REFUSALS_RECORDED_PER_MINUTE: '100000',
      WARDENRY_RATE_LIMIT_PER_KEY: '1000000',
      WARDENRY_RATE_BURST_PER_KEY: '1000000',
      // Arranging for one test must not use up what another needs.
      WARDENRY_QUOTA_GROUPS: '100000',
      WARDENRY_QUOTA_POLICIES: '100000',
      WARDENRY_QUOTA_OIDC_PROVIDERS: '10000',
      WARDENRY_QUOTA_SAML_PROVIDERS: '10000',
      WARDENRY_QUOTA_APPLICATIONS: '10000',
      WARDENRY_QUOTA_GATEWAY_TOKENS: '1000',
      WARDENRY_QUOTA_RESOURCE_GROUPS: '1000',
      WARDENRY_QUOTA_RECYCLED_USERS: '100000',
      ...variables,
    },
    readFile: path => readFileSync(path, 'utf8'),
  });
}

/** As the operator's command does it, beside the running server. */
async function anotherAccount(loaded: Loaded): Promise<AccountCredentials> {
  let shown = '';
  const out = (text: string) => {
    shown += text;
  };
  await createAccountCommand(loaded, { node: 'operator', out, err: fatal, fatal }, true);
  return JSON.parse(shown) as AccountCredentials;
}

function keptLog(): { readonly log: Log; readonly lines: string[]; readonly failures: string[] } {
  const lines: string[] = [];
  const failures: string[] = [];
  const keep = (event: string, fields: LogFields = {}) => {
    const { error, ...others } = fields;
    const line = `${event} ${JSON.stringify(others)} ${error instanceof Error ? error.stack : (error ?? '')}`;
    lines.push(line);
    return line;
  };
  const log: Log = {
    debug: keep,
    info: keep,
    warn: keep,
    error: (event, fields) => void failures.push(keep(event, fields)),
  };
  return { log, lines, failures };
}
