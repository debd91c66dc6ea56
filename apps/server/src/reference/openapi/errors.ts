/** The errors of operations, as responses by their status. */
import type { ErrorKind } from '../../kernel/errors.ts';
import type { AnyOperation } from '../../kernel/operation.ts';
import type { Localized } from '../../kernel/parameters.ts';
import { gatewayErrors } from '../../pipeline/errors.ts';
import { type Language, said } from '../language.ts';
import { errorsOfParameters } from '../possible-errors.ts';
import type { Schema } from './schema.ts';
import type { Reference, Response, Responses } from './types.ts';

const words = {
  refused: ['The call is refused; nothing has changed.', '调用被拒绝，未作任何更改。'],
  failed: ['The server could not serve the call.', '服务器暂时无法处理该调用。'],
  gateway: ['What every operation can answer with this status.', '所有操作都可能以该状态返回的错误。'],
  parameters: ['A parameter is missing or is not as it is declared.', '参数缺失或不符合其声明。'],
} as const satisfies Record<string, Localized>;

const ofGateway: readonly ErrorKind[] = Object.values(gatewayErrors);

/** The statuses of the gateway, in ascending order. */
const gatewayStatuses = [...new Set(ofGateway.map(({ status }) => status))].sort((a, b) => a - b);

/** The responses of an operation's errors, by status. */
export function errorResponses(operation: AnyOperation, language: Language): Responses {
  const ofParameters = errorsOfParameters(operation);
  const own = [...operation.errors, ...ofParameters].map(({ status }) => status);
  const statuses = [...new Set([...gatewayStatuses, ...own])].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map(status => {
      const here = (kinds: readonly ErrorKind[]) => kinds.filter(kind => kind.status === status);
      const codes = [...described(here(operation.errors)), ...listed(here(ofParameters), language)];
      return [
        String(status),
        codes.length === 0 ? gatewayResponse(status) : response(status, codes, language),
      ];
    }),
  );
}

/** Responses that operations share: those that the gateway alone answers. */
export function gatewayResponses(language: Language): Readonly<Record<string, Response>> {
  return Object.fromEntries(
    gatewayStatuses.map(status => [`Gateway${status}`, response(status, [], language)]),
  );
}

/** Schemas that the responses refer to: the error itself, and the gateway's codes by status. */
export function errorSchemas(language: Language): Readonly<Record<string, Schema>> {
  const codes = gatewayStatuses.map(status => [
    `GatewayCode${status}`,
    {
      description: said(words.gateway, language),
      anyOf: described(ofGateway.filter(kind => kind.status === status)),
    },
  ]);
  return { Error: errorSchema, ...Object.fromEntries(codes) };
}

const text: Schema = { type: 'string' };

/** The members of an error (spec: wire 5.1, 5.4). */
const errorSchema: Schema = {
  type: 'object',
  properties: {
    RequestId: text,
    HostId: text,
    Code: text,
    Message: text,
    Recommend: text,
    AccessDeniedDetail: { type: 'object', additionalProperties: text },
  },
  required: ['RequestId', 'HostId', 'Code', 'Message', 'Recommend'],
};

function gatewayResponse(status: number): Reference {
  return { $ref: `#/components/responses/Gateway${status}` };
}

function response(status: number, codes: readonly Schema[], language: Language): Response {
  const ofTheGateway = gatewayStatuses.includes(status) ? [gatewayCodes(status)] : [];
  const Code: Schema = { anyOf: [...codes, ...ofTheGateway] };
  const schema: Schema = { allOf: [{ $ref: '#/components/schemas/Error' }, { properties: { Code } }] };
  return {
    description: said(status < 500 ? words.refused : words.failed, language),
    content: { 'application/json': { schema } },
  };
}

function gatewayCodes(status: number): Schema {
  return { $ref: `#/components/schemas/GatewayCode${status}` };
}

/** Each code with its message. */
function described(kinds: readonly ErrorKind[]): readonly Schema[] {
  return kinds.map(({ code, message }) => ({ ...codeSchema(code), description: message }));
}

/** Codes that follow from how the parameters are declared. */
function listed(kinds: readonly ErrorKind[], language: Language): readonly Schema[] {
  if (kinds.length === 0) return [];
  const codes = [...new Set(kinds.map(({ code }) => code))];
  return [{ enum: codes, description: said(words.parameters, language) }];
}

/** `Missing{name}` stands for every text that begins so. */
function codeSchema(code: string): Schema {
  if (!code.includes('{')) return { const: code };
  const parts = code.split(/\{\w+\}/).map(part => part.replaceAll('.', '\\.'));
  return { pattern: `^${parts.join('.+')}$` };
}
