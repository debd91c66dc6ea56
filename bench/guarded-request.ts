/**
 * One guarded request against bare node:http: verify the V3 signature, check for replay, decide over 1,000 statements,
 * run, and have the journal record on disk before the reply.
 */
import { randomUUID } from 'node:crypto';
import { encodeParameters, signAcs3 } from '@wardenry/signature';
import { acs3Door } from '../e2e/doors/raw-http.ts';
import type { ServerProcess } from '../e2e/server-process.ts';
import { besideBareHttp, type Contender } from './load/beside-bare-http.ts';
import { drive, type Round } from './load/client.ts';
import { median, percentile, printSpread, rounded } from './load/figures.ts';
import { option } from './load/options.ts';
import { cpuSeconds } from './load/process.ts';

export const summary =
  'verify, replay check, decide over 1,000 statements, durable journal: ratio to bare node:http';

const CONNECTIONS = 64;
const STATEMENTS_PER_POLICY = 50;

interface Signer {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

/** @param args `--rounds=N` (15) and `--requests=N` per round (20,000) */
export async function run(args: readonly string[]): Promise<void> {
  const rounds = option(args, 'rounds', 15);
  const requests = option(args, 'requests', 20_000);
  await besideBareHttp(async (server, { ours, bare }) => {
    const signer = await prepareUser(server);
    const pairs: { bare: Measured; guarded: Measured }[] = [];
    for (let round = -1; round < rounds; round += 1) {
      const measured = {
        bare: await measure(bare, signedRequests(server.host, signer, requests)),
        guarded: await measure(ours, signedRequests(server.host, signer, requests)),
      };
      // The first round warms both up.
      if (round >= 0) pairs.push(measured);
    }
    report(pairs);
  });
}

interface Measured extends Round {
  readonly rate: number;
  readonly ratePerCpu: number;
  readonly p99: number;
}

async function measure({ port, pid }: Contender, requests: readonly Buffer[]): Promise<Measured> {
  const before = cpuSeconds(pid);
  const round = await drive(port, requests, CONNECTIONS);
  const cpu = cpuSeconds(pid) - before;
  if (round.failures > 0) throw new Error(`${round.failures} of ${round.requests} requests failed`);
  return {
    ...round,
    rate: round.requests / round.seconds,
    ratePerCpu: round.requests / cpu,
    p99: percentile(round.latencies, 0.99),
  };
}

function report(pairs: readonly { bare: Measured; guarded: Measured }[]): void {
  const ratios = pairs.map(({ bare, guarded }) => guarded.rate / bare.rate);
  const cpuRatios = pairs.map(({ bare, guarded }) => guarded.ratePerCpu / bare.ratePerCpu);
  const p99Ratios = pairs.map(({ bare, guarded }) => guarded.p99 / bare.p99);
  printSpread(
    'bare node:http',
    pairs.map(pair => pair.bare.rate),
    ' requests/s',
  );
  printSpread(
    'guarded',
    pairs.map(pair => pair.guarded.rate),
    ' requests/s',
  );
  printSpread('ratio of requests per CPU second', cpuRatios, '');
  console.log(
    JSON.stringify({
      name: 'guarded-request',
      ratio: rounded(median(ratios)),
      min: rounded(Math.min(...ratios)),
      max: rounded(Math.max(...ratios)),
      p99Ratio: rounded(median(p99Ratios)),
    }),
  );
}

/** A user with 1,000 statements, 500 of its own and 500 through a group; the last of them allows the call. */
async function prepareUser(server: ServerProcess): Promise<Signer> {
  const door = acs3Door('query', 'ACS3-HMAC-SHA256');
  const address = { protocol: 'http', host: server.host } as const;
  const call = (action: string, parameters: Record<string, string>) =>
    door.call(address, server.credentials, 'Ram', action, parameters);
  await call('CreateUser', { UserName: 'bench' });
  await call('CreateGroup', { GroupName: 'bench' });
  await call('AddUserToGroup', { UserName: 'bench', GroupName: 'bench' });
  for (let policy = 0; policy < 20; policy += 1) {
    const name = `bench-${policy}`;
    await call('CreatePolicy', { PolicyName: name, PolicyDocument: policyDocument(policy) });
    await call(policy < 10 ? 'AttachPolicyToUser' : 'AttachPolicyToGroup', {
      PolicyName: name,
      PolicyType: 'Custom',
      ...(policy < 10 ? { UserName: 'bench' } : { GroupName: 'bench' }),
    });
  }
  const key = (await call('CreateAccessKey', { UserName: 'bench' })).AccessKey as Record<string, string>;
  return { accessKeyId: String(key.AccessKeyId), accessKeySecret: String(key.AccessKeySecret) };
}

function policyDocument(policy: number): string {
  const services = ['ecs', 'oss', 'rds', 'slb', 'vpc'];
  const statements = Array.from({ length: STATEMENTS_PER_POLICY }, (_, i) => {
    const service = services[(policy + i) % services.length];
    return {
      Effect: 'Allow',
      Action: i % 2 === 0 ? `${service}:Describe${i}*` : `${service}:Get${policy}x${i}`,
      Resource: `acs:${service}:*:*:thing/p${policy}-${i}*`,
    };
  });
  if (policy === 19)
    statements[STATEMENTS_PER_POLICY - 1] = {
      Effect: 'Allow',
      Action: 'wardenry:GetServerInfo',
      Resource: '*',
    };
  return JSON.stringify({ Version: '1', Statement: statements });
}

/** Signed POST requests with a form body of about 750 bytes. */
function signedRequests(host: string, signer: Signer, count: number): Buffer[] {
  const date = new Date();
  const body = Buffer.from(
    encodeParameters([
      { name: 'RegionId', value: 'cn-hangzhou' },
      { name: 'Padding', value: 'x'.repeat(720) },
    ]),
  );
  return Array.from({ length: count }, () => {
    const headers = signAcs3(
      {
        method: 'POST',
        path: '/',
        headers: {
          host,
          'x-acs-action': 'GetServerInfo',
          'x-acs-version': '2026-11-01',
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
