/** One road for every operation: from the socket to the reply. Knows no noun. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JournalWriter } from '../journal/writer.ts';
import type { Connection } from '../kernel/context.ts';
import { ApiError, apiError } from '../kernel/errors.ts';
import { type Ledger, NonceClaimed, StorageUnavailable } from '../kernel/ledger.ts';
import type { Limits } from '../kernel/limits.ts';
import type { AnyOperation } from '../kernel/operation.ts';
import type { Preparation } from '../kernel/preparation.ts';
import { authenticate } from './authenticate.ts';
import { hasBody, readBody } from './body.ts';
import { decodeRequest } from './decode.ts';
import { dispatch, formatOf, indexOperations, type OperationIndex, schemeOf } from './dispatch.ts';
import { gatewayErrors } from './errors.ts';
import { type Exchange, recordOf, scopeOf } from './exchange.ts';
import type { Clock } from './freshness.ts';
import { Measures } from './measures.ts';
import { perform, performAnonymous } from './perform.ts';
import type { Principals } from './principals.ts';
import { type Reply, renderError, renderSuccess } from './render.ts';
import { StrangerBudget } from './strangers.ts';

/** Bounds of one request and of one caller; all of them settings. */
export interface GatewayBounds {
  /** Milliseconds that a timestamp may lie off the server's clock. */
  readonly clockWindow: number;
  /** Bytes of request line and headers of a signed request; the parser's own limit is higher. */
  readonly headSize: number;
  /** Bytes of a body. */
  readonly bodySize: number;
  /** Requests a second that one AccessKey may send in the long run, and at once. */
  readonly rate: number;
  readonly burst: number;
  /** Refusals of strangers that are recorded in a minute. */
  readonly strangersPerMinute: number;
}

/** Everything that the road needs from the rest of the house. */
export interface GatewayOptions {
  readonly operations: readonly AnyOperation[];
  readonly ledger: Ledger;
  readonly principals: Principals;
  readonly journal: JournalWriter;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly bounds: GatewayBounds;
  /** @param now milliseconds since 1970 */
  preparationFor(now: number): Preparation;
  /**
   * Facts about the connection.
   *
   * @throws ApiError when plain HTTP is not accepted here, or a trusted proxy's header cannot be read
   */
  connectionOf(request: IncomingMessage): Connection;
  /** Takes what went wrong inside, for the log. */
  report(error: unknown, requestId: string): void;
}

const noParameters: ReadonlyMap<string, string> = new Map();
const noBody = Buffer.alloc(0);

