/** Markdown pages in every language. */
import type { Language } from '../../apps/server/src/reference/language.ts';

/** Where a page stands: `operations.md`, `operations.zh-CN.md`. */
export function pagePath(name: string, language: Language): string {
  return referencePath(name, language, 'md');
}

/** The same for files of other kinds. */
export function referencePath(name: string, language: Language, ending: string): string {
  return `docs/reference/${name}${language === 'en' ? '' : '.zh-CN'}.${ending}`;
}

/** One row of a Markdown table; what would end a cell is escaped. */
function tableRow(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

/** A Markdown table. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [tableRow(columns), tableRow(columns.map(() => '---')), ...rows.map(tableRow)].join('\n');
}
