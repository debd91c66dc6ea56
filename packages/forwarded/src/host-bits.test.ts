import { describe, expect, it } from 'vitest';
import { parseNetwork } from './address.ts';
import { hasHostBits } from './host-bits.ts';

const judged = (text: string): boolean => {
  const network = parseNetwork(text);
  if (network === undefined) throw new Error(`${text} is no network`);
  return hasHostBits(network);
};

describe('bits beyond the prefix', () => {
  it.each([
    '10.0.0.1/8',
    '0.0.0.1/0',
    '192.168.1.1/16',
    '10.0.0.1/31',
    '2001:db8::1/32',
    '::1/127',
    '8000::/0',
  ])('%s has some', text => {
    expect(judged(text)).toBe(true);
  });

  it.each([
    '0.0.0.0/0',
    '10.128.0.0/9',
    '10.0.0.1',
    '10.0.0.1/32',
    '255.255.255.254/31',
    '::/0',
    '2001:db8:8000::/33',
    '::1',
    '1:2:3:4:5:6:7:8/128',
  ])('%s has none', text => {
    expect(judged(text)).toBe(false);
  });

  it('the spelling of IPv6 that ends in dots counts as having some', () => {
    expect(judged('::10.0.0.0/104')).toBe(true);
  });
});
