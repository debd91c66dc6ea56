import type { Dialect } from './session.ts';

/**
 * A FROM clause that reads rows out of one JSON value, an array of arrays: `value->>0` is the first column. So a list of
 * any length takes one statement with one constant text in both databases.
 *
 * @param place where the JSON text stands, e.g. `$1`
 */
export function jsonRows(dialect: Dialect, place: string): string {
  return dialect === 'sqlite' ? `json_each(${place})` : `json_array_elements(${place}::json)`;
}
