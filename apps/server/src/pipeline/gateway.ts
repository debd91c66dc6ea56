/** One road for every operation: from the socket to the reply. Knows no noun. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { JournalWriter } from '../journal/writer.ts';
import type { RequestContext } from '../kernel/context.ts';
import type { DiagnosisSeal } from '../kernel/diagnosis.ts';
import { type ApiError, apiError } from '../kernel/errors.ts';
import type { Ledger } from '../kernel/ledger.ts';
import type { Limits } from '../kernel/limits.ts';
import type { AnyOperation, ResourceTags } from '../kernel/operation.ts';
import type { Preparation } from '../kernel/preparation.ts';
import { type PerformOptions, perform } from './call/perform.ts';
import { performAnonymous } from './call/perform-anonymous.ts';
import { admit, admitSigned } from './caller/admission.ts';
import { type AnonymousBounds, AnonymousFlow } from './caller/anonymous-flow.ts';
import { authenticate } from './caller/authenticate.ts';
import { DecisionBudget } from './caller/decision-budget.ts';
import type { Clock } from './caller/freshness.ts';
import { authenticateGateway } from './caller/gateway-token.ts';
import type { Principals } from './caller/principals.ts';
import { gatewayErrors, malformedRequest } from './errors.ts';
import type { Exchange } from './exchange.ts';
import { Measures } from './measures.ts';
import { Refusals } from './refusals.ts';
import { renderSuccess } from './render.ts';
import { hasBody, readBody } from './request/body.ts';
import type { ConnectionFacts } from './request/connection-facts.ts';
import { decodeRequest, type Headers, headSizeOf, type RawRequest, readHeaders } from './request/decode.ts';
import {
  assertAgreement,
  assertSigned,
  dispatch,
  formatOf,
  indexOperations,
  type OperationIndex,
  type ProxiedOperation,
  schemeOf,
} from './request/dispatch.ts';
import { assertJsonBody, withJsonBody } from './request/json-body.ts';
import type { RefusalReply } from './request/listener.ts';
import { type ReplyToSend, send } from './send.ts';

/** Bounds of one request and of one caller; all of them settings. */
export interface GatewayBounds extends AnonymousBounds {
  /** Milliseconds that a timestamp may lie off the server's clock. */
  readonly clockWindow: number;
  /** Bytes of request line and headers of a signed request; the parser's own limit is higher. */
  readonly headSize: number;
  /** Bytes of a body. */
  readonly bodySize: number;
  /** Requests a second that one AccessKey may send in the long run, and at once. */
  readonly rate: number;
  readonly burst: number;
  /** Characters that a nonce may have. */
  readonly nonceLength: number;
  /** Nonces of one AccessKey that may be alive at once. */
  readonly noncesPerKey: number;
  /** Refusals of strangers that are recorded in a minute. */
  readonly strangersPerMinute: number;
  /** Answers to services of one account that are recorded in a minute. */
  readonly decisionsPerMinute: number;
}

/** Everything that the road needs from the rest of the house. */
export interface GatewayOptions {
  readonly operations: readonly AnyOperation[];
  readonly ledger: Ledger;
  readonly principals: Principals;
  readonly journal: JournalWriter;
  readonly clock: Clock;
  readonly limits: Limits;
  /** What default domains end in. */
  readonly domainSuffix: string;
  readonly bounds: GatewayBounds;
  readonly diagnoses: DiagnosisSeal;
  readonly resourceTags: ResourceTags;
  preparationFor(context: RequestContext): Preparation;
  /** Facts about the connection, from its socket and, where a proxy is trusted, from headers. */
  connectionOf(socket: Socket, headers: Headers): ConnectionFacts;
  /** Takes what went wrong inside, for the log. */
  report(error: unknown, requestId: string): void;
}

/** A request that has arrived in full. */
interface Received extends RawRequest {
  /** Bytes of request line and headers. */
  readonly headSize: number;
}

/** A request that was read, or could not be. */
interface Arrival {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly exchange: Exchange;
  /** Monotonic milliseconds. */
  readonly started: number;
  /** @throws what went wrong while it was read */
  received(): Received;
}

