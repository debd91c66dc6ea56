import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fingerprintOf, type HttpsServer, serveHttps, TestAuthority } from '../../test/test-authority.ts';
import type { Destination } from '../config/index.ts';
import { type Outbound, type OutboundDocument, OutboundFailure } from '../kernel/outbound.ts';
import { type OutboundBounds, type OutboundOptions, outboundOver } from './index.ts';

const account = '1234567890123456';
const idp: Destination = { kind: 'host', host: 'idp.test' };

let root: TestAuthority;
let below: TestAuthority;
let server: HttpsServer;
let certificate: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let requests: IncomingMessage[] = [];
/** Names that clients asked for during the handshake. */
let names: unknown[] = [];
/** Whether they took up an earlier session. */
let resumed: boolean[] = [];

beforeAll(async () => {
  root = await TestAuthority.root('Outbound Root');
  below = await root.intermediate('Outbound Intermediate');
  const issued = await below.certificateFor(['idp.test', '127.0.0.1']);
  certificate = issued.cert;
  server = await serveHttps(issued, (request, response) => {
    requests.push(request);
    const socket = request.socket as TLSSocket;
    names.push(Reflect.get(socket, 'servername'));
    resumed.push(socket.isSessionReused());
    answer(request, response);
  });
});
afterAll(() => server.stop());
beforeEach(() => {
  requests = [];
  names = [];
  resumed = [];
  answer = (_request, response) => json(response, '{"ok":true}');
});

function json(response: ServerResponse, body: string, type = 'application/json'): void {
  response.writeHead(200, { 'content-type': type }).end(body);
}

function outbound(options: Partial<OutboundOptions> = {}, bounds: Partial<OutboundBounds> = {}): Outbound {
  return outboundOver({
    allow: [idp],
    authorities: [root.pem],
    userAgent: 'wardenry/test',
    resolve: async () => ['127.0.0.1'],
    bounds,
    ...options,
  });
}

const url = (path = '/keys', host = 'idp.test') => `https://${host}:${server.port}${path}`;

async function problem(fetched: Promise<OutboundDocument>): Promise<string> {
  try {
    await fetched;
  } catch (error) {
    if (error instanceof OutboundFailure) return error.problem;
    throw error;
  }
  throw new Error('the document was fetched');
}

describe('a document', () => {
  it('is fetched under the name of its host, with no credentials', async () => {
    const { value } = await outbound().fetchJson(url('/keys?of=1'), account);
    expect(value).toEqual({ ok: true });
    const [request] = requests;
    expect(request?.method).toBe('GET');
    expect(request?.url).toBe('/keys?of=1');
    expect(names).toEqual(['idp.test']);
    expect(request?.headers).toEqual({
      host: `idp.test:${server.port}`,
      accept: 'application/json',
      'accept-encoding': 'identity',
      'user-agent': 'wardenry/test',
      connection: 'close',
    });
  });

  it('comes with the fingerprints of everybody who vouched for the connection, also of a root that was not sent', async () => {
    const { fingerprints } = await outbound().fetchJson(url(), account);
    expect(fingerprints).toEqual([fingerprintOf(certificate), below.fingerprint, root.fingerprint]);
  });

  it('may have any type of JSON', async () => {
    for (const type of ['application/json;charset=utf-8', 'application/jwk-set+json', 'Application/JSON']) {
      answer = (_request, response) => json(response, '[1]', type);
      expect((await outbound().fetchJson(url(), account)).value).toEqual([1]);
    }
  });

  it('is fetched over a connection of its own each time, from the address that was looked up for it', async () => {
    const looked: string[] = [];
    const one = outbound({
      resolve: async host => {
        looked.push(host);
        return ['127.0.0.1'];
      },
    });
    const before = server.connections();
    const documents = [await one.fetchJson(url(), account), await one.fetchJson(url(), account)];
    // Of a session that is taken up again no chain would be left to look at.
    for (const { fingerprints } of documents) expect(fingerprints).toHaveLength(3);
    expect(resumed).toEqual([false, false]);
    expect(looked).toEqual(['idp.test', 'idp.test']);
    expect(server.connections() - before).toBe(2);
  });
});

