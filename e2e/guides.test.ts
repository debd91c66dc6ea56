/** The scripts of the guides in docs, run as they stand there: both languages, each against a server of its own. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { blockOf, environmentOf, execute, scriptFolder } from './page-scripts.ts';
import { startServer } from './server-process.ts';

let folder: string;

beforeAll(async () => {
  folder = await scriptFolder();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const guides = ['access-key-policies', 'recycle-bin', 'second-factors', 'tags-in-policies'];

test.each(guides.flatMap(guide => [guide, `${guide}.zh-CN`]))(
  'the script of %s prints what it says it prints',
  async guide => {
    const [name = ''] = guide.split('.');
    const page = `docs/${guide}.md`;
    await writeFile(join(folder, `${name}.mjs`), await blockOf(page, `${name}.mjs`));
    const server = await startServer();
    try {
      const args = ['--conditions=source', `${name}.mjs`];
      const ended = await execute(process.execPath, args, folder, environmentOf(server));
      expect(ended).toEqual({ code: 0, output: await blockOf(page, `${name}.out`) });
    } finally {
      await server.remove();
    }
  },
  60_000,
);
