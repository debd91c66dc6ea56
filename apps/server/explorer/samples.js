/**
 * A call as programs make it.
 *
 * @import { Schema } from '../src/reference/openapi/schema.ts'
 * @import { Values } from './call.js'
 * @import { Operation } from './document.js'
 * @import { Value } from './fields.js'
 */
import { formOf } from './call.js';
import { parametersOf } from './document.js';

/** Products that the command-line client of the cloud knows. */
const cliProducts = new Set(['Ram', 'Ims', 'Sts', 'ResourceManager']);

/**
 * The call through @wardenry/client. Secrets that were entered are left out.
 *
 * @param {Operation} operation
 * @param {Values} values
 * @param {string} origin
 */
export function clientSample(operation, values, origin) {
  const product = `${operation.product.charAt(0).toLowerCase()}${operation.product.slice(1)}`;
  const members = parametersOf(operation).flatMap(({ name, schema, required }) => {
    const value = values[name];
    if (value === undefined && !required) return [];
    return [`  ${name}: ${literalOf(schema, value)},`];
  });
  const request = members.length === 0 ? '{}' : `{\n${members.join('\n')}\n}`;
  return [
    `import { createClient, ${product} } from '@wardenry/client';`,
    `import { acs3 } from '@wardenry/client/signing';`,
    '',
    `const authentication = acs3({ accessKeyId, accessKeySecret });`,
    `const client = createClient({ endpoint: '${origin}', authentication });`,
    `const reply = await client.call(${product}.${operation.name}, ${request});`,
  ].join('\n');
}

/**
 * The call through the aliyun CLI; undefined for operations that it cannot make.
 *
 * @param {Operation} operation
 * @param {Values} values
 * @param {URL} origin
 */
export function cliSample(operation, values, origin) {
  if (!cliProducts.has(operation.product)) return undefined;
  const hidden = new Set(
    parametersOf(operation)
      .filter(({ schema }) => schema.format === 'password')
      .map(({ name }) => name),
  );
  const flags = [...formOf(operation, values)].map(
    ([name, value]) => `--${name} ${hidden.has(name) ? "'…'" : shellWord(value)}`,
  );
  const where = [`--endpoint ${origin.host}`, ...(origin.protocol === 'http:' ? ['--insecure'] : [])];
  return [`aliyun ${operation.product.toLowerCase()} ${operation.name}`, ...flags, ...where].join(' \\\n  ');
}

/**
 * @param {Schema} schema
 * @param {Value | undefined} value
 */
function literalOf(schema, value) {
  const { type, contentMediaType, format } = schema;
  if (value === undefined || format === 'password') return placeholderOf(schema);
  if (typeof value !== 'string') return JSON.stringify(value);
  const bare = type === 'integer' || type === 'boolean' || contentMediaType !== undefined;
  return bare ? value : quoted(value);
}

/** @param {Schema} schema */
function placeholderOf({ type, enum: values, contentMediaType, items }) {
  if (items !== undefined) return '[]';
  if (contentMediaType !== undefined) return '{}';
  if (type === 'integer') return '1';
  if (type === 'boolean') return 'true';
  return quoted(values?.[0] ?? '…');
}

/** @param {string} text */
function quoted(text) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
}

/** @param {string} text */
function shellWord(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
