/** The pages of all errors, made from the table of them. */
import { type ErrorRow, errorTable } from '../../apps/server/src/reference/error-table.ts';
import { type Language, languages, said } from '../../apps/server/src/reference/language.ts';
import { declaredOperations } from './declared.ts';
import type { Generator } from './generator.ts';
import { pagePath, table } from './language.ts';

const words = {
  en: {
    title: 'Errors',
    intro:
      'Every error that the server answers, as JSON or XML with `Code`, `Message`, `RequestId`, `HostId` and `Recommend`; a refused permission adds `AccessDeniedDetail`. The `{places}` are filled in. The status is that of HTTP.',
    gateway: 'Of the gateway',
    parameters: 'Of parameters',
    operations: 'Of single operations',
    columns: ['Code', 'Status', 'Message', 'Where'],
  },
  zh: {
    title: '错误',
    intro:
      '服务器返回的全部错误。错误以 JSON 或 XML 返回，包含 `Code`、`Message`、`RequestId`、`HostId` 和 `Recommend`；权限被拒时另有 `AccessDeniedDetail`。`{占位符}` 会被替换。状态码为 HTTP 状态码。错误消息以英文返回。',
    gateway: '网关',
    parameters: '参数',
    operations: '特定操作',
    columns: ['错误码', '状态码', '消息', '出现位置'],
  },
} as const;

/** The pages in both languages. */
export const errorPages: Generator = {
  name: 'errors',
  run: async () => languages.map(language => ({ path: pagePath('errors', language), text: page(language) })),
};

function page(language: Language): string {
  const { title, intro, columns, ...titles } = words[language];
  const { gateway, parameters, operations } = errorTable(declaredOperations());
  const section = (name: string, rows: readonly ErrorRow[]) => [
    `## ${name}`,
    table(
      columns,
      rows.map(({ code, status, message, where }) => [
        `\`${code}\``,
        String(status),
        message,
        said(where, language),
      ]),
    ),
  ];
  const parts = [
    `# ${title}`,
    intro,
    ...section(titles.gateway, gateway),
    ...section(titles.parameters, parameters),
    ...section(titles.operations, operations),
  ];
  return `${parts.join('\n\n')}\n`;
}
