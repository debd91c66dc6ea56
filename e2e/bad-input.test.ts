/** Whatever comes in, the answer is JSON or XML with a code and a sentence: never a stack trace, never HTML, never a hang. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Address } from './doors/door.ts';
import { membersOf, send, type WireReply, type WireRequest } from './doors/raw-http.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { signedRequest } from './signed-request.ts';

let server: ServerProcess;
let address: Address;

beforeAll(async () => {
  server = await startServer();
  address = { protocol: 'http', host: server.host };
}, 60_000);

afterAll(() => server.remove());

function expectError(reply: WireReply, status: number, code: string): void {
  const members = membersOf(reply);
  expect({ status: reply.status, code: members.Code }).toEqual({ status, code });
  for (const member of ['Code', 'Message', 'RequestId', 'HostId', 'Recommend']) {
    expect(typeof members[member], member).toBe('string');
  }
  expect(String(members.Message).length).toBeGreaterThan(10);
  expect(reply.headers['x-acs-request-id']).toBe(members.RequestId);
  expect(reply.body).not.toMatch(/<html|\n\s+at |node:internal|\.ts:/i);
}

/** Sends bytes as they are and reads until the server closes or a whole reply is there. */
function sendBytes(bytes: string | Buffer): Promise<WireReply> {
  const [hostname, port] = server.host.split(':');
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(bytes));
    socket.on('data', chunk => {
      received += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', body = ''] = received.split('\r\n\r\n');
      const [line = '', ...fields] = head.split('\r\n');
      const headers = Object.fromEntries(
        fields.map(field => [
          field.slice(0, field.indexOf(':')).toLowerCase(),
          field.slice(field.indexOf(':') + 2),
        ]),
      );
      resolve({ status: Number(line.split(' ')[1]), headers, body });
    });
  });
}

const valid = (options: Parameters<typeof signedRequest>[2] = {}): WireRequest =>
  signedRequest(server.host, server.credentials, options);

function changed(request: WireRequest, headers: Record<string, string>): WireRequest {
  return { ...request, headers: { ...request.headers, ...headers } };
}

function without(request: WireRequest, header: string): WireRequest {
  const { [header]: _, ...headers } = request.headers;
  return { ...request, headers };
}

test('the request that all others are broken from is accepted', async () => {
  expect((await send(address, valid())).status).toBe(200);
});

describe('a request without a usable action or version', () => {
  test.each<[string, () => WireRequest, number, string]>([
    [
      'nothing at all',
      () => ({ method: 'GET', target: '/', headers: { host: server.host } }),
      400,
      'MissingVersion',
    ],
    ['no version', () => without(valid(), 'x-acs-version'), 400, 'MissingVersion'],
    ['no action', () => without(valid(), 'x-acs-action'), 400, 'MissingAction'],
    ['an unknown version', () => changed(valid(), { 'x-acs-version': '1999-01-01' }), 400, 'InvalidVersion'],
    [
      'an unknown action',
      () => changed(valid(), { 'x-acs-action': 'MakeCoffee' }),
      404,
      'InvalidAction.NotFound',
    ],
    [
      '__proto__ as its action',
      () => changed(valid(), { 'x-acs-action': '__proto__' }),
      404,
      'InvalidAction.NotFound',
    ],
    [
      'an Action parameter that contradicts the signed one',
      () => valid({ parameters: { Action: 'DeleteUser' } }),
      400,
      'InvalidParameter',
    ],
  ])('%s is refused', async (_, request, status, code) => {
    expectError(await send(address, request()), status, code);
  });
});

