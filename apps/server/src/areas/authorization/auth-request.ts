/**
 * The language of nginx's auth_request and of forward-auth in other proxies: the request that is asked about comes along as
 * headers, the action and the resource from the proxy's configuration. What a client sends under one of these names is
 * the proxy's to replace; whatever stands there twice was refused before.
 */
import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { type ApiError, apiError, errorKind } from '../../kernel/errors.ts';
import type { PathAlias } from '../../kernel/operation.ts';
import type { ProxyAnswer, ProxyDialect } from '../../kernel/proxy.ts';
import type { WireObject, WireValue } from '../../kernel/response.ts';

type Headers = ReadonlyMap<string, string>;

/** SHA-256 of nothing, in hexadecimal. */
const NOTHING = hash('sha256', '', 'hex');

/** The proxy's own configuration is at fault. */
export const invalidProxyRequest = errorKind(
  'InvalidProxyRequest',
  400,
  'The proxy must send {header}: {reason}. Whoever runs the proxy must correct its configuration.',
);

const originals = {
  method: { header: 'x-original-method', reason: 'the method of the request that it asks about' },
  uri: { header: 'x-original-uri', reason: 'path and query of the request, as they were received' },
  host: { header: 'x-original-host', reason: 'the Host header of the request' },
} as const;

/** Headers of the proxy's own request, which are none of the one that it asks about. */
const own: ReadonlySet<string> = new Set(['connection', 'content-length', 'host', 'transfer-encoding']);

const dialect: ProxyDialect = {
  token: headers => headers.get('x-wardenry-gateway-token'),
  parameters(headers, dryRun) {
    const target = required(headers, originals.uri);
    const mark = target.indexOf('?');
    const digest = headers.get('x-acs-content-sha256');
    const parameters = new Map([
      ['method', required(headers, originals.method)],
      ['path', mark < 0 ? target : target.slice(0, mark)],
      ['query', mark < 0 ? '' : target.slice(mark + 1)],
      ['dryRun', String(dryRun)],
    ]);
    // The service checks that its body is the one that was signed.
    if (digest !== undefined) parameters.set('bodySha256', digest);
    const nested = new Map<string, unknown>([['headers', received(headers)]]);
    const check = checkOf(headers);
    if (check !== undefined) nested.set('check', check);
    return { parameters, nested };
  },
  answer(members, headers, dryRun) {
    const { identity, refusal, decision, wouldBe } = members;
    if (refusal !== undefined) {
      const code = textOf(refusal, 'code');
      return dryRun ? passed({ 'x-wardenry-would-refuse': code }) : unauthenticated(code);
    }
    if (decision !== undefined && decision !== 'Allow')
      return { status: 403, headers: codeHeader('NoPermission') };
    const known = {
      'x-wardenry-account-id': textOf(identity, 'AccountId'),
      'x-wardenry-identity-type': textOf(identity, 'IdentityType'),
      'x-wardenry-principal-id': textOf(identity, 'PrincipalId'),
      'x-wardenry-principal-arn': textOf(identity, 'Arn'),
      // A body that nobody signed is to be none.
      'x-wardenry-content-sha256': headers.get('x-acs-content-sha256') ?? NOTHING,
    };
    const refused = dryRun && wouldBe !== undefined && wouldBe !== 'Allow';
    return passed(refused ? { ...known, 'x-wardenry-would-refuse': 'NoPermission' } : known);
  },
  // nginx takes only 401 and 403 for a refusal; everything else is an error of its own to it.
  refusal: (error: ApiError) =>
    error.status === 403 || error.status >= 500
      ? { status: error.status, headers: codeHeader(error.code) }
      : unauthenticated(error.code),
};

/** The path that proxies call. */
export const authRequest: PathAlias = { method: 'GET', path: '/v1/auth-request', proxied: dialect };

function required(headers: Headers, { header, reason }: (typeof originals)[keyof typeof originals]): string {
  const value = headers.get(header);
  if (value === undefined || value === '') throw apiError(invalidProxyRequest, { header, reason });
  return value;
}

/** Headers of the request that is asked about, names and values in turn. */
function received(headers: Headers): readonly string[] {
  const raw = ['host', required(headers, originals.host)];
  for (const [name, value] of headers) {
    if (own.has(name) || name.startsWith('x-wardenry-') || name.startsWith('x-original-')) continue;
    raw.push(name, value);
  }
  return raw;
}

/** One without the other would leave half of the question to the client. */
function checkOf(headers: Headers): { readonly action: string; readonly resource: string } | undefined {
  const action = headers.get('x-wardenry-action') ?? '';
  const resource = headers.get('x-wardenry-resource') ?? '';
  if (action === '' && resource === '') return undefined;
  const [header, other] =
    action === '' ? ['x-wardenry-action', 'resource'] : ['x-wardenry-resource', 'action'];
  if (action === '' || resource === '') {
    throw apiError(invalidProxyRequest, { header, reason: `the ${other} alone does not say what to decide` });
  }
  return { action, resource: utf8Of(resource) };
}

/** Header values come as Latin-1; names of resources are UTF-8, and what is none would be decided under another name. */
function utf8Of(resource: string): string {
  const bytes = Buffer.from(resource, 'latin1');
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw apiError(invalidProxyRequest, { header: 'x-wardenry-resource', reason: 'the resource in UTF-8' });
}

function passed(headers: Readonly<Record<string, string>>): ProxyAnswer {
  return { status: 200, headers };
}

function unauthenticated(code: string): ProxyAnswer {
  return { status: 401, headers: { ...codeHeader(code), 'www-authenticate': 'ACS3-HMAC-SHA256' } };
}

function codeHeader(code: string): Readonly<Record<string, string>> {
  return { 'x-wardenry-code': code };
}

function textOf(value: WireValue, member: string): string {
  const found = (value as WireObject | undefined)?.[member];
  if (typeof found !== 'string') throw new TypeError(`the reply has no ${member}`);
  return found;
}