export class Gateway {
  readonly measures = new Measures();
  readonly strangers: StrangerBudget;
  readonly #options: GatewayOptions;
  readonly #index: OperationIndex;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#index = indexOperations(options.operations);
    this.strangers = new StrangerBudget(options.bounds.strangersPerMinute);
  }

  /** Serves one request; the reply is always JSON or XML, whatever happens. */
  handle(request: IncomingMessage, response: ServerResponse): void {
    const started = this.#options.clock.monotonic();
    const exchange = this.#open(request);
    const body = hasBody(request) ? readBody(request, this.#options.bounds.bodySize) : noBody;
    this.#serve(exchange, request, body).then(reply => {
      this.measures.note(exchange.operation, reply.status, this.#options.clock.monotonic() - started);
      send(request, response, exchange.requestId, reply);
    });
  }

  #open(request: IncomingMessage): Exchange {
    return {
      requestId: randomUUID().toUpperCase(),
      now: this.#options.clock.wall(),
      connection: { sourceIp: '', secureTransport: false, host: '', userAgent: '' },
      format:
        request.headers.authorization === undefined && request.url?.includes('Format=XML') ? 'XML' : 'JSON',
      operation: undefined,
      parameters: noParameters,
      authenticated: undefined,
      context: undefined,
      resources: [],
    };
  }

  async #serve(
    exchange: Exchange,
    request: IncomingMessage,
    body: Buffer | Promise<Buffer>,
  ): Promise<ReplyWithRetry> {
    try {
      exchange.connection = this.#options.connectionOf(request);
      const bytes = Buffer.isBuffer(body) ? body : await body;
      return await this.#answer(exchange, request, bytes);
    } catch (error) {
      return await this.#refuse(exchange, error);
    }
  }

  async #answer(exchange: Exchange, request: IncomingMessage, body: Buffer): Promise<Reply> {
    const { bounds, principals } = this.#options;
    const method = request.method ?? '';
    if (method !== 'GET' && method !== 'POST') throw apiError(gatewayErrors.unsupportedMethod);
    const decoded = decodeRequest({
      method,
      target: request.url ?? '',
      rawHeaders: request.rawHeaders,
      body,
    });
    const scheme = schemeOf(decoded);
    exchange.format = formatOf(decoded, scheme);
    const operation = dispatch(this.#index, decoded, scheme);
    exchange.operation = operation;
    exchange.parameters = decoded.parameters;
    if (decoded.headSize > bounds.headSize && operation.effect !== 'anonymous') {
      throw apiError(gatewayErrors.lineTooLong, { limit: bounds.headSize });
    }
    if (decoded.foreignBody) throw apiError(gatewayErrors.unsupportedContentType);
    if (scheme !== 'anonymous') {
      const proven = authenticate(
        { principals, clockWindow: bounds.clockWindow },
        decoded,
        scheme,
        exchange.now,
      );
      const authenticated = proven instanceof Promise ? await proven : proven;
      this.#throttle(authenticated.principal.bucket);
      exchange.authenticated = authenticated;
      exchange.parameters = covered(decoded.parameters, authenticated.unsignedParameters);
    }
    const members =
      operation.effect === 'anonymous'
        ? await performAnonymous(this.#options, exchange, operation)
        : await perform(this.#options, exchange, operation);
    return renderSuccess(exchange.format, operation.name, exchange.requestId, members);
  }

  #throttle(bucket: { take(rate: number, burst: number, now: number): number }): void {
    const { bounds, clock } = this.#options;
    const wait = bucket.take(bounds.rate, bounds.burst, clock.monotonic());
    if (wait > 0) throw apiError(gatewayErrors.throttled, {}, { retryAfter: wait });
  }

  /** From whatever was thrown to the reply, written down before it is sent. */
  async #refuse(exchange: Exchange, thrown: unknown): Promise<ReplyWithRetry> {
    let error = this.#shown(thrown, exchange.requestId);
    try {
      await this.#record(exchange, error);
    } catch (failure) {
      error = this.#shown(failure, exchange.requestId);
      if (failure instanceof NonceClaimed) this.strangers.spend(error.code, exchange.now);
    }
    const reply = renderError(exchange.format, {
      status: error.status,
      code: error.code,
      message: error.message,
      requestId: exchange.requestId,
      host: exchange.connection.host,
      accessDenied: error.accessDenied,
    });
    return error.retryAfter === undefined ? reply : { ...reply, retryAfter: error.retryAfter };
  }

  #shown(thrown: unknown, requestId: string): ApiError {
    if (thrown instanceof ApiError) return thrown;
    if (thrown instanceof NonceClaimed) return apiError(gatewayErrors.nonceUsed);
    this.#options.report(thrown, requestId);
    if (thrown instanceof StorageUnavailable) return apiError(gatewayErrors.serviceUnavailable);
    return apiError(gatewayErrors.internalError);
  }

  async #record(exchange: Exchange, error: ApiError): Promise<void> {
    const { ledger, journal } = this.#options;
    const { authenticated } = exchange;
    const replayed = error.kind === gatewayErrors.nonceUsed;
    const stranger = authenticated === undefined || replayed;
    if (stranger && !this.strangers.spend(error.code, exchange.now)) return;
    const row = journal.stamp(scopeOf(exchange), exchange.now, recordOf(exchange, error.code, error.message));
    await ledger.record(stranger ? { row } : { row, nonce: authenticated.nonce });
  }
}

/** The parameters without those that the signature does not cover. */
function covered(
  parameters: ReadonlyMap<string, string>,
  unsigned: readonly string[],
): ReadonlyMap<string, string> {
  if (unsigned.length === 0) return parameters;
  return new Map([...parameters].filter(([name]) => !unsigned.includes(name)));
}

interface ReplyWithRetry extends Reply {
  /** Milliseconds. */
  readonly retryAfter?: number;
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  reply: ReplyWithRetry,
): void {
  if (response.destroyed) return;
  const headers: Record<string, string | number> = {
    'content-type': reply.contentType,
    'content-length': Buffer.byteLength(reply.body),
    'x-acs-request-id': requestId,
    'cache-control': 'no-store',
  };
  if (reply.retryAfter !== undefined) headers['x-acs-retry-after'] = reply.retryAfter;
  if (!request.complete && hasBody(request)) {
    // What is left of a refused body is not worth reading.
    headers.connection = 'close';
    response.on('finish', () => request.destroy());
  }
  response.writeHead(reply.status, headers);
  response.end(reply.body);
}
