/** A relay between a client and the server: it passes everything on as it is, and remembers the newest exchange. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, request as requestHttp } from 'node:http';

/** What went over the wire. */
export interface Exchange {
  /** Of the query; the SDKs send none in the body. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The reply as it came. */
  readonly reply: string;
}

/** A relay that is listening. */
export interface Relay {
  /** `127.0.0.1:port` */
  readonly host: string;
  /** The newest exchange. */
  newest(): Exchange;
  close(): Promise<void>;
}

/**
 * Starts a relay. The Host header stays the client's, which has signed it.
 *
 * @param target `127.0.0.1:port` of the server
 */
export async function startRelay(target: string): Promise<Relay> {
  let exchange: Exchange | undefined;
  const server = createServer((incoming, outgoing) => {
    passOn(target, incoming).then(
      ({ status, headers, body }) => {
        const { searchParams } = new URL(incoming.url ?? '/', `http://${target}`);
        exchange = { parameters: Object.fromEntries(searchParams), reply: body.toString('utf8') };
        outgoing.writeHead(status, headers).end(body);
      },
      error => outgoing.destroy(error),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the relay has no port');
  return {
    host: `127.0.0.1:${address.port}`,
    newest() {
      if (exchange === undefined) throw new Error('nothing went over the wire');
      return exchange;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function passOn(target: string, incoming: IncomingMessage) {
  const [hostname, port] = target.split(':');
  const { method, url, headers } = incoming;
  const asking = requestHttp({ hostname, port, method, path: url, headers });
  asking.end(await contentOf(incoming));
  const [answer]: IncomingMessage[] = await once(asking, 'response');
  if (answer?.statusCode === undefined) throw new Error('the server did not answer');
  return { status: answer.statusCode, headers: answer.headers, body: await contentOf(answer) };
}

async function contentOf(message: IncomingMessage): Promise<Buffer> {
  return Buffer.concat(await message.toArray());
}
