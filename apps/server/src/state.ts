/** What a process opens before it can do anything: the data folder, the database, the keys, the journal. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AccountCreation, Places, Presets } from './bootstrap/index.ts';
import { type ListenAddress, limitsOf, type Settings } from './config/index.ts';
import { JournalWriter } from './journal/writer.ts';
import { systemReason } from './kernel/system-reason.ts';
import type { Log } from './log.ts';
import {
  type NewIds,
  openSealing,
  openSessionKeys,
  randomIds,
  type Sealer,
  type SessionKeyStore,
  type SessionKeys,
} from './sealing/index.ts';
import { openStore, type Store } from './store/index.ts';
import { endpointOf } from './web/endpoint.ts';

/** The server must not start as things are; the message is one sentence for the operator. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

/** The open state of an installation. */
export interface State {
  /** Absolute path. */
  readonly dataDir: string;
  readonly store: Store;
  readonly sealer: Sealer;
  readonly sessionKeys: SessionKeys;
  readonly journal: JournalWriter;
  readonly ids: NewIds;
}

/** How a process opens the state. */
export interface StateOptions {
  readonly settings: Settings;
  readonly log: Log;
  /** Name of this process among the nodes. */
  readonly node: string;
  /** A server holds an embedded database alone; an operator's command runs beside it. */
  readonly role: 'server' | 'operator';
  /** Ends the process: what is on the disk is unknown after a failed sync. */
  onSyncFailure(error: Error): void;
  /** Milliseconds since 1970. */
  now(): number;
}

/**
 * Opens the state of the installation, creating what is missing.
 *
 * @throws StartRefused, MasterKeyRefused, KeyNotOpened or an error of the store; each message is one sentence
 */
export async function openState(options: StateOptions): Promise<State> {
  const { settings, log, node, now } = options;
  const dataDir = resolve(settings.dataDir);
  if (usesDataFolder(settings)) openDataFolder(dataDir);
  const store = await openStore({
    url: storeUrl(settings, dataDir),
    node,
    role: options.role,
    clock: now,
    maxNonces: settings.nonceCapacity,
    poolSize: settings.databaseConnections,
    busyTimeout: settings.databaseTimeoutMs,
    connectTimeout: settings.databaseTimeoutMs,
    statementTimeout: settings.databaseTimeoutMs,
    onSyncFailure: options.onSyncFailure,
    onWarning: (message, error) => log.warn(message, { error }),
  });
  try {
    const sealer = await openKeys(options, dataDir, store);
    const sessionKeys = await openSessionKeys(sessionKeyStore(store), sealer, options.now, () =>
      performance.now(),
    );
    const writer = await store.installation.allocateWriter(node);
    const journal = new JournalWriter(writer, Buffer.from(sealer.derive('journal')).toString('hex'));
    return { dataDir, store, sealer, sessionKeys, journal, ids: randomIds(settings) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function sessionKeyStore({ installation }: Store): SessionKeyStore {
  return {
    all: async () =>
      (await installation.sessionKeys()).map(row => ({
        keyId: row.key_id,
        sealedKey: row.sealed_key,
        createdAt: row.created_at,
      })),
    addUnlessPresent: ({ keyId, sealedKey, createdAt }) =>
      installation.insertSessionKey({ key_id: keyId, sealed_key: sealedKey, created_at: createdAt }),
    removeBefore: keyId => installation.removeSessionKeysBefore(keyId),
  };
}

async function openKeys(
  { settings, log, now }: StateOptions,
  dataDir: string,
  store: Store,
): Promise<Sealer> {
  const { installation } = store;
  const { sealer, madeMasterKey } = await openSealing(settings.masterKey, dataDir, {
    all: async () =>
      (await installation.dataKeys()).map(row => ({ dataKeyId: row.data_key_id, wrapped: row.wrapped })),
    async addUnlessPresent({ dataKeyId, wrapped }) {
      await installation.insertDataKey({ data_key_id: dataKeyId, wrapped, created_at: now() });
    },
  });
  if (madeMasterKey !== undefined) {
    log.info('made a master key: keep a copy, apart from copies of the database', { path: madeMasterKey });
  }
  return sealer;
}

/** A node whose database, keys and certificates are elsewhere runs on a read-only file system. */
function usesDataFolder({ databaseUrl, masterKey, tlsListen, tlsCertFile }: Settings): boolean {
  return (
    databaseUrl === undefined || masterKey === undefined || (tlsListen !== 'off' && tlsCertFile === undefined)
  );
}

function openDataFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new StartRefused(
      `The data folder ${path} (data-dir) cannot be written to: ${systemReason(cause)}.`,
      { cause },
    );
  }
}

function storeUrl({ databaseUrl }: Settings, dataDir: string): string {
  if (databaseUrl === undefined) return `sqlite:${join(dataDir, 'wardenry.db')}`;
  return databaseUrl.kind === 'sqlite' ? `sqlite:${resolve(databaseUrl.path)}` : databaseUrl.url;
}

/** The part of the state that creating accounts takes. */
export function accountCreation(state: State, settings: Settings): AccountCreation {
  const { store, sealer, ids, journal } = state;
  return {
    installation: store.installation,
    sealer,
    ids,
    journal,
    limits: limitsOf(settings),
    domainSuffix: settings.defaultDomainSuffix,
    now: Date.now,
  };
}

/** Values of new accounts that the settings preset. */
export function presetsOf(settings: Settings): Presets {
  return {
    accountId: settings.bootstrapAccountId,
    accessKeyId: settings.bootstrapAccessKeyId,
    accessKeySecret: settings.bootstrapAccessKeySecret,
  };
}

/**
 * Where the server is reached.
 *
 * @param bound addresses that are listened on
 * @param tlsCaFile CA of the local certificate; null for the operator's own
 */
export function placesOf(
  { publicUrl }: Settings,
  bound: { readonly http: ListenAddress | undefined; readonly https: ListenAddress | undefined },
  tlsCaFile: string | null,
): Places {
  const { http, https } = bound;
  return {
    endpoint: http === undefined ? null : endpointOf(http, publicUrl),
    tlsEndpoint: https === undefined ? null : endpointOf(https, publicUrl),
    tlsCaFile,
    consoleUrl: publicUrl?.origin ?? localUrl(http, https),
  };
}

/** Of plain HTTP, as long as nothing else is known. */
const USUAL_PORT = 8440;

/** `localhost` is a secure context for browsers even over plain HTTP. */
function localUrl(http: ListenAddress | undefined, https: ListenAddress | undefined): string {
  if (http === undefined && https !== undefined) return `https://localhost:${https.port}`;
  return `http://localhost:${http?.port ?? USUAL_PORT}`;
}
