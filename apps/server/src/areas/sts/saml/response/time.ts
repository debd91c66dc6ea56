import type { Element } from '@xmldom/xmldom';
import { expired, invalid } from '../assertion-problem.ts';

/**
 * How far the clock of a provider may be ahead of ours, in milliseconds. There is none for what ends: what has expired by
 * our clock is never taken (spec: security R21).
 */
const AHEAD = 60_000;

/**
 * Reads a time (SAML core 1.3.3): UTC, to the second or finer.
 *
 * @returns milliseconds since 1970; undefined when the element has no such attribute
 * @throws AssertionProblem for any other text
 */
export function timeIn(element: Element, attribute: string): number | undefined {
  const text = element.getAttribute(attribute);
  if (text === null) return undefined;
  const time = Date.parse(text);
  const isTime =
    !Number.isNaN(time) &&
    text.endsWith('Z') &&
    new Date(time).toISOString().slice(0, 19) === text.slice(0, 19) &&
    isFraction(text.slice(19, -1));
  if (!isTime) throw invalid(`the ${attribute} of its ${element.localName} is not a time in UTC`);
  return time;
}

/** @throws AssertionProblem when it lies in the future */
export function refuseFuture(element: Element, attribute: string, now: number): void {
  const time = timeIn(element, attribute);
  if (time !== undefined && time > now + AHEAD) {
    throw invalid(`the ${attribute} of its ${element.localName} lies in the future`);
  }
}

/**
 * @returns the time, in milliseconds since 1970; undefined when there is none
 * @throws AssertionProblem when it has come
 */
export function refusePast(element: Element, attribute: string, now: number): number | undefined {
  const time = timeIn(element, attribute);
  if (time !== undefined && time <= now) {
    throw expired(`the ${attribute} of its ${element.localName} has passed`);
  }
  return time;
}

function isFraction(text: string): boolean {
  if (text === '') return true;
  const [point, ...digits] = text;
  return point === '.' && digits.length > 0 && digits.every(digit => digit >= '0' && digit <= '9');
}
