import { describe, expect, it } from 'vitest';
import { checkImports } from './imports.ts';
import { sourceFacts } from './source-facts.ts';
import type { Workspaces } from './workspaces.ts';

const SERVER = 'apps/server/src';

const workspaces: Workspaces = new Map([
  ['', { name: 'root', devDependencies: { vitest: '5' } }],
  [
    'packages/policy',
    {
      name: '@wardenry/policy',
      exports: { '.': { source: './src/index.ts' }, './match': { source: './src/match.ts' } },
    },
  ],
  ['packages/signature', { name: '@wardenry/signature', exports: { '.': { source: './src/index.ts' } } }],
  [
    'apps/server',
    {
      name: '@wardenry/server',
      dependencies: { kysely: '0', '@wardenry/policy': '0', '@wardenry/signature': '0' },
    },
  ],
  ['apps/cli', { name: '@wardenry/cli', dependencies: { commander: '15', '@wardenry/server': '0' } }],
]);

/** A tree in which users come before groups. */
const listOfAreas = `
  import { groups } from './groups/index.ts';
  import { users } from './users/index.ts';
  export const AREAS = [users([groups]), groups];`;

const sound = {
  'packages/policy/src/index.ts': "export * from './match.ts';",
  'packages/policy/src/match.ts': 'export const match = 1;',
  'packages/signature/src/index.ts':
    "import { createHash } from 'node:crypto'; export const sign = createHash;",
  [`${SERVER}/kernel/ids.ts`]: "import type { Policy } from '@wardenry/policy'; export type Id = Policy;",
  [`${SERVER}/store/index.ts`]:
    "import { Kysely } from 'kysely'; import '../kernel/ids.ts'; export const store = Kysely;",
  [`${SERVER}/areas/index.ts`]: listOfAreas,
  [`${SERVER}/areas/users/index.ts`]: "export * from './create-user.ts'; export const users = 1;",
  [`${SERVER}/areas/users/create-user.ts`]:
    "import { insert } from './store.ts'; import '@wardenry/policy'; export const createUser = insert;",
  [`${SERVER}/areas/users/store.ts`]:
    "import { store } from '../../store/index.ts'; export const insert = store;",
  [`${SERVER}/areas/groups/index.ts`]:
    "import { createUser } from '../users/index.ts'; export const groups = createUser;",
  [`${SERVER}/pipeline/dispatch.ts`]: "import '../kernel/ids.ts'; import '@wardenry/signature';",
  [`${SERVER}/main.ts`]:
    "import './areas/index.ts'; import './pipeline/dispatch.ts'; export const home = process.env.HOME;",
};

/** What the checker says about the sound tree with some files added or replaced. */
function breachesWith(files: Readonly<Record<string, string>>): readonly string[] {
  const facts = sourceFacts(new Map(Object.entries({ ...sound, ...files })));
  return checkImports(facts, workspaces).map(({ place, message }) => `${place} ${message}`);
}

