/** An exact decimal number, written one way only: equal numbers have equal fields. */
export interface Decimal {
  readonly negative: boolean;
  /** Digits before the point without leading zeros; empty for none. */
  readonly integer: string;
  /** Digits after the point without trailing zeros; empty for none. */
  readonly fraction: string;
}

/**
 * Reads digits with an optional `-` before them and an optional fraction: `7`, `007`, `-1.50`. Exponents, hex,
 * `+` and a missing digit on either side of the point are refused with `undefined` (spec: policy 3.2).
 */
export function parseDecimal(text: string): Decimal | undefined {
  const start = text.startsWith('-') ? 1 : 0;
  const point = skipDigits(text, start);
  const end = text.charAt(point) === '.' ? skipDigits(text, point + 1) : point;
  if (point === start || end === point + 1 || end !== text.length) return undefined;
  const integer = text.slice(skipZeros(text, start, point), point);
  const fraction = trimZeros(text.slice(point + 1, end));
  return { negative: start === 1 && (integer !== '' || fraction !== ''), integer, fraction };
}

/** Negative, zero or positive as `left` is less than, equal to or greater than `right`. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  if (left.negative !== right.negative) return left.negative ? -1 : 1;
  return left.negative ? compareMagnitudes(right, left) : compareMagnitudes(left, right);
}

function compareMagnitudes(left: Decimal, right: Decimal): number {
  return (
    left.integer.length - right.integer.length ||
    compareDigits(left.integer, right.integer) ||
    compareDigits(left.fraction, right.fraction)
  );
}

/**
 * Compares two runs of digits from left to right, a run that ends first being less: the order of integers of one
 * length, and of fractions without trailing zeros.
 */
export function compareDigits(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The offset of the first character at or after `start` that is not an ASCII digit. */
export function skipDigits(text: string, start: number): number {
  let at = start;
  while (text.charAt(at) >= '0' && text.charAt(at) <= '9') at += 1;
  return at;
}

/** The digits without the zeros at their end. */
export function trimZeros(digits: string): string {
  let end = digits.length;
  while (digits.charAt(end - 1) === '0') end -= 1;
  return digits.slice(0, end);
}

function skipZeros(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charAt(at) === '0') at += 1;
  return at;
}
