/** A server from its start to its end. */
import {
  checkCredentialsFile,
  createFirstAccount,
  notePlaces,
  type Places,
  presetKeyInUse,
  showCredentials,
} from './bootstrap/index.ts';
import { apiListeners, type Settings, showListenAddress } from './config/index.ts';
import { startJobs } from './jobs.ts';
import type { Log } from './log.ts';
import { accountCreation, openState, placesOf, presetsOf, StartRefused } from './state.ts';
import type { Store } from './store/index.ts';
import { VERSION } from './version.ts';
import { isExposed } from './web/endpoint.ts';
import { explorerPages } from './web/explorer.ts';
import { healthPages, pageNotFound, withPages } from './web/health.ts';
import {
  closeListeners,
  type Listeners,
  openListeners,
  type ServerCertificate,
  serverCertificate,
} from './web/listeners.ts';
import { samlPages } from './web/saml.ts';
import { adminPages, gatewayOver, housekeeping, serviceProviderOf } from './wiring.ts';

/** What a server is made of that is not a setting. */
export interface AppOptions {
  readonly settings: Settings;
  readonly log: Log;
  /** Name of this process among the nodes; no other has the same. */
  readonly node: string;
  /** Writes to the terminal. */
  print(text: string): void;
  /** Ends the process at once; called for what nothing can be done about. */
  fatal(error: unknown): void;
}

/** A server from its start to its end. */
export interface App {
  /** Opens everything; resolves when requests are served. Throws errors whose message is one sentence for the operator. */
  start(): Promise<Listeners>;
  /** Fails readiness, finishes the requests in flight and closes everything, within the time that the settings allow. */
  stop(): Promise<void>;
}

/** Puts a server together; nothing is opened before it starts. */
export function createApp(options: AppOptions): App {
  const { settings, log } = options;
  const closers: (() => Promise<void> | void)[] = [];
  let phase: 'starting' | 'ready' | 'stopping' = 'starting';
  let listeners: Listeners | undefined;

  async function start(): Promise<Listeners> {
    try {
      return await open();
    } catch (error) {
      await close();
      throw error;
    }
  }

  async function open(): Promise<Listeners> {
    const state = await openState({
      ...options,
      role: 'server',
      onSyncFailure: options.fatal,
      now: Date.now,
    });
    closers.push(() => state.store.close());
    await refuseExposedPresets(settings, state.store);
    if (settings.bootstrapFile !== undefined && !(await state.store.installation.isBootstrapped())) {
      checkCredentialsFile(settings.bootstrapFile, true);
    }
    const own = await createFirstAccount(accountCreation(state, settings), presetsOf(settings));
    const certificate = await serverCertificate(settings, state.dataDir, Date.now());
    const { areas, gateway, stop: stopServing } = gatewayOver(state, options);
    closers.push(stopServing);
    const health = healthPages({ version: VERSION, notReady: () => notReady(state.store) });
    const report = (error: unknown) => log.error('a page could not be made', { error });
    listeners = await openListeners({
      settings,
      certificate,
      api: withPages(
        new Map([
          ...health,
          ...samlPages(serviceProviderOf(settings)),
          ...(settings.explorer ? explorerPages(areas) : []),
        ]),
        (request, response) => gateway.handle(request, response),
        report,
      ),
      refuseCall: (refusal, socket, rawHeaders) => gateway.refuse(refusal, socket, rawHeaders),
      admin: withPages(await adminPages(health, gateway, state, settings), pageNotFound, report),
    });
    closers.push(listeners.cut);
    const places = placesOf(settings, listeners, certificate?.authorityFile ?? null);
    await notePlaces(state.store.installation, places);
    await showCredentials(
      {
        ...state,
        installation: state.store.installation,
        places,
        file: settings.bootstrapFile,
        print: options.print,
      },
      own === undefined ? [] : [own],
      Date.now(),
    );
    closers.push(startJobs(housekeeping(state, settings), jobRunner(state.store, options)));
    phase = 'ready';
    announce(options, listeners, certificate, places);
    return listeners;
  }

  async function notReady(store: Store): Promise<string | undefined> {
    if (phase !== 'ready') return phase;
    try {
      await store.ping(settings.databaseTimeoutMs);
      return undefined;
    } catch (error) {
      log.warn('the database does not answer', { error });
      return 'database';
    }
  }

  async function stop(): Promise<void> {
    phase = 'stopping';
    if (listeners !== undefined) await closeListeners(listeners, settings);
    await close();
  }

  /** In the opposite order of opening; what cannot be closed does not keep the rest open. */
  async function close(): Promise<void> {
    for (const closer of closers.splice(0).reverse()) {
      try {
        await closer();
      } catch (error) {
        log.error('closing failed', { error });
      }
    }
  }

  return { start, stop };
}

async function refuseExposedPresets(settings: Settings, store: Store): Promise<void> {
  const exposed = apiListeners(settings).find(isExposed);
  if (exposed === undefined) return;
  const preset = await presetKeyInUse(store.installation);
  if (preset === undefined) return;
  throw new StartRefused(
    `The AccessKey ${preset} was preset and must not be served beyond this machine, but ${showListenAddress(exposed)} is; listen on 127.0.0.1 or delete that key first.`,
  );
}

function jobRunner({ leases }: Store, { node, log }: AppOptions) {
  return {
    leases,
    holder: node,
    report: (error: unknown, job: string) => log.warn('a job failed', { job, error }),
  };
}

function announce(
  { settings, log }: AppOptions,
  listeners: Listeners,
  certificate: ServerCertificate | undefined,
  places: Places,
): void {
  if (certificate?.authorityFile != null && certificate.made !== 'nothing') {
    log.info('made a local certificate: clients must trust its CA', { path: certificate.authorityFile });
  }
  const { http, https, admin } = listeners;
  if (
    http !== undefined &&
    isExposed(http) &&
    !settings.allowPlainHttp &&
    settings.trustedProxies === undefined
  ) {
    log.warn(
      'plain HTTP is refused off loopback: no trusted proxy is named and allow-plain-http is not set',
      {
        address: showListenAddress(http),
      },
    );
  }
  if (http !== undefined) log.info('listening', { address: `http://${showListenAddress(http)}` });
  if (https !== undefined) log.info('listening', { address: `https://${showListenAddress(https)}` });
  if (admin !== undefined)
    log.info('listening for metrics', { address: `http://${showListenAddress(admin)}` });
  log.info('ready', { version: VERSION, url: places.consoleUrl });
}
