/** A server of ours beside the yardstick of them all: a bare node:http server on the same core. */
import { once } from 'node:events';
import { freePorts, type ServerProcess, startServer } from '../../e2e/server-process.ts';
import { spawnPinned } from './process.ts';

/** Something that answers requests. */
export interface Contender {
  readonly port: number;
  readonly pid: number;
}

/**
 * Starts both, ours without a limit that a benchmark could reach, and ends them when the measuring is done.
 *
 * @param measure takes the server, with what it printed, and the two to be compared
 */
export async function besideBareHttp(
  measure: (server: ServerProcess, contenders: { ours: Contender; bare: Contender }) => Promise<void>,
): Promise<void> {
  const server = await startServer({
    pinned: true,
    env: { WARDENRY_RATE_LIMIT_PER_KEY: '1000000', WARDENRY_RATE_BURST_PER_KEY: '1000000' },
  });
  const [barePort = 0] = await freePorts(1);
  const bare = spawnPinned(
    [new URL('bare-http.mjs', import.meta.url).pathname, String(barePort)],
    process.env,
  );
  try {
    if (bare.stdout !== null) await once(bare.stdout, 'data');
    await measure(server, {
      ours: { port: Number(server.host.split(':')[1]), pid: server.process.pid ?? 0 },
      bare: { port: barePort, pid: bare.pid ?? 0 },
    });
  } finally {
    bare.kill();
    await server.remove();
  }
}
