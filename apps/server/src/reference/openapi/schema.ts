/** Parameters and replies as JSON Schemas (OpenAPI 3.1 takes them as they are). */
import {
  type BooleanParameter,
  type ChoiceParameter,
  type IntegerParameter,
  isTextItem,
  type ListParameter,
  type Localized,
  type Parameter,
  type Parameters,
  type TextParameter,
} from '../../kernel/parameters.ts';
import type { ResponseNode, ResponseTree } from '../../kernel/response.ts';
import { type Language, said } from '../language.ts';
import { isRequired } from '../possible-errors.ts';

/** A JSON Schema, as far as declarations need one. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: 'string' | 'integer' | 'boolean' | 'object' | 'array';
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly pattern?: string;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly default?: string | number | boolean;
  /** `password` for what nobody else may see. */
  readonly format?: 'password' | 'date-time';
  readonly contentMediaType?: 'application/json';
  readonly additionalProperties?: Schema;
  /** How a list is written in flat parameters: `Tag.1.Key=…`, or JSON text. */
  readonly 'x-wardenry-list'?: 'numbered' | 'json';
}

const words = {
  allowed: ['Allowed: ', '允许：'],
  clears: ['An empty text clears it.', '传空文本可清空。'],
} as const satisfies Record<string, Localized>;

/** How parameters are sent: in a form, which knows only texts, or as members of a JSON body. */
export type Encoding = 'form' | 'json';

/** The schema of an operation's parameters, by their names on the wire. */
export function parametersSchema(parameters: Parameters, language: Language, encoding: Encoding): Schema {
  const declared = Object.values(parameters);
  return objectOf(
    declared.map(parameter => [parameter.wire, parameterSchema(parameter, language, encoding)]),
    declared.filter(isRequired).map(parameter => parameter.wire),
  );
}

function parameterSchema(parameter: Parameter, language: Language, encoding: Encoding): Schema {
  const description = said(parameter.doc, language);
  switch (parameter.kind) {
    case 'text':
      return textSchema(parameter, language);
    case 'choice':
      return { type: 'string', description, enum: parameter.values, ...withDefault(parameter) };
    case 'integer': {
      const { min: minimum, max: maximum } = parameter;
      return { type: 'integer', description, minimum, maximum, ...withDefault(parameter) };
    }
    case 'boolean':
      return { type: 'boolean', description, ...withDefault(parameter) };
    case 'json':
      return {
        ...(encoding === 'form' ? { type: 'string', contentMediaType: 'application/json' } : {}),
        description: sentences([description, `JSON: ${said(parameter.shape, language)}`], language),
        ...secrecy(parameter),
      };
    case 'list':
      return listSchema(parameter, language);
  }
}

function textSchema(parameter: TextParameter, language: Language): Schema {
  const { doc, min, max, characters, format, emptyClears } = parameter;
  const rules = [characters?.label, format?.label].filter(label => label !== undefined);
  const parts = [said(doc, language)];
  if (emptyClears === true) parts.push(said(words.clears, language));
  if (rules.length > 0) {
    const allowed = rules.map(label => said(label, language)).join('; ');
    parts.push(`${said(words.allowed, language)}${allowed}`);
  }
  return {
    type: 'string',
    description: sentences(parts, language),
    minLength: emptyClears === true ? 0 : min,
    maxLength: max,
    ...secrecy(parameter),
  };
}

function listSchema({ doc, form, max, item }: ListParameter, language: Language): Schema {
  return {
    type: 'array',
    description: said(doc, language),
    maxItems: max,
    items: isTextItem(item) ? textSchema(item, language) : parametersSchema(item, language, 'json'),
    'x-wardenry-list': form,
  };
}

/** The schema of a reply, its RequestId included. */
export function replySchema(tree: ResponseTree): Schema {
  return treeSchema({ RequestId: { kind: 'text' }, ...tree });
}

function treeSchema(tree: ResponseTree): Schema {
  const members = Object.entries(tree);
  return objectOf(
    members.map(([wire, node]) => [wire, nodeSchema(node)]),
    members.filter(([, node]) => node.optional !== true).map(([wire]) => wire),
  );
}

function nodeSchema(node: ResponseNode): Schema {
  switch (node.kind) {
    case 'object':
      return treeSchema(node.members);
    case 'list':
      return { type: 'array', items: nodeSchema(node.item) };
    case 'time':
      return { $ref: '#/components/schemas/Time' };
    case 'text':
      return { type: 'string', ...secrecy(node) };
    case 'scalar':
    case 'json':
      return {};
    default:
      return { type: node.kind };
  }
}

function objectOf(properties: readonly (readonly [string, Schema])[], required: readonly string[]): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length === 0 ? {} : { required }),
  };
}

function withDefault(
  parameter: ChoiceParameter | IntegerParameter | BooleanParameter,
): Pick<Schema, 'default'> {
  return parameter.default === undefined ? {} : { default: parameter.default };
}

function secrecy({ sensitive }: { readonly sensitive?: boolean }): Pick<Schema, 'format'> {
  return sensitive === true ? { format: 'password' } : {};
}

/** Chinese puts no space behind a full stop. */
function sentences(parts: readonly string[], language: Language): string {
  return parts.join(language === 'en' ? ' ' : '');
}
