/** The pages of all operations, made from their declarations. */

import { type AnyOperation, apis } from '../../apps/server/src/kernel/operation.ts';
import { isTextItem, type ListParameter, type Parameter } from '../../apps/server/src/kernel/parameters.ts';
import type { ResponseNode, ResponseTree } from '../../apps/server/src/kernel/response.ts';
import { authorizedResources } from '../../apps/server/src/reference/authorized-resources.ts';
import { type Language, languages, said } from '../../apps/server/src/reference/language.ts';
import { declaredOperations } from './declared.ts';
import type { Generator } from './generator.ts';
import { pagePath, table } from './language.ts';

const words = {
  en: {
    title: 'Operations',
    intro:
      'Every operation that the server answers, made from the declarations that it runs on. Call them with `Action` and `Version` as parameters (RPC V1) or as the signed headers `x-acs-action` and `x-acs-version` (V3). Every resource that an operation is authorized on must be allowed; what is named by an id, a key or a device and does not exist is authorized on its collection, such as `user/*`. Operations of IMS and their resources go by `ims` as well as by `ram`. Errors that any operation can answer are on the page of [errors](errors.md).',
    action: 'Action in policies',
    resources: 'Authorized on',
    alternatives: ' or ',
    open: 'Authorization',
    paths: 'Also at',
    parameters: ['Parameter', 'Value', 'Required', 'Meaning'],
    noParameters: 'No parameters.',
    reply: 'Reply',
    errors: 'Errors',
    yes: 'yes',
    no: 'no',
    characters: 'characters',
    default: 'default',
  },
  zh: {
    title: '操作',
    intro:
      '服务器支持的全部操作，由其运行所依据的声明生成。调用时将 `Action` 与 `Version` 作为参数（RPC V1），或作为已签名请求头 `x-acs-action` 与 `x-acs-version`（V3）。操作的每个鉴权资源都须被允许；以 ID、密钥或设备指明而不存在的对象按其集合鉴权，例如 `user/*`。IMS 的操作及其资源同时有 `ram` 与 `ims` 两种写法。所有操作都可能返回的错误见[错误](errors.zh-CN.md)。',
    action: '策略中的操作名',
    resources: '鉴权资源',
    alternatives: ' 或 ',
    open: '鉴权',
    paths: '也可调用',
    parameters: ['参数', '取值', '必填', '含义'],
    noParameters: '无参数。',
    reply: '返回',
    errors: '错误',
    yes: '是',
    no: '否',
    characters: '个字符',
    default: '默认',
  },
} as const;

/** The pages in both languages. */
export const operationPages: Generator = {
  name: 'operations',
  run: async () =>
    languages.map(language => ({ path: pagePath('operations', language), text: page(language) })),
};

function page(language: Language): string {
  const operations = declaredOperations();
  const parts = [`# ${words[language].title}`, words[language].intro];
  for (const api of apis) {
    parts.push(`## ${api.product} ${api.version}`);
    for (const operation of operations)
      if (operation.api === api) parts.push(...section(operation, language));
  }
  return `${parts.join('\n\n')}\n`;
}

function section(operation: AnyOperation, language: Language): string[] {
  const word = words[language];
  const parameters = Object.values(operation.parameters);
  return [
    `### ${operation.api.product} ${operation.name}`,
    said(operation.summary, language),
    authorizationLine(operation, language),
    ...resourcesLine(operation, language),
    ...pathsLine(operation, language),
    parameters.length === 0
      ? word.noParameters
      : table(
          word.parameters,
          parameters.map(parameter => [
            `\`${parameter.wire}\``,
            rangeOf(parameter, language),
            parameter.present && !('default' in parameter) ? word.yes : word.no,
            said(parameter.doc, language),
          ]),
        ),
    `${word.reply}: \`${treeOf({ RequestId: { kind: 'text' }, ...operation.response })}\``,
    ...(operation.errors.length === 0
      ? []
      : [`${word.errors}: ${operation.errors.map(error => `\`${error.code}\``).join(', ')}`]),
  ];
}

function authorizationLine(operation: AnyOperation, language: Language): string {
  const { action, open } = words[language];
  if (operation.effect === 'anonymous') return `${open}: ${said(operation.why, language)}`;
  if (operation.authorization.kind === 'any-caller') {
    return `${open}: ${said(operation.authorization.why, language)}`;
  }
  return `${action}: ${operation.actions.map(name => `\`${name}\``).join(', ')}`;
}

function resourcesLine(operation: AnyOperation, language: Language): string[] {
  const { resources, alternatives } = words[language];
  const shown = authorizedResources(operation);
  if (shown.length === 0) return [];
  const slots = shown.map(forms => forms.map(form => `\`${form}\``).join(alternatives));
  return [`${resources}: ${slots.join(', ')}`];
}

function pathsLine(operation: AnyOperation, language: Language): string[] {
  const aliases = operation.effect === 'anonymous' ? [] : (operation.aliases ?? []);
  if (aliases.length === 0) return [];
  const paths = aliases.map(({ method, path }) => `\`${method} ${path}\``).join(', ');
  return [`${words[language].paths}: ${paths}`];
}

function rangeOf(parameter: Parameter, language: Language): string {
  const { characters, default: fallback } = words[language];
  const by = 'default' in parameter ? `, ${fallback} ${String(parameter.default)}` : '';
  switch (parameter.kind) {
    case 'text': {
      const length = `${parameter.min}-${parameter.max} ${characters}`;
      const rules = [parameter.characters?.label, parameter.format?.label].filter(
        label => label !== undefined,
      );
      return [length, ...rules.map(label => said(label, language))].join('; ');
    }
    case 'choice':
      return parameter.values.map(value => `\`${value}\``).join(' ') + by;
    case 'integer':
      return `${parameter.min}-${parameter.max}${by}`;
    case 'boolean':
      return `\`true\` \`false\`${by}`;
    case 'json':
      return said(parameter.shape, language);
    case 'list':
      return listRange(parameter, language);
  }
}

/** How a list is written, how long it may be, and what its items may be. */
function listRange({ wire, form, max, item }: ListParameter, language: Language): string {
  const fields = isTextItem(item) ? [item] : Object.values(item);
  const written =
    form === 'json'
      ? [
          isTextItem(item)
            ? `${wire}=["…"]`
            : `${wire}=[{${fields.map(field => `"${field.wire}":"…"`).join(',')}}]`,
        ]
      : fields.map(field => (isTextItem(item) ? `${wire}.1` : `${wire}.1.${field.wire}`));
  const ranges = fields.map(field => (isTextItem(item) ? '' : `${field.wire}: `) + rangeOf(field, language));
  return [`${written.map(each => `\`${each}\``).join(' ')} (1-${max})`, ...ranges].join('; ');
}

function treeOf(tree: ResponseTree): string {
  return `{${Object.entries(tree)
    .map(([name, node]) => `${name}${node.optional === true ? '?' : ''}${nodeOf(node)}`)
    .join(', ')}}`;
}

function nodeOf(node: ResponseNode): string {
  if (node.kind === 'object') return `: ${treeOf(node.members)}`;
  if (node.kind === 'list') return `: [${nodeOf(node.item).slice(2)}]`;
  return node.kind === 'text' ? '' : `: ${node.kind}`;
}
