/**
 * A start against that of bare node:http: from the start of the process to the first answer. Ours is that to a signed
 * request, verified, authorized and recorded, on a data folder that has been used before.
 */

import { freePorts, type ServerProcess, startServer } from '../e2e/server-process.ts';
import { signedRequest } from '../e2e/signed-request.ts';
import { serverProgram } from '../tools/bootstrap/places.mjs';
import { median, printSpread, rounded } from './load/figures.ts';
import { option } from './load/options.ts';
import { requestBytes } from './load/request-bytes.ts';
import { firstAnswer, type Program } from './load/start.ts';

export const summary = 'process start to the first verified request: ratio to bare node:http';

/** @param args `--rounds=N` (31) */
export async function run(args: readonly string[]): Promise<void> {
  const rounds = option(args, 'rounds', 31);
  const [barePort = 0] = await freePorts(1);
  const bare: Program = {
    args: [new URL('load/bare-http.mjs', import.meta.url).pathname, String(barePort)],
    env: { PATH: process.env.PATH },
    port: barePort,
  };
  // The first start makes the account and the certificate; its end leaves the folder as every later start finds it.
  const server = await startServer();
  try {
    await server.stop();
    const ours = programOn(server);
    const pairs: { bare: number; ours: number }[] = [];
    for (let round = -1; round < rounds; round += 1) {
      const pair = {
        bare: await firstAnswer(bare, signedBytes(server)),
        ours: await firstAnswer(ours, signedBytes(server)),
      };
      // The first round fills the caches of the system.
      if (round >= 0) pairs.push(pair);
    }
    report(pairs);
  } finally {
    await server.remove();
  }
}

/** The program with its usual settings, on the folder and the ports of a server that has been there. */
function programOn({ dataDir, host, tlsHost }: ServerProcess): Program {
  return {
    args: [serverProgram],
    env: {
      PATH: process.env.PATH,
      WARDENRY_DATA_DIR: dataDir,
      WARDENRY_LISTEN: host,
      WARDENRY_TLS_LISTEN: tlsHost,
    },
    port: Number(host.split(':')[1]),
  };
}

function signedBytes({ host, credentials }: ServerProcess): Buffer {
  return requestBytes(signedRequest(host, credentials));
}

function report(pairs: readonly { bare: number; ours: number }[]): void {
  const ratios = pairs.map(({ bare, ours }) => ours / bare);
  printSpread(
    'bare node:http',
    pairs.map(pair => pair.bare),
    ' ms',
  );
  printSpread(
    'wardenry',
    pairs.map(pair => pair.ours),
    ' ms',
  );
  console.log(
    JSON.stringify({
      name: 'cold-start',
      ratio: rounded(median(ratios)),
      min: rounded(Math.min(...ratios)),
      max: rounded(Math.max(...ratios)),
    }),
  );
}
