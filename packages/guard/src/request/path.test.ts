import { describe, expect, it, test } from 'vitest';
import { assertUnambiguous, foldOf, segmentsOf } from './path.ts';

describe('a path', () => {
  test.each([
    '/',
    '/orders',
    '/orders/',
    '/orders/A-17.b_2~c@d=e,f:g',
    "/orders/!$&'()*",
    '/orders/%E8%AE%A2',
    '/orders/%e8%ae%a2',
    '/orders/a%20b',
    '/orders/%40%3A%2B%2A',
    '/orders/...',
    '/.well-known/x',
  ])('may be %s', path => {
    expect(() => assertUnambiguous(path)).not.toThrow();
  });

  test.each([
    ['a dot segment', ['/./a', '/a/.', '/a/../b', '/a/..', '/..']],
    ['dots that are encoded', ['/%2e/a', '/a/%2E%2e/b', '/.%2e/a']],
    ['no slash at its beginning', ['', 'admin', '*']],
    ['two slashes', ['//a', '/a//b', '/a//', '//']],
    ['an encoded slash', ['/a%2Fb', '/a%2fb']],
    ['a backslash', ['/a\\b', '/a%5Cb', '/a%5cb']],
    ['a matrix parameter', ['/a;b=c', '/a;', '/a%3Bb', '/..;/a']],
    ['an encoded query or fragment', ['/a%3Fb', '/a%3f', '/a%23b']],
    ['a plus, which is signed like a space', ['/a+b']],
    ['a letter, digit or mark that needs no encoding', ['/%61', '/a%5A', '/%30', '/a%2Db', '/%7Ea', '/a%5f']],
    ['a percent sign, which could be decoded once more', ['/%2561', '/a%25', '/%252e%252e/a']],
    ['control characters', ['/a%00', '/a%0A', '/%0d', '/a%09', '/%1F', '/a%7F']],
  ])('with %s can be read in two ways', (_, paths) => {
    for (const path of paths) expect(() => assertUnambiguous(path), path).toThrow('more than one way');
  });

  it('falls into segments, and says whether it ends in a slash', () => {
    expect(segmentsOf('/')).toEqual({ texts: [], slash: true });
    expect(segmentsOf('/a')).toEqual({ texts: ['a'], slash: false });
    expect(segmentsOf('/a/b%20/')).toEqual({ texts: ['a', 'b%20'], slash: true });
  });
});

describe('the fold of a segment', () => {
  test.each([
    ['admin', 'ADMIN'],
    ['a@b', 'A%40b'],
    ['%E8%AE%A2', '%e8%ae%a2'],
    ['%C3%84', '%C3%A4'],
    // The sign of kelvin, the long s, and a dotless i: letters of ASCII to whoever asks for the other case.
    ['key', '%E2%84%AAey'],
    ['users', 'u%C5%BFers'],
    ['admin', 'adm%C4%B1n'],
    ['%C3%9F', '%E1%BA%9E'],
    // One character, and a letter with an accent behind it.
    ['%C3%A9', 'e%CC%81'],
  ])('is the same for %s and %s', (one, other) => {
    expect(foldOf(one)).toBe(foldOf(other));
  });

  test.each([
    ['admin', 'admins'],
    ['a-b', 'a_b'],
    ['a', '%E8%AE%A2'],
  ])('is another for %s and %s', (one, other) => {
    expect(foldOf(one)).not.toBe(foldOf(other));
  });
});
