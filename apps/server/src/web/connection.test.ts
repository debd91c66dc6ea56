import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../kernel/errors.ts';
import { connectionReader } from './connection.ts';

interface Sent {
  from?: string;
  to?: string;
  secure?: boolean;
  headers?: Record<string, string>;
}

function socketOf({ from = '127.0.0.1', to = '127.0.0.1', secure = false }: Sent): Socket {
  const socket = new Socket();
  Object.defineProperties(socket, {
    remoteAddress: { value: from },
    localAddress: { value: to },
    ...(secure ? { encrypted: { value: true } } : {}),
  });
  return socket;
}

function headersOf({ headers = {} }: Sent): ReadonlyMap<string, string> {
  return new Map(Object.entries({ host: 'iam.example:8440', ...headers }));
}

const proxies = [
  { address: '10.0.0.0', prefix: 8 },
  { address: '2001:db8:ffff::', prefix: 48 },
];

function read(sent: Sent, allowPlainHttp = false) {
  return connectionReader({ trustedProxies: proxies, allowPlainHttp, host: 'wardenry.example' })(
    socketOf(sent),
    headersOf(sent),
  );
}

function facts(sent: Sent, allowPlainHttp = false) {
  return read(sent, allowPlainHttp).connection;
}

function codeOf(sent: Sent): string {
  try {
    return read(sent).refusal?.code ?? 'none';
  } catch (error) {
    if (error instanceof ApiError) return error.code;
    throw error;
  }
}

describe('without a proxy', () => {
  it('the socket says where a request comes from and how', () => {
    expect(facts({ from: '::ffff:192.0.2.9', to: '::ffff:192.0.2.1', secure: true })).toEqual({
      sourceIp: '192.0.2.9',
      secureTransport: true,
      host: 'iam.example',
      userAgent: '',
    });
  });

  it('forwarded headers of strangers are not looked at, malformed or not', () => {
    for (const value of ['198.51.100.7', 'garbage', '']) {
      const headers = { 'x-forwarded-for': value, 'x-forwarded-proto': 'https' };
      expect(facts({ headers }).sourceIp).toBe('127.0.0.1');
      expect(facts({ headers }).secureTransport).toBe(false);
      expect(codeOf({ from: '192.0.2.9', to: '192.0.2.1', headers })).toBe('InvalidProtocol.NeedSsl');
    }
  });

  it.each([
    [{ from: '127.0.0.1', to: '127.0.0.1' }, 'none'],
    [{ from: '::1', to: '::1' }, 'none'],
    [{ from: '192.0.2.9', to: '192.0.2.1' }, 'InvalidProtocol.NeedSsl'],
    [{ from: '127.0.0.1', to: '192.0.2.1' }, 'InvalidProtocol.NeedSsl'],
    [{ from: '192.0.2.9', to: '127.0.0.1' }, 'InvalidProtocol.NeedSsl'],
    [{ from: '192.0.2.9', to: '192.0.2.1', secure: true }, 'none'],
  ])('plain HTTP that leaves the machine is refused: %j gives %s', (sent, code) => {
    expect(codeOf(sent)).toBe(code);
  });

  it('plain HTTP is taken from everywhere where the setting says so', () => {
    expect(facts({ from: '192.0.2.9', to: '192.0.2.1' }, true).secureTransport).toBe(false);
  });

  it('a connection that is gone is refused', () => {
    expect(codeOf({ from: '' })).toBe('InvalidRequest');
  });
});