describe('nothing is connected to', () => {
  /** Fetches, and fails the test when a connection was made. */
  async function unconnected(fetched: () => Promise<OutboundDocument>): Promise<string> {
    const before = server.connections();
    const found = await problem(fetched());
    expect(server.connections()).toBe(before);
    return found;
  }

  it.each([
    '127.0.0.1',
    '::1',
    '::ffff:127.0.0.1',
    '10.0.0.1',
    '169.254.169.254',
    '100.100.100.200',
    '0.0.0.0',
  ])('when a name leads to %s and nobody opened it', async address => {
    const one = outbound({ allow: [], resolve: async () => [address] });
    expect(await unconnected(() => one.fetchJson(url(), account))).toBe('address-refused');
  });

  it('when the URL itself is a private address', async () => {
    const one = outbound({ allow: [] });
    expect(await unconnected(() => one.fetchJson(url('/', '127.0.0.1'), account))).toBe('address-refused');
    expect(await unconnected(() => one.fetchJson(url('/', '2130706433'), account))).toBe('address-refused');
    expect(await unconnected(() => one.fetchJson(url('/', '[::ffff:7f00:1]'), account))).toBe(
      'address-refused',
    );
  });

  it('when only another host or another port was opened', async () => {
    for (const allow of [[{ kind: 'host', host: 'other.test' }], [{ ...idp, port: 1 }]] as Destination[][]) {
      expect(await unconnected(() => outbound({ allow }).fetchJson(url(), account))).toBe('address-refused');
    }
  });

  it('when a name is not known, or leads nowhere', async () => {
    const unknown = outbound({ resolve: () => Promise.reject(new Error('ENOTFOUND')) });
    expect(await unconnected(() => unknown.fetchJson(url(), account))).toBe('unreachable');
    const nowhere = outbound({ resolve: async () => [] });
    expect(await unconnected(() => nowhere.fetchJson(url(), account))).toBe('unreachable');
  });

  it.each([
    'http://idp.test/',
    'ftp://idp.test/',
    'file:///etc/passwd',
    'https://u:p@idp.test/',
    'idp.test',
    '',
  ])('for %j', async text => {
    expect(await unconnected(() => outbound().fetchJson(text, account))).toBe('not-https');
  });

  it('but what was judged: of several addresses only those that may be reached', async () => {
    const place = { host: '127.0.0.2', port: server.port };
    const closed = await serveHttps(await below.certificateFor(['idp.test']), () => {}, place);
    const one = outbound({
      allow: [{ kind: 'network', network: { address: '127.0.0.1', prefix: 32 } }],
      resolve: async () => ['127.0.0.2', '127.0.0.1', '::ffff:127.0.0.2'],
    });
    expect((await one.fetchJson(url(), account)).value).toEqual({ ok: true });
    expect(closed.connections()).toBe(0);
    await closed.stop();
  });
});

describe('an opened address', () => {
  it('is reached by itself too', async () => {
    const allow: Destination[] = [{ kind: 'network', network: { address: '127.0.0.1', prefix: 32 } }];
    const { value } = await outbound({ allow }).fetchJson(url('/', '127.0.0.1'), account);
    expect(value).toEqual({ ok: true });
  });
});

describe('a server is not believed', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('when no trusted authority vouches for it, whatever the environment says', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    expect(await problem(outbound({ authorities: [] }).fetchJson(url(), account))).toBe(
      'untrusted-certificate',
    );
    expect(requests).toEqual([]);
  });

  it('when its certificate is for another name', async () => {
    const one = outbound({ allow: [{ kind: 'host', host: 'other.test' }] });
    expect(await problem(one.fetchJson(url('/', 'other.test'), account))).toBe('untrusted-certificate');
    expect(requests).toEqual([]);
  });

  it('when its certificate has expired', async () => {
    const expired = await serveHttps(await below.certificateFor(['idp.test'], -1), (_request, response) => {
      json(response, '{}');
    });
    const fetched = outbound().fetchJson(`https://idp.test:${expired.port}/`, account);
    expect(await problem(fetched)).toBe('untrusted-certificate');
    await expired.stop();
  });

  it('for certificates that it sends along and that did not sign its own', async () => {
    const stranger = await TestAuthority.root('Outbound Root');
    const { cert, key } = await root.certificateFor(['idp.test']);
    const padded = await serveHttps({ cert: cert + stranger.pem, key }, (_request, response) => {
      json(response, '{}');
    });
    const { fingerprints } = await outbound().fetchJson(`https://idp.test:${padded.port}/`, account);
    expect(fingerprints).not.toContain(stranger.fingerprint);
    expect(fingerprints[0]).toBe(fingerprintOf(cert));
    await padded.stop();
  });
});

