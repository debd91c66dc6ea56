/** An issuer over real https, with a certificate of a local authority, whose every answer a test can bend. */
import type { ServerResponse } from 'node:http';
import { Issuers } from '../../src/areas/sts/oidc/issuers.ts';
import type { TokenRules } from '../../src/areas/sts/oidc/verify-token.ts';
import { verifyToken } from '../../src/areas/sts/oidc/verify-token.ts';
import { ApiError } from '../../src/kernel/errors.ts';
import { type OutboundOptions, outboundOver } from '../../src/outbound/index.ts';
import { type HttpsServer, serveHttps, TestAuthority } from '../test-authority.ts';
import { newSigningKey, publicJwk, type SigningKey, signToken } from './signing.ts';

const account = '1234567890123456';
const host = 'idp.test';
/** What every token of the tests is about. */
export const NOW = Date.parse('2026-01-02T03:04:05Z');
const seconds = NOW / 1000;

/** How a test bends what an issuer answers at a path; undefined lets it answer as usual. */
export type Bend = (path: string, response: ServerResponse) => true | undefined;

export class TestIssuer {
  readonly authority: TestAuthority;
  readonly key: SigningKey;
  /** Paths that were asked for. */
  readonly asked: string[] = [];
  /** The key set; tests may replace it. */
  keys: unknown;
  /** Members of the discovery document that differ from the usual. */
  configuration: Readonly<Record<string, unknown>> = {};
  bend: Bend = () => undefined;
  /** Milliseconds that have passed for those who remember what the issuer publishes. */
  elapsed = 0;
  readonly #server: HttpsServer;

  private constructor(authority: TestAuthority, key: SigningKey, server: HttpsServer) {
    this.authority = authority;
    this.key = key;
    this.keys = [publicJwk(key)];
    this.#server = server;
  }

  static async start(key: SigningKey = newSigningKey('RS256', 'one')): Promise<TestIssuer> {
    const authority = await TestAuthority.root('Issuer Root');
    const certificate = await authority.certificateFor([host, 'other.test']);
    const server = await serveHttps(certificate, (request, response) =>
      issuer.#answer(request.url ?? '', response),
    );
    const issuer = new TestIssuer(authority, key, server);
    return issuer;
  }

  get url(): string {
    return `https://${host}:${this.#server.port}`;
  }

  get port(): number {
    return this.#server.port;
  }

  connections(): number {
    return this.#server.connections();
  }

  /** Answers as usual again. */
  unbend(): void {
    this.keys = [publicJwk(this.key)];
    this.configuration = {};
    this.bend = () => undefined;
    this.elapsed = 0;
    this.asked.length = 0;
  }

  /** What an account registers of this issuer. */
  rules(differing: Partial<TokenRules> = {}): TokenRules {
    return {
      issuerUrl: this.url,
      clientIds: ['sts.aliyuncs.com', 'second'],
      fingerprints: [this.authority.fingerprint.toUpperCase()],
      issuanceLimitTime: 12,
      ...differing,
    };
  }

  /** The claims of a token that is accepted. */
  claims(differing: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
    const usual = { iss: this.url, sub: 'system:serviceaccount:shop:web', aud: 'sts.aliyuncs.com' };
    return { ...usual, iat: seconds - 60, exp: seconds + 600, ...differing };
  }

  /** A token that is accepted, but for what differs. */
  token(claims: Readonly<Record<string, unknown>> = {}, header: unknown = {}): string {
    return signToken(this.key, this.claims(claims), header);
  }

  /** What is asked when issuers are asked, by an operator who opened this one. */
  issuers(options: Partial<OutboundOptions> = {}): Issuers {
    return new Issuers(
      outboundOver({
        allow: [{ kind: 'host', host }],
        authorities: [this.authority.pem],
        userAgent: 'wardenry/test',
        resolve: async () => ['127.0.0.1'],
        // However busy the machine is; what is to be slow says so.
        bounds: { timeLimit: 25_000 },
        ...options,
      }),
      {},
      () => this.elapsed,
    );
  }

  /** `accepted`, or the code that a token is refused with by somebody who has asked nobody yet. */
  async judge(
    token: string,
    {
      rules = this.rules(),
      now = NOW,
      issuers = this.issuers(),
    }: {
      readonly rules?: TokenRules;
      readonly now?: number;
      readonly issuers?: Issuers;
    } = {},
  ): Promise<string> {
    try {
      await verifyToken(token, { provider: rules, accountId: account, now }, issuers);
      return 'accepted';
    } catch (error) {
      if (error instanceof ApiError) return error.code.replace('AuthenticationFail.OIDCToken.', '');
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }

  #answer(path: string, response: ServerResponse): void {
    this.asked.push(path);
    if (this.bend(path, response) === true) return;
    if (path === '/.well-known/openid-configuration') {
      sendJson(response, { issuer: this.url, jwks_uri: `${this.url}/jwks`, ...this.configuration });
    } else if (path === '/jwks') {
      sendJson(response, { keys: this.keys });
    } else {
      response.writeHead(404).end();
    }
  }
}

/** Answers with a JSON document. */
export function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
