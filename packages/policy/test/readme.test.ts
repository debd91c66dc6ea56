import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** The content of the first fenced block of a language. */
function block(markdown: string, language: string): string {
  const start = markdown.indexOf(`\`\`\`${language}\n`) + language.length + 4;
  return markdown.slice(start, markdown.indexOf('```', start));
}

describe('the example in the README', () => {
  it('prints what the README says it prints', () => {
    const folder = new URL('..', import.meta.url);
    const readme = readFileSync(new URL('README.md', folder), 'utf8');
    const options = { cwd: fileURLToPath(folder), input: block(readme, 'ts'), encoding: 'utf8' } as const;
    const printed = execFileSync(
      process.execPath,
      ['--conditions=source', '--input-type=module', '-'],
      options,
    );
    expect(printed).toBe(block(readme, 'text'));
  });
});
