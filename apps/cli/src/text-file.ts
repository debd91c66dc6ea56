import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';

/** The text of a file, or in a sentence why there is none. */
export type TextFile =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

/** No policy and no file of cases comes near this size, in bytes. */
const LARGEST = 64 * 1024 * 1024;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'It is a folder, not a file.',
  EACCES: 'Reading it is not permitted.',
};

/**
 * Reads a file as UTF-8, with nothing replaced and a byte order mark kept. Never throws for what is wrong with the
 * file.
 *
 * @param path relative to the working folder
 */
export function readTextFile(path: string): TextFile {
  try {
    if (statSync(path).size > LARGEST) return { ok: false, reason: `It is larger than ${LARGEST} bytes.` };
    const bytes = readFileSync(path);
    if (isUtf8(bytes)) return { ok: true, text: bytes.toString('utf8') };
    return { ok: false, reason: `Line ${brokenLine(bytes)} is not UTF-8.` };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { ok: false, reason: REASONS[String(error.code)] ?? error.message };
  }
}

/** The first line, from 1, that is not UTF-8. A line feed is never part of another character. */
function brokenLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf('\n', start);
    const end = feed < 0 ? bytes.length : feed + 1;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end;
  }
  return line;
}
