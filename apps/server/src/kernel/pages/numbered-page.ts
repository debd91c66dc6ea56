/** Lists whose pages have numbers, as resource management has them (spec: api ResourceManager). */
import { integer } from '../parameters.ts';
import { integerField } from '../response.ts';

/** What asks for one page. */
export interface NumberedPageRequest {
  /** 1 for the first. */
  readonly pageNumber: number;
  readonly pageSize: number;
}

/** One page; one behind the last is empty. */
export interface NumberedPage<Item> extends NumberedPageRequest {
  readonly items: readonly Item[];
  /** Entries of all pages together. */
  readonly total: number;
}

/** The two parameters of such a list. */
export const numberedPageParameters = {
  pageNumber: integer('PageNumber', {
    min: 1,
    max: 1_000_000,
    default: 1,
    doc: ['Number of the page, from 1 on.', '页码，从 1 开始。'],
  }),
  pageSize: integer('PageSize', {
    min: 1,
    max: 100,
    default: 10,
    doc: ['Entries of a page.', '每页的条目数。'],
  }),
} as const;

/** How many entries come before a page. */
export function offsetOf({ pageNumber, pageSize }: NumberedPageRequest): number {
  return (pageNumber - 1) * pageSize;
}

/** Cuts a page out of all entries. */
export function numberedPageOf<Item>(all: readonly Item[], request: NumberedPageRequest): NumberedPage<Item> {
  const { pageNumber, pageSize } = request;
  const offset = offsetOf(request);
  return { pageNumber, pageSize, total: all.length, items: all.slice(offset, offset + pageSize) };
}

/** What such a reply says beside its list. */
export const numberedPageFields = {
  PageNumber: integerField,
  PageSize: integerField,
  TotalCount: integerField,
} as const;

/** Fills `numberedPageFields`. */
export function numberedPageMembers({ pageNumber, pageSize, total }: NumberedPage<unknown>) {
  return { PageNumber: pageNumber, PageSize: pageSize, TotalCount: total };
}
