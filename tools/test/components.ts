import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { nginxForTests } from '../bootstrap/debian/nginx.mjs';
import { simpleSamlPhpForTests } from '../bootstrap/debian/simplesamlphp.mjs';
import { SetUpError } from '../bootstrap/messages.mjs';
import { root } from '../bootstrap/places.mjs';
import { reachableFrom } from '../check/cycles.ts';
import { importGraph } from '../check/imports.ts';
import { sourceFacts } from '../check/source-facts.ts';
import { readSources } from '../check/source-files.ts';
import { readWorkspaces, resolveImport } from '../check/workspaces.ts';

/** Packages that speak to the product from outside: with them it is measured by clients that we did not write. */
const CLIENTS = /^@alicloud\//;

/** Frameworks of other people's services, in front of which the guard is tried. */
const FRAMEWORKS = /^(express|fastify|hono|@hono\/node-server)$/;

/** Identity providers of other people, whose word is exchanged for sessions. */
const PROVIDERS = /^(samlp|oidc-provider)$/;

const NGINX = 'tools/bootstrap/debian/nginx.mjs';
const SIMPLE_SAML_PHP = 'tools/bootstrap/debian/simplesamlphp.mjs';

/**
 * Which parts that are not ours took part in a run of the tests, with their versions: Node.js, the databases, nginx,
 * SimpleSAMLphp, and the client libraries, frameworks and identity providers that the test files import, directly or not.
 *
 * @param testFiles that ran, from the root
 * @returns one line each
 */
export async function componentsOf(testFiles: readonly string[]): Promise<readonly string[]> {
  const { packages, files } = behind(testFiles);
  const kinds = [CLIENTS, FRAMEWORKS, PROVIDERS];
  const others = packages.filter(name => kinds.some(kind => kind.test(name)));
  return [
    `Node.js ${process.versions.node}`,
    ...(packages.includes('better-sqlite3') ? [await sqlite()] : []),
    ...(files.has(NGINX) ? [await nginx()] : []),
    ...(files.has(SIMPLE_SAML_PHP) ? [await simpleSamlPhp()] : []),
    ...(await Promise.all(others.map(named))),
  ];
}

/**
 * How many connections a PostgreSQL has served.
 *
 * @param url of a superuser
 */
export async function sessionsOf(url: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query('select sum(sessions)::int as sessions from pg_stat_database');
    return rows[0].sessions;
  } finally {
    await client.end();
  }
}

/** What files import, through however many files of ours: those, and npm packages. */
function behind(files: readonly string[]): Behind {
  const sources = sourceFacts(readSources(root));
  const workspaces = readWorkspaces(root);
  const graph = importGraph(sources, workspaces);
  const reached = new Set(files.flatMap(file => [...reachableFrom(graph, file)]));
  const packages = sources
    .filter(({ path }) => reached.has(path))
    .flatMap(({ path, imports }) =>
      imports.map(({ specifier }) => resolveImport(path, specifier, workspaces)),
    )
    .flatMap(target => (target.kind === 'package' ? [target.name] : []));
  return { files: reached, packages: [...new Set(packages)].sort() };
}

interface Behind {
  readonly files: ReadonlySet<string>;
  readonly packages: readonly string[];
}

async function nginx(): Promise<string> {
  try {
    const { version, source } = await nginxForTests();
    return `nginx ${version} (${source})`;
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    return `no nginx: ${error.message}`;
  }
}

async function simpleSamlPhp(): Promise<string> {
  try {
    const { version } = await simpleSamlPhpForTests();
    return `SimpleSAMLphp ${version} (Debian's packages, unpacked)`;
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    return `no SimpleSAMLphp: ${error.message}`;
  }
}

async function sqlite(): Promise<string> {
  const database = new Database(':memory:');
  const version = database.prepare('select sqlite_version()').pluck().get();
  database.close();
  return `SQLite ${version} (${await named('better-sqlite3')})`;
}

async function named(packageName: string): Promise<string> {
  const description = await readFile(join(root, 'node_modules', packageName, 'package.json'), 'utf8');
  return `${packageName} ${JSON.parse(description).version}`;
}