describe('the import rules', () => {
  it('let a tree pass that keeps them', () => {
    expect(breachesWith({})).toEqual([]);
  });

  it('refuse an upward import, naming the rule and what to do instead', () => {
    const [breach, ...others] = breachesWith({
      [`${SERVER}/kernel/upward.ts`]:
        "export const one = 1;\nimport { store } from '../store/index.ts';\nstore;",
    });
    expect(breach).toContain(`${SERVER}/kernel/upward.ts:2 imports ${SERVER}/store/index.ts.`);
    expect(breach).toContain(`${SERVER}/kernel may import types of packages/policy`);
    expect(breach).toContain('declare an interface here');
    expect(others).toEqual([]);
  });

  it.each([
    ['a static import', "import { store } from '../store/index.ts'; store;"],
    ['a type import', "import type { store } from '../store/index.ts'; export type S = typeof store;"],
    ['an export', "export * from '../store/index.ts';"],
    ['a dynamic import', "export const later = () => import('../store/index.ts');"],
    ['an import type', "export type S = typeof import('../store/index.ts');"],
    ['a call of require', "declare function require(name: string): unknown; require('../store/index.ts');"],
    ['an import for its effects', "import '../store/index.ts';"],
  ])('see %s', (_form, text) => {
    expect(breachesWith({ [`${SERVER}/pipeline/x.ts`]: text })).toHaveLength(1);
  });

  it('do not take text for an import', () => {
    const text =
      "// import '../store/index.ts'\nexport const s = `import '../store/index.ts'`; export const r = /import 'x'/;";
    expect(breachesWith({ [`${SERVER}/pipeline/x.ts`]: text })).toEqual([]);
  });

  it('refuse an import of an area later in the list, by the order of the array and not of the imports', () => {
    const [breach] = breachesWith({
      [`${SERVER}/areas/users/later.ts`]:
        "import { groups } from '../groups/index.ts'; export const x = groups;",
    });
    expect(breach).toContain(`imports ${SERVER}/areas/groups/index.ts`);
    expect(breach).toContain('index.ts of areas earlier in the list');
  });

  it('refuse an area that the list does not have', () => {
    expect(breachesWith({ [`${SERVER}/areas/roles/index.ts`]: 'export const roles = 1;' })).toEqual([
      `${SERVER}/areas/roles is an area that ${SERVER}/areas/index.ts does not list. Add it to the array there.`,
    ]);
  });

  it.each(['store.ts', 'create-user.ts'])('refuse %s of another area', file => {
    const text = `import { x } from '../users/${file}'; x;`;
    const [breach] = breachesWith({ [`${SERVER}/areas/groups/deep.ts`]: text });
    expect(breach).toContain(`imports ${SERVER}/areas/users/${file}, which is private to the area users`);
  });

  it('refuse the inside of an area even where everything is wired', () => {
    const [breach] = breachesWith({ [`${SERVER}/app.ts`]: "import './areas/users/store.ts';" });
    expect(breach).toContain('private to the area users');
  });

  it('refuse areas and the store to the pipeline', () => {
    expect(breachesWith({ [`${SERVER}/pipeline/x.ts`]: "import '../areas/users/index.ts';" })).toHaveLength(
      1,
    );
    expect(breachesWith({ [`${SERVER}/pipeline/x.ts`]: "import '../store/index.ts';" })).toHaveLength(1);
  });

  it('allow types where only types are allowed', () => {
    const journal = { [`${SERVER}/journal/writer.ts`]: 'export class JournalWriter {}' };
    const types = "import type { JournalWriter } from '../journal/writer.ts'; export type J = JournalWriter;";
    expect(breachesWith({ ...journal, [`${SERVER}/pipeline/x.ts`]: types })).toEqual([]);
    // What stands in braces vanishes, the import itself does not.
    const values =
      "import { type JournalWriter } from '../journal/writer.ts'; export type J = JournalWriter;";
    expect(breachesWith({ ...journal, [`${SERVER}/pipeline/x.ts`]: values })).toHaveLength(1);
  });

  it.each([
    ['packages/policy/src/x.ts', 'node:crypto'],
    ['packages/policy/src/x.ts', 'crypto'],
    ['packages/signature/src/x.ts', 'node:fs'],
    [`${SERVER}/kernel/x.ts`, 'node:fs'],
  ])('refuse %s the module %s', (path, name) => {
    expect(breachesWith({ [path]: `import '${name}';` })).toHaveLength(1);
  });

  it('refuse a package that package.json does not declare', () => {
    expect(breachesWith({ [`${SERVER}/store/x.ts`]: "import 'lodash/fp';" })).toEqual([
      `${SERVER}/store/x.ts:1 imports lodash, which apps/server/package.json does not declare. Declare it there, or do without.`,
    ]);
    expect(breachesWith({ 'packages/signature/src/x.ts': "import '@wardenry/policy';" })[0]).toContain(
      'does not declare',
    );
    // The tests' packages are not the product's.
    expect(breachesWith({ [`${SERVER}/store/x.ts`]: "import 'vitest';" })).toHaveLength(1);
  });

  it('allow a part of a declared package that it exports by a name of its own', () => {
    expect(breachesWith({ [`${SERVER}/areas/users/store.ts`]: "import '@wardenry/policy/match';" })).toEqual(
      [],
    );
  });

  it('refuse what a package of ours does not export, declared or not', () => {
    const [breach] = breachesWith({ 'apps/cli/src/x.ts': "import '@wardenry/server';" });
    expect(breach).toContain('imports @wardenry/server, which that package does not export');
    expect(
      breachesWith({ [`${SERVER}/store/x.ts`]: "import '@wardenry/policy/src/match.ts';" }),
    ).toHaveLength(1);
  });

  it('refuse a path that leaves the package', () => {
    const text = "import { match } from '../../../../packages/policy/src/match.ts'; match;";
    const [breach] = breachesWith({ [`${SERVER}/pipeline/x.ts`]: text });
    expect(breach).toContain('by a path that leaves its package');
    expect(breachesWith({ 'apps/cli/src/x.ts': "import '../../server/src/main.ts';" })).toHaveLength(1);
  });

  it('refuse circles, types included, and show the way round', () => {
    const [breach, ...others] = breachesWith({
      [`${SERVER}/store/a.ts`]: "import type { B } from './b.ts'; export type A = B;",
      [`${SERVER}/store/b.ts`]: "import type { A } from './a.ts'; export type B = A;",
    });
    expect(breach).toContain(`${SERVER}/store/a.ts -> ${SERVER}/store/b.ts -> ${SERVER}/store/a.ts`);
    expect(others).toEqual([]);
  });

  it.each([
    ['process.env', 'export const home = process.env.HOME;'],
    ["process['env']", "export const home = process['env'];"],
    ['globalThis.process.env', 'export const home = globalThis.process.env;'],
    ['process taken apart', 'export const { env } = process;'],
    ['process by another name', 'const p = process; export const home = p.env;'],
    ['process imported', "import { env } from 'node:process'; export const home = env.HOME;"],
  ])('refuse %s outside the files that read the environment', (_form, text) => {
    const [breach] = breachesWith({ [`${SERVER}/store/x.ts`]: text });
    expect(breach).toContain(`${SERVER}/store/x.ts:1 reads the environment`);
  });

  it('leave the rest of process alone, and names that only look like it', () => {
    const text =
      'export const id = process.pid; export const job = { process: 1 }; export const n = job.process; function process() {} process();';
    expect(breachesWith({ [`${SERVER}/store/x.ts`]: text })).toEqual([]);
  });

  it('refuse a file in a place that no rule speaks of', () => {
    expect(breachesWith({ [`${SERVER}/helpers/x.ts`]: 'export const x = 1;' })).toEqual([
      `${SERVER}/helpers/x.ts is in a place that no rule speaks of. Add a row for it to tools/import-rules.ts.`,
    ]);
  });

  it('leave tests alone, but for packages that nobody declares', () => {
    const test = "import 'vitest'; import '../areas/users/store.ts'; export const home = process.env.HOME;";
    expect(breachesWith({ [`${SERVER}/kernel/x.test.ts`]: test })).toEqual([]);
    expect(breachesWith({ [`${SERVER}/kernel/x.test.ts`]: "import 'lodash';" })).toHaveLength(1);
  });

  it('refuse a test to the product', () => {
    const files = {
      [`${SERVER}/kernel/x.test.ts`]: 'export const x = 1;',
      [`${SERVER}/kernel/y.ts`]: "export * from './x.test.ts';",
    };
    expect(breachesWith(files)[0]).toContain('imports the test');
  });
});