describe('an answer is not taken', () => {
  it.each([301, 302, 303, 307, 308])('when it leads elsewhere (%i), and nobody follows', async status => {
    answer = (_request, response) => response.writeHead(status, { location: url('/elsewhere') }).end();
    expect(await problem(outbound().fetchJson(url(), account))).toBe('redirect');
    expect(requests).toHaveLength(1);
  });

  it.each([201, 204, 400, 404, 500, 503])('when its status is %i', async status => {
    answer = (_request, response) => response.writeHead(status, { 'content-type': 'application/json' }).end();
    expect(await problem(outbound().fetchJson(url(), account))).toBe('status');
  });

  it.each([
    ['text/html', '{}', 'content-type'],
    ['text/plain', '{}', 'content-type'],
    ['application/javascript', '{}', 'content-type'],
    ['application/octet-stream', '{}', 'content-type'],
    ['', '{}', 'content-type'],
    ['application/json', '', 'not-json'],
    ['application/json', '<html>', 'not-json'],
    ['application/json', '{"a":', 'not-json'],
  ])('when it is of the type %j and says %j', async (type, body, found) => {
    answer = (_request, response) => json(response, body, type);
    expect(await problem(outbound().fetchJson(url(), account))).toBe(found);
  });

  it('when it is compressed, which nobody asked for', async () => {
    answer = (_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end('x');
    expect(await problem(outbound().fetchJson(url(), account))).toBe('compressed');
  });

  it('when it says that it is too large', async () => {
    answer = (_request, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
        .flushHeaders();
    expect(await problem(outbound({}, { sizeLimit: 999 }).fetchJson(url(), account))).toBe('too-large');
  });

  it('when it has no end', async () => {
    answer = (request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = () => {
        while (!request.destroyed && response.write(' '.repeat(10_000)));
      };
      response.on('drain', more).on('error', () => {});
      more();
    };
    expect(await problem(outbound().fetchJson(url(), account))).toBe('too-large');
  });

  it('when its headers are too large', async () => {
    answer = (_request, response) => response.writeHead(200, { 'x-more': 'x'.repeat(20_000) }).end('{}');
    expect(await problem(outbound().fetchJson(url(), account))).toBe('unreachable');
  });

  it('up to its very last byte that is allowed', async () => {
    answer = (_request, response) => json(response, `"${'x'.repeat(97)}"`);
    expect(await problem(outbound({}, { sizeLimit: 98 }).fetchJson(url(), account))).toBe('too-large');
    const { value } = await outbound({}, { sizeLimit: 99 }).fetchJson(url(), account);
    expect(value).toBe('x'.repeat(97));
  });
});

describe('the time is over', () => {
  const soon = { timeLimit: 100 };

  it('when a name server does not answer', async () => {
    const one = outbound({ resolve: () => new Promise(() => {}) }, soon);
    expect(await problem(one.fetchJson(url(), account))).toBe('too-slow');
  });

  it('when the server says nothing', async () => {
    answer = () => {};
    expect(await problem(outbound({}, soon).fetchJson(url(), account))).toBe('too-slow');
  });

  it('when the server stops in the middle, however little is missing', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"ok":');
    };
    expect(await problem(outbound({}, soon).fetchJson(url(), account))).toBe('too-slow');
  });
});

describe('when too many documents are being fetched', () => {
  it('the next is refused, and others have their share', async () => {
    const held: ServerResponse[] = [];
    answer = (_request, response) => held.push(response);
    const one = outbound({}, { atOnce: 2, perAccount: 1 });
    const arrived = vi.waitFor(() => expect(held).toHaveLength(2));
    const slow = [one.fetchJson(url(), 'a'), one.fetchJson(url(), 'b')];
    expect(await problem(one.fetchJson(url(), 'a'))).toBe('busy');
    expect(await problem(one.fetchJson(url(), 'c'))).toBe('busy');
    await arrived;
    for (const response of held) json(response, '1');
    expect((await Promise.all(slow)).map(({ value }) => value)).toEqual([1, 1]);
  });
});
