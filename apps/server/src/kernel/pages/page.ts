import { hash } from 'node:crypto';
import { apiError, type ErrorKind, errorKind } from '../errors.ts';
import { integer, text } from '../parameters.ts';
import { booleanField, optional, textField } from '../response.ts';

/** The text is no marker as this server gives them out. */
export const invalidMarker = errorKind(
  'InvalidParameter.Marker',
  400,
  'The parameter - "Marker" is not a marker. Give back the one that the page before returned, or leave it out to start from the first page.',
);

/** The same of lists whose API calls the marker a token. */
export const invalidNextToken = errorKind(
  'InvalidParameter.NextToken',
  400,
  'The parameter - "NextToken" is not a token of a page. Give back the one that the page before returned, or leave it out to start from the first page.',
);

/** One page of a list in the order of a unique, immutable-for-the-page sort key. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Opaque text to ask for the next page with; absent on the last. */
  readonly marker?: string;
}

/**
 * Cuts a page out of `limit + 1` rows.
 *
 * @param rows at most `limit + 1` rows in ascending order of `key`
 * @param limit rows of a page, at least 1
 * @param key the sort key of a row
 */
function pageOf<Row>(rows: readonly Row[], limit: number, key: (row: Row) => string): Page<Row> {
  const last = rows[limit - 1];
  if (rows.length <= limit || last === undefined) return { items: rows };
  return { items: rows.slice(0, limit), marker: markerOf(key(last)) };
}

/** What asks for one page. */
export interface PageRequest {
  readonly marker?: string | undefined;
  readonly maxItems: number;
}

/**
 * Reads one page.
 *
 * @param rowsAfter gives at most `limit` rows in ascending order of `key`, those behind `after` or all
 * @param key the sort key of a row
 * @param malformed what a marker that was not given out is answered with
 * @throws ApiError `malformed`
 */
export async function readPage<Row>(
  { marker, maxItems }: PageRequest,
  rowsAfter: (after: string | undefined, limit: number) => Promise<readonly Row[]>,
  key: (row: Row) => string,
  malformed: ErrorKind = invalidMarker,
): Promise<Page<Row>> {
  const after = marker === undefined ? undefined : decodeMarker(marker, malformed);
  return pageOf(await rowsAfter(after, maxItems + 1), maxItems, key);
}

/** Bytes in front of the key that tell a marker from a text that was changed by hand or cut. */
const CHECK_BYTES = 6;

/**
 * The marker of the page behind a sort key. It is neither a secret nor bound to an operation or an account: a page only
 * starts where its marker says, among what its caller may read anyway.
 */
export function markerOf(key: string): string {
  const check = Buffer.from(hash('sha256', key, 'hex').slice(0, CHECK_BYTES * 2), 'hex');
  return Buffer.concat([check, Buffer.from(key, 'utf8')]).toString('base64url');
}

/**
 * Reads a marker back into the sort key after which the page starts.
 *
 * @throws ApiError `malformed` when the text is not a marker as they are given out
 */
function decodeMarker(marker: string, malformed: ErrorKind): string {
  const key = Buffer.from(marker, 'base64url').subarray(CHECK_BYTES).toString('utf8');
  // No key holds U+0000, and PostgreSQL takes none as a parameter.
  if (key === '' || key.includes('\0') || markerOf(key) !== marker) throw apiError(malformed);
  return key;
}

/**
 * The two parameters of a list that is read page by page (spec: domain 1.5).
 *
 * @param size rows of a page: the default and the most that may be asked for
 */
export function pageParameters(size: { readonly default: number; readonly max: number }) {
  return {
    marker: text('Marker', {
      min: 1,
      max: 512,
      doc: [
        'Where the page starts: the marker that the page before returned. The first page when absent.',
        '本页的起点，即上一页返回的标记；不传则从第一页开始。',
      ],
    }),
    maxItems: integer('MaxItems', {
      min: 1,
      max: size.max,
      default: size.default,
      doc: ['Entries of a page.', '每页的条目数。'],
    }),
  } as const;
}

/**
 * The same two parameters under the names of lists that give out tokens (spec: domain 1.5).
 *
 * @param size rows of a page: the default and the most that may be asked for
 */
export function tokenPageParameters(size: { readonly default: number; readonly max: number }) {
  return {
    marker: text('NextToken', {
      min: 1,
      max: 2048,
      doc: [
        'Where the page starts: the token that the page before returned. The first page when absent.',
        '本页的起点，即上一页返回的令牌；不传则从第一页开始。',
      ],
    }),
    maxItems: integer('PageSize', {
      min: 1,
      max: size.max,
      default: size.default,
      doc: ['Entries of a page.', '每页的条目数。'],
    }),
  } as const;
}

/** What a paged reply says beside its list. */
export const pageFields = {
  IsTruncated: booleanField,
  Marker: optional(textField),
} as const;

/** Renders what a paged reply says beside its list: a marker only when there is a next page. */
export function pageMembers(page: Page<unknown>): { IsTruncated: boolean; Marker?: string } {
  return page.marker === undefined ? { IsTruncated: false } : { IsTruncated: true, Marker: page.marker };
}
