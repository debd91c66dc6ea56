import { apiError, errorKind } from './errors.ts';
import { integer, text } from './parameters.ts';
import { booleanField, optional, textField } from './response.ts';

/** The marker of a page was not one that this server gave out. */
export const invalidMarker = errorKind(
  'InvalidParameter.Marker',
  400,
  'The parameter - "Marker" is not one that this operation returned. Leave it out to start from the first page.',
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
export function pageOf<Row>(rows: readonly Row[], limit: number, key: (row: Row) => string): Page<Row> {
  const last = rows[limit - 1];
  if (rows.length <= limit || last === undefined) return { items: rows };
  return { items: rows.slice(0, limit), marker: encodeMarker(key(last)) };
}

function encodeMarker(key: string): string {
  return Buffer.from(key, 'utf8').toString('base64url');
}

/**
 * Reads a marker back into the sort key after which the page starts.
 *
 * @throws ApiError `InvalidParameter.Marker` when the text is not a marker
 */
export function decodeMarker(marker: string): string {
  const key = Buffer.from(marker, 'base64url').toString('utf8');
  // No key holds U+0000, and PostgreSQL takes none as a parameter.
  if (key === '' || key.includes('\0') || encodeMarker(key) !== marker) throw apiError(invalidMarker);
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

/** What a paged reply says beside its list. */
export const pageFields = {
  IsTruncated: booleanField,
  Marker: optional(textField),
} as const;

/** Renders what a paged reply says beside its list: a marker only when there is a next page. */
export function pageMembers(page: Page<unknown>): { IsTruncated: boolean; Marker?: string } {
  return page.marker === undefined ? { IsTruncated: false } : { IsTruncated: true, Marker: page.marker };
}
