import {
  type JournalRecord,
  MASK,
  type RecordedCaller,
  type RecordedOrigin,
  shortened,
} from '../journal/record.ts';
import type { JournalWriter } from '../journal/writer.ts';
import {
  type AccountId,
  type Caller,
  type FederatedCaller,
  type Origin,
  principalId,
  SYSTEM_SCOPE,
} from '../kernel/callers/identity.ts';
import type { RecordedCredentials } from '../kernel/callers/sessions.ts';
import type { Connection } from '../kernel/context.ts';
import type { RecordedDecision } from '../kernel/decisions.ts';
import type { ApiError, ErrorKind } from '../kernel/errors.ts';
import type { JournalRow } from '../kernel/ledger.ts';
import type { AnyOperation } from '../kernel/operation.ts';
import type { ProxyDialect } from '../kernel/proxy.ts';
import { type Authenticated, claimedAccessKeyId } from './caller/authenticate.ts';
import { gatewayErrors } from './errors.ts';
import type { Format } from './render.ts';
import type { DecodedRequest } from './request/decode.ts';

/** Longest text of a parameter that is kept; a whole policy document fits. */
const LONGEST = 8192;
/** Most items of one list that are kept: as many as the longest list may have, twice. */
const MOST_ITEMS = 100;
/** The same for who has proven nothing: their records must stay cheap. */
const LONGEST_OF_STRANGERS = 128;

const quotesRequest: ReadonlySet<ErrorKind> = new Set([
  gatewayErrors.signatureV1Mismatch,
  gatewayErrors.signatureV3Mismatch,
]);

/** What is known of one request so far; filled from top to bottom while it is served. */
export interface Exchange {
  readonly requestId: string;
  /** When the request was complete, in milliseconds since 1970; as long as it is not, when its head was. */
  now: number;
  connection: Connection;
  format: Format;
  decoded: DecodedRequest | undefined;
  operation: AnyOperation | undefined;
  /** The language that the answer is given in, when a proxy asks. */
  dialect: ProxyDialect | undefined;
  parameters: ReadonlyMap<string, string>;
  /** What a JSON body holds of parameters that take objects and lists. */
  nested: ReadonlyMap<string, unknown>;
  authenticated: Authenticated | undefined;
  /** Somebody without a key whom an identity provider has been found to vouch for. */
  federated: FederatedCaller | undefined;
  /** ARNs that the call is about. */
  resources: readonly string[];
  /** What it decided for its caller, where that is what it is for. */
  decisions: readonly RecordedDecision[] | undefined;
  /** Temporary credentials that it gives out. */
  issued: RecordedCredentials | undefined;
  /** Another account that the call is about something of, which is to know of it too. */
  concerns: AccountId | undefined;
}

/** The scope that a record of this exchange belongs to: nothing a stranger says puts a record into an account. */
export function scopeOf(exchange: Exchange): string {
  return knownCaller(exchange)?.accountId ?? SYSTEM_SCOPE;
}

/**
 * Writes down an exchange.
 *
 * @param refusal what is answered instead of success
 */
export function recordOf(exchange: Exchange, refusal?: ApiError): JournalRecord {
  const { operation, connection } = exchange;
  const longest = knownCaller(exchange) === undefined ? LONGEST_OF_STRANGERS : LONGEST;
  return {
    v: 1,
    requestId: exchange.requestId,
    type: 'ApiCall',
    product: operation?.api.product ?? '',
    version: operation?.api.version ?? '',
    operation: operation?.name ?? '',
    effect: operation?.effect === 'change' ? 'change' : 'read',
    caller: callerOf(exchange),
    ...claimOf(exchange),
    resources: exchange.resources,
    parameters: recordedParameters(exchange, longest),
    result: refusal?.code ?? 'Success',
    ...messageOf(refusal, longest),
    ...(exchange.issued === undefined ? {} : { issued: exchange.issued }),
    ...(exchange.decisions === undefined ? {} : { decisions: exchange.decisions }),
    sourceIp: connection.sourceIp,
    userAgent: shortened(connection.userAgent, longest),
    secureTransport: connection.secureTransport,
  };
}

