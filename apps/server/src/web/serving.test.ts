import { createServer, get, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { AddressRefused, type Serving, serve } from './serving.ts';

const bounds = { headTimeout: 1000, requestTimeout: 2000, keepAlive: 60_000, connections: 100 };
const anyPort = { host: '127.0.0.1', port: 0 };

const open: Serving[] = [];
afterEach(() => {
  for (const serving of open.splice(0)) serving.cut();
});

/** A server whose answers are given by the test. */
async function heldServer(): Promise<{ serving: Serving; next(): Promise<ServerResponse> }> {
  const arrived: ServerResponse[] = [];
  const waiting: ((response: ServerResponse) => void)[] = [];
  const server = createServer((_request, response) => {
    const take = waiting.shift();
    if (take === undefined) arrived.push(response);
    else take(response);
  });
  const serving = await serve(server, anyPort, bounds, 'listen');
  open.push(serving);
  const next = () => {
    const there = arrived.shift();
    return there === undefined
      ? new Promise<ServerResponse>(resolve => waiting.push(resolve))
      : Promise.resolve(there);
  };
  return { serving, next };
}

function request(serving: Serving): Promise<{ status: number | undefined; connection: string | undefined }> {
  return new Promise((resolve, reject) => {
    get({ ...serving.address, agent: false, headers: { connection: 'keep-alive' } }, response => {
      response.resume().on('end', () => {
        resolve({ status: response.statusCode, connection: response.headers.connection });
      });
    }).on('error', reject);
  });
}

describe('a listener', () => {
  it('tells the port that the system chose', async () => {
    const { serving } = await heldServer();
    expect(serving.address.port).toBeGreaterThan(0);
  });

  it('says in one sentence that its port is in use', async () => {
    const { serving } = await heldServer();
    const second = serve(createServer(), serving.address, bounds, 'tls-listen');
    await expect(second).rejects.toThrow(AddressRefused);
    await expect(second).rejects.toThrow(
      `Cannot listen on 127.0.0.1:${serving.address.port} (tls-listen): another program listens there already.`,
    );
  });

  it('says that the address is not of this machine', async () => {
    const opening = serve(createServer(), { host: '192.0.2.1', port: 0 }, bounds, 'listen');
    await expect(opening).rejects.toThrow('this machine has no such address');
  });
});

describe('draining', () => {
  it('finishes the request in flight, closes its connection and takes no other', async () => {
    const { serving, next } = await heldServer();
    const reply = request(serving);
    const response = await next();
    let drained = false;
    const draining = serving.drain().then(() => {
      drained = true;
    });
    await expect(request(serving)).rejects.toThrow('ECONNREFUSED');
    expect(drained).toBe(false);
    response.end('done');
    expect(await reply).toEqual({ status: 200, connection: 'close' });
    await draining;
  });

  it('does not wait for idle connections', async () => {
    const { serving, next } = await heldServer();
    const socket = connect(serving.address.port, serving.address.host);
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    (await next()).end();
    await new Promise(resolve => socket.once('data', resolve));
    expect(await serving.connections()).toBe(1);
    socket.resume();
    const ended = new Promise(resolve => socket.once('end', resolve));
    await serving.drain();
    await ended;
  });

  it('does not wait for a connection that the client would keep and whose answer had begun', async () => {
    const { serving, next } = await heldServer();
    const socket = connect(serving.address.port, serving.address.host);
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    const response = await next();
    response.writeHead(200, { 'content-length': 5 }).write('be');
    const draining = serving.drain();
    response.end('gun');
    socket.resume();
    await draining;
  });

  it('can be cut short', async () => {
    const { serving, next } = await heldServer();
    const reply = request(serving);
    await next();
    const draining = serving.drain();
    serving.cut();
    await draining;
    await expect(reply).rejects.toThrow();
  });
});
