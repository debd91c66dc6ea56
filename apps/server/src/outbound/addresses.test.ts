import { describe, expect, it } from 'vitest';
import { isMetadataAddress, judgeAddress } from './addresses.ts';

describe('an address', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '198.17.255.255',
    '223.255.255.255',
    '2400:3200::1',
    '2606:4700:4700::1111',
    '2001:4860:4860::8888',
  ])('of the Internet is public: %s', address => {
    expect(judgeAddress(address)).toEqual({ address, kind: 'public' });
  });

  it.each([
    '10.0.0.1',
    '10.255.255.255',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '127.0.0.1',
    '127.255.255.254',
    '100.64.0.1',
    '100.127.255.255',
    '::1',
    'fc00::1',
    'fdff::1',
  ])('of a private network, of this machine or behind a carrier is internal: %s', address => {
    expect(judgeAddress(address)?.kind).toBe('internal');
  });

  it.each([
    '0.0.0.0',
    '0.1.2.3',
    '169.254.1.1',
    '169.254.169.254',
    '100.100.100.200',
    '192.0.0.192',
    '192.0.2.1',
    '192.88.99.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '168.63.129.16',
    'fd00:c1::a9fe:a9fe',
    'fd00:ec2::23',
    'fd00:ec2::254',
    'fd20:ce::254',
    'fd20:00ce:0:0::0254',
    '::ffff:8.8.8.8',
    '::ffff:10.0.0.1',
    '::ffff:169.254.169.254',
    '::10.0.0.1',
    '64:ff9b::808:808',
    '64:ff9b::a00:1',
    '64:ff9b:1::a00:1',
    '2002:a00:1::1',
    '2001:0:a00:1::1',
    '2001:db8::1',
    '100::1',
    '3fff::1',
    '4000::1',
  ])('of any other kind is special: %s', address => {
    expect(judgeAddress(address)?.kind).toBe('special');
  });

  it.each(['', 'localhost', '1.2.3', '010.0.0.1', '0x7f.1', '[::1]', '2130706433'])('is not %j', text => {
    expect(judgeAddress(text)).toBeUndefined();
  });

  it('may be one at which a cloud hands out credentials', () => {
    const theirs = ['169.254.169.254', '169.254.170.2', '100.100.100.200', 'fd00:ec2::254', 'fd20:ce::254'];
    expect(theirs.every(isMetadataAddress)).toBe(true);
    const others = ['169.254.169.253', '100.100.100.201', '168.63.129.17', 'fd20:ce::253', '8.8.8.8'];
    expect(others.some(isMetadataAddress)).toBe(false);
  });
});
