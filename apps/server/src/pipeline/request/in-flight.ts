import type { Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/**
 * Responses on their way. Not a Set: V8 links each table that a Set has outgrown to the next one, and under load a dead
 * table in the old generation so keeps every later request alive until the next full collection.
 */
export class InFlight {
  readonly #places: (ServerResponse | undefined)[] = [];
  readonly #free: number[] = [];

  /** @returns the place to give back */
  add(response: ServerResponse): number {
    const place = this.#free.pop() ?? this.#places.length;
    this.#places[place] = response;
    return place;
  }

  remove(place: number): void {
    this.#places[place] = undefined;
    this.#free.push(place);
  }

  /** Those of one connection: several when its client does not wait for replies. */
  on(socket: Duplex): ServerResponse[] {
    const responses: ServerResponse[] = [];
    for (const response of this.#places) if (response?.req.socket === socket) responses.push(response);
    return responses;
  }

  /** Has every response that is not under way yet end its connection. */
  endConnections(): void {
    for (const response of this.#places) {
      if (response !== undefined && !response.headersSent) response.shouldKeepAlive = false;
    }
  }
}

const watched = new WeakMap<Server, InFlight>();

/** The responses of a server from its first request on; every caller gets the same. To be called before it listens. */
export function inFlightOf(server: Server): InFlight {
  const known = watched.get(server);
  if (known !== undefined) return known;
  const inFlight = new InFlight();
  watched.set(server, inFlight);
  const watch = (_request: unknown, response: ServerResponse) => {
    const place = inFlight.add(response);
    response.once('close', () => {
      inFlight.remove(place);
      // A connection that was busy when the listener closed would otherwise idle until its time is up.
      if (!server.listening) setImmediate(() => server.closeIdleConnections());
    });
  };
  server.prependListener('request', watch);
  return inFlight;
}
