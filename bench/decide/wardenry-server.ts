/** Our server with the statements of a workload attached to a user, and requests to it for decisions about that user. */
import { randomUUID } from 'node:crypto';
import { signAcs3 } from '@wardenry/signature';
import { acs3Door } from '../../e2e/doors/raw-http.ts';
import { type ServerProcess, startServer } from '../../e2e/server-process.ts';
import { documentTexts } from './wardenry.ts';
import type { WorkRequest, WorkStatement } from './workload.ts';
import { arnOf } from './workload.ts';

const PATH = '/v1/authorize';
const USER = 'bench';

/** Starts a server that records every call, and has no limit that a benchmark could reach. */
export async function startWardenry(statements: readonly WorkStatement[]): Promise<ServerProcess> {
  const server = await startServer({
    pinned: true,
    env: {
      WARDENRY_RATE_LIMIT_PER_KEY: '1000000',
      WARDENRY_RATE_BURST_PER_KEY: '1000000',
      WARDENRY_DECISIONS_RECORDED_PER_MINUTE: '10000000',
      WARDENRY_QUOTA_CUSTOM_POLICIES_PER_PRINCIPAL: '1000',
    },
  });
  try {
    await attachAll(server, statements);
    return server;
  } catch (error) {
    await server.remove();
    throw error;
  }
}

async function attachAll(
  { host, credentials }: ServerProcess,
  statements: readonly WorkStatement[],
): Promise<void> {
  const door = acs3Door('query', 'ACS3-HMAC-SHA256');
  const call = (action: string, parameters: Record<string, string>) =>
    door.call({ protocol: 'http', host }, credentials, 'Ram', action, parameters);
  await call('CreateUser', { UserName: USER });
  for (const [place, text] of documentTexts(statements, credentials.accountId).entries()) {
    const PolicyName = `bench-${place}`;
    await call('CreatePolicy', { PolicyName, PolicyDocument: text });
    await call('AttachPolicyToUser', { PolicyName, PolicyType: 'Custom', UserName: USER });
  }
}

/** A signed request for decisions, in bytes. */
export function authorizeRequest(
  { host, credentials }: ServerProcess,
  requests: readonly WorkRequest[],
): Buffer {
  const { accountId } = credentials;
  const checks = requests.map(({ action, resource, context }) => ({
    principal: `acs:ram::${accountId}:user/${USER}`,
    action,
    resource: arnOf(resource, accountId),
    context,
  }));
  const body = Buffer.from(JSON.stringify({ checks }));
  const headers = signAcs3(
    {
      method: 'POST',
      path: PATH,
      headers: {
        host,
        'x-acs-action': 'Authorize',
        'x-acs-version': '2026-11-01',
        'content-type': 'application/json',
      },
      body,
    },
    credentials,
    { date: new Date(), nonce: randomUUID() },
  );
  return postBytes(PATH, headers, body);
}

/** The bytes of a POST over a connection that stays open. */
export function postBytes(path: string, headers: Readonly<Record<string, string>>, body: Buffer): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `POST ${path} HTTP/1.1\r\n${lines.join('')}content-length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}

/** Reads which of the checks are allowed. */
export function authorizeAnswers(reply: string): boolean[] {
  const { decisions } = JSON.parse(reply) as { decisions: { decision: string }[] };
  return decisions.map(({ decision }) => decision === 'Allow');
}
