/** A request as a service hands it over, in JSON. */
import type { HandedOverRequest } from '../../kernel/decisions.ts';
import { apiError } from '../../kernel/errors.ts';
import type { JsonReading, TextFormat } from '../../kernel/parameters.ts';
import { bodySentTwice } from './errors.ts';

/** Names and values in turn. */
type RawHeaders = readonly string[];

/** What a service sends of the request that it received. */
interface Sent {
  readonly method: string;
  readonly path: string;
  readonly query?: string;
  readonly headers: RawHeaders;
  readonly body?: string;
  readonly bodySha256?: string;
}

/**
 * Puts a request together again.
 *
 * @throws ApiError for one whose body was sent twice: it would not be clear which of the two was verified
 */
export function handedOver({ method, path, query, headers, body, bodySha256 }: Sent): HandedOverRequest {
  if (body !== undefined && bodySha256 !== undefined) throw apiError(bodySentTwice, {});
  return {
    method,
    target: query === undefined ? path : `${path}?${query}`,
    rawHeaders: headers,
    body: Buffer.from(body ?? '', 'base64'),
    ...(bodySha256 === undefined ? {} : { bodyDigest: bodySha256 }),
  };
}

/** More headers than any client sends. */
const MOST_HEADERS = 200;

/** Reads headers: an object, or names and values in turn as `rawHeaders` of node:http has them. */
export function readHeaders(value: unknown): JsonReading<RawHeaders> {
  if (typeof value !== 'object' || value === null) return wrong('', 'expected is an object or a list');
  const raw = Array.isArray(value) ? rawFromList(value) : rawFromObject(value);
  if (raw.ok && raw.value.length > MOST_HEADERS * 2)
    return wrong('', `it holds more than ${MOST_HEADERS} headers`);
  return raw;
}

function rawFromList(list: readonly unknown[]): JsonReading<RawHeaders> {
  const raw: string[] = [];
  for (const [at, item] of list.entries()) {
    if (typeof item !== 'string') return wrong(`[${at}]`, 'expected is a string');
    raw.push(item);
  }
  return raw.length % 2 === 0 ? { ok: true, value: raw } : wrong('', 'expected are names and values in turn');
}

function rawFromObject(members: object): JsonReading<RawHeaders> {
  const raw: string[] = [];
  for (const [name, value] of Object.entries(members)) {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const each of values) {
      if (typeof each !== 'string')
        return wrong(`.${name.slice(0, 64)}`, 'expected is a string or a list of strings');
      raw.push(name, each);
    }
  }
  return { ok: true, value: raw };
}

function wrong(path: string, problem: string): JsonReading<never> {
  return { ok: false, path, problem };
}

/** Base64 with padding, of one spelling. */
export const base64: TextFormat = {
  label: ['base64 with padding', '带填充的 base64'],
  accepts: text => Buffer.from(text, 'base64').toString('base64') === text,
};

/** A digest of 256 bits. */
export const hexDigest: TextFormat = {
  label: ['64 lower-case hexadecimal digits', '64 位小写十六进制数字'],
  accepts: text => text.length === 64 && isLowerHex(text),
};

function isLowerHex(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const digit = unit >= 0x30 && unit <= 0x39;
    if (!digit && !(unit >= 0x61 && unit <= 0x66)) return false;
  }
  return true;
}
