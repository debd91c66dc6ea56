import { expect, it } from 'vitest';
import { csvLine } from './csv.ts';

it('separates cells by commas and ends with a line feed', () => {
  expect(csvLine(['a', '', '-', 'x@y'])).toBe('a,,-,x@y\n');
});

it('quotes what would be read as more than one cell or line', () => {
  expect(csvLine(['a,b', 'c"d', 'e\nf', 'g\rh', '<i>'])).toBe('"a,b","c""d","e\nf","g\rh",<i>\n');
});
