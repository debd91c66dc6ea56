/** A listener while it lives: opened on an address, watched, and drained at the end. */
import type { Server } from 'node:http';
import { type ListenAddress, showListenAddress } from '../config/index.ts';
import { systemReason } from '../kernel/system-reason.ts';
import { type InFlight, inFlightOf } from '../pipeline/request/in-flight.ts';

/** An address cannot be listened on; the server must not start. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/** Bounds of one listener. */
export interface ServingBounds {
  /** Milliseconds for the request line and the headers to arrive. */
  readonly headTimeout: number;
  /** Milliseconds for the whole request to arrive. */
  readonly requestTimeout: number;
  /** Milliseconds that an idle connection is kept. */
  readonly keepAlive: number;
  readonly connections: number;
}

export interface Serving {
  /** Where it listens, with the port that the system chose. */
  readonly address: ListenAddress;
  /** Connections open now. */
  connections(): Promise<number>;
  /** Takes no new connection, and resolves when every request in flight is answered. */
  drain(): Promise<void>;
  /** Takes no new connection and ends those that are open. */
  cut(): void;
}

/**
 * Opens a listener.
 *
 * @param server made and not yet listening
 * @param setting name of the setting that gave the address, for the message
 * @throws AddressRefused with one sentence
 */
export async function serve(
  server: Server,
  address: ListenAddress,
  bounds: ServingBounds,
  setting: string,
): Promise<Serving> {
  server.headersTimeout = bounds.headTimeout;
  server.requestTimeout = bounds.requestTimeout;
  server.keepAliveTimeout = bounds.keepAlive;
  server.maxConnections = bounds.connections;
  const inFlight = inFlightOf(server);
  await listening(server, address, setting);
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : address.port;
  return {
    address: { host: address.host, port },
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error === null ? resolve(count) : reject(error))),
      ),
    drain: () => drain(server, inFlight),
    cut() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function listening(server: Server, address: ListenAddress, setting: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EACCES' ? 'this user may not listen on that port' : systemReason(error);
      const sentence = `Cannot listen on ${showListenAddress(address)} (${setting}): ${reason}.`;
      reject(new AddressRefused(sentence, { cause: error }));
    };
    server.once('error', failed);
    server.listen(address.port, address.host, () => {
      server.off('error', failed);
      resolve();
    });
  });
}

function drain(server: Server, inFlight: InFlight): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    inFlight.endConnections();
  });
}
