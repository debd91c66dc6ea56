import { type LedgerEntry, StorageUnavailable } from '../../kernel/ledger.ts';
import type { Connections } from './connections.ts';
import { nonceClaimedElsewhere, storeEntries } from './entries.ts';
import { runAgain } from './run-again.ts';

interface WaitingEntry {
  readonly entry: LedgerEntry;
  readonly resolve: () => void;
  readonly reject: (failure: unknown) => void;
}

/** Batches under way at once: one travels while PostgreSQL syncs the other; the rest gathers meanwhile. */
const IN_FLIGHT = 2;
/** Entries of one batch. */
const LARGEST = 1000;

/** Stores the entries of a tick with one statement, which is one transaction. */
export class Recorder {
  readonly #connections: Connections;
  #waiting: WaitingEntry[] = [];
  #scheduled = false;
  #inFlight = 0;
  #closed = false;
  #drained: () => void = () => {};

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  /** @throws NonceClaimed, StorageUnavailable */
  record(entry: LedgerEntry): Promise<void> {
    if (this.#closed) return Promise.reject(new StorageUnavailable('the server is stopping'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entry, resolve, reject });
      if (this.#scheduled) return;
      this.#scheduled = true;
      setImmediate(() => {
        this.#scheduled = false;
        this.#send();
      });
    });
  }

  /** Stores what waits; what comes later is refused. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#waiting.length + this.#inFlight === 0) return;
    await new Promise<void>(resolve => {
      this.#drained = resolve;
    });
  }

  #send(): void {
    while (this.#waiting.length > 0 && this.#inFlight < IN_FLIGHT) {
      this.#inFlight += 1;
      void this.#store(this.#waiting.splice(0, LARGEST)).then(() => {
        this.#inFlight -= 1;
        this.#send();
      });
    }
    if (this.#waiting.length + this.#inFlight === 0) this.#drained();
  }

  /** Stores a batch and tells everybody in it; never rejects. */
  async #store(batch: readonly WaitingEntry[]): Promise<void> {
    try {
      const entries = batch.map(({ entry }) => entry);
      const stored = await runAgain(() =>
        this.#connections.lend(connection => storeEntries(connection, entries)),
      );
      for (const [index, { resolve, reject }] of batch.entries()) {
        if (stored[index] === true) resolve();
        else reject(nonceClaimedElsewhere());
      }
    } catch (error) {
      await this.#storeApart(batch, error);
    }
  }

  /** A row that cannot be stored, such as a number used twice, harms nobody but its own request. */
  async #storeApart(batch: readonly WaitingEntry[], error: unknown): Promise<void> {
    if (batch.length === 1 || error instanceof StorageUnavailable) {
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const waiting of batch) await this.#store([waiting]);
  }
}
