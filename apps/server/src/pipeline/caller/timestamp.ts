/** `yyyy-MM-ddTHH:mm:ssZ` with an optional fraction, as some clients send milliseconds (spec: wire 2.1). */

/**
 * Reads a UTC timestamp.
 *
 * @returns milliseconds since 1970, or undefined when the text is not exactly of that form or names no real instant
 */
export function parseTimestamp(text: string): number | undefined {
  if (text !== last.text) last = { text, instant: read(text) };
  return last.instant;
}

/** The last text read and what it says: most requests of one second carry the same. */
let last: { readonly text: string; readonly instant: number | undefined } = { text: '', instant: undefined };

function read(text: string): number | undefined {
  if (text.length < 20 || text.length > 30 || !text.endsWith('Z')) return undefined;
  if (text[4] !== '-' || text[7] !== '-' || text[10] !== 'T' || text[13] !== ':' || text[16] !== ':') {
    return undefined;
  }
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  const second = digits(text, 17, 19);
  const fraction = fractionOf(text);
  if (Number.isNaN(year + month + day + hour + minute + second + fraction)) return undefined;
  const instant = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(instant);
  // Date.UTC rolls 31 February over; an instant that does not read back was never written by a clock.
  const real =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  return real ? instant + fraction : undefined;
}

/** Whole milliseconds of `.123` before the final Z; 0 without a fraction; NaN when malformed. */
function fractionOf(text: string): number {
  if (text.length === 20) return 0;
  if (text[19] !== '.' || text.length === 21) return Number.NaN;
  const value = digits(text, 20, text.length - 1);
  return Math.floor((value * 1000) / 10 ** (text.length - 21));
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}
