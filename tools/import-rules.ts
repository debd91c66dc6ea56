/**
 * Who may import whom. These rows are the architecture; tools/check/imports.ts holds the tree to them.
 * Paths are from the root of the clone. A file may always import files of its own rule's folder.
 */
export interface ImportRule {
  /** The folder or file the rule speaks of; `*` stands for one folder. Of several that fit the longest counts. */
  readonly of: string;
  /** What of ours it may import: a folder, a file, or only the types of one. */
  readonly ours: readonly Allowed[];
  /** Node's own modules it may import; absent: all. */
  readonly builtins?: readonly string[];
  /** npm packages it may import; absent: all that its package.json declares. */
  readonly packages?: readonly string[];
  /** What to do instead, shown with a breach. */
  readonly instead: string;
}

/** A path, the types of a path, or the index.ts of every area that stands earlier in the list of areas. */
export type Allowed = string | { readonly typesOf: string } | typeof EARLIER_AREAS;

/** Stands for the index.ts of the areas that areas/index.ts lists before the importing one. */
export const EARLIER_AREAS = Symbol('earlier areas');

const SERVER = 'apps/server/src';
const EVERYTHING = '';

/** The folder with one folder per noun, and the file in it whose array gives their order. */
export const AREAS = { folder: `${SERVER}/areas`, list: `${SERVER}/areas/index.ts` } as const;

const EVERY_AREA = `${AREAS.folder}/*/index.ts`;

