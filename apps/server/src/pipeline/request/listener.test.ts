import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { ApiError } from '../../kernel/errors.ts';
import { localCertificate } from '../../web/tls/certificates.ts';
import { renderError } from '../render.ts';
import { readBody } from './body.ts';
import { readHeaders } from './decode.ts';
import { createListener, type RequestHandler } from './listener.ts';

const HEAD_SIZE = 2048;

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/**
 * A listener.
 *
 * @param handler by default reads the body and answers with its length, or with the code that reading it threw
 * @param written what writing a refusal down waits for
 */
async function listening({
  handler = answerLength,
  written = Promise.resolve(),
  tls,
}: ListeningOptions = {}) {
  const refusals: { code: string; message: string; rawHeaders: readonly string[] }[] = [];
  const server = createListener({
    handler,
    headSize: HEAD_SIZE,
    ...(tls === undefined ? {} : { tls }),
    refuse: async ({ status, code, message }, _socket, rawHeaders) => {
      refusals.push({ code, message, rawHeaders });
      const requestId = `request-${refusals.length}`;
      await written;
      return { requestId, reply: renderError('JSON', { status, code, message, requestId, host: '' }) };
    },
  });
  open.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, refusals, ...(server.address() as AddressInfo) };
}

interface ListeningOptions {
  readonly handler?: RequestHandler;
  readonly written?: Promise<void>;
  readonly tls?: { readonly cert: string; readonly key: string };
}

function answerLength(request: IncomingMessage, response: ServerResponse): void {
  readBody(request, readHeaders(request.rawHeaders), 1000).then(
    body => response.end(`length ${body.length}`),
    (error: ApiError) => {
      response.on('finish', () => request.destroy());
      response.writeHead(error.status).end(error.code);
    },
  );
}

/** Sends bytes and gives everything that comes back until the server ends the connection. */
async function exchanged(port: number, bytes: string, then?: (socket: Socket) => unknown): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.setEncoding('utf8').on('data', text => {
    received += text;
  });
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(bytes);
  then?.(socket);
  await once(socket, 'close');
  return received;
}

const post = (headers: string, body: string) => `POST / HTTP/1.1\r\nHost: a\r\n${headers}\r\n\r\n${body}`;

