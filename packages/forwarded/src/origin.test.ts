import { describe, expect, it } from 'vitest';
import { addressSet } from './address.ts';
import { originBehind } from './origin.ts';

const isProxy = addressSet([
  { address: '10.0.0.0', prefix: 8 },
  { address: '2001:db8:ffff::', prefix: 48 },
]);

const proxy = { sourceIp: '10.0.0.5', secureTransport: true };

function behind(headers: Record<string, string>, secureTransport = true) {
  return originBehind({ ...proxy, secureTransport }, new Map(Object.entries(headers)), isProxy);
}

describe('behind a trusted proxy, a request comes from', () => {
  it('the proxy itself, when it says nothing', () => {
    expect(behind({})).toEqual(proxy);
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
    [new Array(32).fill('10.0.0.1').join(','), '10.0.0.1'],
  ])('the nearest address that is no proxy: "%s"', (chain, sourceIp) => {
    expect(behind({ 'x-forwarded-for': chain })).toEqual({ sourceIp, secureTransport: true });
  });

  it.each([
    ['http', false],
    ['https', true],
    [' HTTPS ', true],
  ])('a client that used %s, whatever the proxy uses', (scheme, secureTransport) => {
    const headers = { 'x-forwarded-proto': scheme };
    expect(behind(headers, !secureTransport)).toEqual({ ...proxy, secureTransport });
  });
});

describe('nobody knows where a request comes from', () => {
  it.each([
    '',
    ',',
    'unknown',
    '192.0.2',
    '010.0.0.1',
    '192.0.2.9:',
    '192.0.2.9:x',
    '192.0.2.9:123456',
    '[192.0.2.9]',
    '[2001:db8::7',
    '[2001:db8::7]x',
    'fe80::1%eth0',
    '[fe80::1%eth0]',
    '192.0.2.9 10.0.0.4',
    '192.0.2.9,',
    'unknown, 10.0.0.4',
  ])('when X-Forwarded-For is "%s"', chain => {
    expect(behind({ 'x-forwarded-for': chain })).toEqual({
      header: 'X-Forwarded-For',
      reason: 'it holds something that is no address',
    });
  });

  it('when the chain has no end', () => {
    const chain = new Array(33).fill('10.0.0.1').join(',');
    expect(behind({ 'x-forwarded-for': chain })).toEqual({
      header: 'X-Forwarded-For',
      reason: 'it names more than 32 addresses',
    });
  });

  it.each(['', 'ftp', 'https, http'])('when X-Forwarded-Proto is "%s"', scheme => {
    expect(behind({ 'x-forwarded-proto': scheme })).toEqual({
      header: 'X-Forwarded-Proto',
      reason: 'it must be http or https',
    });
  });
});