describe('behind a trusted proxy', () => {
  const proxied = (headers: Record<string, string>, from = '10.0.0.5'): Sent => ({
    from,
    to: '10.0.0.9',
    secure: true,
    headers,
  });

  it.each([
    ['192.0.2.9', '192.0.2.9'],
    ['::ffff:192.0.2.9', '192.0.2.9'],
    ['192.0.2.9:4711', '192.0.2.9'],
    ['2001:DB8::7', '2001:db8::7'],
    ['[2001:db8::7]', '2001:db8::7'],
    ['[2001:db8::7]:443', '2001:db8::7'],
    ['203.0.113.66, 192.0.2.9', '192.0.2.9'],
    ['192.0.2.9, 10.0.0.4', '192.0.2.9'],
    ['203.0.113.66,192.0.2.9 ,10.0.0.4,2001:db8:ffff::1', '192.0.2.9'],
    ['10.0.0.3, 10.0.0.4', '10.0.0.3'],
    ['not read, 192.0.2.9', '192.0.2.9'],
  ])('X-Forwarded-For "%s" means %s', (header, source) => {
    expect(facts(proxied({ 'x-forwarded-for': header })).sourceIp).toBe(source);
  });

  it.each([
    '',
    ',',
    'unknown',
    '192.0.2',
    '010.0.0.1',
    '192.0.2.9:',
    '192.0.2.9:123456',
    '[192.0.2.9]',
    '[2001:db8::7',
    'fe80::1%eth0',
    '[2001:db8::7]x',
    '192.0.2.9 10.0.0.4',
    '192.0.2.9,',
    'unknown, 10.0.0.4',
    new Array(33).fill('10.0.0.1').join(','),
  ])('X-Forwarded-For "%s" is refused, since nobody knows the caller', header => {
    expect(codeOf(proxied({ 'x-forwarded-for': header }))).toBe('InvalidForwardedHeader');
  });

  it('no header means the proxy itself', () => {
    expect(facts(proxied({})).sourceIp).toBe('10.0.0.5');
  });

  it('the proxy says whether its client used https, whatever it uses itself', () => {
    const plain = { from: '10.0.0.5', to: '10.0.0.9' };
    expect(facts({ ...plain, headers: { 'x-forwarded-proto': 'https' } }).secureTransport).toBe(true);
    expect(facts({ ...plain, headers: { 'x-forwarded-proto': ' HTTPS ' } }).secureTransport).toBe(true);
    expect(codeOf({ ...plain, headers: { 'x-forwarded-proto': 'http' } })).toBe('InvalidProtocol.NeedSsl');
    expect(codeOf({ ...plain, secure: true, headers: { 'x-forwarded-proto': 'http' } })).toBe(
      'InvalidProtocol.NeedSsl',
    );
    expect(codeOf(plain)).toBe('InvalidProtocol.NeedSsl');
  });

  it.each(['', 'https, http', 'http,https', 'wss', 'https;'])('X-Forwarded-Proto "%s" is refused', header => {
    expect(codeOf(proxied({ 'x-forwarded-proto': header }))).toBe('InvalidForwardedHeader');
  });

  it('a proxy on this machine does not make its remote clients local', () => {
    const local = connectionReader({
      trustedProxies: [{ address: '127.0.0.1', prefix: 32 }],
      allowPlainHttp: false,
      host: 'wardenry.example',
    });
    const readLocal = (sent: Sent) => local(socketOf(sent), headersOf(sent));
    const beyond = readLocal({ headers: { 'x-forwarded-for': '192.0.2.9' } });
    expect(beyond.refusal?.message).toContain('lack of ssl');
    expect(beyond.connection.sourceIp).toBe('192.0.2.9');
    const within = readLocal({ headers: { 'x-forwarded-for': '127.0.0.1' } });
    expect(within).toMatchObject({ connection: { sourceIp: '127.0.0.1' } });
    expect(within.refusal).toBeUndefined();
  });
});

describe('the Host header', () => {
  it.each([
    ['iam.example:8440', 'iam.example'],
    ['iam.example', 'iam.example'],
    ['[::1]:8440', '[::1]'],
    ['[::1]', '[::1]'],
  ])('%s is called %s', (host, called) => {
    expect(facts({ headers: { host } }).host).toBe(called);
  });
});
