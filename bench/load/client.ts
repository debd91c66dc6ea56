/**
 * A closed-loop HTTP client that costs next to nothing: requests are bytes made beforehand, replies are only measured.
 * Each connection sends its next request when the reply to the last one is complete.
 */
import { connect, type Socket } from 'node:net';

/** What one round of load saw. */
export interface Round {
  readonly requests: number;
  readonly seconds: number;
  /** Replies whose status was not 200. */
  readonly failures: number;
  /** Milliseconds of every request, in no order. */
  readonly latencies: Float64Array;
}

/**
 * Sends every request once over a number of connections.
 *
 * @param port on 127.0.0.1
 * @param requests complete HTTP/1.1 requests with keep-alive
 */
export async function drive(port: number, requests: readonly Buffer[], connections: number): Promise<Round> {
  const latencies = new Float64Array(requests.length);
  let next = 0;
  let failures = 0;
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const rest = stayAwake();
  const started = performance.now();
  await Promise.all(
    sockets.map(
      socket =>
        new Promise<void>((resolve, reject) => {
          let index = -1;
          let sentAt = 0;
          let pending = '';
          const send = (): void => {
            index = next;
            next += 1;
            const request = requests[index];
            if (request === undefined) {
              resolve();
              return;
            }
            sentAt = performance.now();
            socket.write(request);
          };
          socket.on('data', chunk => {
            pending = pending === '' ? chunk.toString('latin1') : pending + chunk.toString('latin1');
            if (!isComplete(pending)) return;
            latencies[index] = performance.now() - sentAt;
            if (!pending.startsWith('HTTP/1.1 200')) failures += 1;
            pending = '';
            send();
          });
          socket.on('error', reject);
          socket.on('close', () => reject(new Error('the server closed a connection')));
          send();
        }),
    ),
  );
  const seconds = (performance.now() - started) / 1000;
  rest();
  for (const socket of sockets) {
    socket.removeAllListeners('close');
    socket.destroy();
  }
  return { requests: requests.length, seconds, failures, latencies };
}

/**
 * Sends requests one after the other over one connection.
 *
 * @returns the bodies of the replies
 * @throws Error with a reply that is not 200
 */
export async function answersOf(port: number, requests: readonly Buffer[]): Promise<string[]> {
  const conversation = await converse(port);
  const bodies: string[] = [];
  try {
    for (const request of requests) bodies.push(await conversation.ask(request));
  } finally {
    conversation.end();
  }
  return bodies;
}

/** One connection, for one request after the other. */
export interface Conversation {
  /**
   * Sends a request.
   *
   * @returns the body of the reply
   * @throws Error with a reply that is not 200
   */
  ask(request: Buffer): Promise<string>;
  end(): void;
}

/** Opens a connection. */
export async function converse(port: number): Promise<Conversation> {
  const socket = await open(port);
  return {
    ask: async request => bodyOf(await exchange(socket, request)),
    end: () => socket.destroy(),
  };
}

/** @returns the whole reply to a request */
function exchange(socket: Socket, request: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let reply = '';
    const take = (chunk: Buffer): void => {
      reply += chunk.toString('latin1');
      if (!isComplete(reply)) return;
      socket.off('data', take);
      socket.off('error', reject);
      resolve(reply);
    };
    socket.on('data', take);
    socket.on('error', reject);
    socket.write(request);
  });
}

function bodyOf(reply: string): string {
  if (!reply.startsWith('HTTP/1.1 200')) throw new Error(`refused: ${reply}`);
  const end = reply.indexOf('\r\n\r\n');
  const body = reply.slice(end + 4);
  return isChunked(reply.slice(0, end)) ? joinChunks(body) : body;
}

/** Takes the sizes out from between the chunks (RFC 9112, 7.1). */
function joinChunks(body: string): string {
  let joined = '';
  for (let at = 0; ; ) {
    const start = body.indexOf('\r\n', at) + 2;
    const size = Number.parseInt(body.slice(at, start), 16);
    if (size === 0) return joined;
    joined += body.slice(start, start + size);
    at = start + size + 2;
  }
}

/**
 * Keeps the event loop of the client turning without sleep: on a small virtual machine waking a sleeping client costs the
 * server more than the request, and a server that answers slowly would be charged for it more often than a fast one.
 *
 * @returns lets it sleep again
 */
export function stayAwake(): () => void {
  let awake = true;
  const turn = (): void => {
    if (awake) setImmediate(turn);
  };
  turn();
  return () => {
    awake = false;
  };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}

function isComplete(reply: string): boolean {
  const end = reply.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const head = reply.slice(0, end).toLowerCase();
  if (isChunked(head)) return reply.endsWith('\r\n0\r\n\r\n');
  const at = head.indexOf('content-length: ');
  if (at < 0) throw new Error('a reply without content-length');
  const length = Number.parseInt(reply.slice(at + 16, reply.indexOf('\r\n', at)), 10);
  return reply.length >= end + 4 + length;
}

function isChunked(head: string): boolean {
  return head.toLowerCase().includes('transfer-encoding: chunked');
}
