/** What a signed request costs where there are few users and where there are many, in turns. */
import type { ServerProcess } from '../../e2e/server-process.ts';
import { signedRequest } from '../../e2e/signed-request.ts';
import { drive } from '../load/client.ts';
import { signerOf } from '../load/people.ts';
import { cpuSeconds } from '../load/process.ts';
import { requestBytes } from '../load/request-bytes.ts';
import type { Installation } from './installation.ts';
import { type Pair, withServers } from './pair.ts';

const CONNECTIONS = 64;
/** Users lie apart by this many, so that neighbours in time are none in the database; prime to every number of users. */
const STRIDE = 611_953;

/** Which keys requests are signed with. */
export interface Spread {
  readonly title: string;
  /** Keys that take turns; those of all users when absent. */
  readonly keys?: number;
  /** Keys that a server holds in memory; the default when absent. */
  readonly held?: number;
  /** Both servers do the same work, one among more. */
  readonly alike: boolean;
}

export const spreads: readonly Spread[] = [
  { title: 'keys that are held in memory', keys: 1000, alike: true },
  { title: 'keys that are read for each request', held: 500, alike: true },
  // A server that holds the keys of a thousand users holds only some of a million.
  { title: 'keys of all users under the default settings', alike: false },
];

/** What one request costs, in microseconds, by rounds. */
export interface RequestFigures {
  readonly title: string;
  /** CPU time of the server, and of the database where it is none of the server's own. */
  readonly cpu: Pair<number[]>;
  readonly wall: Pair<number[]>;
}

/** Requests of a comparison. */
export interface Amount {
  readonly rounds: number;
  /** Requests of one round to one server. */
  readonly requests: number;
}

/** Measures one way of spreading requests over keys; the servers are started for it. */
export async function measureRequests(
  installations: Pair<Installation>,
  users: Pair<number>,
  spread: Spread,
  { rounds, requests }: Amount,
): Promise<RequestFigures> {
  const figures: RequestFigures = {
    title: spread.title,
    cpu: { small: [], large: [] },
    wall: { small: [], large: [] },
  };
  const env: Record<string, string> =
    spread.held === undefined ? {} : { WARDENRY_KEY_CACHE_CAPACITY: String(spread.held) };
  await withServers(installations, env, async servers => {
    for (let round = -1; round < rounds; round += 1) {
      for (const side of ['small', 'large'] as const) {
        const chosen = usersOf(spread, users[side], requests, (round + 1) * requests);
        const cost = await costOf(servers[side], installations[side], chosen);
        // The first round warms both up.
        if (round < 0) continue;
        figures.cpu[side].push(cost.cpu);
        figures.wall[side].push(cost.wall);
      }
    }
  });
  return figures;
}

/** The users whose keys sign a round, going on where the last one ended. */
function usersOf({ keys }: Spread, users: number, requests: number, from: number): readonly number[] {
  const turns = keys === undefined ? users : Math.min(keys, users);
  return Array.from({ length: requests }, (_, i) => (((from + i) % turns) * STRIDE) % users);
}

async function costOf(server: ServerProcess, installation: Installation, users: readonly number[]) {
  const requests = users.map(user =>
    requestBytes(
      signedRequest(server.host, signerOf(user), { product: 'Wardenry', action: 'GetServerInfo' }),
    ),
  );
  const before = await cpuOf(server, installation);
  const round = await drive(Number(server.host.split(':')[1]), requests, CONNECTIONS);
  const cpu = (await cpuOf(server, installation)) - before;
  if (round.failures > 0) throw new Error(`${round.failures} of ${round.requests} requests failed`);
  const perRequest = (seconds: number): number => (seconds / round.requests) * 1e6;
  return { cpu: perRequest(cpu), wall: perRequest(round.seconds) };
}

async function cpuOf({ process: { pid = 0 } }: ServerProcess, installation: Installation): Promise<number> {
  const processes = [pid, ...(await installation.databaseProcesses())];
  return processes.reduce((sum, process) => sum + cpuSeconds(process), 0);
}
