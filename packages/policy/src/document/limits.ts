import type { DocumentKind } from './document.ts';

/** The longest documents, in characters (Unicode code points), white space included (spec: policy 1.17). */
export const documentLimits: Readonly<Record<DocumentKind, number>> = {
  identity: 6144,
  session: 2048,
  control: 4096,
  trust: 4096,
};

/** The length of a text in characters (Unicode code points). */
export function countCharacters(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at++) {
    if ((text.codePointAt(at) ?? 0) <= 0xffff) continue;
    count -= 1;
    at += 1;
  }
  return count;
}
