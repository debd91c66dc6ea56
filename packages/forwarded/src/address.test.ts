import { describe, expect, it } from 'vitest';
import { addressSet, canonicalAddress, isLoopbackAddress, parseNetwork } from './address.ts';

describe('addresses', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:201', '192.0.2.1'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::1', '::1'],
  ])('spells %s as %s', (given, canonical) => {
    expect(canonicalAddress(given)).toBe(canonical);
  });

  it.each([
    '010.0.0.1',
    '1.2.3',
    '1.2.3.4:80',
    '[::1]',
    'localhost',
    '',
    ' 1.2.3.4',
    '1.2.3.4 ',
    '0x7f.1',
    '::1/128',
  ])('takes %j for no address', given => {
    expect(canonicalAddress(given)).toBeUndefined();
  });

  it('knows which never leave the machine', () => {
    for (const address of ['127.0.0.1', '127.9.9.9', '::1']) expect(isLoopbackAddress(address)).toBe(true);
    for (const address of ['128.0.0.1', '0.0.0.0', '::', '127.example.com', 'fe80::1']) {
      expect(isLoopbackAddress(address)).toBe(false);
    }
  });
});

describe('networks', () => {
  it('hold the addresses inside and no other', () => {
    const networks = ['10.0.0.0/8', '192.0.2.7', '2001:db8::/32'].map(text => {
      const network = parseNetwork(text);
      if (network === undefined) throw new Error(text);
      return network;
    });
    const has = addressSet(networks);
    for (const inside of ['10.1.2.3', '192.0.2.7', '2001:db8::9']) expect(has(inside)).toBe(true);
    for (const outside of ['11.0.0.1', '192.0.2.8', '2001:db9::1', '::1']) expect(has(outside)).toBe(false);
  });

  it.each([
    '10.0.0.0/33',
    '::/129',
    '10.0.0.0/',
    '10.0.0.0/08',
    '10.0.0.0/-1',
    '::ffff:10.0.0.0/104',
    'fe80::1%eth0/64',
    '10/8',
    '',
  ])('refuses %s', given => {
    expect(parseNetwork(given)).toBeUndefined();
  });
});
