import { DAY } from '../../kernel/time.ts';
import type { UsedKey } from '../access-keys/index.ts';

/** Days after which a key is old, and after which one without use is unused (spec: domain 9.1). */
const DAYS = 90;

/** What happened before this time is long ago, in milliseconds since 1970. */
export function longAgo(now: number): number {
  return now - DAYS * DAY;
}

/** Whether a key was created long ago. */
export function isOld({ createdAt }: UsedKey, now: number): boolean {
  return createdAt < longAgo(now);
}

/** Whether a key was used lately. */
export function isUsedLately({ lastUse }: UsedKey, now: number): boolean {
  return lastUse !== undefined && lastUse.usedAt >= longAgo(now);
}

/** Whether a key was created long ago and not used since. */
export function isUnused(key: UsedKey, now: number): boolean {
  return isOld(key, now) && !isUsedLately(key, now);
}
