/** The file with an AccessKey that consoles hand out once (spec: domain 0.16). */
import { Failure } from '../failure.ts';

/** An AccessKey as its owner holds it. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

/**
 * Reads the one AccessKey of a file, or the one that is asked for. Columns are found by their titles, in whatever order
 * and however they are spelled: `AccessKey ID`, `AccessKeyId`, `accessKeySecret`.
 *
 * @throws Failure that repeats no field
 */
export function readAccessKeyCsv(text: string, wanted: string | undefined): AccessKey {
  const [titles = [], ...rows] = readCsv(text.replace(/^\uFEFF/, '')).filter(row =>
    row.some(field => field !== ''),
  );
  const columns = titles.map(title => title.toLowerCase().replaceAll(/[^a-z]/g, ''));
  const [id, secret] = [columns.indexOf('accesskeyid'), columns.indexOf('accesskeysecret')];
  if (id < 0 || secret < 0) throw new Failure('It has no columns AccessKey ID and AccessKey Secret.');
  const keys = rows
    .map(row => ({ accessKeyId: row[id]?.trim() ?? '', accessKeySecret: row[secret]?.trim() ?? '' }))
    .filter(({ accessKeyId }) => wanted === undefined || accessKeyId === wanted);
  const [key, ...others] = keys;
  if (key === undefined)
    throw new Failure(wanted === undefined ? 'It holds no AccessKey.' : `It does not hold ${wanted}.`);
  if (others.length > 0) throw new Failure('It holds several AccessKeys: say which, with --access-key-id.');
  return key;
}

/** Fields of lines, where fields in double quotes may hold commas, line breaks and doubled quotes (RFC 4180). */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  const endField = () => {
    rows.at(-1)?.push(field);
    field = '';
  };
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quoted) {
      if (character !== '"') field += character;
      else if (text.charAt(at + 1) === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',') endField();
    else if (character === '\n') {
      endField();
      rows.push([]);
    } else if (character !== '\r') field += character;
  }
  endField();
  return rows;
}
