/** An OIDC issuer over real https, as the platforms that run workloads have one. */

import { newSigningKey, publicJwk, signToken } from '../../apps/server/test/oidc/signing.ts';
import { sendJson } from '../../apps/server/test/oidc/test-issuer.ts';
import { serveHttps, TestAuthority } from '../../apps/server/test/test-authority.ts';

/** An issuer that runs. */
export interface Issuer {
  readonly url: string;
  /** `127.0.0.1:port`. */
  readonly host: string;
  /** PEM of the authority that its certificate is of, and its SHA-1. */
  readonly authority: { readonly pem: string; readonly fingerprint: string };
  /** A token of a workload, as the platform writes it into a file. */
  token(subject: string): string;
  stop(): Promise<void>;
}

/** Starts an issuer. */
export async function startIssuer(): Promise<Issuer> {
  const authority = await TestAuthority.root('Platform Root');
  const key = newSigningKey('RS256', 'one');
  const server = await serveHttps(await authority.certificateFor(['127.0.0.1']), (request, response) => {
    if (request.url === '/jwks') return sendJson(response, { keys: [publicJwk(key)] });
    return sendJson(response, { issuer: url, jwks_uri: `${url}/jwks` });
  });
  const host = `127.0.0.1:${server.port}`;
  const url = `https://${host}`;
  return {
    url,
    host,
    authority,
    token: subject => {
      const now = Math.floor(Date.now() / 1000);
      return signToken(key, { iss: url, sub: subject, aud: 'sts.aliyuncs.com', iat: now, exp: now + 600 });
    },
    stop: () => server.stop(),
  };
}
