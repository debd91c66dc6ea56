import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { root } from '../bootstrap/places.mjs';
import { reachableFrom } from '../check/cycles.ts';
import { importGraph } from '../check/imports.ts';
import { sourceFacts } from '../check/source-facts.ts';
import { readSources } from '../check/source-files.ts';
import { readWorkspaces, resolveImport } from '../check/workspaces.ts';

/** Packages that speak to the product from outside: with them it is measured by clients that we did not write. */
const CLIENTS = /^@alicloud\//;

/**
 * Which parts that are not ours took part in a run of the tests, with their versions: Node.js, the databases, and the
 * client libraries that the test files import, directly or not.
 *
 * @param testFiles that ran, from the root
 * @returns one line each
 */
export async function componentsOf(testFiles: readonly string[]): Promise<readonly string[]> {
  const packages = packagesBehind(testFiles);
  const clients = packages.filter(name => CLIENTS.test(name));
  return [
    `Node.js ${process.versions.node}`,
    ...(packages.includes('better-sqlite3') ? [await sqlite()] : []),
    ...(await Promise.all(clients.map(named))),
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

/** The npm packages that files import, through however many files of ours. */
function packagesBehind(files: readonly string[]): readonly string[] {
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
  return [...new Set(packages)].sort();
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
