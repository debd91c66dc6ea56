/** How a person gets an identity token: the authorization code flow (OpenID Connect Core, 3.1), as a browser goes through it. */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';

/** An answer without its connection. */
interface Answer {
  readonly location: string | undefined;
  readonly cookies: readonly string[];
  readonly body: string;
}

/** Who asks, and where. */
export interface Client {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  /** PEM of the authority that the issuer's certificate is from. */
  readonly ca: string;
}

/** Follows the provider's redirects with its cookies until it sends the browser back, and redeems the code. */
export async function identityToken(client: Client): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const cookies = new Map<string, string>();
  let at = `${client.issuer}/auth?${new URLSearchParams({
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    response_type: 'code',
    scope: 'openid',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })}`;
  while (!at.startsWith(client.redirectUri)) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const { location, cookies: set, body } = await ask(at, client, { cookie });
    if (location === undefined) throw new Error(`the provider leads nowhere: ${body}`);
    for (const text of set) {
      const [pair = ''] = text.split(';');
      const equals = pair.indexOf('=');
      cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
    }
    at = new URL(location, at).href;
  }
  const code = new URL(at).searchParams.get('code') ?? '';
  return redeem(
    client,
    { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: client.redirectUri },
    'id_token',
  );
}

/**
 * Asks the token endpoint.
 *
 * @param kind `id_token` or `access_token`
 */
export async function redeem(
  client: Client,
  grant: Readonly<Record<string, string>>,
  kind: 'id_token' | 'access_token',
): Promise<string> {
  const { body } = await ask(`${client.issuer}/token`, client, {}, new URLSearchParams(grant).toString());
  const token = (JSON.parse(body) as Readonly<Record<string, string | undefined>>)[kind];
  if (token === undefined) throw new Error(`the provider gave no ${kind}: ${body}`);
  return token;
}

async function ask(
  url: string,
  { ca, clientId, clientSecret }: Client,
  headers: Readonly<Record<string, string>>,
  form?: string,
): Promise<Answer> {
  const asked = request(url, {
    ca,
    agent: false,
    ...(form === undefined
      ? { headers }
      : {
          method: 'POST',
          auth: `${clientId}:${clientSecret}`,
          headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        }),
  });
  asked.end(form);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  let body = '';
  for await (const part of response) body += part;
  return { location: response.headers.location, cookies: response.headers['set-cookie'] ?? [], body };
}
