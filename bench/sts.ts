/**
 * Temporary credentials against bare node:http and against permanent ones: taking a role on, a call with the key of the
 * session, and what of it stays in the database.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { encodeParameters, signAcs3 } from '@wardenry/signature';
import { type Product, type Reply, type Signer, versions } from '../e2e/doors/door.ts';
import { acs3Door } from '../e2e/doors/raw-http.ts';
import type { ServerProcess } from '../e2e/server-process.ts';
import { besideBareHttp, type Contender } from './load/beside-bare-http.ts';
import { drive } from './load/client.ts';
import { median, printSpread, rounded } from './load/figures.ts';
import { option } from './load/options.ts';
import { cpuSeconds } from './load/process.ts';

export const summary =
  'AssumeRole: ratio to bare node:http; a call with a temporary key: ratio to a permanent one; bytes stored per token';

const CONNECTIONS = 64;

/** @param args `--rounds=N` (15) and `--requests=N` of each kind per round (10,000) */
export async function run(args: readonly string[]): Promise<void> {
  const rounds = option(args, 'rounds', 15);
  const requests = option(args, 'requests', 10_000);
  await besideBareHttp(async (server, { ours, bare }) => {
    const parties = await prepare(server);
    const measured: Record<Kind, number>[] = [];
    for (let round = -1; round < rounds; round += 1) {
      const rates = {
        bare: await rateOf(bare, assuming(server, parties, requests)),
        assume: await rateOf(ours, assuming(server, parties, requests)),
        permanent: await rateOf(ours, calling(server, parties.permanent, requests)),
        temporary: await rateOf(ours, calling(server, parties.temporary, requests)),
      };
      // The first round warms all of them up.
      if (round >= 0) measured.push(rates);
    }
    report(measured, await storedPerToken(server, parties, requests));
  });
}

type Kind = 'bare' | 'assume' | 'permanent' | 'temporary';

/** Requests per second of processor time. */
async function rateOf({ port, pid }: Contender, requests: readonly Buffer[]): Promise<number> {
  const before = cpuSeconds(pid);
  const { failures } = await drive(port, requests, CONNECTIONS);
  if (failures > 0) throw new Error(`${failures} of ${requests.length} requests failed`);
  return requests.length / (cpuSeconds(pid) - before);
}

function report(measured: readonly Record<Kind, number>[], stored: StoredPerToken): void {
  for (const kind of ['bare', 'assume', 'permanent', 'temporary'] as const) {
    printSpread(
      kind,
      measured.map(rates => rates[kind]),
      ' requests per CPU second',
    );
  }
  const assume = measured.map(({ assume, bare }) => assume / bare);
  const temporary = measured.map(({ temporary, permanent }) => temporary / permanent);
  console.log(
    JSON.stringify({
      name: 'sts',
      assumeToBare: rounded(median(assume)),
      assumeToBareMin: rounded(Math.min(...assume)),
      assumeToBareMax: rounded(Math.max(...assume)),
      temporaryToPermanent: rounded(median(temporary)),
      temporaryToPermanentMin: rounded(Math.min(...temporary)),
      temporaryToPermanentMax: rounded(Math.max(...temporary)),
      ...stored,
    }),
  );
}

interface Parties {
  readonly roleArn: string;
  readonly permanent: Signer;
  readonly temporary: Signer;
}

