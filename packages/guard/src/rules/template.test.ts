import { describe, expect, it, test } from 'vitest';
import { parseTemplate, UnfitParameter } from './template.ts';

const ACCOUNT = '1000000000000001';
const order = parseTemplate('acs:shop:*:{account}:order/{id}', ACCOUNT);

describe('a resource template', () => {
  it('fills in the account and the parameters of the route', () => {
    expect(order.fill({ id: 'A-17.b_2~c@d=e,f+g' })).toBe(
      'acs:shop:*:1000000000000001:order/A-17.b_2~c@d=e,f+g',
    );
  });

  it('takes names in every language', () => {
    expect(order.fill({ id: '订单-七' })).toBe('acs:shop:*:1000000000000001:order/订单-七');
  });

  it('keeps what the service itself wrote, wildcards included', () => {
    expect(parseTemplate('acs:shop:*:{account}:order/*', ACCOUNT).fill({})).toBe(
      'acs:shop:*:1000000000000001:order/*',
    );
  });

  it('takes the rest of a path, slashes included, where it says so', () => {
    const file = parseTemplate('acs:files::{account}:{bucket}/{key...}', ACCOUNT);
    expect(file.fill({ bucket: 'b', key: ['2026', '01', 'a.txt'] })).toBe(
      'acs:files::1000000000000001:b/2026/01/a.txt',
    );
    expect(file.fill({ bucket: 'b', key: '2026/a.txt' })).toBe('acs:files::1000000000000001:b/2026/a.txt');
  });

  it('takes nothing from the prototype of the parameters', () => {
    const odd = parseTemplate('acs:shop:*:1:order/{constructor}', undefined);
    expect(() => odd.fill({})).toThrow('which the route does not have');
  });

  test.each([
    ['an empty text', ''],
    ['a colon, which ends a segment', 'a:b'],
    ['a slash, which ends a name', 'a/b'],
    ['a star, which stands for all', '*'],
    ['a star inside', 'a*'],
    ['a question mark', 'a?'],
    ['a percent sign, which would be decoded again', 'a%2Fb'],
    ['the folder itself', '.'],
    ['the folder above', '..'],
    ['a backslash', 'a\\b'],
    ['a space', 'a b'],
    ['a space at the end', 'a '],
    ['a line break', 'a\nb'],
    ['a NUL', 'a\0'],
    ['a gap', '{id}'],
    ['a policy variable', '$'],
    ['a full-width colon', 'a\uFF1Ab'],
    ['a full-width star', '\uFF0A'],
    ['a letter and its accent apart', 'e\u0301'],
    ['an invisible character', 'a\u200Bb'],
    ['a mark that reverses the text', 'a\u202Eb'],
    ['a soft hyphen', 'a\u00ADb'],
    ['half a surrogate pair', 'a\uD800'],
    ['a private character', '\uE000'],
    ['more than any name', 'a'.repeat(513)],
    ['several segments', ['a', 'b']],
    ['no segment', []],
  ])('refuses %s', (_, id) => {
    expect(() => order.fill({ id })).toThrow(UnfitParameter);
    expect(() => order.fill({ id })).toThrow('The parameter id cannot be part of a resource name.');
  });

  test.each([
    ['an empty segment', ['a', '', 'b']],
    ['a climb', ['a', '..', 'b']],
    ['a climb in one text', 'a/../b'],
    ['a slash at its end', 'a/'],
    ['nothing', []],
    ['a star', ['a', '*']],
  ])('refuses a rest of a path with %s', (_, key) => {
    const file = parseTemplate('acs:files::1:b/{key...}', undefined);
    expect(() => file.fill({ key })).toThrow(UnfitParameter);
  });

  test.each([
    ['no resource name', 'order/{id}', 'must be written acs:'],
    ['nothing behind the account', 'acs:shop:*:1', 'must be written acs:'],
    ['an empty name', 'acs:shop:*:1:', 'must be written acs:'],
    ['a parameter as its account', 'acs:shop:*:{owner}:order/1', 'must be written acs:'],
    ['a parameter as its service', 'acs:{service}:*:1:order/1', 'must be written acs:'],
    ['another scheme', 'arn:shop:*:1:order/{id}', 'must be written acs:'],
    ['a gap without an end', 'acs:shop:*:1:order/{id', 'does not close'],
    ['a gap without a name', 'acs:shop:*:1:order/{}', 'without a plain name'],
    ['a gap that is code', 'acs:shop:*:1:order/{req.id}', 'without a plain name'],
    ['two gaps side by side', 'acs:shop:*:1:order/{a}{b}', 'between two parameters'],
    ['two gaps that blur', 'acs:shop:*:1:order/{a}-{b}', 'between two parameters'],
    ['something behind the rest', 'acs:shop:*:1:{a...}/x', 'nothing behind'],
    ['an account that the guard does not know', 'acs:shop:*:{account}:order/1', 'the option account'],
  ])('with %s is a mistake that shows when it is declared', (_, text, message) => {
    expect(() => parseTemplate(text, undefined)).toThrow(TypeError);
    expect(() => parseTemplate(text, undefined)).toThrow(message);
  });
});
