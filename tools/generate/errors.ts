/** The pages of all errors, made from their declarations. */
import { gatewayErrors, parameterErrors } from '../../apps/server/src/pipeline/errors.ts';
import { declaredErrors } from './declared.ts';
import type { Generator } from './generator.ts';
import { type Language, languages, pagePath, table } from './language.ts';

const words = {
  en: {
    title: 'Errors',
    intro:
      'Every error that the server answers, as JSON or XML with `Code`, `Message`, `RequestId`, `HostId` and `Recommend`; a refused permission adds `AccessDeniedDetail`. The `{places}` are filled in. The status is that of HTTP.',
    gateway: 'Of every operation',
    parameters: 'Of parameters',
    operations: 'Of single operations',
    columns: ['Code', 'Status', 'Message'],
    by: 'Answered by',
  },
  zh: {
    title: '错误',
    intro:
      '服务器返回的全部错误。错误以 JSON 或 XML 返回，包含 `Code`、`Message`、`RequestId`、`HostId` 和 `Recommend`；权限被拒时另有 `AccessDeniedDetail`。`{占位符}` 会被替换。状态码为 HTTP 状态码。错误消息以英文返回。',
    gateway: '所有操作',
    parameters: '参数',
    operations: '特定操作',
    columns: ['错误码', '状态码', '消息'],
    by: '返回该错误的操作',
  },
} as const;

/** The pages in both languages. */
export const errorPages: Generator = {
  name: 'errors',
  run: async () => languages.map(language => ({ path: pagePath('errors', language), text: page(language) })),
};

function page(language: Language): string {
  const word = words[language];
  const rows = (kinds: typeof gatewayErrors | typeof parameterErrors) =>
    Object.values(kinds).map(kind => [`\`${kind.code}\``, String(kind.status), kind.message]);
  const declared = [...declaredErrors().values()].map(({ kind, operations }) => [
    `\`${kind.code}\``,
    String(kind.status),
    kind.message,
    operations.join(', '),
  ]);
  const parts = [
    `# ${word.title}`,
    word.intro,
    `## ${word.gateway}`,
    table(word.columns, rows(gatewayErrors)),
    `## ${word.parameters}`,
    table(word.columns, rows(parameterErrors)),
    `## ${word.operations}`,
    table([...word.columns, word.by], declared),
  ];
  return `${parts.join('\n\n')}\n`;
}
