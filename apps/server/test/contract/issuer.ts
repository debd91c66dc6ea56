/** Issuers that the suite's server may ask: as many as tests register, at one address that the operator has opened. */

import { newSigningKey, publicJwk, signToken } from '../oidc/signing.ts';
import { type HttpsServer, serveHttps, TestAuthority } from '../test-authority.ts';

const configuration = '/.well-known/openid-configuration';

export class SuiteIssuers {
  /** PEM of the authority that their certificate is from. */
  readonly authority: string;
  /** What answers wait for. */
  gate: Promise<unknown> = Promise.resolve();
  /** Paths that were asked for. */
  readonly asked: string[] = [];
  readonly #server: HttpsServer;
  readonly #key = newSigningKey('ES256', 'suite');

  private constructor(authority: string, server: HttpsServer) {
    this.authority = authority;
    this.#server = server;
  }

  static async start(): Promise<SuiteIssuers> {
    const authority = await TestAuthority.root('Suite Root');
    const certificate = await authority.certificateFor(['localhost']);
    const server = await serveHttps(certificate, async ({ url = '' }, response) => {
      issuers.asked.push(url);
      await issuers.gate;
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify(issuers.#documentAt(url)));
    });
    const issuers = new SuiteIssuers(authority.pem, server);
    return issuers;
  }

  /** The URL of an issuer; each name has its own. */
  urlOf(name: string): string {
    return `https://localhost:${this.#server.port}/${name}`;
  }

  /**
   * A token of an issuer, for the audience `sts.aliyuncs.com`.
   *
   * @param life seconds
   */
  tokenOf(name: string, life = 3600): string {
    const seconds = Math.floor(Date.now() / 1000);
    return signToken(this.#key, {
      iss: this.urlOf(name),
      sub: 'system:serviceaccount:shop:web',
      aud: 'sts.aliyuncs.com',
      iat: seconds,
      exp: seconds + life,
    });
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }

  #documentAt(path: string): object {
    if (!path.endsWith(configuration)) return { keys: [publicJwk(this.#key)] };
    const issuer = this.urlOf(path.slice(1, -configuration.length));
    return { issuer, jwks_uri: `${issuer}/jwks` };
  }
}
