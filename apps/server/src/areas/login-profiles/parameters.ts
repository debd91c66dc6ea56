/** Parameters of login profiles (spec: domain 4.3). */

import { boolean, choice, type Localized, text } from '../../kernel/parameters.ts';
import { singleLine } from '../../kernel/text/characters.ts';
import { LONGEST_PASSWORD } from '../password-policy/index.ts';

/** Whatever a password could be; what it must be is the policy's question, which has one code for every answer. */
function passwordOptions(wire: string, ending: string) {
  return {
    min: 1,
    max: LONGEST_PASSWORD,
    characters: singleLine,
    sensitive: true,
    invalidCode: `InvalidParameter.${wire}.${ending}`,
  } as const;
}

const passwordDoc = [
  'The password; the password policy says what it must be like.',
  '登录密码，须符合密码策略。',
] as const;

export const password = text('Password', {
  ...passwordOptions('Password', 'TooWeak'),
  required: true,
  doc: passwordDoc,
});

export const optionalPassword = text('Password', {
  ...passwordOptions('Password', 'TooWeak'),
  doc: passwordDoc,
});

export const resetPassword = text('Password', {
  ...passwordOptions('Password', 'TooWeak'),
  doc: [
    'The password; the password policy says what it must be like. The one in force is taken too: its age starts anew, and failed attempts are forgotten.',
    '登录密码，须符合密码策略。也可传入当前密码：密码有效期重新计算，失败次数清零。',
  ],
});

export const oldPassword = text('OldPassword', {
  ...passwordOptions('OldPassword', 'Incorrect'),
  required: true,
  doc: ['The password that is in force.', '当前密码。'],
});

export const newPassword = text('NewPassword', {
  ...passwordOptions('NewPassword', 'TooWeak'),
  required: true,
  doc: ['The password to be in force from now on.', '新密码。'],
});

const resetDoc: Localized = [
  'Whether the user must choose a password of its own at the next log-on.',
  '用户下次登录时是否必须重设密码。',
];
const mfaDoc: Localized = [
  'Whether the user must bind a second factor at the next log-on.',
  '用户下次登录时是否必须绑定多因素认证设备。',
];
const statusDoc: Localized = [
  'Active to let the password open the console, Inactive to keep the profile and refuse it.',
  'Active 表示允许使用密码登录控制台，Inactive 表示保留配置但禁止登录。',
];

/** What RAM lets a caller say about a new profile. */
export const ramSettings = {
  passwordResetRequired: boolean('PasswordResetRequired', { default: false, doc: resetDoc }),
  mfaBindRequired: boolean('MFABindRequired', { default: false, doc: mfaDoc }),
} as const;

/** What IMS lets a caller say about a new profile. */
export const imsSettings = {
  ...ramSettings,
  status: choice('Status', ['Active', 'Inactive'], { default: 'Active', doc: statusDoc }),
} as const;

/** What RAM lets a caller say anew. */
export const ramNewSettings = {
  passwordResetRequired: boolean('PasswordResetRequired', { doc: resetDoc }),
  mfaBindRequired: boolean('MFABindRequired', { doc: mfaDoc }),
} as const;

/** What IMS lets a caller say anew. */
export const imsNewSettings = {
  ...ramNewSettings,
  status: choice('Status', ['Active', 'Inactive'], { doc: statusDoc }),
} as const;
