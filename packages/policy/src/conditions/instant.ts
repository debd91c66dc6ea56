import { compareDigits, skipDigits, trimZeros } from './decimal.ts';

/** A point in time, exact to whatever fraction of a second it was written with. */
export interface Instant {
  /** Whole seconds since 1970-01-01T00:00:00Z, rounded down. */
  readonly seconds: number;
  /** Digits after the point of the seconds, without trailing zeros; empty for none. */
  readonly fraction: string;
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Seconds of the 400 years after which the calendar repeats itself. */
const CALENDAR_CYCLE = 146_097 * 86_400;

const SECONDS_END = 'YYYY-MM-DDThh:mm:ss'.length;

/**
 * Reads `YYYY-MM-DDThh:mm:ss`, an optional fraction, and a zone, which is `Z` or `+hh:mm` or `-hh:mm`: the
 * profile of ISO 8601 in RFC 3339. Days that the calendar does not have, leap seconds, other spellings and a
 * missing zone are refused with `undefined` (spec: policy 3.2).
 */
export function parseInstant(text: string): Instant | undefined {
  const local = parseLocalSeconds(text);
  if (local === undefined) return undefined;
  const hasFraction = text.charAt(SECONDS_END) === '.';
  const zone = hasFraction ? skipDigits(text, SECONDS_END + 1) : SECONDS_END;
  if (hasFraction && zone === SECONDS_END + 1) return undefined;
  const offset = parseZone(text, zone);
  if (offset === undefined) return undefined;
  return { seconds: local - offset, fraction: trimZeros(text.slice(SECONDS_END + 1, zone)) };
}

/** Negative, zero or positive as `left` is before, at or after `right`. */
export function compareInstants(left: Instant, right: Instant): number {
  return left.seconds - right.seconds || compareDigits(left.fraction, right.fraction);
}

/** The date and time of day as if the zone were UTC, in seconds. */
function parseLocalSeconds(text: string): number | undefined {
  const punctuated =
    text.charAt(4) === '-' &&
    text.charAt(7) === '-' &&
    text.charAt(10) === 'T' &&
    text.charAt(13) === ':' &&
    text.charAt(16) === ':';
  if (!punctuated) return undefined;
  const year = parseDigits(text, 0, 4, 9999);
  const month = parseDigits(text, 5, 7, 12);
  const day = parseDigits(text, 8, 10, 31);
  const hour = parseDigits(text, 11, 13, 23);
  const minute = parseDigits(text, 14, 16, 59);
  const second = parseDigits(text, 17, SECONDS_END, 59);
  if (year < 0 || month < 1 || day < 1 || hour < 0 || minute < 0 || second < 0) return undefined;
  if (day > daysInMonth(year, month)) return undefined;
  // Date.UTC takes the years 0 to 99 for 1900 to 1999; one calendar cycle later it takes years as they are.
  return Date.UTC(year + 400, month - 1, day, hour, minute, second) / 1000 - CALENDAR_CYCLE;
}

/** The zone's distance from UTC in seconds; the zone must end the text. */
function parseZone(text: string, start: number): number | undefined {
  const sign = text.charAt(start);
  if (sign === 'Z') return text.length === start + 1 ? 0 : undefined;
  if ((sign !== '+' && sign !== '-') || text.charAt(start + 3) !== ':' || text.length !== start + 6) {
    return undefined;
  }
  const hours = parseDigits(text, start + 1, start + 3, 23);
  const minutes = parseDigits(text, start + 4, start + 6, 59);
  if (hours < 0 || minutes < 0) return undefined;
  const distance = hours * 3600 + minutes * 60;
  return sign === '+' ? distance : -distance;
}

function daysInMonth(year: number, month: number): number {
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeapYear ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** The number that the digits from `start` up to `end` write; -1 when they are not all digits or exceed `most`. */
function parseDigits(text: string, start: number, end: number, most: number): number {
  if (skipDigits(text, start) < end) return -1;
  const value = Number(text.slice(start, end));
  return value <= most ? value : -1;
}
