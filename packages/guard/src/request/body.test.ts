import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type BodyReading, readBody } from './body.ts';

const LIMIT = 300_000;

/** Serves on a free port until the test ends. */
async function serve(
  listener: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

const read = (incoming: IncomingMessage) =>
  readBody(
    incoming,
    new Map(Object.entries(incoming.headersDistinct).map(([n, v]) => [n, String(v)])),
    LIMIT,
  );

async function allOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Sends a body in pieces and gives what the service answers. */
async function post(
  port: number,
  pieces: readonly string[],
  headers: Record<string, string>,
): Promise<string> {
  const outgoing = request({ port, host: '127.0.0.1', method: 'POST', headers });
  for (const piece of pieces) outgoing.write(piece);
  outgoing.end();
  const [incoming] = await once(outgoing, 'response');
  return allOf(incoming);
}

const chunked = { 'transfer-encoding': 'chunked' };
const sized = (pieces: readonly string[]) => ({
  'content-length': String(Buffer.byteLength(pieces.join(''))),
});

describe('a body that was read', () => {
  const service = () =>
    serve(async (incoming, response) => {
      const reading = await read(incoming);
      const again = await allOf(incoming);
      response.end(JSON.stringify({ read: reading.complete ? reading.bytes.toString() : reading, again }));
    });

  test.each([
    ['in one piece', ['hello']],
    ['in many pieces', Array.from({ length: 200 }, (_, index) => `${index} ${'x'.repeat(1000)}`)],
    ['as long as allowed', ['x'.repeat(LIMIT)]],
  ])('%s can be read again, with and without a length', async (_, pieces) => {
    const port = await service();
    const whole = pieces.join('');
    for (const headers of [sized(pieces), chunked]) {
      expect(JSON.parse(await post(port, pieces, headers))).toEqual({ read: whole, again: whole });
    }
  });

  test('can be listened to, too', async () => {
    const port = await serve(async (incoming, response) => {
      await read(incoming);
      let text = '';
      incoming.on('data', chunk => {
        text += chunk;
      });
      incoming.on('end', () => response.end(text));
    });
    expect(await post(port, ['a', 'b'], chunked)).toBe('ab');
  });

  test('can be piped, too', async () => {
    const port = await serve(async (incoming, response) => {
      await read(incoming);
      incoming.pipe(response);
    });
    expect(await post(port, ['a', 'b'], chunked)).toBe('ab');
  });

  test('leaves the connection fit for the next request', async () => {
    const port = await service();
    const socket = connect(port, '127.0.0.1');
    onTestFinished(() => {
      socket.destroy();
    });
    let answers = '';
    socket.on('data', data => {
      answers += data;
    });
    const head = 'POST / HTTP/1.1\r\nHost: a\r\n';
    socket.write(
      `${head}Content-Length: 1\r\n\r\n1${head}Transfer-Encoding: chunked\r\n\r\n1\r\n2\r\n0\r\n\r\n`,
    );
    await vi.waitFor(() => expect(answers).toContain('"again":"2"'));
    expect(answers).toContain('"again":"1"');
  });

  test('is empty where none is announced', async () => {
    const port = await service();
    expect(JSON.parse(await post(port, [], { 'content-length': '0' }))).toEqual({ read: '', again: '' });
    expect(JSON.parse(await post(port, [], chunked))).toEqual({ read: '', again: '' });
  });
});

describe('a body', () => {
  /** Serves one request, and gives what reading its body came to. */
  async function readingOf(client: (port: number) => void, before?: (incoming: IncomingMessage) => unknown) {
    const reading = Promise.withResolvers<BodyReading>();
    const port = await serve(async (incoming, response) => {
      await before?.(incoming);
      reading.resolve(await read(incoming));
      response.end();
    });
    client(port);
    return reading.promise;
  }

  const posting = (pieces: readonly string[], headers: Record<string, string>) => (port: number) =>
    void post(port, pieces, headers).catch(() => undefined);

  test('that announces more than the limit is not read', async () => {
    const reading = await readingOf(port => {
      const socket = connect(port, '127.0.0.1');
      onTestFinished(() => {
        socket.destroy();
      });
      socket.write(`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${LIMIT + 1}\r\n\r\n`);
    });
    expect(reading).toEqual({ complete: false, failure: 'too-large' });
  });

  test('that turns out to be longer than the limit is read no further', async () => {
    const pieces = ['x'.repeat(LIMIT), 'x'];
    expect(await readingOf(posting(pieces, chunked))).toEqual({ complete: false, failure: 'too-large' });
  });

  test('whose client goes away is incomplete', async () => {
    const reading = await readingOf(port => {
      const socket = connect(port, '127.0.0.1');
      socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhello', () => socket.destroy());
    });
    expect(reading).toEqual({ complete: false, failure: 'incomplete' });
  });

  test('whose client is gone already is incomplete', async () => {
    const reading = await readingOf(
      port => {
        const socket = connect(port, '127.0.0.1');
        socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhello', () => socket.destroy());
      },
      incoming => once(incoming, 'close').catch(() => undefined),
    );
    expect(reading).toEqual({ complete: false, failure: 'incomplete' });
  });

  test('that somebody has read before is not verified as an empty one', async () => {
    expect(await readingOf(posting(['hello'], chunked), allOf)).toMatchObject({ complete: false });
    const listening = (incoming: IncomingMessage) => void incoming.on('data', () => undefined);
    expect(await readingOf(posting(['hello'], chunked), listening)).toEqual({
      complete: false,
      failure: 'consumed',
    });
  });
});
