/** The scripts of the guides in docs, run as they stand there: both languages, each against a server of its own. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { blockOf, commandFolder, environmentOf, execute, scriptFolder } from './page-scripts.ts';
import { startServer } from './server-process.ts';

let folder: string;
let commands: string;

beforeAll(async () => {
  folder = await scriptFolder();
  commands = await commandFolder(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const guides = [
  'access-key-policies',
  'credentials-for-programs',
  'recycle-bin',
  'resource-groups',
  'second-factors',
  'tags-in-policies',
  'temporary-credentials',
];

test.each(guides.flatMap(guide => [guide, `${guide}.zh-CN`]))(
  'the script of %s prints what it says it prints',
  async guide => {
    const [name = ''] = guide.split('.');
    const page = `docs/${guide}.md`;
    await writeFile(join(folder, `${name}.mjs`), await blockOf(page, `${name}.mjs`));
    const server = await startServer();
    try {
      const args = ['--conditions=source', `${name}.mjs`];
      const env = { ...environmentOf(server), PATH: `${commands}:${process.env.PATH}` };
      const ended = await execute(process.execPath, args, folder, env);
      expect(ended).toEqual({ code: 0, output: await blockOf(page, `${name}.out`) });
    } finally {
      await server.remove();
    }
  },
  60_000,
);
