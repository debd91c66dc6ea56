import {
  encodeParameters,
  type Parameter,
  parseAuthorization,
  parseRequest,
  type ReceivedRequest,
  SigningSecret,
  signAcs3,
  type Verdict,
  verifyAcs3,
} from '../src/index.ts';

/** The secret with which {@link anAcs3Request} is signed. */
export const SECRET = 'a-secret-of-nobody';

/** What a test may choose about a signed request. */
export interface Choices {
  readonly method?: string;
  readonly path?: string;
  readonly query?: readonly Parameter[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly algorithm?: 'ACS3-HMAC-SHA256' | 'ACS3-HMAC-SM3';
  readonly securityToken?: string;
}

/** A correctly signed request, as a server receives it. */
export function anAcs3Request(choices: Choices = {}): ReceivedRequest {
  const {
    method = 'POST',
    path = '/',
    query = [],
    body = new Uint8Array(),
    algorithm,
    securityToken,
  } = choices;
  const headers = signAcs3(
    {
      method,
      path,
      query,
      body,
      headers: {
        host: 'iam.example',
        'x-acs-action': 'ListUsers',
        'x-acs-version': '2015-05-01',
        ...choices.headers,
      },
    },
    { accessKeyId: 'an-id', accessKeySecret: SECRET, ...(securityToken !== undefined && { securityToken }) },
    { date: new Date('2026-11-21T23:07:32.789Z'), nonce: 'a-nonce', ...(algorithm && { algorithm }) },
  );
  const target = query.length === 0 ? path : `${path}?${encodeParameters(query)}`;
  return { method, target, rawHeaders: Object.entries(headers).flat(), body };
}

/** The verdict on a received ACS3 request. */
export function verdictOn(received: ReceivedRequest, secret = SECRET): Verdict {
  const request = parseRequest(received);
  const authorization = parseAuthorization(request.headers.get('authorization') ?? '');
  if (authorization === undefined) throw new Error('The Authorization header cannot be read.');
  return verifyAcs3(request, authorization, new SigningSecret(secret));
}

/** The same request with its headers changed; `undefined` removes one. */
export function withHeaders(
  received: ReceivedRequest,
  changes: Readonly<Record<string, string | undefined>>,
): ReceivedRequest {
  const changed = Object.entries({ ...headersOf(received), ...changes });
  return {
    ...received,
    rawHeaders: changed.flatMap(([name, value]) => (value === undefined ? [] : [name, value])),
  };
}

/** The headers of a received request that has none twice. */
export function headersOf({ rawHeaders }: ReceivedRequest): Record<string, string> {
  return Object.fromEntries(
    rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [])),
  );
}

/** The value of a header of a received request; empty when it is missing. */
export function headerOf(received: ReceivedRequest, name: string): string {
  return headersOf(received)[name] ?? '';
}
