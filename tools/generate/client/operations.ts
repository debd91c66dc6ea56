/** The operations of a product as a module of the client. */
import type { AnyOperation, Api } from '../../../apps/server/src/kernel/operation.ts';
import {
  isTextItem,
  type ListParameter,
  type Parameter,
  type TextParameter,
} from '../../../apps/server/src/kernel/parameters.ts';
import type { ResponseNode, ResponseTree } from '../../../apps/server/src/kernel/response.ts';
import { errorsOfParameters, isRequired } from '../../../apps/server/src/reference/possible-errors.ts';
import { codeType, comment, literal, madeBy, union } from './source.ts';

/** Request, reply, codes and value of every operation. */
export function productSource(api: Api, operations: readonly AnyOperation[]): string {
  const usesJson = operations.some(({ parameters }) =>
    Object.values(parameters).some(({ kind }) => kind === 'json'),
  );
  const parts = [
    madeBy,
    `import { ${usesJson ? 'type JsonInput, ' : ''}operation } from '../operation.ts';`,
    `const version = ${literal(api.version)};`,
    ...operations.map(operationSource),
  ];
  return `${parts.join('\n\n')}\n`;
}

function operationSource(operation: AnyOperation): string {
  const { name, summary, response, errors } = operation;
  const codes = [...errors, ...errorsOfParameters(operation)].map(({ code }) => codeType(code));
  return [
    `export interface ${name}Request {${requestMembers(operation)}}`,
    `export interface ${name}Reply ${treeType({ RequestId: { kind: 'text' }, ...response }, '')}`,
    `export type ${name}Code =${spaced(union(codes))};`,
    comment(summary[0]),
    `export const ${name} = /* @__PURE__ */ operation<${name}Request, ${name}Reply, ${name}Code>(${value(operation)});`,
  ].join('\n');
}

/** What of the declaration a call needs. */
function value({ name, effect, parameters }: AnyOperation): string {
  const numbered = Object.values(parameters)
    .filter(parameter => parameter.kind === 'list' && parameter.form === 'numbered')
    .map(({ wire }) => literal(wire));
  const members = [
    'version',
    `name: ${literal(name)}`,
    ...(effect === 'anonymous' ? ['anonymous: true'] : []),
    ...(numbered.length === 0 ? [] : [`numbered: [${numbered.join(', ')}]`]),
  ];
  return `{ ${members.join(', ')} }`;
}

function requestMembers({ parameters }: AnyOperation): string {
  const members = Object.values(parameters).map(
    parameter =>
      `\n  ${comment([parameter.doc[0], limitsOf(parameter)].filter(text => text !== '').join(' '))}` +
      `\n  readonly ${parameter.wire}${isRequired(parameter) ? '' : '?'}: ${typeOf(parameter)}${isRequired(parameter) ? '' : ' | undefined'};`,
  );
  return members.length === 0 ? '' : `${members.join('')}\n`;
}

function limitsOf(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'text':
      return textLimits(parameter);
    case 'integer':
      return `${parameter.min} to ${parameter.max}${byDefault(parameter)}.`;
    case 'choice':
    case 'boolean':
      return parameter.default === undefined ? '' : `${String(parameter.default)} by default.`;
    case 'json':
      return `It holds ${parameter.shape[0]}.`;
    case 'list':
      return `At most ${parameter.max}.`;
  }
}

function textLimits({ min, max, characters, format }: TextParameter): string {
  const rules = [`${min} to ${max} characters`, characters?.label[0], format?.label[0]];
  return `${rules.filter(rule => rule !== undefined).join('; ')}.`;
}

function byDefault({ default: fallback }: { readonly default?: number }): string {
  return fallback === undefined ? '' : `, ${fallback} by default`;
}

function typeOf(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'text':
      return 'string';
    case 'choice':
      return parameter.values.map(literal).join(' | ');
    case 'integer':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'json':
      return 'JsonInput';
    case 'list':
      return listType(parameter);
  }
}

function listType({ item }: ListParameter): string {
  if (isTextItem(item)) return 'readonly string[]';
  const fields = Object.values(item).map(
    ({ wire, present }) => `readonly ${wire}${present ? '' : '?'}: string`,
  );
  return `readonly { ${fields.join('; ')} }[]`;
}

function treeType(tree: ResponseTree, indent: string): string {
  const members = Object.entries(tree).map(
    ([wire, node]) =>
      `\n${indent}  readonly ${wire}${node.optional === true ? '?' : ''}: ${nodeType(node, `${indent}  `)};`,
  );
  return `{${members.join('')}\n${indent}}`;
}

function nodeType(node: ResponseNode, indent: string): string {
  switch (node.kind) {
    case 'object':
      return treeType(node.members, indent);
    case 'list':
      return `readonly ${bracketed(nodeType(node.item, indent))}[]`;
    case 'integer':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'scalar':
      return 'string | number | boolean';
    case 'json':
      return 'unknown';
    default:
      return 'string';
  }
}

function bracketed(type: string): string {
  return /^(readonly|string \|) /.test(type) ? `(${type})` : type;
}

function spaced(type: string): string {
  return type.startsWith('\n') ? type : ` ${type}`;
}
