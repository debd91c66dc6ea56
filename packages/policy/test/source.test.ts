import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const SOURCE = new URL('../src/', import.meta.url);

/** What the product's code holds besides comments and strings: both are blanked out. */
function codeOf(text: string): string {
  let code = '';
  for (let at = 0; at < text.length; ) {
    const end = endOfCommentOrString(text, at);
    code += end > at ? ' ' : text.charAt(at);
    at = Math.max(end, at + 1);
  }
  return code;
}

/** The end of the comment, string or template at an offset; the offset itself when there is none. */
function endOfCommentOrString(text: string, at: number): number {
  if (text.startsWith('//', at)) return indexAfter(text, '\n', at);
  if (text.startsWith('/*', at)) return indexAfter(text, '*/', at + 2);
  const quote = text.charAt(at);
  if (!['"', "'", '`'].includes(quote)) return at;
  let end = at + 1;
  while (end < text.length && text.charAt(end) !== quote) end += text.charAt(end) === '\\' ? 2 : 1;
  return end + 1;
}

function indexAfter(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from);
  return index < 0 ? text.length : index + mark.length;
}

/** What gives a use of regular expressions away: their class, their literals, and the methods that make them. */
const SUSPICIOUS = [/\bRegExp\b/, /[=(,:[!&|?{};\s]\/[^\s/]/, /\.(match|matchAll|search)\(/];

const isSuspicious = (text: string) => SUSPICIOUS.some(sign => sign.test(codeOf(text)));

function productFiles(): readonly string[] {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' });
  return files.filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'));
}

describe('the code of the package', () => {
  it('uses no regular expressions, whose time on hostile texts has no bound', () => {
    const files = productFiles();
    expect(files.length).toBeGreaterThan(30);
    expect(files.filter(name => isSuspicious(readFileSync(new URL(name, SOURCE), 'utf8')))).toEqual([]);
  });

  it('imports nothing but itself, so that it runs in a browser', () => {
    const imports = productFiles().flatMap(name =>
      [...readFileSync(new URL(name, SOURCE), 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => from),
    );
    expect(imports.length).toBeGreaterThan(50);
    expect(imports.filter(from => !from?.startsWith('.'))).toEqual([]);
  });
});

describe('the search for regular expressions', () => {
  it.each([
    'new RegExp(text)',
    'const a = /x/;',
    'f(/^a*$/)',
    'text.match(pattern)',
    '[/a/]',
    'return /a/.test(b)',
  ])('finds %s', code => {
    expect(isSuspicious(code)).toBe(true);
  });

  it.each(['a / b', '// RegExp', "'/x/'", '/** RegExp */ a', '`/x/`', 'a /* x */ / 2'])('passes %s', code => {
    expect(isSuspicious(code)).toBe(false);
  });
});
