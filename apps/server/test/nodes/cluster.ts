/** Server processes over one PostgreSQL, as a cell of nodes. */
import { randomBytes } from 'node:crypto';
import { type ServerOptions, type ServerProcess, startServer } from '../../../../e2e/server-process.ts';
import { makePostgresDatabase } from '../store/postgres-database.ts';

export interface Cluster {
  readonly databaseUrl: string;
  readonly nodes: readonly [ServerProcess, ServerProcess];
  /** Starts one more node. */
  join(options?: ServerOptions): Promise<ServerProcess>;
  remove(): Promise<void>;
}

/** Starts two nodes; the first one bootstraps. */
export async function startCluster(): Promise<Cluster> {
  const database = await makePostgresDatabase();
  const masterKey = randomBytes(32).toString('base64');
  const started: ServerProcess[] = [];
  const join = async (options: ServerOptions = {}): Promise<ServerProcess> => {
    const first = started[0];
    const node = await startServer({
      ...options,
      ...(first === undefined ? {} : { credentials: first.credentials }),
      env: { WARDENRY_DATABASE_URL: database.url, WARDENRY_MASTER_KEY: masterKey, ...options.env },
    });
    started.push(node);
    return node;
  };
  return {
    databaseUrl: database.url,
    nodes: [await join(), await join()],
    join,
    async remove() {
      await Promise.all(started.map(node => node.remove()));
      await database.remove();
    },
  };
}
