import { describe, expect, it } from 'vitest';
import { isCommonPassword } from './common-passwords.ts';

describe('a password that is guessed first', () => {
  it.each([
    'password',
    'Password1',
    'P@ssw0rd2026!',
    '!!Welcome123',
    'dragondragon',
    'iloveyou99',
    '12345678',
    '87654321',
    'qwertyuiop',
    'qwerty123456',
    '1qaz2wsx3edc',
    'abcdefgh',
    'zyxwvuts',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '20202020',
    'Aliyun@2026',
    'woaini1314',
  ])('is %s', password => {
    expect(isCommonPassword(password)).toBe(true);
  });

  it.each([
    'river-Cabbage-9',
    'passwordless living',
    'k7Rq-Zz03-pmX2',
    'correct horse battery',
    'dragonsunflower',
    '31415926',
    'мой очень длинный пароль',
  ])('is not %s', password => {
    expect(isCommonPassword(password)).toBe(false);
  });
});
