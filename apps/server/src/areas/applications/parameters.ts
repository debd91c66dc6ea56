/** Parameters of applications (spec: domain 1.3, 10). */

import {
  boolean,
  choice,
  integer,
  type Localized,
  lettersDigitsAnd,
  type TextFormat,
  text,
} from '../../kernel/parameters.ts';
import { singleLine } from '../../kernel/text/characters.ts';
import { semicolonList } from '../../kernel/text/list-text.ts';
import { applicationTypes, protocolVersions } from './application.ts';
import { isRedirectUri } from './redirect-uris.ts';
import { isScopeName } from './scopes.ts';

export const applicationId = text('AppId', {
  required: true,
  min: 1,
  max: 64,
  characters: { label: ['digits', '数字'], has: unit => unit >= 0x30 && unit <= 0x39 },
  doc: ['Id of the application.', '应用 ID。'],
});

export const applicationName = text('AppName', {
  required: true,
  min: 1,
  max: 64,
  characters: lettersDigitsAnd('.-_'),
  doc: ['Name of the application.', '应用名称。'],
});

const displayed = { min: 1, max: 24, characters: singleLine } as const;

export const displayName = text('DisplayName', {
  ...displayed,
  required: true,
  doc: ['Name that people are shown.', '应用的显示名称。'],
});

export const newDisplayName = text('NewDisplayName', {
  ...displayed,
  doc: ['New name that people are shown.', '新的显示名称。'],
});

const typeDoc = [
  'Where the program runs: on a web server, on the device of its user, or on a server without users.',
  '应用类型：Web 应用、安装在用户设备上的应用，或无用户参与的服务端应用。',
] as const;

export const applicationType = choice('AppType', applicationTypes, { required: true, doc: typeDoc });
export const optionalApplicationType = choice('AppType', applicationTypes, { doc: typeDoc });

const MOST_URIS = 20;

const uriList: TextFormat = {
  label: [
    `${MOST_URIS} URIs at most, separated by ";", none twice, without "#" and "@": https, http to the own machine, or a scheme with a dot`,
    `以 ";" 分隔，最多 ${MOST_URIS} 个 URI，不得重复，不含 "#" 和 "@"；须为 https、指向本机的 http，或含点号的自定义协议`,
  ],
  accepts: given => isListOf(given, MOST_URIS, isRedirectUri),
};

const MOST_SCOPES = 20;

const scopeList: TextFormat = {
  label: [
    `${MOST_SCOPES} names at most, separated by ";", none twice: those that ListPredefinedScopes shows, or "/acs/" and lower-case letters, digits, "-" and "_"`,
    `以 ";" 分隔，最多 ${MOST_SCOPES} 个，不得重复；须为 ListPredefinedScopes 列出的名称，或 "/acs/" 加小写字母、数字、"-"、"_"`,
  ],
  accepts: given => isListOf(given, MOST_SCOPES, isScopeName),
};

function isListOf(given: string, most: number, accepts: (item: string) => boolean): boolean {
  const items = semicolonList.itemsOf(given);
  return items.length <= most && items.every(accepts) && new Set(items).size === items.length;
}

const uriOptions = { min: 1, max: 4096, format: uriList } as const;
/** How a parameter that holds names of scopes looks. */
export const scopeOptions = { min: 1, max: 1024, format: scopeList } as const;

export const redirectUris = text('RedirectUris', {
  ...uriOptions,
  doc: [
    'Where log-ons may lead back to; only exactly these are accepted.',
    '登录后的回调地址，须与请求中的地址完全一致。',
  ],
});

export const newRedirectUris = text('NewRedirectUris', {
  ...uriOptions,
  emptyClears: true,
  doc: [
    'All URIs that log-ons may lead back to from now on; an empty text takes them all away.',
    '新的全部回调地址；传空则清除。',
  ],
});

export const predefinedScopes = text('PredefinedScopes', {
  ...scopeOptions,
  doc: [
    'Scopes that the application may ask for, besides openid. One of another service, such as /acs/other, is kept and has no effect.',
    '除 openid 外，应用可申请的授权范围。其他服务的范围（如 /acs/other）仅保存，不生效。',
  ],
});

