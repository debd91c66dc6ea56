/** XML as the product takes it from others: well-formed, with namespaces, without anything that a parser could act on. */
import type { Element, Node } from '@xmldom/xmldom';
import { DocumentProblem, notWellFormed } from './document-problem.ts';
import { isXmlCharacter, refuseDoubtfulLineEnd, refuseUnusualMarkup } from './markup.ts';

/**
 * Parses a document. A document type declaration or a processing instruction is refused before a parser sees it, so that
 * no entity is ever declared, let alone expanded (spec: security Q24).
 *
 * @param bytes of a document in UTF-8, whose size the caller has bounded
 * @returns the root element
 * @throws DocumentProblem
 */
export async function parseXml(bytes: Uint8Array): Promise<Element> {
  const text = textIn(bytes);
  refuseInstructions(text);
  refuseControlCharacters(text);
  refuseUnusualMarkup(text);
  return rootOf(text);
}

/** The child elements of one name, in their order. */
export function childrenOf(element: Element, namespace: string, localName: string): readonly Element[] {
  return elementsOf(element).filter(
    child => child.namespaceURI === namespace && child.localName === localName,
  );
}

/** All child elements, in their order. */
export function elementsOf(element: Element): readonly Element[] {
  return nodesOf(element).filter(isElement);
}

/** An element and all that stand in it, in the order of their beginnings. */
export function* selfAndDescendantsOf(element: Element): Generator<Element> {
  yield element;
  for (const child of elementsOf(element)) yield* selfAndDescendantsOf(child);
}

/**
 * The text of an element that holds nothing else.
 *
 * @returns undefined when it holds elements, comments or marked sections: what two readers could read differently
 */
export function plainTextOf(element: Element): string | undefined {
  const nodes = nodesOf(element);
  return nodes.every(node => node.nodeType === node.TEXT_NODE)
    ? nodes.map(node => node.nodeValue ?? '').join('')
    : undefined;
}

/** What the parser would put right by itself another one might put right otherwise: its first warning ends it. */
async function rootOf(text: string): Promise<Element> {
  const { DOMParser, onWarningStopParsing, ParseError } = await import('@xmldom/xmldom');
  const found: string[] = [];
  const onError = (_level: string, message: string) => {
    found.push(message);
    onWarningStopParsing();
  };
  try {
    const { documentElement } = new DOMParser({ onError }).parseFromString(text, 'application/xml');
    if (documentElement !== null) return documentElement;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
  }
  throw notWellFormed(shortened(found[0] ?? 'no root element'));
}

function textIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new DocumentProblem('it is not UTF-8', { cause: error });
  }
}

function refuseInstructions(text: string): void {
  const body = text.startsWith('<?xml ') ? text.indexOf('?>') + 1 : 0;
  if (text.includes('<?', body)) throw new DocumentProblem('it has a processing instruction');
  for (let at = text.indexOf('<!'); at >= 0; at = text.indexOf('<!', at + 2)) {
    if (!text.startsWith('<!--', at) && !text.startsWith('<![CDATA[', at)) {
      throw new DocumentProblem('it has a document type declaration');
    }
  }
}

function refuseControlCharacters(text: string): void {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!isXmlCharacter(code)) throw new DocumentProblem('it has a control character');
    refuseDoubtfulLineEnd(code);
  }
}

/** The beginning of what the parser says, which may repeat the document. */
function shortened(message: string): string {
  return message.length > 120 ? `${message.slice(0, 120)}…` : message;
}

function nodesOf(element: Element): readonly Node[] {
  const nodes: Node[] = [];
  for (let node = element.firstChild; node !== null; node = node.nextSibling) nodes.push(node);
  return nodes;
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}
