import { describe, expect, it } from 'vitest';
import { blockContains, parseAddress, parseAddressBlock } from './address.ts';

function contains(block: string, address: string): boolean {
  const [parsedBlock, parsedAddress] = [parseAddressBlock(block), parseAddress(address)];
  if (parsedBlock === undefined || parsedAddress === undefined) throw new Error('not an address');
  return blockContains(parsedBlock, parsedAddress);
}

describe('parseAddress', () => {
  it.each([
    ['192.0.2.1', [0xc000, 0x0201]],
    ['255.255.255.255', [0xffff, 0xffff]],
    ['::', [0, 0, 0, 0, 0, 0, 0, 0]],
    ['2001:db8::1', [0x2001, 0xdb8, 0, 0, 0, 0, 0, 1]],
    ['2001:0DB8:0:0:0:0:0:1', [0x2001, 0xdb8, 0, 0, 0, 0, 0, 1]],
    ['1:2:3:4:5:6:7::', [1, 2, 3, 4, 5, 6, 7, 0]],
    ['64:ff9b::192.0.2.1', [0x64, 0xff9b, 0, 0, 0, 0, 0xc000, 0x0201]],
    ['1:2:3:4:5:6:192.0.2.1', [1, 2, 3, 4, 5, 6, 0xc000, 0x0201]],
    ['::ffff:192.0.2.1', [0xc000, 0x0201]],
    ['::FFFF:c000:201', [0xc000, 0x0201]],
  ])('reads %s', (text, groups) => {
    expect(parseAddress(text)).toEqual(groups);
  });

  it.each([
    '',
    '192.0.2',
    '192.0.2.1.',
    '192.0.2.1.5',
    '192.0.2.256',
    '192.x.2.1',
    '192.0.x.1',
    '192.0.2.01',
    '0x7f.0.0.1',
    '192.0.2.-1',
    '192.0.2.*',
    ' 192.0.2.1',
    '192.0.2.1/32',
    ':',
    ':::',
    '1:2',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '::1::2',
    ':1::2',
    '12345::',
    'g::',
    'fe80::1%eth0',
    '[::1]',
    '192.0.2.1::',
    '1:192.0.2.1:2::',
    '::192.0.2.1:1',
  ])('refuses %j', text => {
    expect(parseAddress(text)).toBeUndefined();
  });
});

describe('parseAddressBlock', () => {
  it.each([
    '192.0.2.0/33',
    '192.0.2.0/',
    '192.0.2.0/-1',
    '192.0.2.0/024',
    '192.0.2.0/24/8',
    '/24',
    '::/129',
    '192.0.2.0/a',
    '192.0.*',
  ])('refuses %j', text => {
    expect(parseAddressBlock(text)).toBeUndefined();
  });
});

describe('blockContains', () => {
  it.each([
    ['192.0.2.0/24', '192.0.2.0'],
    ['192.0.2.0/24', '192.0.2.255'],
    ['192.0.2.77/24', '192.0.2.1'],
    ['192.0.2.128/25', '192.0.2.128'],
    ['10.0.0.0/15', '10.1.255.255'],
    ['0.0.0.0/0', '255.255.255.255'],
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.1', '::ffff:192.0.2.1'],
    ['::ffff:192.0.2.0/120', '192.0.2.9'],
    ['::ffff:0:0/96', '192.0.2.1'],
    ['2001:db8::/33', '2001:db8:7fff::'],
    ['::/0', 'ffff::'],
  ])('%s holds %s', (block, address) => {
    expect(contains(block, address)).toBe(true);
  });

  it.each([
    ['192.0.2.0/24', '192.0.3.0'],
    ['192.0.2.128/25', '192.0.2.127'],
    ['10.0.0.0/15', '10.2.0.0'],
    ['192.0.2.1/32', '192.0.2.2'],
    ['192.0.2.1', '193.0.2.1'],
    ['0.0.0.0/0', '2001:db8::1'],
    ['::/0', '192.0.2.1'],
    ['::ffff:0:0/95', '192.0.2.1'],
    ['2001:db8::/33', '2001:db8:8000::'],
    ['2001:db8::1', '2001:db8::2'],
  ])('%s does not hold %s', (block, address) => {
    expect(contains(block, address)).toBe(false);
  });
});
