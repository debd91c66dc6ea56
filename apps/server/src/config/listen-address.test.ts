import { describe, expect, it } from 'vitest';
import { parseListenAddress } from './listen-address.ts';

describe('listen addresses', () => {
  it('reads IPv4, IPv6 in brackets and localhost', () => {
    expect(parseListenAddress('0.0.0.0:80')).toEqual({ host: '0.0.0.0', port: 80 });
    expect(parseListenAddress('[::]:0')).toEqual({ host: '::', port: 0 });
    expect(parseListenAddress('localhost:8440')).toEqual({ host: '127.0.0.1', port: 8440 });
  });

  it.each([
    ':80',
    '::1:80',
    '[127.0.0.1]:80',
    '1.2.3.4:',
    '1.2.3.4:65536',
    '1.2.3.4:+1',
    '1.2.3.4',
    '[::1]',
    'x:1',
  ])('refuses %s', given => {
    expect(parseListenAddress(given)).toBeUndefined();
  });
});
