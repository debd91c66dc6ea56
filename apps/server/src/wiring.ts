/** The one place where the parts behind the listeners are wired together. */
import { productAreas, tagsOfResource } from './areas/index.ts';
import { systemDocument } from './areas/policies/index.ts';
import type { ServerFacts } from './areas/server-info/index.ts';
import { type ServiceProvider, serviceProvider } from './areas/sts/index.ts';
import { checkBoundsOf, limitsOf, type Settings } from './config/index.ts';
import type { Job } from './jobs.ts';
import type { Area } from './kernel/area.ts';
import type { Outbound } from './kernel/outbound.ts';
import type { Log } from './log.ts';
import { outboundOver, readAuthorities } from './outbound/index.ts';
import { systemClock } from './pipeline/caller/freshness.ts';
import { handedOverVerifier } from './pipeline/caller/handed-over.ts';
import { startPolling } from './pipeline/caller/poller.ts';
import { Principals } from './pipeline/caller/principals.ts';
import { Gateway, type GatewayBounds } from './pipeline/gateway.ts';
import { DURATION_BOUNDS } from './pipeline/measures.ts';
import { diagnosisSeal, passwordHashing, preparations, sessionTokens } from './sealing/index.ts';
import type { State } from './state.ts';
import type { Store } from './store/index.ts';
import { VERSION } from './version.ts';
import { connectionReader } from './web/connection.ts';
import type { Pages } from './web/health.ts';

/** So many keys it takes at least to use up the nonces that the server can remember. */
const NONCE_SHARE = 4;
/** The same for accounts whose providers prove people. */
const PROOF_SHARE = 16;

/** Milliseconds after which every node has read a key that another has made; it seals a little later. */
const SESSION_KEYS_READ_EVERY = 60_000;

/** What the parts need that is no state. */
export interface WiringOptions {
  readonly settings: Settings;
  readonly log: Log;
}

/** What answers requests. */
export interface Served {
  /** The nouns whose operations the gateway serves. */
  readonly areas: readonly Area[];
  readonly gateway: Gateway;
  /** Ends the polling for changes of other nodes. */
  stop(): Promise<void> | void;
}

/** Puts the gateway over opened state, and begins to poll for changes of other nodes. */
export function gatewayOver(state: State, { settings, log }: WiringOptions): Served {
  const { store, sealer, journal, ids } = state;
  const outbound = outboundOf(settings);
  const tokens = sessionTokens(state.sessionKeys);
  const principals = new Principals({
    source: store.snapshots((sealed, place) => sealer.open(sealed, place)),
    systemDocuments: systemDocument,
    clock: systemClock,
    freshness: { lease: settings.revisionLeaseMs, idle: settings.accountIdleSeconds * 1000 },
    tokens,
    capacity: settings.keyCacheCapacity,
  });
  const poller = startPolling(principals, settings.revisionPollMs, error =>
    log.error('polling failed', { error }),
  );
  const bounds = boundsOf(settings);
  const diagnoses = diagnosisSeal(sealer.derive('diagnoses'));
  const verifier = handedOverVerifier({ principals, ledger: store.ledger, clock: systemClock, bounds });
  const areas = productAreas({
    server: serverFacts(store, settings),
    authorization: {
      bounds: checkBoundsOf(settings),
      options: { resourceGroupDenyWins: settings.resourceGroupDenyWins },
      principals,
      verifier,
    },
    diagnoses,
    sessions: {
      sources: principals,
      tokens,
      outbound,
      serviceProvider: serviceProviderOf(settings),
    },
  });
  const gateway = new Gateway({
    operations: areas.flatMap(area => area.operations),
    ledger: store.ledger,
    principals,
    journal,
    clock: systemClock,
    limits: limitsOf(settings),
    domainSuffix: settings.defaultDomainSuffix,
    bounds,
    diagnoses,
    resourceTags: tagsOfResource,
    preparationFor: preparations({
      sealer,
      ids,
      passwords: passwordHashing({
        atOnce: settings.passwordHashesAtOnce,
        waiting: settings.passwordHashesWaiting,
      }),
      ledger: store.ledger,
      attemptsOf: (accountId, now) => store.attempts.of(accountId, now),
    }),
    connectionOf: connectionReader({
      trustedProxies: settings.trustedProxies ?? [],
      allowPlainHttp: settings.allowPlainHttp,
      host: settings.publicUrl?.hostname ?? 'localhost',
    }),
    report: (error, requestId) => log.error('a request failed', { requestId, error }),
  });
  const refreshing = setInterval(() => {
    state.sessionKeys
      .refresh()
      .catch(error => log.error('the keys of sessions could not be read', { error }));
  }, SESSION_KEYS_READ_EVERY).unref();
  const stop = async () => {
    clearInterval(refreshing);
    await poller.stop();
  };
  return { areas, gateway, stop };
}

