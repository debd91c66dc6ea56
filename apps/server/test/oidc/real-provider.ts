/** A provider that we did not write (oidc-provider), over https with a certificate of a local authority. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { type HttpsServer, serveHttps, TestAuthority } from '../test-authority.ts';
import { type Client, identityToken, redeem } from './code-flow.ts';
import { newSigningKey, type SigningKey } from './signing.ts';

const require = createRequire(import.meta.url);

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** What is used here of the library, which comes without types. */
interface Provider {
  readonly Grant: new (of: {
    readonly accountId: string;
    readonly clientId: string;
  }) => { addOIDCScope(scope: string): void; save(): Promise<string> };
  callback(): Listener;
  interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
}
const { default: OidcProvider } = require('oidc-provider') as {
  readonly default: new (issuer: string, configuration: object) => Provider;
};
const { createMemoryAdapter } = require('oidc-provider/lib/adapters/memory_adapter.js') as {
  createMemoryAdapter(clockTolerance: number): unknown;
};

/** The subject of tokens that a workload gets for itself, and the audience of those that people get. */
export const workload = 'web';
/** The subject of tokens that people get. */
export const person = 'alice';
/** The audience of tokens that a workload gets for itself. */
export const audience = 'sts.aliyuncs.com';

const clientSecret = 'a-secret-of-the-workload';
const redirectUri = 'https://client.test/callback';
const interaction = '/interaction';

/** A running provider. */
export class RealProvider {
  readonly authority: TestAuthority;
  readonly issuer: string;
  readonly #server: HttpsServer;
  readonly #route: { answer: Listener };

  private constructor(authority: TestAuthority, server: HttpsServer, route: { answer: Listener }) {
    this.authority = authority;
    this.issuer = `https://localhost:${server.port}`;
    this.#server = server;
    this.#route = route;
    this.signWith(newSigningKey('RS256', 'first'));
  }

  static async start(): Promise<RealProvider> {
    const authority = await TestAuthority.root('Provider Root');
    const route: { answer: Listener } = { answer: () => {} };
    const certificate = await authority.certificateFor(['localhost']);
    const server = await serveHttps(certificate, (asked, response) => void route.answer(asked, response));
    return new RealProvider(authority, server, route);
  }

  /** Begins to sign with other keys, the first of which is used; only these are published from now on. */
  signWith(...keys: readonly SigningKey[]): void {
    const provider = new OidcProvider(this.issuer, configurationOf(keys));
    const answer = provider.callback();
    this.#route.answer = (request, response) =>
      request.url?.startsWith(interaction) === true
        ? logOn(provider, request, response)
        : answer(request, response);
  }

  /** A fresh token that a workload gets for itself, with its own credentials. */
  token(): Promise<string> {
    return redeem(this.#client(), { grant_type: 'client_credentials' }, 'access_token');
  }

  /** A fresh identity token of a person who logs on. */
  identityToken(): Promise<string> {
    return identityToken(this.#client());
  }

  /** Connections that were made so far. */
  connections(): number {
    return this.#server.connections();
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }

  #client(): Client {
    return { issuer: this.issuer, clientId: workload, clientSecret, redirectUri, ca: this.authority.pem };
  }
}

function configurationOf(keys: readonly SigningKey[]): object {
  const algorithm = keys[0]?.algorithm;
  return {
    // Chosen, since the provider warns where nobody has.
    adapter: createMemoryAdapter(0),
    cookies: { keys: ['of a test'] },
    clients: [
      {
        client_id: workload,
        client_secret: clientSecret,
        grant_types: ['client_credentials', 'authorization_code'],
        redirect_uris: [redirectUri],
        response_types: ['code'],
        id_token_signed_response_alg: algorithm,
      },
    ],
    jwks: {
      keys: keys.map(key => ({
        ...key.privateKey.export({ format: 'jwk' }),
        kid: key.keyId,
        alg: key.algorithm,
        use: 'sig',
      })),
    },
    ttl: {
      ClientCredentials: 600,
      IdToken: 600,
      AccessToken: 600,
      Grant: 600,
      Interaction: 600,
      Session: 600,
    },
    findAccount: (_context: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId }),
    }),
    interactions: { url: (_context: unknown, { uid }: { readonly uid: string }) => `${interaction}/${uid}` },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => 'urn:wardenry:sts',
        getResourceServerInfo: () => ({
          scope: '',
          audience,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: algorithm } },
        }),
      },
    },
  };
}

/** Logs the person on who comes along, and agrees to everything. */
async function logOn(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const grant = new provider.Grant({ accountId: person, clientId: workload });
  grant.addOIDCScope('openid');
  const grantId = await grant.save();
  await provider.interactionFinished(request, response, {
    login: { accountId: person },
    consent: { grantId },
  });
}
