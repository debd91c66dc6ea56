/** The fields of a security preference as RAM and as IMS name them; what is left out stays (spec: domain 5.1). */
import { boolean, choice, integer, keptOnly, type Localized, text } from '../../kernel/parameters.ts';
import { networkMasksFormat } from './network-masks.ts';
import { verificationTypesFormat } from './verification-types.ts';

function switchOf(wire: string, doc: Localized) {
  return boolean(wire, { doc });
}

/** What RAM and IMS both let a caller say. */
const shared = {
  saveMfaTicket: switchOf('EnableSaveMFATicket', [
    'Whether a browser may be remembered for seven days after a second factor.',
    '多因素认证后是否允许浏览器记住七天。',
  ]),
  changePassword: switchOf('AllowUserToChangePassword', [
    'Whether every user may change its own password.',
    '是否允许用户修改自己的密码。',
  ]),
  manageAccessKeys: switchOf('AllowUserToManageAccessKeys', [
    'Whether every user may manage its own AccessKeys.',
    '是否允许用户管理自己的 AccessKey。',
  ]),
  manageMfaDevices: switchOf('AllowUserToManageMFADevices', [
    'Whether every user may manage its own MFA devices.',
    '是否允许用户管理自己的 MFA 设备。',
  ]),
  sessionHours: integer('LoginSessionDuration', {
    min: 1,
    max: 24,
    doc: ['Hours that a console session lasts at most.', '控制台登录会话的最长小时数。'],
  }),
  networkMasks: text('LoginNetworkMasks', {
    min: 1,
    max: 512,
    format: networkMasksFormat,
    emptyClears: true,
    doc: [
      'The only addresses that users may log on from; an empty text lets them log on from anywhere. Calls that are signed with an AccessKey are not concerned.',
      '允许登录的来源地址（允许列表）；传空表示不限制。不影响使用 AccessKey 的调用。',
    ],
  }),
} as const;

/** What RAM lets a caller say. */
export const ramPreferenceParameters = {
  ...shared,
  managePublicKeys: switchOf(
    'AllowUserToManagePublicKeys',
    keptOnly(['Whether every user may manage its own public keys.', '是否允许用户管理自己的公钥。']),
  ),
} as const;

const idleDays = ['90', '180', '365', '730'] as const;

/** What IMS lets a caller say. */
export const imsPreferenceParameters = {
  ...shared,
  loginWithPasskey: switchOf('AllowUserToLoginWithPasskey', [
    'Whether users may log on with a passkey.',
    '是否允许用户使用通行密钥登录。',
  ]),
  managePersonalDingTalk: switchOf(
    'AllowUserToManagePersonalDingTalk',
    keptOnly(['Whether every user may bind its own DingTalk.', '是否允许用户绑定自己的钉钉。']),
  ),
  manageServiceCredentials: switchOf('AllowUserToManageServiceCredentials', [
    'Whether every user may manage its own service credentials.',
    '是否允许用户管理自己的服务凭证。',
  ]),
  mfaForLogin: choice('MFAOperationForLogin', ['mandatory', 'independent', 'adaptive'], {
    doc: [
      'Whether a second factor is asked for at every log-on, as each user is set up, or on a new browser or network.',
      '登录时的多因素认证方式：强制、按用户设置，或仅在新浏览器、新网络时要求。',
    ],
  }),
  enforceMfa: switchOf('EnforceMFAForLogin', [
    'The older way to say mandatory (true) or independent (false); without effect beside MFAOperationForLogin.',
    'MFAOperationForLogin 的旧写法：true 为强制，false 为按用户设置；两者同时传入时以前者为准。',
  ]),
  riskLogin: choice('OperationForRiskLogin', ['autonomous', 'enforceVerify'], {
    doc: keptOnly([
      'Deprecated: whether a risky log-on must be verified.',
      '已弃用：风险登录时是否必须验证。',
    ]),
  }),
  verificationTypes: text('VerificationTypes', {
    min: 1,
    max: 64,
    format: verificationTypesFormat,
    doc: [
      'By what a sensitive operation may be verified: a JSON list, which may be empty.',
      '敏感操作可使用的验证方式，为 JSON 列表，可为空。',
    ],
  }),
  maxIdleDaysOfUsers: choice('MaxIdleDaysForUsers', idleDays, {
    doc: ['Days without log-on after which it is switched off.', '用户多少天未登录后禁用其控制台登录。'],
  }),
  maxIdleDaysOfAccessKeys: choice('MaxIdleDaysForAccessKeys', idleDays, {
    doc: ['Days without use after which an AccessKey is disabled.', 'AccessKey 多少天未使用后被禁用。'],
  }),
} as const;
