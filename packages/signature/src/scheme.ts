import type { SignedRequest } from './request.ts';

/**
 * How a request says who sent it. Only `acs3` and `rpc-v1` can be verified here; `roa-v1` and `bearer` are recognised so
 * that they are refused by name.
 */
export type SignatureScheme = 'acs3' | 'roa-v1' | 'rpc-v1' | 'bearer' | 'anonymous';

type Evidence = Pick<SignedRequest, 'headers' | 'query' | 'form'>;

/** Finds the scheme of a request, in the order that leaves no choice to the reader (spec: wire 0). */
export function signatureScheme(request: Evidence): SignatureScheme {
  const authorization = request.headers.get('authorization') ?? '';
  if (authorization.startsWith('ACS3-')) return 'acs3';
  if (authorization.startsWith('acs ')) return 'roa-v1';
  if (parameterOf(request, 'Signature') !== undefined) return 'rpc-v1';
  return carriesBearerToken(request) ? 'bearer' : 'anonymous';
}

function carriesBearerToken(request: Evidence): boolean {
  if (request.headers.has('x-acs-bearer-token')) return true;
  return (
    parameterOf(request, 'BearerToken') !== undefined &&
    parameterOf(request, 'SignatureType') === 'BEARERTOKEN'
  );
}

function parameterOf({ query, form }: Evidence, name: string): string | undefined {
  const isNamed = (parameter: { readonly name: string }) => parameter.name === name;
  return (query.find(isNamed) ?? form.find(isNamed))?.value;
}
