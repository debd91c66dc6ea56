import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A TCP proxy in front of a database, whose network can be broken. */
export interface NetworkProxy {
  /** The URL given, by way of the proxy. */
  readonly url: string;
  /** Closes every connection and accepts no more: the server is stopped. */
  stop(): Promise<void>;
  /** Accepts connections again, on the same port. */
  start(): Promise<void>;
  /** From now on bytes vanish in both directions, while the connections stay. */
  swallow(): void;
  /** New connections work again; what was swallowed is gone. */
  restore(): void;
}

/** Starts a proxy in front of the server that a URL names. */
export async function startProxy(target: string): Promise<NetworkProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let swallowing = false;
  let server: Server | undefined;
  let ownPort = 0;

  const pass = (from: Socket, to: Socket) => {
    sockets.add(from);
    let lost = false;
    from.on('data', chunk => {
      lost ||= swallowing;
      if (!lost) to.write(chunk);
    });
    from.on('error', () => to.destroy());
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
  };
  const start = async () => {
    server = createServer(client => {
      const database = connect(Number(port), hostname);
      pass(client, database);
      pass(database, client);
    });
    server.listen(ownPort, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
    ownPort = address.port;
  };
  await start();

  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = `${ownPort}`;
  return {
    url: url.href,
    start,
    async stop() {
      const closed = server === undefined ? undefined : once(server, 'close');
      server?.close();
      for (const socket of sockets) socket.destroy();
      await closed;
      server = undefined;
    },
    swallow() {
      swallowing = true;
    },
    restore() {
      swallowing = false;
    },
  };
}
