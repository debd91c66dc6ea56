/**
 * A reply's shape as people read it.
 *
 * @import { OpenApiDocument } from '../src/reference/openapi/types.ts'
 * @import { Schema } from '../src/reference/openapi/schema.ts'
 */
import { resolved } from './document.js';

/**
 * The shape of a schema: one member a line, `?` behind the names of those that may be absent.
 *
 * @param {OpenApiDocument} openApi
 * @param {Schema} schema
 * @returns {string}
 */
export function shapeOf(openApi, schema, indent = '') {
  if (schema.$ref !== undefined) return resolved(openApi, schema).description ?? '';
  if (schema.items !== undefined) return `[${shapeOf(openApi, schema.items, indent)}]`;
  if (schema.properties === undefined) return schema.type ?? 'JSON';
  const members = Object.entries(schema.properties).map(([name, member]) => {
    const mark = schema.required?.includes(name) === true ? '' : '?';
    return `${indent}  ${name}${mark}: ${shapeOf(openApi, member, `${indent}  `)}`;
  });
  return `{\n${members.join('\n')}\n${indent}}`;
}
