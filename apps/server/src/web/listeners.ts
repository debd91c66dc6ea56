/** Every listener of the server, opened and closed together. */
import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { ListenAddress, Settings } from '../config/index.ts';
import { createListener, type RefusalWriter, type RequestHandler } from '../pipeline/request/listener.ts';
import { refusePage } from './health.ts';
import { type Serving, type ServingBounds, serve } from './serving.ts';
import { givenCertificate, localCertificate } from './tls/certificates.ts';

/** A certificate to serve https with. */
export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
  /** Path of the CA that clients must trust; null for the operator's own certificate. */
  readonly authorityFile: string | null;
  /** What this start made of the local certificates. */
  readonly made: 'nothing' | 'certificate' | 'authority';
}

/**
 * Finds the certificate to serve https with: the operator's, else the local one, which is made when it is missing.
 *
 * @param dataDir absolute path
 * @param now milliseconds since 1970
 * @throws CertificateRefused
 */
export async function serverCertificate(
  settings: Settings,
  dataDir: string,
  now: number,
): Promise<ServerCertificate | undefined> {
  if (settings.tlsListen === 'off') return undefined;
  const { tlsCertFile, tlsKeyFile } = settings;
  if (tlsCertFile === undefined || tlsKeyFile === undefined) return localCertificate(dataDir, now);
  return { ...givenCertificate(tlsCertFile, tlsKeyFile, now), authorityFile: null, made: 'nothing' };
}

/** What is served where. */
export interface ListenerPlan {
  readonly settings: Settings;
  readonly certificate: ServerCertificate | undefined;
  /** The APIs. */
  readonly api: RequestHandler;
  /** Refuses, in the name of the APIs, what never becomes a request. */
  readonly refuseCall: RefusalWriter;
  /** Pages for whoever watches the server. */
  readonly admin: RequestHandler;
}

export interface Listeners {
  /** Where plain HTTP, https and the admin pages are served; undefined where they are off. */
  readonly http: ListenAddress | undefined;
  readonly https: ListenAddress | undefined;
  readonly admin: ListenAddress | undefined;
  /** Connections open now, on all of them. */
  connections(): Promise<number>;
  /** Takes no new connection, and resolves when every request in flight is answered. */
  drain(): Promise<void>;
  /** Ends everything at once. */
  cut(): void;
}

/**
 * Opens every listener; when one cannot be opened, none stays open.
 *
 * @throws AddressRefused
 */
export async function openListeners(plan: ListenerPlan): Promise<Listeners> {
  const { settings, certificate } = plan;
  const open: Serving[] = [];
  const bounds = boundsOf(settings);
  const start = async (address: ListenAddress | 'off', setting: string, make: () => Server) => {
    if (address === 'off') return undefined;
    const serving = await serve(make(), address, bounds, setting);
    open.push(serving);
    return serving.address;
  };
  const headSize = settings.headLimitBytes;
  try {
    const http = await start(settings.listen, 'listen', () =>
      createListener({ handler: plan.api, refuse: plan.refuseCall, headSize }),
    );
    const https =
      certificate === undefined
        ? undefined
        : await start(settings.tlsListen, 'tls-listen', () =>
            createListener({
              handler: plan.api,
              refuse: plan.refuseCall,
              headSize,
              tls: { cert: certificate.cert, key: certificate.key },
            }),
          );
    const admin = await start(settings.adminListen, 'admin-listen', () =>
      createListener({ handler: plan.admin, refuse: refusePage, headSize }),
    );
    return { http, https, admin, ...together(open) };
  } catch (error) {
    cutAll(open);
    throw error;
  }
}

function together(open: readonly Serving[]): Pick<Listeners, 'connections' | 'drain' | 'cut'> {
  return {
    async connections() {
      const counts = await Promise.all(open.map(serving => serving.connections()));
      return counts.reduce((sum, count) => sum + count, 0);
    },
    async drain() {
      await Promise.all(open.map(serving => serving.drain()));
    },
    cut() {
      cutAll(open);
    },
  };
}

function cutAll(open: readonly Serving[]): void {
  for (const serving of open) serving.cut();
}

function boundsOf(settings: Settings): ServingBounds {
  return {
    headTimeout: settings.headTimeoutSeconds * 1000,
    requestTimeout: settings.requestTimeoutSeconds * 1000,
    keepAlive: settings.keepAliveSeconds * 1000,
    connections: settings.maxConnections,
  };
}

/** Part of the time to stop after which connections are cut, so that the rest suffices to close the database. */
const CUT_AFTER = 0.8;

/** Lets load balancers notice, answers what is in flight and closes every listener, within the time that there is to stop. */
export async function closeListeners(listeners: Listeners, settings: Settings): Promise<void> {
  // Whoever balances load sees the failing readiness and looks elsewhere before connections are refused here.
  if ((await listeners.connections()) > 0) await delay(settings.stopDelayMs);
  const cut = setTimeout(() => listeners.cut(), settings.stopTimeoutSeconds * 1000 * CUT_AFTER);
  await listeners.drain();
  clearTimeout(cut);
}