describe('a request that cannot be read in one way only', () => {
  test.each<[string, string]>([
    ['a parameter twice', '/?Action=ListUsers&UserName=a&UserName=b'],
    ['an authentication parameter in two letter cases', '/?Action=ListUsers&action=GetUser'],
    ['an incomplete percent escape', '/?UserName=%4'],
    ['a wrong percent escape', '/?UserName=%zz'],
    ['bytes that are no UTF-8', '/?UserName=%ff%fe'],
    ['an overlong UTF-8 form', '/?UserName=%c0%af'],
    ['a NUL', '/?UserName=a%00b'],
  ])('%s is refused before any signature work', async (_, target) => {
    expectError(await send(address, { ...valid(), target }), 400, 'InvalidRequest');
  });

  test('a parameter in the query and in the form is refused', async () => {
    const request = {
      method: 'POST',
      target: '/?Action=ListUsers&Version=2015-05-01&UserName=a',
      headers: { host: server.host, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'UserName=b',
    };
    expectError(await send(address, request), 400, 'InvalidRequest');
  });

  test.each(['Authorization', 'x-acs-action', 'X-Acs-Date', 'Host'])(
    'a second %s header is refused',
    async name => {
      const request = valid();
      const lines = Object.entries(request.headers).map(([header, value]) => `${header}: ${value}`);
      const bytes = `POST / HTTP/1.1\r\n${lines.join('\r\n')}\r\n${name}: again\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
      expectError(await sendBytes(bytes), 400, 'InvalidRequest');
    },
  );
});

describe('authentication that does not hold', () => {
  test.each<[string, () => WireRequest, number, string]>([
    [
      'an Authorization header in words',
      () => changed(valid(), { authorization: 'ACS3-HMAC-SHA256 please' }),
      400,
      'IncompleteSignature',
    ],
    [
      'Basic credentials',
      () => changed(valid(), { authorization: 'Basic Zm9vOmJhcg==' }),
      400,
      'InvalidSignatureMethod',
    ],
    [
      'a ROA signature',
      () => changed(valid(), { authorization: 'acs key:c2ln' }),
      400,
      'InvalidSignatureMethod',
    ],
    [
      'an RSA signature',
      () => {
        const request = valid();
        const authorization = String(request.headers.authorization).replace(
          'ACS3-HMAC-SHA256',
          'ACS3-RSA-SHA256',
        );
        return changed(request, { authorization });
      },
      400,
      'InvalidSignatureMethod',
    ],
    [
      'a bearer token',
      () => changed(without(valid(), 'authorization'), { 'x-acs-bearer-token': 'abc' }),
      400,
      'InvalidSignatureMethod',
    ],
    ['no signature at all', () => without(valid(), 'authorization'), 400, 'MissingAccessKeyId'],
    ['no date', () => without(valid(), 'x-acs-date'), 400, 'MissingTimestamp'],
    ['no nonce', () => without(valid(), 'x-acs-signature-nonce'), 400, 'MissingSignatureNonce'],
    [
      'a date in words',
      () => changed(valid(), { 'x-acs-date': 'yesterday' }),
      400,
      'InvalidTimeStamp.Format',
    ],
    [
      'a date of last hour',
      () => valid({ date: new Date(Date.now() - 3_600_000) }),
      400,
      'InvalidTimeStamp.Expired',
    ],
    [
      'a date of next hour',
      () => valid({ date: new Date(Date.now() + 3_600_000) }),
      400,
      'InvalidTimeStamp.Expired',
    ],
    [
      'a header that is not signed',
      () => changed(valid(), { 'x-acs-extra': '1' }),
      400,
      'IncompleteSignature',
    ],
    [
      'a security token with a permanent key',
      () => changed(valid(), { 'x-acs-security-token': 'abc' }),
      400,
      'InvalidSecurityToken.MismatchWithAccessKey',
    ],
    [
      'a temporary key without its token',
      () => signedRequest(server.host, { accessKeyId: 'STS.abcdefghijklmnop', accessKeySecret: 'x' }),
      400,
      'MissingSecurityToken',
    ],
    [
      'another action than signed',
      () => changed(valid(), { 'x-acs-action': 'AssumeRoleWithSAML' }),
      400,
      'SignatureDoesNotMatch',
    ],
    [
      'an RPC signature that is no base64',
      () => ({
        method: 'GET',
        target: `/?Action=ListUsers&Version=2015-05-01&Format=JSON&AccessKeyId=${server.credentials.accessKeyId}&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0&SignatureNonce=n&Timestamp=${encodeURIComponent(`${new Date().toISOString().slice(0, 19)}Z`)}&Signature=%21%21%21`,
        headers: { host: server.host },
      }),
      400,
      'SignatureDoesNotMatch',
    ],
  ])('%s is refused', async (_, request, status, code) => {
    expectError(await send(address, request()), status, code);
  });

  test('a request sent twice succeeds once', async () => {
    const request = valid();
    expect((await send(address, request)).status).toBe(200);
    expectError(await send(address, request), 400, 'SignatureNonceUsed');
  });

  test('of a request sent twenty times at once one succeeds', async () => {
    const request = valid();
    const replies = await Promise.all(Array.from({ length: 20 }, () => send(address, request)));
    expect(replies.filter(reply => reply.status === 200)).toHaveLength(1);
    for (const reply of replies) if (reply.status !== 200) expectError(reply, 400, 'SignatureNonceUsed');
  });

  test('a refused signature does not use up the nonce of the real owner', async () => {
    const request = valid();
    const forged = changed(request, {
      authorization: String(request.headers.authorization).replace(/[0-9a-f]{64}$/, '0'.repeat(64)),
    });
    expectError(await send(address, forged), 400, 'SignatureDoesNotMatch');
    expect((await send(address, request)).status).toBe(200);
  });
});

describe('the frame around a request', () => {
  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is refused', async method => {
    expectError(await send(address, { ...valid(), method }), 400, 'UnsupportedHTTPMethod');
  });

  test('a body of an unknown type is refused', async () => {
    const request = { ...changed(valid(), { 'content-type': 'text/csv' }), body: 'a,b' };
    expectError(await send(address, request), 415, 'UnsupportedContentType');
  });

  test('a body over 1 MiB is refused without being read', async () => {
    const body = Buffer.alloc(1_048_577, 'a');
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(body.length),
    };
    expectError(await send(address, { ...changed(valid(), headers), body }), 413, 'RequestBodyTooLarge');
  });

  test('a request line over 64 KiB is refused', async () => {
    const request = valid({ parameters: { Padding: 'x'.repeat(65_536) } });
    expectError(await send(address, request), 413, 'RequestLineTooLong');
  });

  test('a request line that even the parser does not take is refused', async () => {
    const request = { method: 'GET', target: `/?${'x'.repeat(200_000)}`, headers: { host: server.host } };
    expectError(await send(address, request), 413, 'RequestLineTooLong');
  });

  test.each([
    ['a truncated request line', 'GE\r\n\r\n'],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a negative length', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n'],
    ['a space before a colon', 'GET / HTTP/1.1\r\nHost : a\r\n\r\n'],
    ['TLS on the plain port', Buffer.from('16030100a5010000a1', 'hex')],
  ])('%s is refused', async (_, bytes) => {
    expectError(await sendBytes(bytes), 400, 'InvalidRequest');
  });

  test('a request without a Host header is refused', async () => {
    expectError(await sendBytes('GET / HTTP/1.1\r\nConnection: close\r\n\r\n'), 400, 'InvalidRequest');
  });

  test('a body that ends early changes nothing and leaves the server serving', async () => {
    const [hostname, port] = server.host.split(':');
    await new Promise<void>(resolve => {
      const socket = connect({ host: hostname, port: Number(port) }, () => {
        socket.end('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc');
      });
      socket.on('error', () => resolve());
      socket.on('close', () => resolve());
      socket.resume();
    });
    expect((await send(address, valid())).status).toBe(200);
  });
});

describe('the format of an error', () => {
  const rpc = (format: string): WireRequest => ({
    method: 'GET',
    target: `/?Action=ListUsers&Version=2015-05-01${format}&Signature=abc`,
    headers: { host: server.host },
  });

  test.each([
    ['JSON', '&Format=JSON', 'application/json;charset=utf-8'],
    ['json', '&Format=json', 'application/json;charset=utf-8'],
    ['XML', '&Format=XML', 'text/xml;charset=utf-8'],
    ['not given', '', 'text/xml;charset=utf-8'],
  ])('of an RPC request is as asked for: %s', async (_, format, contentType) => {
    const reply = await send(address, rpc(format));
    expectError(reply, 400, 'MissingAccessKeyId');
    expect(reply.headers['content-type']).toBe(contentType);
  });

  test('that does not exist is refused', async () => {
    expectError(await send(address, rpc('&Format=YAML')), 400, 'InvalidParameter.Format');
  });
});
