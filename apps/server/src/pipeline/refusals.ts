/** The road of a request that is refused: from whatever was thrown to the reply, by way of the journal. */
import type { JournalWriter } from '../journal/writer.ts';
import { ApiError, apiError } from '../kernel/errors.ts';
import { type Ledger, NonceClaimed, StorageUnavailable } from '../kernel/ledger.ts';
import type { Clock } from './caller/freshness.ts';
import { StrangerBudget } from './caller/strangers.ts';
import { gatewayErrors } from './errors.ts';
import { type Exchange, recordOf, rowElsewhereOf, scopeOf } from './exchange.ts';
import { renderError } from './render.ts';
import type { ReplyToSend } from './send.ts';

/** What refusing needs from the rest of the house. */
interface RefusalParts {
  readonly ledger: Ledger;
  readonly journal: JournalWriter;
  readonly clock: Clock;
  /** Takes what went wrong inside, for the log. */
  report(error: unknown, requestId: string): void;
}

/** Answers and records what is refused; of strangers only so much as their budget allows. */
export class Refusals {
  readonly strangers: StrangerBudget;
  readonly #parts: RefusalParts;
  #outageReportedAt = Number.NEGATIVE_INFINITY;

  /** @param strangersPerMinute refusals of strangers that are recorded in a minute */
  constructor(parts: RefusalParts, strangersPerMinute: number) {
    this.#parts = parts;
    this.strangers = new StrangerBudget(strangersPerMinute);
  }

  /** From whatever was thrown to the reply, written down before it is sent. */
  async answer(exchange: Exchange, thrown: unknown): Promise<ReplyToSend> {
    // What was decided is not told, and must not look as if it had been.
    exchange.decisions = undefined;
    exchange.issued = undefined;
    const error = await this.#recorded(exchange, thrown);
    const reply = renderError(exchange.format, {
      status: error.status,
      code: error.code,
      message: error.message,
      requestId: exchange.requestId,
      host: exchange.connection.host,
      accessDenied: error.accessDenied,
    });
    const { retryAfter } = error;
    return {
      ...reply,
      ...exchange.dialect?.refusal(error),
      ...(retryAfter === undefined ? {} : { headers: { 'x-acs-retry-after': String(retryAfter) } }),
    };
  }

  /** Writes a refusal down and gives what is answered. */
  async #recorded(exchange: Exchange, thrown: unknown): Promise<ApiError> {
    const error = this.#shown(thrown, exchange.requestId);
    try {
      await this.#record(exchange, error);
      return error;
    } catch (failure) {
      // A refused request that had been sent before is recorded as sent again; that record claims no nonce.
      if (failure instanceof NonceClaimed) return this.#recorded(exchange, failure);
      return this.#shown(failure, exchange.requestId);
    }
  }

  #shown(thrown: unknown, requestId: string): ApiError {
    if (thrown instanceof ApiError) return thrown;
    if (thrown instanceof NonceClaimed) return apiError(gatewayErrors.nonceUsed);
    if (thrown instanceof StorageUnavailable) {
      this.#reportOutage(thrown, requestId);
      return apiError(gatewayErrors.serviceUnavailable);
    }
    this.#parts.report(thrown, requestId);
    return apiError(gatewayErrors.internalError);
  }

  /** Every request of an outage fails the same way: one line a second tells enough. */
  #reportOutage(thrown: StorageUnavailable, requestId: string): void {
    const now = this.#parts.clock.monotonic();
    if (now < this.#outageReportedAt + 1000) return;
    this.#outageReportedAt = now;
    this.#parts.report(thrown, requestId);
  }

  async #record(exchange: Exchange, error: ApiError): Promise<void> {
    const { ledger, journal } = this.#parts;
    const { authenticated } = exchange;
    // A replay proves no caller, and who is throttled must not make us write at the rate that was refused.
    const budgeted =
      authenticated === undefined ||
      error.kind === gatewayErrors.nonceUsed ||
      error.kind === gatewayErrors.throttled;
    if (budgeted && !this.strangers.spend(error.code, exchange.now)) return;
    const row = journal.stamp(scopeOf(exchange), exchange.now, recordOf(exchange, error));
    // A request that failed inside may have claimed its nonce already; it is spent either way.
    const spent = budgeted || error.status >= 500;
    const nonce = spent ? undefined : authenticated.nonce;
    const rowElsewhere = budgeted ? undefined : rowElsewhereOf(journal, exchange, error);
    await ledger.record({ row, rowElsewhere, ...(nonce === undefined ? {} : { nonce }) });
  }
}
