/** How long what is held of an account may be believed (design: a stale permission may read for at most five seconds). */

/** Wall and monotonic time together: a lease ages by the larger of both, so that no clock set back prolongs it. */
export interface Instant {
  readonly wall: number;
  readonly monotonic: number;
}

/** The clock of a node. */
export interface Clock {
  /** Milliseconds since 1970. */
  wall(): number;
  /** Milliseconds that never run backwards. */
  monotonic(): number;
}

export const systemClock: Clock = { wall: () => Date.now(), monotonic: () => performance.now() };

export function instantOf(clock: Clock): Instant {
  return { wall: clock.wall(), monotonic: clock.monotonic() };
}

/** Milliseconds since an instant, by the clock that went further. */
export function ageOf(since: Instant, clock: Clock): number {
  const wall = clock.wall() - since.wall;
  const monotonic = clock.monotonic() - since.monotonic;
  return Math.max(wall, monotonic);
}

/** How long a node goes by what it holds of an account; settings. */
export interface FreshnessBounds {
  /** Milliseconds after which a node that could not confirm an account's revision refuses to decide for it. */
  readonly lease: number;
  /** Milliseconds after which an account that nobody asked for is forgotten, and its revision no longer asked for. */
  readonly idle: number;
}
