/** What the documentation of policy testing shows, run as it stands there. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wardenry } from './wardenry.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const EXAMPLE = join(ROOT, 'examples/policy-tests');

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardenry-policy-docs-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** The fenced blocks of a page of the documentation, each with the line that opens it. */
async function blocksOf(page: string): Promise<readonly string[]> {
  const text = await readFile(join(ROOT, 'docs', page), 'utf8');
  return text.split('```').filter((_part, index) => index % 2 === 1);
}

function blockFor(blocks: readonly string[], file: string): string {
  const block = blocks.find(each => each.split('\n', 1)[0]?.endsWith(` file=${file}`)) ?? '';
  return block.slice(block.indexOf('\n') + 1);
}

describe('the documentation of policy testing', () => {
  it('shows a case that fails as it says', async () => {
    const blocks = await blocksOf('policy-testing.md');
    for (const file of ['reports-reader.policy.json', 'first.cases.json']) {
      await writeFile(join(folder, file), blockFor(blocks, file));
    }
    const { code, out } = await wardenry(['policy', 'test', 'first.cases.json'], { cwd: folder });
    expect([code, out]).toEqual([1, blockFor(blocks, 'first.out')]);
  });

  it('shows the same in both languages', async () => {
    expect(await blocksOf('policy-testing.zh-CN.md')).toEqual(await blocksOf('policy-testing.md'));
  });

  it.each(['policy-testing.md', 'policy-testing.zh-CN.md'])(
    'names every option of the commands in %s',
    async page => {
      const text = await readFile(join(ROOT, 'docs', page), 'utf8');
      for (const command of ['lint', 'test', 'explain']) {
        const { out } = await wardenry(['policy', command, '--help'], { cwd: ROOT });
        const options = [...out.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option);
        expect(options).toContain('--json');
        expect(options.filter(option => option !== undefined && !text.includes(option))).toEqual([]);
      }
    },
  );
});

describe('the example of policies with tests', () => {
  it('passes all its cases', async () => {
    const ended = await wardenry(['policy', 'test', 'reports.cases.json'], { cwd: EXAMPLE });
    expect(ended).toEqual({ code: 0, out: '7 passed, 0 failed\n', err: '' });
  });

  it('has nothing against its policies', async () => {
    const reader = ['policy', 'lint', 'reports-reader.policy.json'];
    expect(await wardenry(reader, { cwd: EXAMPLE })).toMatchObject({ code: 0, out: '' });
    const job = ['policy', 'lint', '--kind', 'trust', 'reporting-job.trust.json'];
    expect(await wardenry(job, { cwd: EXAMPLE })).toMatchObject({ code: 0, out: '' });
  });
});
