import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ApiError } from '../../kernel/errors.ts';
import {
  boolean,
  choice,
  integer,
  lettersDigitsAnd,
  type Parameters,
  text,
} from '../../kernel/parameters.ts';
import { validate } from './validate.ts';

const doc = ['', ''] as const;
const declared = {
  userName: text('UserName', { required: true, min: 1, max: 64, characters: lettersDigitsAnd('.-_'), doc }),
  comments: text('Comments', { min: 1, max: 4, doc }),
  newComments: text('NewComments', { min: 1, max: 4, emptyClears: true, doc }),
  status: choice('Status', ['Active', 'Inactive'], { doc }),
  maxItems: integer('MaxItems', { min: 1, max: 100, default: 100, doc }),
  setAsDefault: boolean('SetAsDefault', { default: false, doc }),
} satisfies Parameters;

function commandOf(sent: Record<string, string>) {
  return validate(declared, new Map(Object.entries(sent)));
}

function codeOf(sent: Record<string, string>): string {
  try {
    commandOf(sent);
  } catch (error) {
    if (error instanceof ApiError) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('a valid request', () => {
  test('gives a command under our own names, with defaults filled in', () => {
    expect(commandOf({ UserName: 'alice', Comments: '你好' })).toEqual({
      userName: 'alice',
      comments: '你好',
      maxItems: 100,
      setAsDefault: false,
    });
  });

  test('may hold parameters that nobody declared', () => {
    expect(codeOf({ UserName: 'alice', RegionId: 'cn-hangzhou', SourceIp: '192.0.2.1' })).toBe('accepted');
  });

  test('counts an empty optional text as absent, unless it clears', () => {
    const command = commandOf({ UserName: 'alice', Comments: '', NewComments: '' });
    expect(command).not.toHaveProperty('comments');
    expect(command.newComments).toBe('');
  });

  test('counts characters, not UTF-16 units', () => {
    expect(codeOf({ UserName: 'alice', Comments: '😀😀😀😀' })).toBe('accepted');
    expect(codeOf({ UserName: 'alice', Comments: '😀😀😀😀😀' })).toBe('InvalidParameter.Comments.Length');
  });
});

describe('a violation', () => {
  test.each([
    [{}, 'MissingUserName'],
    [{ UserName: '' }, 'MissingUserName'],
    [{ UserName: 'a'.repeat(65) }, 'InvalidParameter.UserName.Length'],
    [{ UserName: 'al ice' }, 'InvalidParameter.UserName.InvalidChars'],
    [{ UserName: 'alic\u0435' }, 'InvalidParameter.UserName.InvalidChars'],
    [{ UserName: 'alice', Status: 'active' }, 'InvalidParameter.Status'],
    [{ UserName: 'alice', MaxItems: '0' }, 'InvalidParameter.MaxItems.Range'],
    [{ UserName: 'alice', MaxItems: '101' }, 'InvalidParameter.MaxItems.Range'],
    [{ UserName: 'alice', MaxItems: '1e1' }, 'InvalidParameter.MaxItems.Format'],
    [{ UserName: 'alice', MaxItems: '0x10' }, 'InvalidParameter.MaxItems.Format'],
    [{ UserName: 'alice', MaxItems: '99999999999999999999' }, 'InvalidParameter.MaxItems.Format'],
    [{ UserName: 'alice', SetAsDefault: 'yes' }, 'InvalidParameter.SetAsDefault.Format'],
  ])('%j answers %s', (sent, code) => {
    expect(codeOf(sent)).toBe(code);
  });

  test('names the parameter and what is allowed', () => {
    expect(() => commandOf({ UserName: 'a/b' })).toThrow(
      'The parameter - "UserName" contains invalid chars. Allowed are letters, digits, "." "-" "_".',
    );
  });

  test('is all that any text in any parameter can lead to', () => {
    const names = fc.constantFrom('UserName', 'Comments', 'NewComments', 'Status', 'MaxItems', '__proto__');
    fc.assert(
      fc.property(fc.dictionary(names, fc.string({ unit: 'binary' })), sent => {
        expect(codeOf(sent)).toMatch(/^(accepted|MissingUserName|InvalidParameter\.)/);
      }),
    );
  });
});
