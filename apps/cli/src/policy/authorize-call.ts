import { randomUUID } from 'node:crypto';
import { type Credentials, signAcs3 } from '@wardenry/signature';

/** What the server is asked: one check of its operation Authorize. */
export interface Check {
  readonly principal: string;
  readonly action: string;
  readonly resource: readonly string[];
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  readonly resourceGroupId?: string;
}

/** What the server answers, or in a sentence why it did not. */
export type ServerAnswer =
  | {
      readonly ok: true;
      readonly decision: string;
      readonly explanation: unknown;
      readonly requestId: string;
    }
  | { readonly ok: false; readonly reason: string };

/** How long the server may take, in milliseconds. */
const PATIENCE = 30_000;

/**
 * Has a server decide and explain: `POST /v1/authorize`, signed. Never throws for what the network or the server does.
 */
export async function askServer(
  endpoint: URL,
  credentials: Credentials,
  check: Check,
): Promise<ServerAnswer> {
  const body = Buffer.from(JSON.stringify({ checks: [check], explain: true }));
  const { host, ...headers } = signAcs3(
    {
      method: 'POST',
      path: '/v1/authorize',
      headers: {
        host: endpoint.host,
        'content-type': 'application/json',
        'x-acs-action': 'Authorize',
        'x-acs-version': '2026-11-01',
      },
      body,
    },
    credentials,
    { date: new Date(), nonce: randomUUID() },
  );
  try {
    const response = await fetch(new URL('/v1/authorize', endpoint), {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return readAnswer(response.status, await response.text());
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { ok: false, reason: `${host} did not answer: ${rootCause(error).message}` };
  }
}

/** What `fetch` says is only that it failed; the cause says why. */
function rootCause(error: Error): Error {
  return error.cause instanceof Error ? rootCause(error.cause) : error;
}

function readAnswer(status: number, text: string): ServerAnswer {
  const answer = parse(text);
  const requestId = textOf(member(answer, 'RequestId'));
  if (status !== 200) {
    const [code, message] = [member(answer, 'Code'), member(answer, 'Message')].map(textOf);
    const reason = code ? `${code}: ${message} (request ${requestId})` : 'the answer is not one of Wardenry';
    return { ok: false, reason: `The server refused the call with status ${status}. ${reason}` };
  }
  const decisions = member(answer, 'decisions');
  const first: unknown = Array.isArray(decisions) && decisions.length === 1 ? decisions[0] : undefined;
  const decision = textOf(member(first, 'decision'));
  if (decision === '') return { ok: false, reason: 'The server answered without a decision.' };
  return { ok: true, decision, explanation: member(first, 'explanation'), requestId };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
