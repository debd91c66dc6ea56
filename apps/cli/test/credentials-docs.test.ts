/** What the documentation of credentials says, held against the commands. The script in it runs in e2e. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { wardenry } from './wardenry.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const COMMANDS = [
  ['credentials', 'serve'],
  ['credentials', 'exec'],
  ['credentials', 'print'],
  ['configure'],
] as const;

function pageIn(language: '' | '.zh-CN'): Promise<string> {
  return readFile(`${ROOT}docs/credentials-for-programs${language}.md`, 'utf8');
}

async function blocksIn(language: '' | '.zh-CN'): Promise<readonly string[]> {
  return (await pageIn(language)).split('```').filter((_part, index) => index % 2 === 1);
}

describe('the documentation of credentials for programs', () => {
  it('shows the same in both languages', async () => {
    expect(await blocksIn('.zh-CN')).toEqual(await blocksIn(''));
  });

  it('names every option of the commands in both languages', async () => {
    const pages = [await pageIn(''), await pageIn('.zh-CN')];
    for (const words of COMMANDS) {
      const { out } = await wardenry([...words, '--help'], { cwd: ROOT });
      const options = [...out.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option = '']) => option);
      expect(options).toContain('--endpoint');
      for (const page of pages) expect(options.filter(option => !page.includes(option))).toEqual([]);
    }
  });
});
