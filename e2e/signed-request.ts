/** A valid V3 request as it goes over the wire, for tests that break it in one place. */
import { randomUUID } from 'node:crypto';
import { encodeParameters, signAcs3 } from '@wardenry/signature';
import { type Product, type Signer, versions } from './doors/door.ts';
import type { WireRequest } from './doors/raw-http.ts';

export interface SignedRequestOptions {
  readonly product?: Product;
  readonly action?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly date?: Date;
  readonly nonce?: string;
}

/** Signs a request with its parameters in the query of a POST; `GetCallerIdentity` unless told otherwise. */
export function signedRequest(host: string, signer: Signer, options: SignedRequestOptions = {}): WireRequest {
  const query = Object.entries(options.parameters ?? {}).map(([name, value]) => ({ name, value }));
  const headers = signAcs3(
    {
      method: 'POST',
      path: '/',
      query,
      headers: {
        host,
        'x-acs-action': options.action ?? 'GetCallerIdentity',
        'x-acs-version': versions[options.product ?? 'Sts'],
      },
    },
    signer,
    { date: options.date ?? new Date(), nonce: options.nonce ?? randomUUID() },
  );
  const target = query.length === 0 ? '/' : `/?${encodeParameters(query)}`;
  return { method: 'POST', target, headers };
}
