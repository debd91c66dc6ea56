/**
 * The OpenAPI document as the page reads it.
 *
 * @import { OpenApiDocument, OpenApiOperation, Reference } from '../src/reference/openapi/types.ts'
 * @import { Schema } from '../src/reference/openapi/schema.ts'
 * @import { Language } from './words.js'
 */

/**
 * @typedef {object} Operation
 * @property {string} id `Ram.CreateUser`
 * @property {string} product
 * @property {string} name
 * @property {string} version
 * @property {string} noun the tag
 * @property {OpenApiOperation} declared
 * @property {readonly string[]} doors paths of its own, with their method
 */

/** @typedef {{ readonly title: string, readonly operations: readonly Operation[] }} Group */
/** @typedef {{ readonly code: string, readonly status: string, readonly message: string }} ErrorLine */

/** @type {Readonly<Record<Language, string>>} */
const places = { en: '/openapi.json', zh: '/openapi.zh-CN.json' };

/**
 * Where the document stands in a language.
 *
 * @param {Language} language
 */
export function placeOf(language) {
  return places[language];
}

/**
 * @param {Language} language
 * @returns {Promise<OpenApiDocument>}
 */
export async function loadDocument(language) {
  const response = await fetch(placeOf(language));
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return response.json();
}

/**
 * Every operation, by noun in the order of the document.
 *
 * @param {OpenApiDocument} openApi
 * @returns {readonly Group[]}
 */
export function groupsOf(openApi) {
  const operations = operationsOf(openApi);
  return openApi.tags.map(({ name, description }) => ({
    title: description,
    operations: operations.filter(({ noun }) => noun === name),
  }));
}

/**
 * @param {OpenApiDocument} openApi
 * @returns {readonly Operation[]}
 */
function operationsOf(openApi) {
  return Object.entries(openApi.paths).flatMap(([path, { post }]) => {
    if (!path.startsWith('/#') || post === undefined) return [];
    const [product = '', name = ''] = path.slice(2).split('.');
    return [
      {
        id: path.slice(2),
        product,
        name,
        version: versionOf(openApi, product),
        noun: post.tags[0] ?? '',
        declared: post,
        doors: doorsOf(openApi, path.slice(2)),
      },
    ];
  });
}

/**
 * @param {OpenApiDocument} openApi
 * @param {string} product
 */
function versionOf(openApi, product) {
  return openApi.components.parameters[product]?.schema.const ?? '';
}

/**
 * @param {OpenApiDocument} openApi
 * @param {string} id
 */
function doorsOf(openApi, id) {
  return Object.entries(openApi.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { operationId }]) =>
      operationId === `${id}${path}` ? [`${method.toUpperCase()} ${path}`] : [],
    ),
  );
}

/** What a form names an operation by when no header does; the page fills it in itself. */
const naming = new Set(['Action', 'Version']);

/**
 * The parameters of an operation.
 *
 * @param {Operation} operation
 * @returns {readonly { readonly name: string, readonly schema: Schema, readonly required: boolean }[]}
 */
export function parametersOf({ declared }) {
  const schema = declared.requestBody?.content['application/x-www-form-urlencoded']?.schema;
  const fixed = declared['x-wardenry-effect'] === 'anonymous' ? naming : new Set();
  return Object.entries(schema?.properties ?? {})
    .filter(([name]) => !fixed.has(name))
    .map(([name, parameter]) => ({
      name,
      schema: parameter,
      required: schema?.required?.includes(name) === true,
    }));
}

/**
 * The schema of a reply.
 *
 * @param {Operation} operation
 * @returns {Schema}
 */
export function replyOf({ declared }) {
  const success = declared.responses['200'];
  return success !== undefined && 'content' in success
    ? (success.content?.['application/json']?.schema ?? {})
    : {};
}

/**
 * The errors of an operation: its own, those of its parameters, and those of the gateway.
 *
 * @param {OpenApiDocument} openApi
 * @param {Operation} operation
 * @returns {{ readonly own: readonly ErrorLine[], readonly parameters: readonly ErrorLine[], readonly gateway: readonly ErrorLine[] }}
 */
export function errorsOf(openApi, { declared }) {
  const codes = Object.entries(declared.responses)
    .filter(([status]) => status !== '200')
    .flatMap(([status, response]) =>
      codesOf(openApi, response).map(schema => ({ status, schema, shared: schema.$ref !== undefined })),
    );
  const ofParameters = codes.filter(({ schema }) => schema.enum !== undefined);
  const own = codes.filter(({ schema, shared }) => schema.enum === undefined && !shared);
  const gateway = codes.filter(({ shared }) => shared);
  return {
    own: own.map(({ status, schema }) => line(status, schema)),
    parameters: ofParameters.flatMap(({ status, schema }) =>
      (schema.enum ?? []).map(code => ({ code, status, message: '' })),
    ),
    gateway: gateway.flatMap(({ status, schema }) =>
      (resolved(openApi, schema).anyOf ?? []).map(each => line(status, each)),
    ),
  };
}

/**
 * @param {OpenApiDocument} openApi
 * @param {OpenApiOperation['responses'][string]} response
 * @returns {readonly Schema[]}
 */
function codesOf(openApi, response) {
  const found = '$ref' in response ? openApi.components.responses[lastOf(response)] : response;
  const schema = found?.content?.['application/json']?.schema;
  return schema?.allOf?.flatMap(({ properties }) => properties?.Code?.anyOf ?? []) ?? [];
}

/**
 * @param {OpenApiDocument} openApi
 * @param {Schema} schema
 * @returns {Schema}
 */
export function resolved(openApi, schema) {
  const { $ref } = schema;
  return $ref === undefined ? schema : (openApi.components.schemas[lastOf({ $ref })] ?? {});
}

/** @param {Reference} reference */
function lastOf({ $ref }) {
  return $ref.slice($ref.lastIndexOf('/') + 1);
}

/**
 * @param {string} status
 * @param {Schema} schema
 * @returns {ErrorLine}
 */
function line(status, { const: code, pattern = '', description = '' }) {
  return { code: code ?? readable(pattern), status, message: description };
}

/**
 * `^Missing.+$` as people write it.
 *
 * @param {string} pattern
 */
function readable(pattern) {
  return pattern.slice(1, -1).replaceAll('.+', '…').replaceAll('\\', '');
}