function boundsOf(settings: Settings): GatewayBounds {
  return {
    clockWindow: settings.clockWindowSeconds * 1000,
    headSize: settings.signedHeadLimitBytes,
    bodySize: settings.bodyLimitBytes,
    rate: settings.rateLimitPerKey,
    burst: settings.rateBurstPerKey,
    nonceLength: settings.nonceLengthLimit,
    noncesPerKey: Math.floor(settings.nonceCapacity / NONCE_SHARE),
    anonymousRate: settings.anonymousRateLimitPerSource,
    anonymousBurst: settings.anonymousRateBurstPerSource,
    proofsPerAccount: Math.floor(settings.nonceCapacity / PROOF_SHARE),
    strangersPerMinute: settings.refusalsRecordedPerMinute,
    decisionsPerMinute: settings.decisionsRecordedPerMinute,
  };
}

/** The server as SAML providers know it. */
export function serviceProviderOf({
  samlEntityId: entityId,
  samlConsumerUrl: consumerUrl,
  samlKnownNames: knownNames,
  publicUrl,
}: Settings): ServiceProvider {
  return serviceProvider({ entityId, consumerUrl, publicUrl, knownNames });
}

/**
 * What asks servers of others.
 *
 * @throws AuthoritiesRefused
 */
function outboundOf({ outboundAllow, extraCaFile }: Settings): Outbound {
  return outboundOver({
    allow: outboundAllow ?? [],
    authorities: extraCaFile === undefined ? [] : readAuthorities(extraCaFile),
    userAgent: `wardenry/${VERSION}`,
  });
}

/** What no account's scope knows. */
function serverFacts(store: Store, { databaseUrl }: Settings): ServerFacts {
  return {
    version: VERSION,
    database: databaseUrl?.kind === 'postgres' ? 'postgresql' : 'sqlite',
    countAccounts: () => store.installation.countAccounts(),
  };
}

/** The pages of the listener for operators: health and, where it listens, metrics. */
export async function adminPages(
  health: Pages,
  gateway: Gateway,
  state: State,
  settings: Settings,
): Promise<Pages> {
  if (settings.adminListen === 'off') return health;
  // Most installations ask for no metrics, and their library is a tenth of a start.
  const { metricsPage } = await import('./web/metrics.ts');
  const metrics = metricsPage({
    version: VERSION,
    products: () => gateway.measures.products,
    durationBounds: DURATION_BOUNDS,
    strangers: () => gateway.refusals.strangers.counts,
    decisions: () => gateway.decisions.counts,
    counters: [],
    gauges: [
      {
        name: 'wardenry_nonces_live',
        help: 'Nonces remembered.',
        read: () => state.store.nonceMeasure().nonces,
      },
      {
        name: 'wardenry_nonce_memory_bytes',
        help: 'Memory of the nonces.',
        read: () => state.store.nonceMeasure().bytes,
      },
    ],
  });
  return new Map([...health, ['/metrics', metrics]]);
}

const HOUR = 3_600_000;
/** Longer than any session lasts, with room for nodes that have not heard of a newer key yet (spec: domain 2.9). */
const SESSION_KEYS_KEPT = 13 * HOUR;

/** What the state wants done now and then. */
export function housekeeping({ store, sessionKeys }: State, { sessionKeyHours }: Settings): readonly Job[] {
  const { maintenance } = store;
  return [
    {
      name: 'session-keys',
      every: 600_000,
      async step() {
        await sessionKeys.maintain(sessionKeyHours * HOUR, SESSION_KEYS_KEPT);
        return false;
      },
    },
    { name: 'feed', every: 60_000, step: () => maintenance.pruneFeed() },
    { name: 'nonces', every: 30_000, step: () => maintenance.purgeNonces() },
    { name: 'recycle-bin', every: HOUR, step: () => maintenance.purgeRecycled() },
    { name: 'attempts', every: HOUR, step: () => maintenance.pruneAttempts() },
  ];
}