describe('what the parser does not let through', () => {
  test.each([
    ['no HTTP at all', 'hello\r\n\r\n', 'InvalidRequest', '400 Bad Request'],
    [
      'a head over the limit',
      `GET /?${'x'.repeat(HEAD_SIZE)} HTTP/1.1\r\n\r\n`,
      'RequestLineTooLong',
      '413 Payload Too Large',
    ],
    ['CONNECT', 'CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n', 'UnsupportedHTTPMethod', '400 Bad Request'],
  ])('is refused in words and written down once: %s', async (_, bytes, code, line) => {
    const { port, refusals } = await listening();
    const reply = await exchanged(port, bytes);
    expect(reply.split('\r\n')[0]).toBe(`HTTP/1.1 ${line}`);
    expect(JSON.parse(reply.split('\r\n\r\n')[1] ?? '')).toMatchObject({
      Code: code,
      RequestId: 'request-1',
    });
    expect(reply).toContain('\r\nx-acs-request-id: request-1\r\n');
    expect(refusals.map(refusal => refusal.code)).toEqual([code]);
  });

  test('names the limit that a head is over', async () => {
    const { port, refusals } = await listening();
    await exchanged(port, `GET /?${'x'.repeat(HEAD_SIZE)} HTTP/1.1\r\n\r\n`);
    expect(refusals[0]?.message).toContain(`more than ${HEAD_SIZE} bytes`);
  });

  test('is written down with the headers where these were read', async () => {
    const { port, refusals } = await listening();
    await exchanged(port, 'CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n');
    expect(refusals[0]?.rawHeaders).toEqual(['Host', 'a:1']);
  });

  test('is answered once, however much follows', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { port, refusals, server } = await listening({ written: promise });
    const again = once(server, 'clientError').then(() => once(server, 'clientError'));
    const reply = exchanged(port, 'hello\r\n\r\n', async socket => {
      await expect.poll(() => refusals.length).toBe(1);
      socket.write('hello again\r\n\r\n');
      await again;
      resolve();
    });
    expect((await reply).split('HTTP/1.1 400').length).toBe(2);
    expect(refusals).toHaveLength(1);
  });

  test('ends the connection even when its client does not', async () => {
    const { port, server } = await listening();
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => {}).resume();
    await once(socket, 'connect');
    socket.write('CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n');
    await once(socket, 'end');
    // The client never ends its own half; only the server's doing so lets the count fall.
    await expect.poll(() => connectionsOf(server), { timeout: 20_000 }).toBe(0);
    socket.destroy();
  });

  test('takes nothing from a request before it on the same connection', async () => {
    const answers: (() => void)[] = [];
    const { port, refusals } = await listening({
      handler: (_request, response) => void answers.push(() => response.end('first')),
    });
    const reply = exchanged(port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\nhello\r\n\r\n');
    await expect.poll(() => refusals.length).toBe(1);
    answers[0]?.();
    expect(await reply).toMatch(/^HTTP\/1\.1 200 OK\r\n[^{]*first/);
    expect(await reply).not.toContain('InvalidRequest');
  });

  test('is no refusal when the client is only gone', async () => {
    const { port, refusals, server } = await listening();
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write('GET / HT');
    socket.resetAndDestroy();
    await expect.poll(() => connectionsOf(server)).toBe(0);
    expect(refusals).toEqual([]);
  });

  test('is no refusal when it fails below HTTP', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wardenry-listener-'));
    const { port, refusals } = await listening({ tls: await localCertificate(folder, Date.now()) });
    rmSync(folder, { recursive: true });
    expect(await exchanged(port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n')).toBe('');
    expect(refusals).toEqual([]);
  });
});

describe('a request whose body breaks', () => {
  test.each([
    ['chunks that are none', post('Transfer-Encoding: chunked', 'nonsense\r\n'), '400', 'InvalidRequest'],
    [
      'an expectation that nobody meets',
      post('Content-Length: 2\r\nExpect: tea', ''),
      '417',
      'ExpectationFailed',
    ],
  ])('is refused by whoever reads it: %s', async (_, bytes, status, code) => {
    const { port, refusals } = await listening();
    const reply = await exchanged(port, bytes);
    expect(reply).toContain(`HTTP/1.1 ${status} `);
    expect(reply).toContain(code);
    expect(refusals).toEqual([]);
  });

  test('by ending early is told so', async () => {
    const { port, refusals } = await listening();
    const reply = await exchanged(port, post('Content-Length: 100', 'abc'), socket => socket.end());
    expect(reply).toContain('IncompleteBody');
    expect(refusals).toEqual([]);
  });

  test('without anybody reading it leaves the reply that is under way alone', async () => {
    const answers: (() => void)[] = [];
    const { port, refusals } = await listening({
      handler: (_request, response) => void answers.push(() => response.end('refused already')),
    });
    const reply = exchanged(port, post('Transfer-Encoding: chunked', 'nonsense\r\n'));
    await expect.poll(() => answers.length).toBe(1);
    answers[0]?.();
    expect(await reply).toContain('refused already');
    expect(refusals).toEqual([]);
  });

  test('that expects 100-continue is read', async () => {
    const { port } = await listening();
    const bytes = post('Content-Length: 2\r\nExpect: 100-continue\r\nConnection: close', 'ab');
    expect(await exchanged(port, bytes)).toContain('length 2');
  });
});

test('a request that takes too long is refused with its own code', async () => {
  const { port, server, refusals } = await listening();
  server.headersTimeout = 100;
  server.requestTimeout = 100;
  const reply = await exchanged(port, 'GET / HTTP/1.1\r\n');
  expect(reply).toContain('HTTP/1.1 408 Request Timeout');
  expect(refusals.map(refusal => refusal.code)).toEqual(['RequestTimeout']);
});

function connectionsOf(server: Server): Promise<number> {
  return new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error === null ? resolve(count) : reject(error))),
  );
}