const noParameters: ReadonlyMap<string, string> = new Map();
const noBody = Buffer.alloc(0);
const unknownConnection = { sourceIp: '', secureTransport: false, host: '', userAgent: '' };

export class Gateway {
  readonly measures = new Measures();
  readonly refusals: Refusals;
  readonly decisions: DecisionBudget;
  readonly #options: GatewayOptions;
  readonly #performing: PerformOptions;
  readonly #index: OperationIndex;
  #arrived: Arrival[] = [];

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#index = indexOperations(options.operations);
    this.refusals = new Refusals(options, options.bounds.strangersPerMinute);
    this.decisions = new DecisionBudget(options.bounds.decisionsPerMinute);
    const anonymous = new AnonymousFlow(options.bounds);
    this.#performing = { ...options, decisions: this.decisions, anonymous };
  }

  /** Serves one request; the reply is always JSON or XML, whatever happens. */
  handle(request: IncomingMessage, response: ServerResponse): void {
    const started = this.#options.clock.monotonic();
    const exchange = this.#open(request.url);
    const arrive = (received: () => Received) =>
      this.#inTurn({ request, response, exchange, started, received });
    this.#receive(exchange, request).then(
      received => arrive(() => received),
      failure =>
        arrive(() => {
          throw failure;
        }),
    );
  }

  /**
   * Refuses what never became a request, counted and written down as any refusal of a stranger.
   *
   * @param rawHeaders names and values in turn; empty when the parser did not get that far
   */
  async refuse(refusal: ApiError, socket: Socket, rawHeaders: readonly string[]): Promise<RefusalReply> {
    const { clock, connectionOf } = this.#options;
    const started = clock.monotonic();
    const exchange = this.#open(undefined);
    let thrown: unknown = refusal;
    try {
      exchange.connection = connectionOf(socket, readHeaders(rawHeaders)).connection;
    } catch (error) {
      thrown = error;
    }
    const reply = await this.refusals.answer(exchange, thrown);
    this.measures.note(undefined, reply.status, clock.monotonic() - started);
    return { requestId: exchange.requestId, reply };
  }

  /**
   * Serves what arrives during one turn of the event loop in one go, after everything has been read from the sockets:
   * the same instructions over many requests find their code and tables in the processor's caches, which halves what a
   * request costs under load.
   */
  #inTurn(arrival: Arrival): void {
    if (this.#arrived.push(arrival) > 1) return;
    setImmediate(() => {
      const arrived = this.#arrived;
      this.#arrived = [];
      for (const next of arrived) void this.#serve(next);
    });
  }

  async #serve({ request, response, exchange, started, received }: Arrival): Promise<void> {
    let reply: ReplyToSend;
    try {
      reply = await this.#answer(exchange, received());
    } catch (error) {
      reply = await this.refusals.answer(exchange, error);
    }
    this.measures.note(exchange.operation, reply.status, this.#options.clock.monotonic() - started);
    send(request, response, exchange.requestId, reply);
  }

  #open(target: string | undefined): Exchange {
    return {
      requestId: randomUUID().toUpperCase(),
      now: this.#options.clock.wall(),
      connection: unknownConnection,
      // Until the request is read: what an XML client would understand of a refusal to read it.
      format: target?.includes('Format=XML') === true ? 'XML' : 'JSON',
      decoded: undefined,
      operation: undefined,
      dialect: target === undefined ? undefined : this.#index.proxied(pathOf(target))?.dialect,
      parameters: noParameters,
      nested: noParameters,
      authenticated: undefined,
      federated: undefined,
      resources: [],
      decisions: undefined,
      issued: undefined,
      concerns: undefined,
    };
  }

  async #receive(exchange: Exchange, request: IncomingMessage): Promise<Received> {
    const headers = readHeaders(request.rawHeaders);
    const { connection, refusal } = this.#options.connectionOf(request.socket, headers);
    exchange.connection = connection;
    if (refusal !== undefined) throw refusal;
    const { method = '', url: target = '', rawHeaders } = request;
    const body = hasBody(headers) ? await readBody(request, headers, this.#options.bounds.bodySize) : noBody;
    return { method, target, headers, body, headSize: headSizeOf(method, target, rawHeaders) };
  }

  async #answer(exchange: Exchange, received: Received): Promise<ReplyToSend> {
    const { bounds, principals, clock } = this.#options;
    // The sender may have taken minutes over the body, and what has expired meanwhile is expired.
    exchange.now = clock.wall();
    if (received.method !== 'GET' && received.method !== 'POST')
      throw apiError(gatewayErrors.unsupportedMethod);
    const decoded = decodeRequest(received, this.#index.paths);
    exchange.decoded = decoded;
    const proxied = this.#index.proxied(decoded.path);
    if (proxied !== undefined) return this.#answerProxy(exchange, proxied, received);
    const scheme = schemeOf(decoded);
    exchange.format = formatOf(decoded, scheme);
    const operation = dispatch(this.#index, decoded, scheme);
    exchange.operation = operation;
    exchange.parameters = decoded.parameters;
    assertSigned(operation, decoded, scheme);
    if (operation.effect !== 'anonymous') assertHeadSize(received, bounds);
    assertJsonBody(decoded, operation, scheme);
    if (scheme === 'acs3') assertAgreement(decoded.parameters, decoded.headers);
    if (scheme !== 'anonymous') {
      const proven = authenticate(
        { principals, clockWindow: bounds.clockWindow, nonceLength: bounds.nonceLength },
        decoded,
        scheme,
        exchange.now,
      );
      const authenticated = proven instanceof Promise ? await proven : proven;
      exchange.authenticated = authenticated;
      exchange.parameters = covered(exchange.parameters, authenticated.unsignedParameters);
      admitSigned(authenticated.principal.flow, bounds, clock.monotonic());
    }
    if (decoded.foreignBody) {
      Object.assign(exchange, withJsonBody(decoded, operation));
      assertAgreement(exchange.parameters, decoded.headers);
    }
    const members =
      operation.effect === 'anonymous'
        ? await performAnonymous(this.#performing, exchange, operation)
        : await perform(this.#performing, exchange, operation);
    return renderSuccess(exchange.format, operation.name, exchange.requestId, members);
  }

  /** Answers a proxy, who presents a token and asks in headers. */
  async #answerProxy(
    exchange: Exchange,
    { operation, method, dialect }: ProxiedOperation,
    received: Received,
  ): Promise<ReplyToSend> {
    const { bounds, principals, clock } = this.#options;
    const { headers } = received;
    exchange.operation = operation;
    if (received.method !== method) throw apiError(gatewayErrors.unsupportedMethod);
    if (received.target.includes('?')) {
      throw malformedRequest('a proxy asks in headers, and the path takes no query');
    }
    assertHeadSize(received, bounds);
    const principal = await authenticateGateway(principals, dialect.token(headers));
    exchange.authenticated = { principal, unsignedParameters: [] };
    admit(principal.flow, bounds, clock.monotonic());
    Object.assign(exchange, dialect.parameters(headers, principal.dryRun));
    const members = await perform(this.#performing, exchange, operation);
    const reply = renderSuccess(exchange.format, operation.name, exchange.requestId, members);
    return { ...reply, ...dialect.answer(members, headers, principal.dryRun) };
  }
}

function assertHeadSize({ headSize }: Received, bounds: GatewayBounds): void {
  if (headSize > bounds.headSize) throw apiError(gatewayErrors.lineTooLong, { limit: bounds.headSize });
}

function pathOf(target: string): string {
  const mark = target.indexOf('?');
  return mark < 0 ? target : target.slice(0, mark);
}

/** The parameters without those that the signature does not cover. */
function covered(
  parameters: ReadonlyMap<string, string>,
  unsigned: readonly string[],
): ReadonlyMap<string, string> {
  if (unsigned.length === 0) return parameters;
  return new Map([...parameters].filter(([name]) => !unsigned.includes(name)));
}
