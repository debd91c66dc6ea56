import { describe, expect, it } from 'vitest';
import { type Caller, refusalOf } from './caller-check.ts';

function caller(changes: Partial<Caller>): Caller {
  return {
    remoteAddress: '127.0.0.1',
    localAddress: '127.0.0.1',
    localPort: 8490,
    hosts: ['127.0.0.1:8490'],
    headers: {},
    ...changes,
  };
}

describe('a program of this machine', () => {
  it.each([
    ['127.0.0.1:8490', 8490],
    ['127.0.0.1', 80],
    ['127.0.0.1:80', 80],
    ['localhost:8490', 8490],
    ['LOCALHOST:8490', 8490],
    ['[::1]:8490', 8490],
    ['100.100.100.200', 80],
    ['100.100.100.200', 8490],
    ['100.100.100.200:8490', 8490],
  ])('is answered when it asks %s at port %d', (host, localPort) => {
    expect(refusalOf(caller({ hosts: [host], localPort }))).toBeUndefined();
  });

  it('is answered on an address of this machine that is not a loopback one', () => {
    const address = '100.100.100.200';
    const at = { remoteAddress: address, localAddress: address, localPort: 80, hosts: [address] };
    expect(refusalOf(caller(at))).toBeUndefined();
  });
});

describe('what is refused', () => {
  it.each([
    'rebound.example:8490',
    'rebound.example',
    'localhost.rebound.example:8490',
    'localhost.:8490',
    '127.0.0.1.rebound.example:8490',
    '127.0.0.1:9999',
    '127.0.0.1',
    '127.1:8490',
    '2130706433:8490',
    '0x7f000001:8490',
    'user@127.0.0.1:8490',
    '127.0.0.1:8490/x',
    '127.0.0.1:8490#x',
    '169.254.169.254:8490',
    '192.0.2.1:8490',
    '[::ffff:127.0.0.1]:8490',
    '',
  ])('is a Host header that says %j', host => {
    expect(refusalOf(caller({ hosts: [host] }))).toContain('Host header');
  });

  it('is a request with no Host header, or with two', () => {
    expect(refusalOf(caller({ hosts: [] }))).toContain('Host header');
    expect(refusalOf(caller({ hosts: ['127.0.0.1:8490', '127.0.0.1:8490'] }))).toContain('Host header');
  });

  it.each([
    ['192.0.2.7', '127.0.0.1'],
    ['192.0.2.7', '192.0.2.1'],
    ['::ffff:192.0.2.7', '::ffff:192.0.2.1'],
    [undefined, undefined],
  ])('is a connection from %s to %s', (remoteAddress, localAddress) => {
    expect(refusalOf(caller({ remoteAddress, localAddress }))).toContain('Only programs of this machine');
  });

  it.each([
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-real-ip',
    'x-client-ip',
    'true-client-ip',
    'forwarded',
    'via',
  ])('is what came through a proxy: %s', name => {
    expect(refusalOf(caller({ headers: { [name]: '192.0.2.7' } }))).toContain('proxy');
  });

  it.each(['origin', 'sec-fetch-site'])('is a browser: %s', name => {
    expect(refusalOf(caller({ headers: { [name]: 'null' } }))).toContain('Browsers');
  });
});
