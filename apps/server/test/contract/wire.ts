/** Calls on the wire: signed or not, in every shape that the server takes, over connections that are kept. */
import { randomUUID } from 'node:crypto';
import { Agent, type IncomingHttpHeaders, request as requestHttp } from 'node:http';
import { encodeParameters, type Parameter, signAcs3, signRpcV1 } from '@wardenry/signature';
import type { AnyOperation } from '../../src/kernel/operation.ts';
import type { WireParameters } from '../test-account.ts';

/** Whose key a call is signed with, and what the journal should know of its holder. */
export interface Signer {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly accountId: string;
  readonly userId: string;
  readonly userName: string;
  /** Of a temporary key. */
  readonly securityToken?: string;
}

/** A shape of requests. */
export interface Door {
  readonly scheme: 'V3' | 'V1';
  readonly method: 'GET' | 'POST';
  readonly place: 'query' | 'form';
  readonly format: 'JSON' | 'XML';
}

/** The shape that calls have unless a test is about shapes. */
export const usualDoor: Door = { scheme: 'V3', method: 'POST', place: 'query', format: 'JSON' };

/** For parameters that are too long for a request line. */
export const formDoor: Door = { ...usualDoor, place: 'form' };

/** The shape of calls without a signature: they name their operation in parameters (spec: wire 7.2). */
export const anonymousDoor: Door = { scheme: 'V1', method: 'POST', place: 'form', format: 'JSON' };

/** Every shape. */
export const doors: readonly Door[] = [
  usualDoor,
  formDoor,
  { ...usualDoor, method: 'GET' },
  { scheme: 'V1', method: 'GET', place: 'query', format: 'JSON' },
  { scheme: 'V1', method: 'POST', place: 'query', format: 'XML' },
  { scheme: 'V1', method: 'POST', place: 'form', format: 'JSON' },
  { scheme: 'V1', method: 'GET', place: 'query', format: 'XML' },
  { scheme: 'V1', method: 'POST', place: 'form', format: 'XML' },
];

/** How tests call a shape. */
export function titleOf({ scheme, method, place, format }: Door): string {
  return `${scheme} ${method} ${place} ${format}`;
}

/** A request exactly as it goes out. */
export interface WireRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A reply exactly as it came in. */
export interface WireReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a request is made of. */
export interface Call {
  readonly operation: AnyOperation;
  readonly parameters: WireParameters;
  /** Absent for a request without any signature. */
  readonly signer?: Pick<Signer, 'accessKeyId' | 'accessKeySecret' | 'securityToken'> | undefined;
  readonly door: Door;
  /** The operation's name as it is spelled. */
  readonly action: string;
  /** Now unless given. */
  readonly date?: Date;
}

const form = 'application/x-www-form-urlencoded';

/** Writes a call down as it is sent to a server at `host`. */
export function requestOf(host: string, call: Call): WireRequest {
  return call.door.scheme === 'V3' ? acs3Request(host, call) : rpcV1Request(host, call);
}

function acs3Request(host: string, { operation, parameters, signer, door, action, date }: Call): WireRequest {
  const named = pairs(parameters);
  const query = door.place === 'query' ? named : [];
  const body = door.place === 'form' ? encodeParameters(named) : undefined;
  const headers = {
    host,
    'x-acs-action': action,
    'x-acs-version': operation.api.version,
    ...(body === undefined ? {} : { 'content-type': form }),
  };
  const signing = { date: date ?? new Date(), nonce: randomUUID() };
  const input = { method: door.method, path: '/', query, headers, body: Buffer.from(body ?? '') };
  return {
    method: door.method,
    target: targetOf(query),
    headers: signer === undefined ? headers : signAcs3(input, signer, signing),
    ...(body === undefined ? {} : { body }),
  };
}

function rpcV1Request(
  host: string,
  { operation, parameters, signer, door, action, date }: Call,
): WireRequest {
  const { version } = operation.api;
  const named = pairs({ ...parameters, Action: action, Version: version, Format: door.format });
  const signing = { date: date ?? new Date(), nonce: randomUUID() };
  const sent = signer === undefined ? named : signRpcV1(door.method, named, signer, signing);
  return door.place === 'query'
    ? { method: door.method, target: targetOf(sent), headers: { host } }
    : {
        method: door.method,
        target: '/',
        headers: { host, 'content-type': form },
        body: encodeParameters(sent),
      };
}

function pairs(parameters: WireParameters): Parameter[] {
  return Object.entries(parameters).map(([name, value]) => ({ name, value }));
}

function targetOf(query: readonly Parameter[]): string {
  return query.length === 0 ? '/' : `/?${encodeParameters(query)}`;
}

/** Sends requests to one server. */
export class Sender {
  readonly host: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 8 });

  /** @param host `127.0.0.1:port` */
  constructor(host: string) {
    this.host = host;
  }

  send({ method, target, headers, body }: WireRequest): Promise<WireReply> {
    const [hostname, port] = this.host.split(':');
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options = {
      agent: this.#agent,
      hostname,
      port,
      method,
      path: target,
      headers: { ...headers, ...length },
    };
    return new Promise((resolve, reject) => {
      const outgoing = requestHttp(options, incoming => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