export const newPredefinedScopes = text('NewPredefinedScopes', {
  ...scopeOptions,
  emptyClears: true,
  doc: [
    'All scopes that the application may ask for from now on; an empty text leaves openid alone. One of another service, such as /acs/other, is kept and has no effect.',
    '新的全部授权范围；传空则仅保留 openid。其他服务的范围（如 /acs/other）仅保存，不生效。',
  ],
});

export const requiredScopes = text('RequiredScopes', {
  ...scopeOptions,
  doc: [
    'Those of its scopes without which the application cannot be installed, besides openid.',
    '除 openid 外，安装应用时必须授予的授权范围。',
  ],
});

export const newRequiredScopes = text('NewRequiredScopes', {
  ...scopeOptions,
  emptyClears: true,
  doc: [
    'All scopes that must be granted from now on; an empty text leaves openid alone. Those that were required stay so when absent, unless the application does not ask for them any more.',
    '新的全部必选授权范围；传空则仅保留 openid。不传则沿用原有设置，但不含应用已不再申请的范围。',
  ],
});

export const grantedScopes = text('Scopes', {
  ...scopeOptions,
  doc: [
    'Scopes that the application gets, openid always among them; all that it asks for when absent.',
    '授予应用的授权范围，始终包含 openid；不传则授予应用申请的全部范围。',
  ],
});

const secretDoc = [
  'Whether the application must present a secret; a WebApp and a ServerApp always must. Default for a NativeApp: false.',
  '应用是否须出示密钥；WebApp 和 ServerApp 始终须出示，NativeApp 默认为 false。',
] as const;

export const secretRequired = boolean('SecretRequired', { doc: secretDoc });
export const newSecretRequired = boolean('NewSecretRequired', { doc: secretDoc });

const accessValidity = { min: 900, max: 10_800 } as const;
const accessDoc = ['Seconds that an access token is good for.', '访问令牌有效期（秒）。'] as const;

export const accessTokenValidity = integer('AccessTokenValidity', {
  ...accessValidity,
  default: 3600,
  doc: accessDoc,
});
export const newAccessTokenValidity = integer('NewAccessTokenValidity', {
  ...accessValidity,
  doc: accessDoc,
});

const refreshValidity = { min: 7200, max: 31_536_000 } as const;

export const refreshTokenValidity = integer('RefreshTokenValidity', {
  ...refreshValidity,
  doc: [
    'Seconds that a refresh token is good for. Default: 7776000 for a WebApp, 2592000 for others.',
    '刷新令牌有效期（秒）。WebApp 默认为 7776000，其他类型默认为 2592000。',
  ],
});
export const newRefreshTokenValidity = integer('NewRefreshTokenValidity', {
  ...refreshValidity,
  doc: ['Seconds that a refresh token is good for.', '刷新令牌有效期（秒）。'],
});

const tenantDoc: Localized = ['Whether other accounts may install it.', '其他账号是否可以安装该应用。'];

export const multiTenant = boolean('IsMultiTenant', {
  doc: [`${tenantDoc[0]} Default: false for a WebApp.`, `${tenantDoc[1]}WebApp 默认为 false，其他为 true。`],
});
export const newMultiTenant = boolean('NewIsMultiTenant', { doc: tenantDoc });

export const protocolVersion = choice('ProtocolVersion', protocolVersions, {
  default: '2.0',
  doc: ['Version of OAuth.', 'OAuth 协议版本。'],
});

export const applicationSecretId = text('AppSecretId', {
  required: true,
  min: 1,
  max: 64,
  characters: lettersDigitsAnd('-'),
  doc: ['Id of the secret.', '应用密钥 ID。'],
});

export const sourceType = choice('SourceType', ['inner', 'external'], {
  doc: [
    'Whose applications to show: those of the account itself, or those of other accounts; both when absent.',
    '应用来源：本账号的应用，或其他账号的应用；不传则两者都列出。',
  ],
});
