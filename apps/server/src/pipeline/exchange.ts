import { type JournalRecord, MASK, type RecordedCaller, shortened } from '../journal/record.ts';
import type { Connection, RequestContext } from '../kernel/context.ts';
import { principalId, SYSTEM_SCOPE } from '../kernel/identity.ts';
import type { AnyOperation } from '../kernel/operation.ts';
import type { Authenticated } from './authenticate.ts';
import type { Format } from './render.ts';

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
  context: RequestContext | undefined;
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
 * @param result `Success` or the code that is answered
 */
export function recordOf(exchange: Exchange, result: string, message?: string): JournalRecord {
  const { operation, connection } = exchange;
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
    parameters: recordedParameters(exchange),
    result,
    ...(message === undefined ? {} : { message: shortened(message) }),
    sourceIp: connection.sourceIp,
    userAgent: shortened(connection.userAgent),
    secureTransport: connection.secureTransport,
  };
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
function recordedParameters(exchange: Exchange): Readonly<Record<string, string>> {
  const recorded: Record<string, string> = {};
  const declared = exchange.operation?.parameters ?? {};
  for (const name in declared) {
    const parameter = declared[name];
    const value = parameter === undefined ? undefined : exchange.parameters.get(parameter.wire);
    if (parameter === undefined || value === undefined) continue;
    recorded[parameter.wire] = parameter.sensitive === true ? MASK : shortened(value);
  }
  return recorded;
}
