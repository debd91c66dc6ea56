/** Requests signed by @wardenry/signature and sent by node:http, in every shape that clients are known to use. */
import { randomUUID } from 'node:crypto';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { encodeParameters, type Parameter, signAcs3, signRpcV1 } from '@wardenry/signature';
import { XMLParser } from 'fast-xml-parser';
import { type Address, type Door, Refusal, type Reply, versions } from './door.ts';

/** A request exactly as it goes out. */
export interface WireRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A reply exactly as it came in. */
export interface WireReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Sends one request. */
export function send(address: Address, request: WireRequest): Promise<WireReply> {
  const [hostname, port] = address.host.split(':');
  const options = {
    hostname,
    port,
    method: request.method,
    path: request.target,
    headers: request.headers,
    ...(address.ca === undefined ? {} : { ca: address.ca }),
  };
  return new Promise((resolve, reject) => {
    const outgoing = (address.protocol === 'https' ? requestHttps : requestHttp)(options, incoming => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(request.body);
  });
}

const xml = new XMLParser({ parseTagValue: false, trimValues: false, ignoreDeclaration: true });

/** The members of a reply, whatever its format. */
export function membersOf(reply: WireReply): Reply {
  if (!String(reply.headers['content-type']).startsWith('text/xml')) return JSON.parse(reply.body) as Reply;
  const [root] = Object.values(xml.parse(reply.body) as Record<string, Reply>);
  return root ?? {};
}

function unwrapped(reply: WireReply): Reply {
  const members = membersOf(reply);
  if (reply.status === 200) return members;
  throw new Refusal(String(members.Code), String(members.Message), { ...members, status: reply.status });
}

const everyProduct = ['Ram', 'Ims', 'Sts', 'ResourceManager', 'Wardenry'] as const;
const form = 'application/x-www-form-urlencoded';

function parametersOf(record: Readonly<Record<string, string>>): Parameter[] {
  return Object.entries(record).map(([name, value]) => ({ name, value }));
}

/** V3 with parameters in the query, as the generated SDKs send them, or in the form. */
export function acs3Door(place: 'query' | 'form', algorithm: 'ACS3-HMAC-SHA256' | 'ACS3-HMAC-SM3'): Door {
  return {
    name: `raw ${algorithm} ${place}`,
    products: everyProduct,
    async call(address, signer, product, action, record) {
      const parameters = parametersOf(record);
      const query = place === 'query' ? parameters : [];
      const body = place === 'form' ? Buffer.from(encodeParameters(parameters)) : undefined;
      const headers = signAcs3(
        {
          method: 'POST',
          path: '/',
          query,
          headers: {
            host: address.host,
            'x-acs-action': action,
            'x-acs-version': versions[product],
            ...(body === undefined ? {} : { 'content-type': form }),
          },
          ...(body === undefined ? {} : { body }),
        },
        signer,
        { date: new Date(), nonce: randomUUID(), algorithm },
      );
      const target = query.length === 0 ? '/' : `/?${encodeParameters(query)}`;
      return unwrapped(await send(address, { method: 'POST', target, headers, ...(body ? { body } : {}) }));
    },
  };
}

/** RPC V1 over GET or POST, answered in JSON or XML. */
export function rpcV1Door(method: 'GET' | 'POST', format: 'JSON' | 'XML'): Door {
  return {
    name: `raw RPC V1 ${method} ${format}`,
    products: everyProduct,
    async call(address, signer, product, action, record) {
      const named = { ...record, Action: action, Version: versions[product], Format: format };
      const signed = signRpcV1(method, parametersOf(named), signer, {
        date: new Date(),
        nonce: randomUUID(),
      });
      const encoded = encodeParameters(signed);
      return unwrapped(
        await send(
          address,
          method === 'GET'
            ? { method, target: `/?${encoded}`, headers: { host: address.host } }
            : { method, target: '/', headers: { host: address.host, 'content-type': form }, body: encoded },
        ),
      );
    },
  };
}
