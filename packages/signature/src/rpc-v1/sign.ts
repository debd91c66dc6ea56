import { type Credentials, signingSecret } from '../credentials.ts';
import { sortByName } from '../order.ts';
import type { Parameter } from '../parameters.ts';
import { formatTimestamp } from '../timestamp.ts';
import { type RpcV1Algorithm, rpcV1Digest } from './algorithm.ts';
import { rpcV1StringToSign } from './string-to-sign.ts';

/** What makes two signatures of the same call differ. */
export interface RpcV1SigningOptions {
  readonly date: Date;
  /** A text that was never used with this AccessKey before. */
  readonly nonce: string;
  /** `HMAC-SHA1` unless given, the only one that every server knows. */
  readonly algorithm?: RpcV1Algorithm;
}

/**
 * Signs a call (spec: wire 2.1).
 *
 * @param method the HTTP method it will be sent with.
 * @param parameters decoded, `Action`, `Version` and `Format` among them.
 * @returns the given parameters and those that the signature adds, to be sent to `/`, each in the query or in the form.
 * @throws TypeError when a parameter occurs twice, also when it is one that signing adds, or the algorithm cannot be
 *   used; URIError when a parameter is not well-formed Unicode.
 */
export function signRpcV1(
  method: string,
  parameters: readonly Parameter[],
  credentials: Credentials,
  options: RpcV1SigningOptions,
): Parameter[] {
  const { algorithm = 'HMAC-SHA1' } = options;
  const digest = rpcV1Digest(algorithm);
  if (digest === undefined) throw new TypeError(`The algorithm ${algorithm} is not supported here.`);
  const complete = [
    ...parameters,
    { name: 'AccessKeyId', value: credentials.accessKeyId },
    { name: 'SignatureMethod', value: algorithm },
    { name: 'SignatureNonce', value: options.nonce },
    { name: 'SignatureVersion', value: '1.0' },
    { name: 'Timestamp', value: formatTimestamp(options.date) },
  ];
  if (credentials.securityToken !== undefined) {
    complete.push({ name: 'SecurityToken', value: credentials.securityToken });
  }
  assertDistinct(complete);
  const stringToSign = rpcV1StringToSign(method.toUpperCase(), sortByName(complete));
  return [
    ...complete,
    { name: 'Signature', value: signingSecret(credentials).signRpcV1(digest, stringToSign) },
  ];
}

function assertDistinct(parameters: readonly Parameter[]): void {
  const seen = new Set(['Signature']);
  for (const { name } of parameters) {
    if (seen.has(name))
      throw new TypeError(`The parameter ${name} is given twice, or is one that signing adds.`);
    seen.add(name);
  }
}
