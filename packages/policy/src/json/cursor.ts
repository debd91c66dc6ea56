import type { FindingCode } from '../findings.ts';

/** Where reading a JSON text has come to. */
export interface JsonCursor {
  readonly text: string;
  /** Offset of the next character, in UTF-16 code units. */
  at: number;
}

/** What ends reading: from `offset` on the text is no JSON, or goes too deep. It never leaves `readJson`. */
export class JsonSyntaxError extends Error {
  override readonly name = 'JsonSyntaxError';
  readonly offset: number;
  readonly code: FindingCode;

  constructor(offset: number, message: string, code: FindingCode = 'json-syntax') {
    super(message);
    this.offset = offset;
    this.code = code;
  }
}

/** Moves the cursor over white space, of which JSON knows four kinds (RFC 8259, section 2). */
export function skipSpace(cursor: JsonCursor): void {
  for (;;) {
    const code = cursor.text.charCodeAt(cursor.at);
    if (code !== 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) return;
    cursor.at += 1;
  }
}

/** How a message names what stands at an offset: a verb follows from it, such as `"x" stands`. */
export function standing(text: string, at: number): string {
  const code = text.codePointAt(at);
  if (code === undefined) return 'The text ends';
  if (text.startsWith('//', at) || text.startsWith('/*', at))
    return 'A comment, which JSON does not have, stands';
  if (code < 0x20 || code === 0x7f) return `Control character ${code} stands`;
  return `"${String.fromCodePoint(code)}" stands`;
}