/** The rules. A product file that none of them speaks of is a breach too. */
export const IMPORT_RULES: readonly ImportRule[] = [
  {
    of: 'packages/policy',
    ours: [],
    builtins: [],
    packages: [],
    instead: 'The policy engine is pure and runs in a browser: hand it what it needs as an argument.',
  },
  {
    of: 'packages/signature',
    ours: [],
    builtins: ['node:crypto', 'node:buffer'],
    packages: [],
    instead: 'Signatures do no I/O and know no product: hand them what they need as an argument.',
  },
  {
    of: 'packages/forwarded',
    ours: [],
    builtins: ['node:net'],
    packages: [],
    instead: 'Where a request comes from is read from values: hand it addresses and headers as arguments.',
  },
  {
    of: 'packages/guard',
    ours: ['packages/signature', 'packages/forwarded'],
    packages: [],
    instead:
      'The guard runs inside services of others: it brings nothing but signatures and forwarded headers, and takes its settings as arguments.',
  },
  {
    of: 'packages/client',
    ours: [],
    builtins: [],
    packages: [],
    instead: 'The client runs in a browser: what needs Node stands in signing.ts, an entry of its own.',
  },
  {
    of: 'packages/client/src/signing.ts',
    ours: ['packages/client', 'packages/signature'],
    builtins: [],
    packages: [],
    instead: 'Signing brings nothing but signatures.',
  },
  {
    of: `${SERVER}/kernel`,
    ours: [{ typesOf: 'packages/policy' }, { typesOf: 'packages/signature' }],
    builtins: ['node:crypto', 'node:buffer'],
    packages: [],
    instead:
      'The kernel is words that all share, without I/O: declare an interface here and implement it above.',
  },
  {
    of: `${SERVER}/sealing`,
    ours: [`${SERVER}/kernel`],
    instead: 'Sealing knows bytes and keys, no tables and no nouns: hand it what it seals.',
  },
  {
    of: `${SERVER}/outbound`,
    ours: [`${SERVER}/kernel`, 'packages/forwarded', { typesOf: `${SERVER}/config` }],
    packages: [],
    instead:
      'Asking servers of others knows no noun: areas are handed it as the interface in kernel/outbound.ts.',
  },
  {
    of: `${SERVER}/store`,
    ours: [`${SERVER}/kernel`, `${SERVER}/sealing`],
    instead: 'The store knows tables, no rules: move the rule into the area whose noun it is about.',
  },
  {
    of: `${SERVER}/journal`,
    ours: [`${SERVER}/kernel`, `${SERVER}/sealing`, 'packages/signature'],
    instead: 'The journal records what it is told: let the caller hand it the record.',
  },
  {
    of: `${SERVER}/xml`,
    ours: [],
    builtins: [],
    packages: ['@xmldom/xmldom'],
    instead:
      'XML is read here and nowhere else, by one parser, and without a word about what the document says.',
  },
  {
    of: `${AREAS.folder}/*`,
    ours: [
      `${SERVER}/kernel`,
      `${SERVER}/xml`,
      `${SERVER}/sealing`,
      `${SERVER}/store`,
      `${SERVER}/journal`,
      'packages/policy',
      'packages/forwarded',
      EARLIER_AREAS,
    ],
    instead:
      'An area uses the index.ts of areas earlier in the list. For the other direction declare an interface in kernel/area.ts and register the implementation in areas/index.ts.',
  },
  {
    of: AREAS.list,
    ours: [`${SERVER}/kernel`, EVERY_AREA],
    instead: 'The list of areas only lists areas.',
  },
  {
    of: `${SERVER}/pipeline`,
    ours: [
      `${SERVER}/kernel`,
      'packages/policy',
      'packages/signature',
      `${SERVER}/journal/record.ts`,
      { typesOf: `${SERVER}/journal` },
    ],
    instead:
      'The pipeline knows no noun and no table: take what it needs as an argument, wired in wiring.ts.',
  },
  {
    of: `${SERVER}/reference`,
    ours: ['kernel', 'pipeline/errors.ts', 'web/errors.ts', 'version.ts'].map(at => `${SERVER}/${at}`),
    builtins: [],
    packages: [],
    instead: 'The reference is made from declarations alone: take them as an argument.',
  },
  {
    of: 'apps/server/explorer',
    ours: [{ typesOf: `${SERVER}/reference` }],
    builtins: [],
    packages: [],
    instead: 'The explorer runs in a browser, as it stands here: it knows the server by its document only.',
  },
  {
    of: `${SERVER}/web`,
    ours: [
      ...['kernel', 'config', 'pipeline', 'reference'].map(at => `${SERVER}/${at}`),
      'packages/forwarded',
      EVERY_AREA,
    ],
    instead: 'No rule lives in web: move the rule into its area and use it through its index.ts.',
  },
  {
    of: `${SERVER}/bootstrap`,
    ours: [
      `${SERVER}/kernel`,
      `${SERVER}/sealing`,
      `${SERVER}/store`,
      `${SERVER}/journal`,
      'packages/policy',
      EVERY_AREA,
    ],
    instead: 'The first start makes things as areas do: use their index.ts, and take the rest as arguments.',
  },
  {
    of: `${SERVER}/jobs.ts`,
    ours: [`${SERVER}/kernel`, `${SERVER}/store`, EVERY_AREA],
    instead: 'The runner of jobs knows only what areas export as jobs.',
  },
  {
    of: `${SERVER}/config`,
    ours: [`${SERVER}/kernel`, 'packages/forwarded'],
    instead: 'Settings are data: let wiring.ts hand their values to who needs them.',
  },
  {
    of: `${SERVER}/state.ts`,
    ours: [
      ...['kernel', 'sealing', 'store', 'journal', 'config', 'log.ts', 'web/endpoint.ts'].map(
        at => `${SERVER}/${at}`,
      ),
      { typesOf: `${SERVER}/bootstrap` },
    ],
    instead: 'state.ts opens what a process stands on; what serves requests is wired in wiring.ts.',
  },
  {
    of: `${SERVER}/commands`,
    ours: ['kernel', 'config', 'bootstrap', 'log.ts', 'state.ts', 'version.ts'].map(at => `${SERVER}/${at}`),
    instead:
      'A command on the server machine uses the state and what bootstrap offers, never the running server.',
  },
  {
    of: `${SERVER}/version.ts`,
    ours: [],
    builtins: [],
    packages: [],
    instead: 'The version is a constant.',
  },
  {
    of: `${SERVER}/log.ts`,
    ours: [`${SERVER}/kernel`],
    instead: 'The log writes what it is told: let the caller hand it the fields.',
  },
  {
    of: `${SERVER}/app.ts`,
    ours: [SERVER, 'packages/*'],
    instead: 'app.ts starts and stops parts of the server; what belongs to another process stays out.',
  },
  {
    of: `${SERVER}/wiring.ts`,
    ours: [SERVER, 'packages/*'],
    instead: 'wiring.ts wires parts of the server; what belongs to another process stays out.',
  },
  {
    of: `${SERVER}/main.ts`,
    ours: [SERVER, 'packages/*'],
    instead: 'main.ts starts and stops the server; what belongs to another process stays out.',
  },
  {
    of: 'apps/cli',
    ours: ['packages/*'],
    instead:
      'The command-line tool speaks to a server, it never loads one: call an operation or start its process.',
  },
  {
    of: 'apps/cli/bin',
    ours: ['tools/bootstrap'],
    builtins: [],
    packages: [],
    instead: 'The bin file only starts the program; what it does belongs into apps/cli/src.',
  },
  {
    of: 'tools/bootstrap',
    ours: [],
    packages: [],
    instead: 'This folder runs before anything is installed: use what Node itself brings.',
  },
  {
    of: 'examples',
    ours: ['packages/*'],
    instead: 'An example uses what its reader can install: the packages, by their names.',
  },
  {
    of: 'tools',
    ours: [EVERYTHING],
    instead: 'Tools may import everything.',
  },
  {
    of: 'bench',
    ours: [EVERYTHING],
    instead: 'Benchmarks may import everything.',
  },
  {
    of: 'soak',
    ours: [EVERYTHING],
    instead: 'Campaigns may import everything.',
  },
];

/** Where the environment may be read; a folder or a file. Everything else is handed its settings. */
export const ENVIRONMENT_READERS: readonly string[] = [
  `${SERVER}/main.ts`,
  'apps/cli/src/main.ts',
  'tools',
  'bench',
  'soak',
  'examples',
];
