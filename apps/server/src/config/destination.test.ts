import { describe, expect, it } from 'vitest';
import { parseDestination, showDestination } from './destination.ts';

describe('a destination', () => {
  it.each([
    ['idp.corp.example', { kind: 'host', host: 'idp.corp.example' }],
    ['IDP.Corp', { kind: 'host', host: 'idp.corp' }],
    ['keycloak', { kind: 'host', host: 'keycloak' }],
    ['idp.corp:8443', { kind: 'host', host: 'idp.corp', port: 8443 }],
    ['10.0.0.0/8', { kind: 'network', network: { address: '10.0.0.0', prefix: 8 } }],
    ['10.1.2.3', { kind: 'network', network: { address: '10.1.2.3', prefix: 32 } }],
    ['10.1.2.3:8443', { kind: 'network', network: { address: '10.1.2.3', prefix: 32 }, port: 8443 }],
    ['fd00::/8', { kind: 'network', network: { address: 'fd00::', prefix: 8 } }],
    ['[::1]:8443', { kind: 'network', network: { address: '::1', prefix: 128 }, port: 8443 }],
  ])('is read from %s', (text, destination) => {
    expect(parseDestination(text)).toEqual(destination);
  });

  it.each([
    '',
    '*.corp',
    'idp.corp/x',
    'https://idp.corp',
    'idp corp',
    'idp.corp:',
    'idp.corp:0',
    'idp.corp:65536',
    'idp.corp:08443x',
    'idp..corp',
    '-idp.corp',
    'idp.corp.',
    'ídp.corp',
    '10.0.0',
    '10.0.0.1/8',
    '10.0.0.0/33',
    '[10.0.0.1]:80',
    '::1:99999:1',
    `${'a'.repeat(64)}.corp`,
  ])('is not %j', text => {
    expect(parseDestination(text)).toBeUndefined();
  });

  it.each([
    'idp.corp',
    'idp.corp:8443',
    '10.0.0.0/8',
    '10.1.2.3',
    '10.1.2.3:8443',
    '::1',
    '[::1]:8443',
    'fd00::/8',
  ])('is shown as it is written: %s', text => {
    const destination = parseDestination(text);
    expect(destination && showDestination(destination)).toBe(text);
  });
});
