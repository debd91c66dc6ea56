import { Buffer } from 'node:buffer';
import {
  type Parameter,
  parseAuthorization,
  parseRequest,
  type ReceivedRequest,
  RequestSyntaxError,
  type SignedRequest,
  SigningSecret,
  signatureScheme,
  type Verdict,
  verifyAcs3,
  verifyRpcV1,
} from '../src/index.ts';

/** What a server that knows one AccessKey makes of a request. */
export type Judgement =
  /** `meaning` is everything that such a server may act upon, as one comparable text. */
  | { readonly accepted: true; readonly meaning: string }
  | { readonly accepted: false; readonly reason: string };

/** The one AccessKey that the server of {@link judge} knows. */
export interface KnownKey {
  readonly id: string;
  readonly secret: string;
}

/** Receives a request the way a server does: parse, find the scheme, find the key, verify. */
export function judge(received: ReceivedRequest, key: KnownKey): Judgement {
  let request: SignedRequest;
  try {
    request = parseRequest(received);
  } catch (error) {
    if (error instanceof RequestSyntaxError) return { accepted: false, reason: error.reason };
    throw error;
  }
  switch (signatureScheme(request)) {
    case 'acs3':
      return judgeAcs3(request, key);
    case 'rpc-v1':
      return judgeRpcV1(request, key);
    default:
      return { accepted: false, reason: 'no signature' };
  }
}

function judgeAcs3(request: SignedRequest, key: KnownKey): Judgement {
  const authorization = parseAuthorization(request.headers.get('authorization') ?? '');
  if (authorization === undefined) return { accepted: false, reason: 'malformed authorization' };
  if (authorization.credential !== key.id) return { accepted: false, reason: 'unknown key' };
  const verdict = verifyAcs3(request, authorization, new SigningSecret(key.secret));
  return judgement(verdict, {
    scheme: 'acs3',
    authorization,
    method: request.method,
    path: decodeURIComponent(request.path.replaceAll('+', ' ')),
    query: sortedPairs(request.query),
    headers: authorization.signedHeaders.names.map(name => [
      name,
      request.headers.get(name)?.replace(/^[ \t]+|[ \t]+$/g, ''),
    ]),
    body: Buffer.from(request.body).toString('base64'),
  });
}

function judgeRpcV1(request: SignedRequest, key: KnownKey): Judgement {
  const parameters = [...request.query, ...request.form];
  if (!parameters.some(({ name, value }) => name === 'AccessKeyId' && value === key.id)) {
    return { accepted: false, reason: 'unknown key' };
  }
  const verdict = verifyRpcV1(request, new SigningSecret(key.secret));
  const unsigned = new Set(verdict.valid ? verdict.unsignedParameters : []);
  return judgement(verdict, {
    scheme: 'rpc-v1',
    method: request.method,
    path: request.path,
    parameters: sortedPairs(parameters.filter(({ name }) => !unsigned.has(name))),
  });
}

function judgement(verdict: Verdict, meaning: object): Judgement {
  if (verdict.valid) return { accepted: true, meaning: JSON.stringify(meaning) };
  return { accepted: false, reason: verdict.reason };
}

function sortedPairs(parameters: readonly Parameter[]): string[] {
  return parameters.map(({ name, value }) => JSON.stringify([name, value])).sort();
}
