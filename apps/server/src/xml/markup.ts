/**
 * The markup of a document, looked over once from its beginning to its end before a parser sees it: what would keep the
 * parser busy is refused, and what it would put right in silence (spec: security Q24).
 */
import { DocumentProblem, notWellFormed } from './document-problem.ts';

/** How deep elements may stand in each other. */
const DEEPEST = 64;

/** Tags, comments and sections of one document. */
const MOST_TAGS = 3000;

/** Attributes of one element and of one document, declarations of namespaces among them. */
const MOST_ATTRIBUTES_OF_ELEMENT = 64;
const MOST_ATTRIBUTES = 2500;

/** Declarations of namespaces in one document: the parser copies those in force at each further one. */
const MOST_NAMESPACES = 500;

/** A tag, a comment or a section. */
interface Markup {
  /** Elements that begin and that end with it. */
  readonly opened: 0 | 1;
  readonly closed: 0 | 1;
  readonly attributes: number;
  readonly namespaces: number;
  /** Where what follows it begins. */
  readonly end: number;
}

/**
 * Refuses markup that is too much for one document, and text that only lenient readers take.
 *
 * @param text without document type declarations and processing instructions
 * @throws DocumentProblem
 */
export function refuseUnusualMarkup(text: string): void {
  let [tags, attributes, namespaces, depth] = [0, 0, 0, 0];
  for (const markup of markupIn(text)) {
    tags += 1;
    attributes += markup.attributes;
    namespaces += markup.namespaces;
    depth += markup.opened;
    refuse(tags > MOST_TAGS, `it has more than ${MOST_TAGS} tags`);
    refuse(
      markup.attributes > MOST_ATTRIBUTES_OF_ELEMENT,
      `an element in it has more than ${MOST_ATTRIBUTES_OF_ELEMENT} attributes`,
    );
    refuse(attributes > MOST_ATTRIBUTES, `it has more than ${MOST_ATTRIBUTES} attributes`);
    refuse(namespaces > MOST_NAMESPACES, `it declares namespaces more than ${MOST_NAMESPACES} times`);
    refuse(depth > DEEPEST, `its elements are nested deeper than ${DEEPEST}`);
    depth -= markup.closed;
  }
}

function refuse(isTooMuch: boolean, problem: string): void {
  if (isTooMuch) throw new DocumentProblem(problem);
}

function* markupIn(text: string): Generator<Markup> {
  for (let at = text.startsWith('<?xml ') ? endBehind(text, '?>', 0) : 0; ; ) {
    const start = text.indexOf('<', at);
    checkText(text.slice(at, start < 0 ? undefined : start));
    if (start < 0) return;
    const markup = markupAt(text, start);
    yield markup;
    at = markup.end;
  }
}

function markupAt(text: string, start: number): Markup {
  const inert = { opened: 0, closed: 0, attributes: 0, namespaces: 0 } as const;
  if (text.startsWith('<!--', start)) return { ...inert, end: commentEnd(text, start) };
  if (text.startsWith('<![CDATA[', start)) return { ...inert, end: endBehind(text, ']]>', start) };
  if (text.startsWith('</', start)) return { ...inert, closed: 1, end: endBehind(text, '>', start) };
  return startTagAt(text, start);
}

/** Two hyphens stand at the end of a comment only (XML 1.0, 2.5). */
function commentEnd(text: string, start: number): number {
  const end = endBehind(text, '--', start + '<!--'.length);
  if (text.charAt(end) !== '>') throw notWellFormed('"--" in a comment');
  return end + 1;
}

function startTagAt(text: string, start: number): Markup {
  let [attributes, namespaces, behindValue] = [0, 0, start];
  for (let at = start + 1; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (mark === '>') {
      const closed = text.charAt(at - 1) === '/' ? 1 : 0;
      return { opened: 1, closed, attributes, namespaces, end: at + 1 };
    }
    if (mark === '<') break;
    if (mark !== '"' && mark !== "'") continue;
    const end = endBehind(text, mark, at + 1);
    checkValue(text.slice(at + 1, end - 1));
    attributes += 1;
    if (text.slice(behindValue, at).includes('xmlns')) namespaces += 1;
    behindValue = end;
    at = end - 1;
  }
  throw unended();
}

function endBehind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw unended();
  return at + mark.length;
}

function unended(): DocumentProblem {
  return notWellFormed('a tag, comment or section without an end');
}

/** What stands between tags (XML 1.0, 2.4). */
function checkText(text: string): void {
  if (text.includes(']]>')) throw notWellFormed('"]]>" outside of a section');
  checkReferences(text);
}

/** What stands between quotation marks (XML 1.0, 3.1). */
function checkValue(value: string): void {
  if (value.includes('<')) throw notWellFormed('"<" in the value of an attribute');
  checkReferences(value);
}

function checkReferences(text: string): void {
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    const end = text.indexOf(';', at);
    if (end < 0 || !isReferable(text.slice(at + 1, end))) {
      throw notWellFormed('"&" without the name or the number of a character');
    }
  }
}

const entities: readonly string[] = ['amp', 'lt', 'gt', 'quot', 'apos'];
const decimal = { mark: '#', radix: 10, digits: '0123456789' } as const;
const hexadecimal = { mark: '#x', radix: 16, digits: '0123456789abcdefABCDEF' } as const;

/** Whether a reference names one of the entities that every document has, or a character (XML 1.0, 4.1 and 4.6). */
function isReferable(name: string): boolean {
  if (entities.includes(name)) return true;
  const { mark, radix, digits } = name.startsWith(hexadecimal.mark) ? hexadecimal : decimal;
  const number = name.slice(mark.length);
  const isNumber = name.startsWith(mark) && number !== '' && [...number].every(each => digits.includes(each));
  const code = Number.parseInt(number, radix);
  refuseDoubtfulLineEnd(code);
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  return isNumber && isXmlCharacter(code) && !isHalf;
}

/** Characters that XML 1.1 reads as ends of lines and XML 1.0 as they are: NEL and the line separator. */
const doubtfulLineEnds: readonly number[] = [0x85, 0x2028];

/**
 * Refuses a character that the parser reads as the end of a line, and others as itself, so that nothing is read as another
 * text than was signed (XML 1.1, 2.11).
 *
 * @param code unit or point of the character
 * @throws DocumentProblem
 */
export function refuseDoubtfulLineEnd(code: number): void {
  if (!doubtfulLineEnds.includes(code)) return;
  throw new DocumentProblem('it has the character U+0085 or U+2028, which not everybody reads alike');
}

/** Whether a code point, or a code unit of one, may stand in a document (XML 1.0, 2.2). */
export function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code !== 0xfffe && code !== 0xffff && code <= 0x10_ffff;
}
