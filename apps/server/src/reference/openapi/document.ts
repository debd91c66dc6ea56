/**
 * The product as an OpenAPI 3.1 document, made from the declarations of its operations.
 *
 * All operations of an RPC API are called at one path and told apart by their action, for which OpenAPI has no word. So every
 * path carries the operation in its fragment, `/#Ram.CreateUser`, which no client sends; what is sent are the two headers.
 */
import type { Area } from '../../kernel/area.ts';
import { apis } from '../../kernel/operation.ts';
import type { Localized } from '../../kernel/parameters.ts';
import { VERSION } from '../../version.ts';
import { type Language, said } from '../language.ts';
import { nounOf } from '../nouns.ts';
import { byProduct } from '../order.ts';
import { errorSchemas, gatewayResponses } from './errors.ts';
import { doorOperation, isSigned, operationId, rpcOperation } from './operation.ts';
import type { HeaderParameter, OpenApiDocument, Paths, SecurityScheme } from './types.ts';

const words = {
  intro: [
    'Every operation that the server answers. They are called by POST at /, and the signed headers x-acs-action and x-acs-version name the operation; the fragment of each path in this document only tells them apart. Parameters are a form in the body. RPC V1 requests, which name the operation in the parameters Action and Version, and replies in XML carry the same members.',
    '服务器支持的全部操作。以 POST 调用 /，由已签名请求头 x-acs-action 与 x-acs-version 指明操作；本文档各路径的片段仅用于区分操作。参数以表单置于请求体。RPC V1 请求（以参数 Action 与 Version 指明操作）以及 XML 返回具有相同的成员。',
  ],
  acs3: [
    'ACS3-HMAC-SHA256 Credential=<AccessKey id>,SignedHeaders=<names>,Signature=<hex>, over the method, the path, the query, the headers host, content-type and x-acs-*, and the digest of the body.',
    'ACS3-HMAC-SHA256 Credential=<AccessKey ID>,SignedHeaders=<名称>,Signature=<十六进制>，签名覆盖方法、路径、查询串、请求头 host、content-type 与 x-acs-*，以及请求体摘要。',
  ],
  gatewayToken: ['A token that CreateGatewayToken made.', '由 CreateGatewayToken 创建的令牌。'],
  time: ['yyyy-MM-ddTHH:mm:ssZ; empty for what never happened.', 'yyyy-MM-ddTHH:mm:ssZ；从未发生时为空。'],
} as const satisfies Record<string, Localized>;

/** Makes the document of a product in one language. */
export function openApiDocument(areas: readonly Area[], language: Language): OpenApiDocument {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Wardenry',
      version: VERSION,
      description: said(words.intro, language),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ acs3: [] }],
    tags: areas
      .filter(area => area.operations.length > 0)
      .map(area => ({ name: area.name, description: said(nounOf(area.name), language) })),
    paths: Object.fromEntries([...rpcPaths(areas, language), ...doorPaths(areas, language)]),
    components: {
      securitySchemes: {
        acs3: headerKey('Authorization', said(words.acs3, language)),
        gatewayToken: headerKey('X-Wardenry-Gateway-Token', said(words.gatewayToken, language)),
      },
      parameters: versionHeaders(),
      schemas: {
        Time: { type: 'string', description: said(words.time, language) },
        ...errorSchemas(language),
      },
      responses: gatewayResponses(language),
    },
  };
}

function rpcPaths(areas: readonly Area[], language: Language): [string, Paths[string]][] {
  return areas
    .flatMap(area => area.operations.map(operation => ({ operation, tag: area.name })))
    .sort((a, b) => byProduct(a.operation, b.operation))
    .map(({ operation, tag }) => [
      `/#${operationId(operation)}`,
      { post: rpcOperation(operation, tag, language) },
    ]);
}

/** Paths of their own, under which services of the operator's own ask. */
function doorPaths(areas: readonly Area[], language: Language): [string, Paths[string]][] {
  return areas.flatMap(({ name, operations }) =>
    operations.filter(isSigned).flatMap(operation =>
      (operation.aliases ?? []).map((alias): [string, Paths[string]] => {
        const door = doorOperation(operation, alias, name, language);
        return [alias.path, alias.method === 'GET' ? { get: door } : { post: door }];
      }),
    ),
  );
}

function versionHeaders(): Readonly<Record<string, HeaderParameter>> {
  return Object.fromEntries(
    apis.map(({ product, version }) => [
      product,
      { name: 'x-acs-version', in: 'header', required: true, schema: { const: version } },
    ]),
  );
}

function headerKey(name: string, description: string): SecurityScheme {
  return { type: 'apiKey', in: 'header', name, description };
}
