import { describe, expect, test } from 'vitest';
import { originOf, proxySet } from './connection.ts';

const PROXIES = proxySet(['10.0.0.0/8', '2001:db8::1']);

function origin(peer: string | undefined, headers: Record<string, string>, encrypted = false) {
  const socket = { remoteAddress: peer, encrypted };
  return originOf(socket, new Map(Object.entries(headers)), PROXIES);
}

describe('where a request comes from', () => {
  test('is the other end of the connection, whatever the request says', () => {
    const lies = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' };
    expect(origin('192.0.2.1', lies)).toEqual({ sourceIp: '192.0.2.1', secureTransport: false });
    expect(origin('192.0.2.1', { 'x-forwarded-proto': 'http' }, true)?.secureTransport).toBe(true);
  });

  test.each([
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:DB8:0:0::7', '2001:db8::7'],
    ['fe80::1%eth0', 'fe80::1'],
  ])('is spelt in one way: %s', (peer, expected) => {
    expect(origin(peer, {})?.sourceIp).toBe(expected);
  });

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['203.0.113.9, 192.0.2.1', '192.0.2.1'],
    ['203.0.113.9, 192.0.2.1, 10.1.1.1', '192.0.2.1'],
    ['10.0.0.2, 10.0.0.3', '10.0.0.2'],
    ['192.0.2.1:4711', '192.0.2.1'],
    ['[2001:db8::7]:4711', '2001:db8::7'],
    ['2001:db8::7', '2001:db8::7'],
    ['192.0.2.1, 2001:db8::1', '192.0.2.1'],
  ])('is the nearest address that is no trusted proxy: %s', (chain, expected) => {
    expect(origin('10.0.0.1', { 'x-forwarded-for': chain })?.sourceIp).toBe(expected);
  });

  test('is over TLS when the trusted proxy says so', () => {
    expect(origin('10.0.0.1', { 'x-forwarded-proto': 'https' })?.secureTransport).toBe(true);
    expect(origin('10.0.0.1', { 'x-forwarded-proto': 'http' }, true)?.secureTransport).toBe(false);
    expect(origin('10.0.0.1', {}, true)?.secureTransport).toBe(true);
  });

  test.each([
    ['no connection', undefined, {}],
    ['no address in the chain', '10.0.0.1', { 'x-forwarded-for': 'unknown' }],
    ['an empty hop', '10.0.0.1', { 'x-forwarded-for': '192.0.2.1,' }],
    ['an octal address', '10.0.0.1', { 'x-forwarded-for': '0300.0.2.1' }],
    ['a chain without end', '10.0.0.1', { 'x-forwarded-for': '10.0.0.1,'.repeat(40) }],
    ['another scheme', '10.0.0.1', { 'x-forwarded-proto': 'https, http' }],
  ])('is not guessed from %s', (_, peer, headers) => {
    expect(origin(peer, headers)).toBeUndefined();
  });

  test.each(['10.0.0.0/33', '10.0.0.0/', 'proxy', '10.0.0.0/8/8', '', '10.0.0.0/-1'])(
    'cannot be configured to trust %j',
    network => {
      expect(() => proxySet([network])).toThrow(TypeError);
    },
  );
});
