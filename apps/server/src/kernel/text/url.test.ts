import { describe, expect, it } from 'vitest';
import { isHttpsUrl, isLoopbackUrl, plainUri } from './url.ts';

describe('a URL with TLS', () => {
  it.each([
    'https://idp.example',
    'https://IDP.example:443/a?b=%20&c#d',
    'https://idp.example:8443?x',
    'https://[2001:db8::1]:8443/',
    'https://xn--e1afmkfd.example/~me@home',
  ])('may be %s', url => {
    expect(isHttpsUrl(url)).toBe(true);
  });

  it.each([
    '',
    'idp.example',
    'http://idp.example',
    'HTTPS://idp.example',
    'https:idp.example',
    'https:/idp.example',
    'https://',
    'https:///idp.example',
    'https://@idp.example',
    'https://u@idp.example',
    'https://u:p@idp.example',
    'https://idp.example\\@evil.example',
    'https://idp.example\\evil',
    'https://idp\t.example',
    'https://idp.example/\n',
    ' https://idp.example',
    'https://idp.example/a b',
    'https://idp.example/\u007f',
    'https://\u0456dp.example',
    'https://idp.example/\u00e9',
    'https://idp%2eexample',
    'https://idp.example:0443',
    'https://idp.example:',
    'https://idp.example:99999',
    'https://1.1',
  ])('is not %j', url => {
    expect(isHttpsUrl(url)).toBe(false);
  });
});

describe('a URL of the own machine', () => {
  it.each(['http://127.0.0.1:8080/cb', 'http://[::1]/', 'http://LOCALHOST', 'http://localhost:80?a'])(
    'may be %s',
    url => {
      expect(isLoopbackUrl(url)).toBe(true);
    },
  );

  it.each([
    'https://localhost',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://localhost@evil.example',
    'http://evil.example/localhost',
    'http://0x7f.1',
    'http://[0:0:0:0:0:0:0:1]',
    'http://10.0.0.1',
  ])('is not %s', url => {
    expect(isLoopbackUrl(url)).toBe(false);
  });
});

describe('a plain URI', () => {
  it('may have a scheme of its own', () => {
    expect(plainUri('com.example.shop:/cb')?.protocol).toBe('com.example.shop:');
  });

  it.each(['/cb', 'com.example.shop:/a\\b', 'com.example.shop://u@a/cb'])('is not %s', uri => {
    expect(plainUri(uri)).toBeUndefined();
  });
});
