/** Every error that the server answers, as a table: code, status, message template, and where it can occur. */
import type { ErrorKind } from '../kernel/errors.ts';
import type { AnyOperation } from '../kernel/operation.ts';
import type { Localized } from '../kernel/parameters.ts';
import { tooManyPasswords } from '../kernel/preparation.ts';
import { gatewayErrors, parameterErrors } from '../pipeline/errors.ts';
import { webErrors } from '../web/errors.ts';
import { byProduct, byText } from './order.ts';

/** One row. A code has several when it is answered with several messages. */
export interface ErrorRow extends ErrorKind {
  readonly where: Localized;
}

/** The rows by who raises them: the gateway around every operation, the validation of parameters, the rules. */
export interface ErrorTable {
  readonly gateway: readonly ErrorRow[];
  readonly parameters: readonly ErrorRow[];
  readonly operations: readonly ErrorRow[];
}

const every: Localized = ['every operation', '所有操作'];
const unread: Localized = ['every request, before it is read', '所有请求，读取之前'];
const signed: Localized = ['every signed request', '所有已签名请求'];
const temporary: Localized = ['requests signed with temporary credentials', '使用临时凭证签名的请求'];
const rpcV1: Localized = ['RPC V1', 'RPC V1'];
const acs3: Localized = ['V3', 'V3'];

const gatewayPlaces: Readonly<Record<keyof typeof gatewayErrors, Localized>> = {
  malformedRequest: every,
  malformedJson: ['JSON bodies of operations of Wardenry itself', 'Wardenry 自有操作的 JSON 请求体'],
  lineTooLong: unread,
  bodyTooLarge: unread,
  bodyTruncated: unread,
  requestTimeout: unread,
  expectationFailed: unread,
  unsupportedContentType: every,
  unsupportedMethod: every,
  needTls: ['plain HTTP from another machine', '来自其他机器的明文 HTTP 请求'],
  missing: every,
  invalidVersion: every,
  actionNotFound: every,
  actionDisagrees: acs3,
  invalidFormat: rpcV1,
  invalidSignatureMethod: signed,
  invalidSignatureVersion: rpcV1,
  incompleteSignature: signed,
  timestampFormat: signed,
  timestampExpired: signed,
  accessKeyNotFound: signed,
  accessKeyInactive: signed,
  invalidGatewayToken: ['GET /v1/auth-request', 'GET /v1/auth-request'],
  missingSecurityToken: temporary,
  securityTokenMalformed: temporary,
  securityTokenMismatch: temporary,
  securityTokenExpired: temporary,
  sessionEnded: temporary,
  signatureV1Mismatch: rpcV1,
  signatureV3Mismatch: acs3,
  nonceUsed: signed,
  nonceTooLong: signed,
  throttled: [
    'every signed request; AssumeRoleWithSAML, by its account',
    '所有已签名请求；AssumeRoleWithSAML（按账号计）',
  ],
  throttledSource: ['AssumeRoleWithSAML, AssumeRoleWithOIDC', 'AssumeRoleWithSAML、AssumeRoleWithOIDC'],
  noPermission: ['every operation that is authorized by policies', '所有由策略鉴权的操作'],
  serviceUnavailable: every,
  internalError: every,
};

const webPlaces: Readonly<Record<keyof typeof webErrors, Localized>> = {
  invalidForwardedHeader: ['every request that comes through a trusted proxy', '所有经可信代理的请求'],
  wrongMethod: ['pages', '页面'],
  pageNotFound: ['the admin listener', '管理监听'],
  pageUnavailable: ['pages', '页面'],
};

const parameterPlaces: Readonly<Record<keyof typeof parameterErrors, Localized>> = {
  length: ['texts', '文本'],
  invalidChars: ['texts of certain characters', '限定字符的文本'],
  format: ['texts of a certain form, numbers, booleans', '限定格式的文本、整数、布尔值'],
  range: ['numbers', '整数'],
  choice: ['parameters that take one of a few values', '枚举值参数'],
  json: ['JSON and lists', 'JSON 与列表'],
};

/** Makes the table of a product. */
export function errorTable(operations: readonly AnyOperation[]): ErrorTable {
  return {
    gateway: [
      ...placed(gatewayErrors, gatewayPlaces),
      ...placed(webErrors, webPlaces),
      { ...tooManyPasswords, where: ['operations that set or check a password', '设置或校验密码的操作'] },
    ],
    parameters: placed(parameterErrors, parameterPlaces),
    operations: rowsOf(operations),
  };
}

/** All rows of a table, in its order. */
export function rowsOfTable({ gateway, parameters, operations }: ErrorTable): readonly ErrorRow[] {
  return [...gateway, ...parameters, ...operations];
}

function placed<Name extends string>(
  kinds: Readonly<Record<Name, ErrorKind>>,
  places: Readonly<Record<Name, Localized>>,
): readonly ErrorRow[] {
  const names = Object.keys(kinds) as Name[];
  return names.map(name => ({ ...kinds[name], where: places[name] }));
}

/** By code; a row for every message, with the operations that answer it. */
function rowsOf(operations: readonly AnyOperation[]): readonly ErrorRow[] {
  const rows = new Map<string, { readonly kind: ErrorKind; readonly names: string[] }>();
  for (const { api, name, errors } of [...operations].sort(byProduct)) {
    for (const kind of errors) {
      const key = `${kind.code}\n${kind.status}\n${kind.message}`;
      const row = rows.get(key) ?? { kind, names: [] };
      rows.set(key, { kind, names: [...row.names, `${api.product} ${name}`] });
    }
  }
  return [...rows]
    .sort(([a], [b]) => byText(a, b))
    .map(([, { kind, names }]) => ({ ...kind, where: [names.join(', '), names.join(', ')] }));
}
