/** Parameters that name and describe users (spec: domain 1.3). */

import { lettersDigitsAnd, type TextFormat, text } from '../../kernel/parameters.ts';
import { multiLine, singleLine } from '../../kernel/text/characters.ts';
import { emailAddress, phoneNumber } from './contact-formats.ts';

const nameCharacters = lettersDigitsAnd('.-_');
const nameLength = { min: 1, max: 64 } as const;

const domainCharacters = lettersDigitsAnd('.-');

/** `<user name>@<domain>`; whether the domain is this account's is the rule's question. */
const principalName: TextFormat = {
  label: [
    '<user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_"',
    '<用户名>@<域名>，用户名为 1 至 64 个字母、数字、"." "-" "_"',
  ],
  accepts(name) {
    const at = name.indexOf('@');
    return at >= nameLength.min && at <= nameLength.max && isPrincipalName(name, at);
  },
};

function isPrincipalName(name: string, at: number): boolean {
  for (let i = 0; i < name.length; i += 1) {
    const allowed = i < at ? nameCharacters : domainCharacters;
    if (i !== at && !allowed.has(name.charCodeAt(i))) return false;
  }
  return at < name.length - 1;
}

const nameOptions = { ...nameLength, characters: nameCharacters } as const;
/**
 * More than the 128 characters of the source (spec: domain 1.3), so that whatever name is shown is also taken: a name, `@`,
 * an alias of 63 that is older than the suffix, a dot, and a suffix of 40.
 */
const LONGEST_PRINCIPAL_NAME = nameLength.max + 1 + 63 + 1 + 40;
const principalNameOptions = { min: 1, max: LONGEST_PRINCIPAL_NAME, format: principalName } as const;
const nameDoc = ['Name of the user.', '用户名称。'] as const;
const principalNameDoc = [
  'Principal name of the user: <user name>@<default domain>.',
  '用户的登录名称，格式为 <用户名>@<默认域名>。',
] as const;

export const userName = text('UserName', { ...nameOptions, required: true, doc: nameDoc });

export const newUserName = text('NewUserName', {
  ...nameOptions,
  doc: ['New name of the user; its id stays.', '用户的新名称，用户 ID 不变。'],
});

/** On operations where a missing name means the caller. */
export const userNameOrCaller = text('UserName', {
  ...nameOptions,
  elseCaller: true,
  doc: ['Name of the user; the caller when absent.', '用户名称；不传则为调用者自己。'],
});

export const userPrincipalName = text('UserPrincipalName', {
  ...principalNameOptions,
  required: true,
  doc: principalNameDoc,
});

/** On operations that name the user in one of several ways. */
export const optionalUserPrincipalName = text('UserPrincipalName', {
  ...principalNameOptions,
  doc: principalNameDoc,
});

/** On operations where a missing name means the caller. */
export const userPrincipalNameOrCaller = text('UserPrincipalName', {
  ...principalNameOptions,
  elseCaller: true,
  doc: ['Principal name of the user; the caller when absent.', '用户的登录名称；不传则为调用者自己。'],
});

export const newUserPrincipalName = text('NewUserPrincipalName', {
  ...principalNameOptions,
  doc: ['New principal name of the user; its id stays.', '用户的新登录名称，用户 ID 不变。'],
});

const userIdOptions = {
  min: 1,
  max: 64,
  characters: { label: ['digits', '数字'], has: (unit: number) => unit >= 0x30 && unit <= 0x39 },
  doc: ['Id of the user.', '用户 ID。'],
} as const;

export const userId = text('UserId', { ...userIdOptions, required: true });

/** On operations that name the user in one of several ways. */
export const optionalUserId = text('UserId', userIdOptions);

export const optionalAccessKeyId = text('UserAccessKeyId', {
  min: 1,
  max: 64,
  characters: nameCharacters,
  doc: ['Id of an AccessKey of the user.', '用户的任一 AccessKey ID。'],
});

const ramDisplayName = { min: 1, max: 128, characters: singleLine } as const;
const imsDisplayName = { min: 1, max: 24, characters: singleLine } as const;
const displayNameDoc = ['Name to show for the user.', '用户的显示名称。'] as const;

/** What RAM lets a caller say about a new user. */
export const ramProfile = {
  displayName: text('DisplayName', { ...ramDisplayName, doc: displayNameDoc }),
  ...contactsAndComments(''),
} as const;

/** What RAM lets a caller say anew; an empty text clears. */
export const ramNewProfile = {
  displayName: text('NewDisplayName', { ...ramDisplayName, emptyClears: true, doc: displayNameDoc }),
  ...contactsAndComments('New'),
} as const;

/** What IMS lets a caller say about a new user. */
export const imsProfile = {
  displayName: text('DisplayName', { ...imsDisplayName, required: true, doc: displayNameDoc }),
  ...contactsAndComments(''),
} as const;

/** What IMS lets a caller say anew; an empty text clears, except that a display name stays. */
export const imsNewProfile = {
  displayName: text('NewDisplayName', { ...imsDisplayName, doc: displayNameDoc }),
  ...contactsAndComments('New'),
} as const;

function contactsAndComments(prefix: '' | 'New') {
  const emptyClears = prefix === 'New';
  return {
    mobilePhone: text(`${prefix}MobilePhone`, {
      min: 1,
      max: 32,
      format: phoneNumber,
      emptyClears,
      doc: ['Mobile phone number: <country code>-<number>.', '手机号码，格式为 <国家代码>-<号码>。'],
    }),
    email: text(`${prefix}Email`, {
      min: 1,
      max: 254,
      format: emailAddress,
      emptyClears,
      doc: ['E-mail address.', '电子邮箱。'],
    }),
    comments: text(`${prefix}Comments`, {
      min: 1,
      max: 128,
      characters: multiLine,
      emptyClears,
      doc: ['Remarks.', '备注。'],
    }),
  } as const;
}
