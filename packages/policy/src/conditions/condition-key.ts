import { fold } from '../letter-case.ts';

/**
 * The one spelling of a condition key under which it is looked up: in lower case, except what follows the first
 * `/`, which is the key of a tag and keeps its case (spec: policy 1.16).
 */
export function canonicalKey(key: string): string {
  const slash = key.indexOf('/');
  return slash < 0 ? fold(key) : fold(key.slice(0, slash)) + key.slice(slash);
}

/**
 * Whether a text has the form of a condition key: `<service>:<name>`, or `<service>:<name>/<tag key>`
 * (spec: policy 1.18). Services may have keys of their own, so any name will do.
 */
export function isConditionKey(text: string): boolean {
  const colon = text.indexOf(':');
  const slash = text.indexOf('/');
  const end = slash < 0 ? text.length : slash;
  return colon > 0 && colon < end - 1 && slash !== text.length - 1 && isPlain(text, end);
}

/** Whether the text up to `end` is ASCII without spaces, control characters, quotes and wildcards. */
function isPlain(text: string, end: number): boolean {
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code >= 0x7f || '"\'*?'.includes(text.charAt(at))) return false;
  }
  return true;
}
