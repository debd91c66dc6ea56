/** The pages of all findings about policy documents, made from the rules. */
import { type Language, languages, said } from '../../apps/server/src/reference/language.ts';
import { type LintLevel, type LintReference, lintReference } from '../../packages/policy/src/lint/index.ts';
import { lintExamples } from '../../packages/policy/test/lint-examples.ts';
import type { Generator } from './generator.ts';
import { pagePath, table } from './language.ts';

const words = {
  en: {
    title: 'Findings in policy documents',
    intro:
      'What `lint` of `@wardenry/policy` and `wardenry policy lint` say about policy documents. Codes keep their meaning; messages may be reworded. Each finding comes with line, column and JSON Pointer.',
    levels: {
      error: [
        'Errors',
        'The document is not accepted: operations answer `MalformedPolicyDocument` with every one of them.',
      ],
      security: ['Security', 'The document is accepted, and grants more or denies less than it seems to.'],
      suggestion: [
        'Suggestions',
        'The document is accepted, and has parts that do nothing or could be clearer.',
      ],
    },
    columns: ['Code', 'What it means', 'What to write'],
    graver: 'Where a statement grants more or denies less by it, a Deny above all, the level is security.',
    kind: 'The example is a trust policy.',
    instead: 'Instead:',
    separator: ' ',
  },
  zh: {
    title: '策略文档检查结果',
    intro:
      '`@wardenry/policy` 的 `lint` 与 `wardenry policy lint` 对策略文档给出的全部检查结果。代码含义保持不变，消息文字可能调整，以英文返回。每条结果都带有行号、列号和 JSON Pointer。',
    levels: {
      error: ['错误', '文档不被接受：操作返回 `MalformedPolicyDocument`，并列出全部错误。'],
      security: ['安全', '文档可被接受，但其授予的权限多于、或拒绝的内容少于表面所示。'],
      suggestion: ['建议', '文档可被接受，但有些部分不起作用，或可以写得更清楚。'],
    },
    columns: ['代码', '含义', '正确写法'],
    graver: '若语句因此授予更多权限或拒绝更少内容（尤其是 Deny 语句），级别为安全。',
    kind: '示例为信任策略。',
    instead: '改为：',
    separator: '',
  },
} as const;

/** The pages in both languages. */
export const lintPages: Generator = {
  name: 'lint',
  run: async () => languages.map(language => ({ path: pagePath('lint', language), text: page(language) })),
};

function page(language: Language): string {
  const { title, intro } = words[language];
  const parts = [
    `# ${title}`,
    intro,
    errors(language),
    advice('security', language),
    advice('suggestion', language),
  ];
  return `${parts.join('\n\n')}\n`;
}

function errors(language: Language): string {
  const rows = ofLevel('error').map(({ code, meaning, instead }) => [
    `\`${code}\``,
    said(meaning, language),
    said(instead, language),
  ]);
  return `${heading('error', language)}\n\n${table(words[language].columns, rows)}`;
}

function advice(level: LintLevel, language: Language): string {
  return [heading(level, language), ...ofLevel(level).map(rule => section(rule, language))].join('\n\n');
}

function ofLevel(level: LintLevel): readonly LintReference[] {
  return lintReference().filter(finding => finding.level === level);
}

function heading(level: LintLevel, language: Language): string {
  return `## ${words[language].levels[level].join('\n\n')}`;
}

function section({ code, graver, meaning, instead }: LintReference, language: Language): string {
  const { kind, graver: sometimesGraver, instead: correction, separator } = words[language];
  const example = lintExamples[code];
  const text = [said(meaning, language), said(instead, language)];
  if (graver) text.push(sometimesGraver);
  if (example?.kind === 'trust') text.push(kind);
  const parts = [`### ${code}`, text.join(separator)];
  if (example !== undefined) {
    parts.push(statements(example.wrong), correction, statements(example.right));
  }
  return parts.join('\n\n');
}

/** One statement a line, as they stand in a list of them. */
function statements(list: readonly object[]): string {
  return `\`\`\`json\n${list.map(spaced).join(',\n')}\n\`\`\``;
}

/** JSON on one line with spaces between its parts, for reading. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)}: ${spaced(inner)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
