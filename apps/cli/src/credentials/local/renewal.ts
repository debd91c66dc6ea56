import { Failure } from '../../failure.ts';
import type { RoleCredentials } from '../origin/source.ts';

/** What happens to the credentials that are held. */
export type RenewalEvent =
  | { readonly kind: 'renewed'; readonly expiration: Date }
  | {
      readonly kind: 'failed';
      readonly reason: string;
      /** Until when the credentials held go on being served; undefined when they have expired. */
      readonly validUntil: Date | undefined;
      readonly retryAt: Date;
    };

/** SDKs renew what is valid for less than 15 minutes; what they get then must be newer (spec: domain 13.3). */
const LONGEST_MARGIN = 30 * 60_000;

/** Milliseconds after a failure before the next attempt; it doubles with each further one. */
const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 60_000;

/**
 * Holds the credentials of a session and renews them before they expire: at half of their life, and at the latest half an
 * hour before its end. There is one attempt at a time, however many ask. When it fails, what is valid goes on being
 * given, and the next attempt waits.
 */
export class Renewal {
  readonly #obtain: (signal: AbortSignal) => Promise<RoleCredentials>;
  readonly #report: (event: RenewalEvent) => void;
  readonly #stopping = new AbortController();
  #held: RoleCredentials | undefined;
  #dueAt = 0;
  #failures = 0;
  #attempt: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param obtain gets fresh credentials; it is given a signal that gives it up
   * @param report is told what happens; it must not throw
   */
  constructor(
    obtain: (signal: AbortSignal) => Promise<RoleCredentials>,
    report: (event: RenewalEvent) => void,
  ) {
    this.#obtain = obtain;
    this.#report = report;
  }

  /**
   * Gets the first credentials, and renews them from then on.
   *
   * @throws what getting them throws; a failure now is one of the set-up, so nothing is tried again
   */
  async start(): Promise<RoleCredentials> {
    const credentials = await this.#obtain(this.#stopping.signal);
    this.#hold(credentials);
    return credentials;
  }

  /**
   * Gives credentials that are valid. Waits only when there are none.
   *
   * @throws Failure when there are none and none can be had
   */
  async current(): Promise<RoleCredentials> {
    // Timers stand still while a machine sleeps, so what is due may not have begun.
    if (Date.now() >= this.#dueAt) this.#renew();
    if (this.#valid === undefined) await this.#attempt;
    return this.#valid ?? noneLeft();
  }

  /** Ends renewing, and gives up an attempt that is under way. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#stopping.abort();
  }

  get #valid(): RoleCredentials | undefined {
    return this.#held !== undefined && this.#held.expiration.getTime() > Date.now() ? this.#held : undefined;
  }

  #renew(): void {
    if (this.#stopping.signal.aborted) return;
    this.#attempt ??= this.#tryOnce().finally(() => {
      this.#attempt = undefined;
    });
  }

  async #tryOnce(): Promise<void> {
    try {
      const credentials = await this.#obtain(this.#stopping.signal);
      this.#hold(credentials);
      this.#report({ kind: 'renewed', expiration: credentials.expiration });
    } catch (error) {
      if (this.#stopping.signal.aborted) return;
      this.#failures += 1;
      this.#dueAfter(Math.min(FIRST_PAUSE * 2 ** (this.#failures - 1), LONGEST_PAUSE));
      const reason = error instanceof Error ? error.message : String(error);
      const validUntil = this.#valid?.expiration;
      this.#report({ kind: 'failed', reason, validUntil, retryAt: new Date(this.#dueAt) });
    }
  }

  #hold(credentials: RoleCredentials): void {
    this.#held = credentials;
    this.#failures = 0;
    const life = credentials.expiration.getTime() - Date.now();
    // Where the clock of this machine is wrong, credentials seem to be born old: that must not become a busy loop.
    this.#dueAfter(Math.max(life - Math.min(life / 2, LONGEST_MARGIN), FIRST_PAUSE));
  }

  #dueAfter(milliseconds: number): void {
    this.#dueAt = Date.now() + milliseconds;
    clearTimeout(this.#timer);
    if (!this.#stopping.signal.aborted) this.#timer = setTimeout(() => this.#renew(), milliseconds);
  }
}

function noneLeft(): never {
  throw new Failure('The credentials have expired, and no others could be had.');
}
