import type { Report } from '../findings.ts';
import type { DocumentKind } from './document.ts';

/**
 * The longest documents, in characters (Unicode code points), white space included (spec: policy 1.17). A service
 * that keeps policies of resources may have a limit of its own.
 */
export const documentLimits: Readonly<Record<DocumentKind, number>> = {
  identity: 6144,
  session: 2048,
  control: 4096,
  trust: 4096,
  resource: 6144,
};

/** The length of a text in characters (Unicode code points). */
function countCharacters(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at++) {
    if ((text.codePointAt(at) ?? 0) <= 0xffff) continue;
    count -= 1;
    at += 1;
  }
  return count;
}

/** A text this many times longer than its limit is not read at all, to bound the work it can cause. */
const UNREAD_FACTOR = 8;

/** Reports a text of more characters than the limit. The answer is whether the text is worth reading all the same. */
export function checkLength(text: string, limit: number, report: Report): boolean {
  const characters = countCharacters(text);
  if (characters > limit) {
    const message = `The document has ${characters} characters. The limit for a document of this kind is ${limit}.`;
    report('document-too-long', { path: '', offset: 0 }, message);
  }
  return characters <= limit * UNREAD_FACTOR;
}
