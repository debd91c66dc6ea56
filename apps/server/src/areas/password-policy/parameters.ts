/** The fields of a password policy as RAM and as IMS name them; what is left out takes its default (spec: domain 4.2). */
import { boolean, integer } from '../../kernel/parameters.ts';
import { defaultPasswordPolicy as defaults, MOST_REMEMBERED } from './password-policy.ts';

const shared = {
  minimumLength: integer('MinimumPasswordLength', {
    min: 8,
    max: 32,
    default: defaults.minimumLength,
    doc: ['Characters that a password must have.', '密码最小长度。'],
  }),
  requireLowercase: boolean('RequireLowercaseCharacters', {
    default: defaults.requireLowercase,
    doc: ['Whether it must have a small letter.', '是否必须包含小写字母。'],
  }),
  requireUppercase: boolean('RequireUppercaseCharacters', {
    default: defaults.requireUppercase,
    doc: ['Whether it must have a capital letter.', '是否必须包含大写字母。'],
  }),
  requireNumbers: boolean('RequireNumbers', {
    default: defaults.requireNumbers,
    doc: ['Whether it must have a digit.', '是否必须包含数字。'],
  }),
  requireSymbols: boolean('RequireSymbols', {
    default: defaults.requireSymbols,
    doc: ['Whether it must have a character of any other kind.', '是否必须包含符号。'],
  }),
  maxAge: integer('MaxPasswordAge', {
    min: 0,
    max: 1095,
    default: defaults.maxAge,
    doc: ['Days after which a password expires; 0 for never.', '密码有效天数；0 表示永不过期。'],
  }),
  reusePrevention: integer('PasswordReusePrevention', {
    min: 0,
    max: MOST_REMEMBERED,
    default: defaults.reusePrevention,
    doc: [
      'Passwords, the one in force among them, that a new one must differ from.',
      '新密码不得与最近若干次密码（含当前密码）相同。',
    ],
  }),
  maxLoginAttempts: integer('MaxLoginAttemps', {
    min: 0,
    max: 32,
    default: defaults.maxLoginAttempts,
    doc: [
      'Wrong passwords in a row after which none is accepted for an hour; 0 leaves it at the limit of the server.',
      '连续输错密码达到该次数后锁定一小时；0 表示仅受服务器上限约束。',
    ],
  }),
} as const;

const hardExpire = {
  default: defaults.hardExpire,
  doc: [
    'Whether only an administrator can help a user whose password expired.',
    '密码过期后是否只能由管理员重置。',
  ],
} as const;

/** What RAM lets a caller say. */
export const ramPolicyParameters = { ...shared, hardExpire: boolean('HardExpiry', hardExpire) } as const;

/** What IMS lets a caller say. */
export const imsPolicyParameters = {
  ...shared,
  hardExpire: boolean('HardExpire', hardExpire),
  minimumDifferent: integer('MinimumPasswordDifferentCharacter', {
    min: 0,
    max: 8,
    default: defaults.minimumDifferent,
    doc: ['Different characters that a password must have.', '密码中不同字符的最少个数。'],
  }),
  notContainUserName: boolean('PasswordNotContainUserName', {
    default: defaults.notContainUserName,
    doc: ['Whether the name of its user is refused in it.', '是否禁止密码包含用户名。'],
  }),
  initialAge: integer('InitialPasswordAge', {
    min: 0,
    max: 90,
    default: defaults.initialAge,
    doc: [
      'Days in which a user must replace a password that somebody else chose; 0 for no limit.',
      '用户须在该天数内更换由他人设置的初始密码；0 表示不限。',
    ],
  }),
  interceptRisk: boolean('InterceptRiskPasswordOnApi', {
    default: defaults.interceptRisk,
    doc: ['Whether passwords that everybody tries first are refused.', '是否拒绝常见的弱密码。'],
  }),
} as const;
