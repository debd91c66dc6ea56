/**
 * Asks a server of somebody else, without letting its name, its answer or its certificate turn the question against us
 * (spec: security Q23): the name is resolved once, every address is judged, and the connection goes to an address that
 * was judged and to no other.
 */
import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { isIP, isIPv4, type LookupFunction } from 'node:net';
import { createSecureContext, type TLSSocket } from 'node:tls';
import { type OutboundDocument, OutboundFailure } from '../kernel/outbound.ts';
import { judgeAddress } from './addresses.ts';
import type { MayReach } from './openings.ts';
import { peerFingerprints } from './peer-chain.ts';
import type { Resolve } from './resolve.ts';

/** What fetching stands on. */
export interface FetchOptions {
  readonly resolve: Resolve;
  readonly mayReach: MayReach;
  /** Certificate authorities, PEM; absent for what Node.js trusts anyway. */
  readonly authorities?: readonly string[];
  readonly userAgent: string;
  /** Milliseconds from the first step to the last byte. */
  readonly timeLimit: number;
  /** Bytes of an answer. */
  readonly sizeLimit: number;
}

/**
 * Makes the fetching of JSON documents.
 *
 * @returns fetches the document of an https URL; throws OutboundFailure
 */
export function jsonFetcher(options: FetchOptions): (url: string) => Promise<OutboundDocument> {
  let agent: Agent | undefined;
  return async text => {
    const url = URL.parse(text);
    if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') {
      throw new OutboundFailure('not-https');
    }
    const deadline = AbortSignal.timeout(options.timeLimit);
    try {
      const addresses = await within(deadline, reachable(url, options, deadline));
      agent ??= agentFor(options);
      return await ask(url, addresses, { ...options, agent, deadline });
    } catch (error) {
      if (error instanceof OutboundFailure) throw error;
      throw new OutboundFailure(deadline.aborted ? 'too-slow' : problemOf(error), { cause: error });
    }
  };
}

/**
 * No connection outlives its answer and no TLS session is taken up again: each is judged, and shows its certificates. The
 * authorities, which take tens of milliseconds to read, are read once.
 */
function agentFor({ authorities }: FetchOptions): Agent {
  const secureContext = createSecureContext({
    minVersion: 'TLSv1.2',
    ...(authorities === undefined ? {} : { ca: [...authorities] }),
  });
  return new Agent({ keepAlive: false, maxCachedSessions: 0, secureContext });
}

/** The addresses of a host that may be connected to. */
async function reachable(
  url: URL,
  { resolve, mayReach }: FetchOptions,
  deadline: AbortSignal,
): Promise<readonly string[]> {
  const host = hostOf(url);
  const port = url.port === '' ? 443 : Number(url.port);
  const found = isIP(host) === 0 ? await resolve(host, deadline) : [host];
  if (found.length === 0) throw new OutboundFailure('unreachable');
  const judged = found.map(judgeAddress).filter(address => address !== undefined);
  const open = judged.filter(address => mayReach(address, host, port));
  if (open.length === 0) throw new OutboundFailure('address-refused');
  return open.map(({ address }) => address);
}

interface Question extends FetchOptions {
  readonly agent: Agent;
  readonly deadline: AbortSignal;
}

async function ask(
  url: URL,
  addresses: readonly string[],
  { agent, userAgent, sizeLimit, deadline }: Question,
): Promise<OutboundDocument> {
  const host = hostOf(url);
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  let fingerprints: readonly string[] = [];
  const question = request({
    host,
    port: url.port === '' ? 443 : Number(url.port),
    path: `${url.pathname}${url.search}`,
    method: 'GET',
    headers: { accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': userAgent },
    agent,
    servername: isIP(host) === 0 ? host : '',
    // Said outright, so that no variable of the environment turns it off.
    rejectUnauthorized: true,
    lookup: pinned(addresses),
    signal: deadline,
  });
  question.on('socket', socket => {
    socket.once('secureConnect', () => {
      try {
        fingerprints = peerFingerprints(socket as TLSSocket);
      } catch (error) {
        // A certificate of a kind that cannot be looked at; what is thrown here would end the process.
        reject(error);
      }
    });
  });
  question.on('response', resolve).on('error', reject).end();
  try {
    const answer = await promise;
    assertJson(answer);
    return { value: parsed(await readWhole(answer, sizeLimit)), fingerprints };
  } finally {
    question.destroy();
  }
}

/** Answers with the judged addresses, whatever is asked. */
function pinned(addresses: readonly string[]): LookupFunction {
  const all = addresses.map(address => ({ address, family: isIPv4(address) ? 4 : 6 }));
  return (_host, { all: wantsAll }, answer) => {
    const [first] = all;
    if (wantsAll === true || first === undefined) answer(null, all);
    else answer(null, first.address, first.family);
  };
}

function assertJson({ statusCode = 0, headers }: IncomingMessage): void {
  if (statusCode >= 300 && statusCode < 400) throw new OutboundFailure('redirect');
  if (statusCode !== 200) throw new OutboundFailure('status');
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  const [, subtype = ''] = type.trim().toLowerCase().split('/');
  const isJson = subtype === 'json' || subtype.endsWith('+json');
  if (!isJson) throw new OutboundFailure('content-type');
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') throw new OutboundFailure('compressed');
}

async function readWhole(answer: IncomingMessage, sizeLimit: number): Promise<string> {
  if (Number(answer.headers['content-length'] ?? 0) > sizeLimit) throw new OutboundFailure('too-large');
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > sizeLimit) throw new OutboundFailure('too-large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new OutboundFailure('not-json', { cause });
  }
}

/** The host as it is connected to: IPv6 without brackets. */
function hostOf({ hostname }: URL): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}

/** What TLS calls a certificate that is not trusted, beside codes that begin with `ERR_TLS_CERT`. */
const certificateCodes = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'CERT_CHAIN_TOO_LONG',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

function problemOf(error: unknown): 'untrusted-certificate' | 'unreachable' {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return certificateCodes.has(code) || code.startsWith('ERR_TLS_CERT')
    ? 'untrusted-certificate'
    : 'unreachable';
}

/** Gives up waiting, not the work itself, when the time is over. */
function within<Result>(deadline: AbortSignal, work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const giveUp = () => reject(deadline.reason);
  deadline.addEventListener('abort', giveUp, { once: true });
  return Promise.race([work, promise]).finally(() => deadline.removeEventListener('abort', giveUp));
}
