import { describe, expect, it } from 'vitest';
import { emailAddress, phoneNumber } from './contact-formats.ts';

describe('a phone number', () => {
  it.each(['86-18600008888', '1-2025550100', '0086-13900001111', '852-12345678'])('may be %s', text => {
    expect(phoneNumber.accepts(text)).toBe(true);
  });

  it.each([
    ['', 'empty'],
    ['18600008888', 'without a country code'],
    ['-18600008888', 'with an empty country code'],
    ['86-', 'without a number'],
    ['86-123', 'too short'],
    ['86-1234567890123456', 'too long'],
    ['12345-18600008888', 'with a country code that is too long'],
    ['86-186 0000', 'with a blank'],
    ['86-186-0000', 'with a second dash'],
    ['+86-18600008888', 'with a plus sign'],
    ['86-１８６００００８８８８', 'in full-width digits'],
  ])('is not %j, which is %s', text => {
    expect(phoneNumber.accepts(text)).toBe(false);
  });
});

describe('an e-mail address', () => {
  it.each([
    'alice@example.com',
    'alice.b+ram@mail.example.co.uk',
    'hello.uuu@aaa_all.com',
    '张三@例子.中国',
    'a@b.c',
  ])('may be %s', text => {
    expect(emailAddress.accepts(text)).toBe(true);
  });

  it.each([
    ['alice', 'without an at sign'],
    ['@example.com', 'without a local part'],
    ['alice@', 'without a domain'],
    ['alice@localhost', 'without a dot in the domain'],
    ['alice@example..com', 'with an empty label'],
    ['alice@.com', 'with an empty first label'],
    ['alice@example.com.', 'with an empty last label'],
    ['alice@b@example.com', 'with two at signs'],
    ['alice smith@example.com', 'with a blank'],
    ['alice\u0000@example.com', 'with a control character'],
    ['alice@example.com\nBcc: bob@example.com', 'with a line break'],
    ['"alice"@example.com', 'quoted'],
    ['<alice@example.com>', 'in brackets'],
    [`${'a'.repeat(65)}@example.com`, 'with a local part that is too long'],
  ])('is not %j, which is %s', text => {
    expect(emailAddress.accepts(text)).toBe(false);
  });
});
