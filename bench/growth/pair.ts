/** Two servers that are compared: one with few users, one with many. */
import { type ServerProcess, startServer } from '../../e2e/server-process.ts';
import type { Installation } from './installation.ts';

/** A value for each of the two. */
export interface Pair<Value> {
  readonly small: Value;
  readonly large: Value;
}

/** Something made of each of the two, the small one first. */
export async function each<Given, Made>(
  { small, large }: Pair<Given>,
  make: (given: Given) => Promise<Made>,
): Promise<Pair<Made>> {
  return { small: await make(small), large: await make(large) };
}

/** Runs both servers for as long as something is done with them. */
export async function withServers(
  installations: Pair<Installation>,
  env: Readonly<Record<string, string>>,
  use: (servers: Pair<ServerProcess>) => Promise<void>,
): Promise<void> {
  const start = ({ server }: Installation) => startServer({ ...server, env: { ...server.env, ...env } });
  const small = await start(installations.small);
  try {
    const large = await start(installations.large);
    try {
      await use({ small, large });
    } finally {
      await large.stop();
    }
  } finally {
    await small.stop();
  }
}
