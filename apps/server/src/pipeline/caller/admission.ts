import { apiError } from '../../kernel/errors.ts';
import { gatewayErrors } from '../errors.ts';
import type { Flow } from './principal.ts';

/** Bounds of what one AccessKey may send. */
export interface FlowBounds {
  /** Requests a second in the long run, and at once. */
  readonly rate: number;
  readonly burst: number;
  /** Characters that a nonce may have. */
  readonly nonceLength: number;
  /** Nonces that may be alive at once. */
  readonly noncesPerKey: number;
  /** Milliseconds that a timestamp may lie off the server's clock. */
  readonly clockWindow: number;
}

/** Milliseconds until another minute's nonces may have expired. */
const NEXT_MINUTE = 60_000;

/**
 * Counts a signed request.
 *
 * @param now monotonic milliseconds
 * @throws ApiError `Throttling.User` when its key sends more than it may
 */
export function admitSigned(flow: Flow, bounds: FlowBounds, now: number): void {
  admit(flow, bounds, now);
  if (!flow.nonces.spend(bounds.noncesPerKey, bounds.clockWindow * 2, now)) {
    throw apiError(gatewayErrors.throttled, {}, { retryAfter: NEXT_MINUTE });
  }
}

/** Counts a request that carries no nonce. */
export function admit({ bucket }: Flow, { rate, burst }: FlowBounds, now: number): void {
  const wait = bucket.take(rate, burst, now);
  if (wait > 0) throw apiError(gatewayErrors.throttled, {}, { retryAfter: wait });
}
