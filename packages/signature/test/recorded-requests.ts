import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { ReceivedRequest } from '../src/index.ts';

/** A request of `vectors/wire-vectors.json`. */
export interface RecordedRequest {
  readonly name: string;
  readonly client: string;
  readonly scheme: 'V3' | 'RPC-V1' | 'ROA-V1' | 'BEARER' | 'NONE';
  readonly accessKeyId?: string;
  readonly accessKeySecret?: string;
  readonly securityToken?: string;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  readonly canonicalRequest?: string;
  readonly stringToSign?: string;
  readonly signature?: string;
  readonly verifiedAs: string;
}

const file: { readonly vectors: readonly RecordedRequest[] } = JSON.parse(
  readFileSync(new URL('../vectors/wire-vectors.json', import.meta.url), 'utf8'),
);

/** Every recorded request. */
export const RECORDED: readonly RecordedRequest[] = file.vectors;

/** The requests that this package verifies: ACS3 and RPC V1 with an HMAC. */
export const VERIFIABLE: readonly RecordedRequest[] = RECORDED.filter(
  ({ scheme, headers }) =>
    scheme === 'RPC-V1' || (scheme === 'V3' && !headers.some(([, value]) => value.startsWith('ACS3-RSA-'))),
);

/** A recorded request as a server receives it. */
export function received({ method, url, headers, body }: RecordedRequest): ReceivedRequest {
  return { method, target: url, rawHeaders: headers.flat(), body: Buffer.from(body, 'utf8') };
}

/** The recorded request of a name. */
export function recordedAs(name: string): RecordedRequest {
  const found = RECORDED.find(recorded => recorded.name === name);
  if (found === undefined) throw new Error(`No recorded request is called ${name}.`);
  return found;
}