/** The text that a signature is compared by holds every parameter, sensitive ones too: it goes to the caller only. */
function messageOf(refusal: ApiError | undefined, longest: number): { readonly message?: string } {
  if (refusal === undefined || quotesRequest.has(refusal.kind)) return {};
  return { message: shortened(refusal.message, longest) };
}

/**
 * Writes an exchange down a second time, for the account whose role somebody of another account asked for: who took it on,
 * or tried to, is the business of whoever owns it.
 *
 * @param refusal what is answered instead of success
 * @returns undefined for what concerns nobody else
 */
export function rowElsewhereOf(
  journal: JournalWriter,
  exchange: Exchange,
  refusal?: ApiError,
): JournalRow | undefined {
  const { concerns, now } = exchange;
  return concerns === undefined ? undefined : journal.stamp(concerns, now, recordOf(exchange, refusal));
}

function knownCaller({ authenticated, federated }: Exchange): Caller | undefined {
  return authenticated?.principal.caller ?? federated;
}

function callerOf(exchange: Exchange): RecordedCaller {
  const caller = knownCaller(exchange);
  if (caller === undefined) return { type: 'anonymous' };
  const common = { accountId: caller.accountId, principalId: principalId(caller) };
  switch (caller.kind) {
    case 'root':
      return { type: 'root-account', userName: 'root', ...common, accessKeyId: caller.accessKeyId };
    case 'user':
      return { type: 'ram-user', userName: caller.userName, ...common, accessKeyId: caller.accessKeyId };
    case 'session': {
      const { roleName, sessionName, accessKeyId, sourceIdentity } = caller;
      const behind = sourceIdentity === undefined ? {} : { sourceIdentity };
      return {
        type: 'assumed-role',
        userName: `${roleName}:${sessionName}`,
        ...common,
        accessKeyId,
        ...behind,
        origins: caller.origins.map(recordedOrigin),
      };
    }
    case 'federated':
      return { type: caller.provider.startsWith('saml-') ? 'saml-user' : 'oidc-user', ...common };
    case 'gateway':
      return { type: 'gateway-token', ...common };
  }
}

/** A generation begins with the immutable id, and epochs follow. */
function recordedOrigin({ kind, accountId, name, generation }: Origin): RecordedOrigin {
  const [id = ''] = generation.split('.', 1);
  return { type: kind, accountId, name, id };
}

/** What a stranger said about the key, apart from the caller, who is somebody proven. */
function claimOf({ authenticated, decoded }: Exchange): { readonly claimedAccessKeyId?: string } {
  if (authenticated !== undefined || decoded === undefined) return {};
  const claimed = claimedAccessKeyId(decoded);
  return claimed === undefined ? {} : { claimedAccessKeyId: shortened(claimed, LONGEST_OF_STRANGERS) };
}

/** Declared parameters only: what nobody declared may hold anything, secrets too. */
function recordedParameters(exchange: Exchange, longest: number): Readonly<Record<string, string>> {
  const recorded: Record<string, string> = {};
  const declared = exchange.operation?.parameters ?? {};
  for (const name in declared) {
    const parameter = declared[name];
    if (parameter === undefined) continue;
    const { wire } = parameter;
    const value = exchange.parameters.get(wire);
    // What is nested may hold tokens anywhere; the rule says what is worth keeping of it.
    if (parameter.sensitive === true || parameter.kind === 'json') {
      if (value !== undefined || exchange.nested.has(wire)) recorded[wire] = MASK;
    } else if (value !== undefined) recorded[wire] = shortened(value, longest);
    else if (parameter.kind === 'list') Object.assign(recorded, recordedItems(exchange, wire, longest));
  }
  return recorded;
}

/** The items of a list as they were sent, `Tag.1.Key` and so on. */
function recordedItems({ parameters }: Exchange, wire: string, longest: number): Record<string, string> {
  const recorded: Record<string, string> = {};
  for (const [name, value] of parameters) {
    if (!name.startsWith(`${wire}.`) || Object.keys(recorded).length >= MOST_ITEMS) continue;
    recorded[shortened(name, LONGEST_OF_STRANGERS)] = shortened(value, longest);
  }
  return recorded;
}