/** A user who may do everything, and a session of a role that may. */
async function prepare(server: ServerProcess): Promise<Parties> {
  const door = acs3Door('query', 'ACS3-HMAC-SHA256');
  const address = { protocol: 'http', host: server.host } as const;
  const { accountId } = server.credentials;
  const call = (product: Product, action: string, parameters: Record<string, string>, signer: Signer) =>
    door.call(address, signer, product, action, parameters);
  const manage = (action: string, parameters: Record<string, string>) =>
    call('Ram', action, parameters, server.credentials);
  const everything = { PolicyName: 'AdministratorAccess', PolicyType: 'System' };
  await manage('CreateUser', { UserName: 'bench' });
  await manage('AttachPolicyToUser', { UserName: 'bench', ...everything });
  const trust = {
    Version: '1',
    Statement: [
      { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { RAM: [`acs:ram::${accountId}:root`] } },
    ],
  };
  await manage('CreateRole', { RoleName: 'bench', AssumeRolePolicyDocument: JSON.stringify(trust) });
  await manage('AttachPolicyToRole', { RoleName: 'bench', ...everything });
  const permanent = signerIn((await manage('CreateAccessKey', { UserName: 'bench' })).AccessKey);
  const roleArn = `acs:ram::${accountId}:role/bench`;
  const assumed = await call('Sts', 'AssumeRole', { RoleArn: roleArn, RoleSessionName: 'bench' }, permanent);
  return { roleArn, permanent, temporary: signerIn(assumed.Credentials) };
}

function signerIn(value: unknown): Signer {
  const { AccessKeyId, AccessKeySecret, SecurityToken } = value as Reply;
  return {
    accessKeyId: String(AccessKeyId),
    accessKeySecret: String(AccessKeySecret),
    ...(SecurityToken === undefined ? {} : { securityToken: String(SecurityToken) }),
  };
}

function assuming(server: ServerProcess, { roleArn, permanent }: Parties, count: number): Buffer[] {
  const parameters = { RoleArn: roleArn, RoleSessionName: 'bench', DurationSeconds: '900' };
  return signedRequests(server.host, permanent, ['Sts', 'AssumeRole'], parameters, count);
}

function calling(server: ServerProcess, signer: Signer, count: number): Buffer[] {
  return signedRequests(server.host, signer, ['Wardenry', 'GetServerInfo'], {}, count);
}

function signedRequests(
  host: string,
  signer: Signer,
  [product, action]: readonly [Product, string],
  parameters: Readonly<Record<string, string>>,
  count: number,
): Buffer[] {
  const date = new Date();
  const body = Buffer.from(
    encodeParameters(Object.entries(parameters).map(([name, value]) => ({ name, value }))),
  );
  return Array.from({ length: count }, () => {
    const headers = signAcs3(
      {
        method: 'POST',
        path: '/',
        headers: {
          host,
          'x-acs-action': action,
          'x-acs-version': versions[product],
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded',
        },
        body,
      },
      signer,
      { date, nonce: randomUUID() },
    );
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    return Buffer.from(
      `POST / HTTP/1.1\r\n${lines.join('\r\n')}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
  });
}

/** What a token leaves behind. */
interface StoredPerToken {
  /** Bytes of everything but the journal, and the nonces that keep every signed request from being sent twice. */
  readonly storedBytesPerToken: number;
  /** Bytes of the journal. */
  readonly journalBytesPerToken: number;
}

/** What every request leaves behind, with or without a token. */
const ofRequests = /^(journal|nonce)/;

async function storedPerToken(
  server: ServerProcess,
  parties: Parties,
  tokens: number,
): Promise<StoredPerToken> {
  const port = Number(server.host.split(':')[1]);
  const before = payloads(server);
  await drive(port, assuming(server, parties, tokens), CONNECTIONS);
  const after = payloads(server);
  const grown = (isOfRequests: boolean) => {
    let bytes = 0;
    for (const [name, held] of after) {
      if (ofRequests.test(name) === isOfRequests) bytes += held - (before.get(name) ?? 0);
    }
    return bytes / tokens;
  };
  return { storedBytesPerToken: Math.round(grown(false)), journalBytesPerToken: rounded(grown(true)) };
}

/** Bytes that every table and index of the database holds. */
function payloads({ dataDir }: ServerProcess): ReadonlyMap<string, number> {
  const database = new DatabaseSync(join(dataDir, 'wardenry.db'), { readOnly: true });
  try {
    const rows = database.prepare('select name, sum(payload) as bytes from dbstat group by name').all();
    return new Map(rows.map(({ name, bytes }) => [String(name), Number(bytes)]));
  } finally {
    database.close();
  }
}
