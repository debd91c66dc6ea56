/** One operation of the document, at `/` and at paths of its own. */
import type { AnyOperation, Operation, PathAlias } from '../../kernel/operation.ts';
import type { Localized } from '../../kernel/parameters.ts';
import { type Language, said } from '../language.ts';
import { errorResponses } from './errors.ts';
import { parametersSchema, replySchema, type Schema } from './schema.ts';
import type { HeaderParameter, OpenApiOperation, Reference, RequestBody, Responses } from './types.ts';

const FORM = 'application/x-www-form-urlencoded';

const words = {
  reply: ['The call is done.', '调用成功。'],
  proxied: [
    'For nginx auth_request and other proxies, which present a gateway token, send the request that they ask about as headers, and are answered by the status and headers.',
    '供 nginx auth_request 等代理使用：代理出示网关令牌，以请求头描述所询问的请求，并以状态码与响应头得到应答。',
  ],
  allowed: ['The request may pass.', '允许该请求通过。'],
  unauthenticated: [
    'The sender is not known; x-wardenry-code says why.',
    '无法确认请求者身份；原因见 x-wardenry-code。',
  ],
  denied: [
    'The sender may not do this; x-wardenry-code says why.',
    '请求者无权执行；原因见 x-wardenry-code。',
  ],
} as const satisfies Record<string, Localized>;

/** How an operation is called in the document and in links: `Ram.CreateUser`. */
export function operationId({ api, name }: AnyOperation): string {
  return `${api.product}.${name}`;
}

/** Whether an operation asks who calls. */
export function isSigned(operation: AnyOperation): operation is Operation {
  return operation.effect !== 'anonymous';
}

/** An operation as it is called at `/`, with a form. */
export function rpcOperation(operation: AnyOperation, tag: string, language: Language): OpenApiOperation {
  return {
    operationId: operationId(operation),
    tags: [tag],
    summary: said(operation.summary, language),
    ...reasonOf(operation, language),
    ...(isSigned(operation)
      ? { parameters: namingHeaders(operation), ...formOf(operation, language) }
      : { security: [], requestBody: namingForm(operation, language) }),
    responses: responsesOf(operation, language),
    'x-wardenry-effect': operation.effect,
    ...actionsOf(operation),
  };
}

/** An operation as it is called at a path of its own. */
export function doorOperation(
  operation: Operation,
  alias: PathAlias,
  tag: string,
  language: Language,
): OpenApiOperation {
  const named = {
    operationId: `${operationId(operation)}${alias.path}`,
    tags: [tag],
    summary: said(operation.summary, language),
  };
  return alias.proxied === undefined
    ? {
        ...named,
        parameters: namingHeaders(operation),
        requestBody: bodyOf('application/json', parametersSchema(operation.parameters, language, 'json')),
        responses: responsesOf(operation, language),
      }
    : {
        ...named,
        description: said(words.proxied, language),
        security: [{ gatewayToken: [] }],
        responses: {
          '200': { description: said(words.allowed, language) },
          '401': { description: said(words.unauthenticated, language) },
          '403': { description: said(words.denied, language) },
        },
      };
}

/** Why it needs no policy, where it needs none. */
function reasonOf(operation: AnyOperation, language: Language): Pick<OpenApiOperation, 'description'> {
  if (!isSigned(operation)) return { description: said(operation.why, language) };
  const { authorization } = operation;
  return authorization.kind === 'any-caller' ? { description: said(authorization.why, language) } : {};
}

function actionsOf(operation: AnyOperation): Pick<OpenApiOperation, 'x-wardenry-actions'> {
  const authorized = isSigned(operation) && operation.authorization.kind === 'policy';
  return authorized ? { 'x-wardenry-actions': operation.actions } : {};
}

/** Under V3 signed headers name the operation (spec: wire 1.1). */
function namingHeaders({ api, name }: Operation): readonly (HeaderParameter | Reference)[] {
  const action = { name: 'x-acs-action', in: 'header', required: true, schema: { const: name } } as const;
  return [action, versionHeader(api.product)];
}

function versionHeader(product: string): Reference {
  return { $ref: `#/components/parameters/${product}` };
}

function formOf({ parameters }: Operation, language: Language): { readonly requestBody?: RequestBody } {
  if (Object.keys(parameters).length === 0) return {};
  return { requestBody: bodyOf(FORM, parametersSchema(parameters, language, 'form')) };
}

/** Without a signature no header counts, so that the form names the operation (spec: wire 7.2). */
function namingForm({ api, name, parameters }: AnyOperation, language: Language): RequestBody {
  const { properties, required = [] } = parametersSchema(parameters, language, 'form');
  return bodyOf(FORM, {
    type: 'object',
    properties: { Action: { const: name }, Version: { const: api.version }, ...properties },
    required: ['Action', 'Version', ...required],
  });
}

function bodyOf(type: string, schema: Schema): RequestBody {
  const content = { [type]: { schema } };
  return schema.required === undefined ? { content } : { required: true, content };
}

function responsesOf(operation: AnyOperation, language: Language): Responses {
  const schema = replySchema(operation.response);
  const success = { description: said(words.reply, language), content: { 'application/json': { schema } } };
  return { '200': success, ...errorResponses(operation, language) };
}
