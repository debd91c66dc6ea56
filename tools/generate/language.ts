/** The languages that pages for people are made in. */
import type { Localized } from '../../apps/server/src/kernel/parameters.ts';

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** The half of a text that a language takes. */
export function said(text: Localized, language: Language): string {
  return text[language === 'en' ? 0 : 1];
}

/** Where a page stands: `operations.md`, `operations.zh-CN.md`. */
export function pagePath(name: string, language: Language): string {
  return `docs/reference/${name}${language === 'en' ? '' : '.zh-CN'}.md`;
}

/** One row of a Markdown table; what would end a cell is escaped. */
function tableRow(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

/** A Markdown table. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [tableRow(columns), tableRow(columns.map(() => '---')), ...rows.map(tableRow)].join('\n');
}
