import { type JournalRecord, MASK, type RecordedCaller, shortened } from '../journal/record.ts';
import type { Connection } from '../kernel/context.ts';
import type { ApiError, ErrorKind } from '../kernel/errors.ts';
import { principalId, SYSTEM_SCOPE } from '../kernel/identity.ts';
import type { AnyOperation } from '../kernel/operation.ts';
import type { Authenticated } from './caller/authenticate.ts';
import { gatewayErrors } from './errors.ts';
import type { Format } from './render.ts';

/** Longest text of a parameter that is kept; a whole policy document fits. */
const LONGEST = 8192;
/** The same for who has proven nothing: their records must stay cheap. */
const LONGEST_OF_STRANGERS = 128;

const quotesRequest: ReadonlySet<ErrorKind> = new Set([
  gatewayErrors.signatureV1Mismatch,
  gatewayErrors.signatureV3Mismatch,
]);

/** What is known of one request so far; filled from top to bottom while it is served. */
export interface Exchange {
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  connection: Connection;
  format: Format;
  operation: AnyOperation | undefined;
  parameters: ReadonlyMap<string, string>;
  authenticated: Authenticated | undefined;
  /** ARNs that the call is about. */
  resources: readonly string[];
}

/** The scope that a record of this exchange belongs to: nothing a stranger says puts a record into an account. */
export function scopeOf(exchange: Exchange): string {
  return exchange.authenticated?.principal.caller.accountId ?? SYSTEM_SCOPE;
}

/**
 * Writes down an exchange.
 *
 * @param refusal what is answered instead of success
 */
export function recordOf(exchange: Exchange, refusal?: ApiError): JournalRecord {
  const { operation, connection } = exchange;
  const longest = exchange.authenticated === undefined ? LONGEST_OF_STRANGERS : LONGEST;
  return {
    v: 1,
    requestId: exchange.requestId,
    type: 'ApiCall',
    product: operation?.api.product ?? '',
    version: operation?.api.version ?? '',
    operation: operation?.name ?? '',
    effect: operation?.effect === 'change' ? 'change' : 'read',
    caller: callerOf(exchange),
    resources: exchange.resources,
    parameters: recordedParameters(exchange, longest),
    result: refusal?.code ?? 'Success',
    ...messageOf(refusal, longest),
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

function callerOf(exchange: Exchange): RecordedCaller {
  const caller = exchange.authenticated?.principal.caller;
  if (caller === undefined) return { type: 'anonymous' };
  const common = {
    accountId: caller.accountId,
    principalId: principalId(caller),
    accessKeyId: caller.accessKeyId,
  };
  return caller.kind === 'root'
    ? { type: 'root-account', userName: 'root', ...common }
    : { type: 'ram-user', userName: caller.userName, ...common };
}

/** Declared parameters only: what nobody declared may hold anything, secrets too. */
function recordedParameters(exchange: Exchange, longest: number): Readonly<Record<string, string>> {
  const recorded: Record<string, string> = {};
  const declared = exchange.operation?.parameters ?? {};
  for (const name in declared) {
    const parameter = declared[name];
    const value = parameter === undefined ? undefined : exchange.parameters.get(parameter.wire);
    if (parameter === undefined || value === undefined) continue;
    recorded[parameter.wire] = parameter.sensitive === true ? MASK : shortened(value, longest);
  }
  return recorded;
}
