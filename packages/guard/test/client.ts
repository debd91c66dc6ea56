import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingHttpHeaders, request } from 'node:http';
import { type Acs3Algorithm, encodeParameters, type Parameter, signAcs3 } from '@wardenry/signature';

/** A request of a client of the service. */
export interface ClientRequest {
  readonly method?: string;
  readonly path: string;
  readonly query?: readonly Parameter[];
  /** JSON, if any. */
  readonly body?: string;
  /** Sent in place of what was signed, or beside it; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Sent in place of the signed target. */
  readonly target?: string;
  /** Sent in place of the signed body. */
  readonly sentBody?: string;
  /** Unsigned when absent. */
  readonly signer?: { readonly accessKeyId: string; readonly accessKeySecret: string } | undefined;
  /** A new one unless given. */
  readonly nonce?: string;
  /** `ACS3-HMAC-SHA256` unless given. */
  readonly algorithm?: Acs3Algorithm;
}

/** What the service answered. */
export interface ServiceReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A key that nobody has; for requests that never get as far as being verified. */
export const somebody = { accessKeyId: 'LTAIsomebody', accessKeySecret: 'a-secret-of-somebody' };

/**
 * Sends a request as a client of the service does: signed like one for the cloud.
 *
 * @param host 127.0.0.1 and the port of the service
 */
export async function callService(host: string, call: ClientRequest): Promise<ServiceReply> {
  const { method = 'GET', path, query = [], body, signer, nonce = randomUUID(), algorithm } = call;
  const bytes = body === undefined ? undefined : Buffer.from(body);
  const plain = { host, ...(bytes === undefined ? {} : { 'content-type': 'application/json' }) };
  const signed =
    signer === undefined
      ? plain
      : signAcs3(
          {
            method,
            path,
            query,
            headers: { ...plain, 'x-acs-action': 'Call', 'x-acs-version': '2026-01-01' },
            ...(bytes === undefined ? {} : { body: bytes }),
          },
          signer,
          { date: new Date(), nonce, ...(algorithm === undefined ? {} : { algorithm }) },
        );
  const sent = call.sentBody === undefined ? bytes : Buffer.from(call.sentBody);
  const headers = {
    ...signed,
    ...(sent === undefined ? {} : { 'content-length': String(sent.length) }),
    ...call.headers,
  };
  const target = call.target ?? (query.length === 0 ? path : `${path}?${encodeParameters(query)}`);
  return sendRaw(host, method, target, headers, sent);
}

/** Sends a request as it is. */
export async function sendRaw(
  host: string,
  method: string,
  target: string,
  headers: Readonly<Record<string, string | undefined>>,
  body?: Uint8Array,
): Promise<ServiceReply> {
  const [hostname, port] = host.split(':');
  const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  const outgoing = request({ hostname, port, method, path: target, headers: given, agent: false });
  outgoing.end(body);
  const [incoming] = await once(outgoing, 'response');
  let text = '';
  incoming.setEncoding('utf8');
  for await (const chunk of incoming) text += chunk;
  return { status: incoming.statusCode ?? 0, headers: incoming.headers, text };
}
