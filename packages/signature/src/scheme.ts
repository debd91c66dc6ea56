import type { Parameter } from './parameters.ts';
import type { SignedRequest } from './request.ts';

/** How a request says who sent it, where it can be believed or need not be: verified here, or not signed at all. */
export type SignatureScheme = 'acs3' | 'rpc-v1' | 'anonymous';

/**
 * What must be refused, by name: schemes that are not offered, an Authorization header of any other kind, and a request
 * that carries two signatures, of which two readers could believe different ones.
 */
export type RefusedScheme = 'roa-v1' | 'bearer' | 'unknown' | 'contradictory';

type Evidence = Pick<SignedRequest, 'headers' | 'query' | 'form'>;

/**
 * Tells the scheme of a request by where its proof stands (spec: wire 0). Nothing that looks like a proof is passed over:
 * a request is anonymous only when it carries none of any kind.
 */
export function signatureScheme(request: Evidence): SignatureScheme | RefusedScheme {
  const { headers } = request;
  const authorization = headers.get('authorization');
  const signature = someParameter(request, ({ name }) => name === 'Signature');
  if (authorization?.startsWith('ACS3-') === true) return signature ? 'contradictory' : 'acs3';
  if (authorization !== undefined) return authorization.startsWith('acs ') ? 'roa-v1' : 'unknown';
  if (headers.has('x-acs-bearer-token') || headers.has('x-acs-zero-trust-idtoken')) return 'bearer';
  if (someParameter(request, isBearer)) return 'bearer';
  return signature ? 'rpc-v1' : 'anonymous';
}

function isBearer({ name, value }: Parameter): boolean {
  return name === 'BearerToken' || (name === 'SignatureType' && value === 'BEARERTOKEN');
}

function someParameter({ query, form }: Evidence, fits: (parameter: Parameter) => boolean): boolean {
  return query.some(fits) || form.some(fits);
}
