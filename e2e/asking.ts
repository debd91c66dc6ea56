/** A service of the operator's own, as it asks at the doors under `/v1`, and the people whom it asks about. */
import { randomUUID } from 'node:crypto';
import { type Parameter, signAcs3 } from '@wardenry/signature';
import { type Reply, type Signer, versions } from './doors/door.ts';
import { acs3Door, membersOf, send, type WireReply } from './doors/raw-http.ts';
import type { ServerProcess } from './server-process.ts';

/** What a door answered. */
export interface Answer {
  readonly status: number;
  readonly members: Reply;
}

/** A request that a service received. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly bodySha256?: string;
}

const door = acs3Door('query', 'ACS3-HMAC-SHA256');

/** An account's people, and calls in their names. */
export class Asking {
  readonly server: ServerProcess;
  readonly accountId: string;
  readonly administrator: Signer;

  constructor(server: ServerProcess) {
    this.server = server;
    this.accountId = server.credentials.accountId;
    this.administrator = server.credentials;
  }

  /** Calls an operation as the administrator. */
  call(
    product: 'Ram' | 'ResourceManager' | 'Wardenry',
    action: string,
    parameters: Record<string, string> = {},
  ): Promise<Reply> {
    return door.call(
      { protocol: 'http', host: this.server.host },
      this.administrator,
      product,
      action,
      parameters,
    );
  }

  /** A user with a key and, unless they are left out, statements of its own. */
  async person(...statements: readonly object[]): Promise<Signer & { readonly name: string }> {
    const name = `u-${randomUUID().slice(0, 8)}`;
    await this.call('Ram', 'CreateUser', { UserName: name });
    if (statements.length > 0) {
      const document = JSON.stringify({ Version: '1', Statement: statements });
      await this.call('Ram', 'CreatePolicy', { PolicyName: name, PolicyDocument: document });
      await this.call('Ram', 'AttachPolicyToUser', {
        PolicyType: 'Custom',
        PolicyName: name,
        UserName: name,
      });
    }
    const { AccessKey } = await this.call('Ram', 'CreateAccessKey', { UserName: name });
    const { AccessKeyId, AccessKeySecret } = AccessKey as Record<string, string>;
    return { name, accessKeyId: String(AccessKeyId), accessKeySecret: String(AccessKeySecret) };
  }

  userArn(name: string): string {
    return `acs:ram::${this.accountId}:user/${name}`;
  }

  /** Posts a JSON text to a path, signed for an operation. */
  async post(
    path: string,
    action: string,
    json: string,
    signer: Signer = this.administrator,
  ): Promise<Answer> {
    const body = Buffer.from(json);
    const { host } = this.server;
    const headers = signAcs3(
      {
        method: 'POST',
        path,
        headers: {
          host,
          'x-acs-action': action,
          'x-acs-version': versions.Wardenry,
          'content-type': 'application/json',
        },
        body,
      },
      signer,
      { date: new Date(), nonce: randomUUID() },
    );
    const reply = await send({ protocol: 'http', host }, { method: 'POST', target: path, headers, body });
    return { status: reply.status, members: membersOf(reply) };
  }

  authorize(body: object, signer?: Signer): Promise<Answer> {
    return this.post('/v1/authorize', 'Authorize', JSON.stringify(body), signer);
  }

  verify(body: object, signer?: Signer): Promise<Answer> {
    return this.post('/v1/verify', 'VerifyRequest', JSON.stringify(body), signer);
  }

  /** Asks as nginx does. */
  proxied(
    headers: Readonly<Record<string, string | string[]>>,
    target = '/v1/auth-request',
  ): Promise<WireReply> {
    const address = { protocol: 'http', host: this.server.host } as const;
    const given = { host: 'wardenry', ...headers } as Record<string, string>;
    return send(address, { method: 'GET', target, headers: given });
  }
}

/** What is particular about a request to a service. */
export interface ReceivedOptions {
  readonly method?: string;
  readonly path?: string;
  readonly query?: readonly Parameter[];
  readonly body?: string;
  readonly date?: Date;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as a client signs it under V3 for a service called `shop.example`. */
export function received(signer: Signer, options: ReceivedOptions = {}): Received {
  const { method = 'GET', path = '/orders/17', query = [], body, date = new Date() } = options;
  const bytes = body === undefined ? undefined : Buffer.from(body);
  const headers = signAcs3(
    {
      method,
      path,
      query,
      headers: { host: 'shop.example', 'x-acs-action': 'Order', 'x-acs-version': '1', ...options.headers },
      ...(bytes === undefined ? {} : { body: bytes }),
    },
    signer,
    { date, nonce: randomUUID() },
  );
  const text = query.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('&');
  return {
    method,
    path,
    ...(text === '' ? {} : { query: text }),
    headers,
    ...(bytes === undefined ? {} : { body: bytes.toString('base64') }),
  };
}
