/**
 * Exclusive Canonical XML 1.0 without comments (W3C, 18 July 2002): what signatures of XML are made over. Who reads from
 * the canonical form itself, as this product does, cannot be shown anything that was not signed: were a rule below wrong,
 * signatures would be refused.
 */
import type { Attr, Element, Node } from '@xmldom/xmldom';
import { DocumentProblem } from './document-problem.ts';

const DECLARATION = 'http://www.w3.org/2000/xmlns/';

/** Characters of a canonical form: a declaration that many elements use is repeated at each. */
const LONGEST = 262_144;

/** URIs by their prefix; the empty one is of the default namespace. */
type Namespaces = Map<string, string>;
type Declarations = readonly (readonly [prefix: string, uri: string])[];

/** What to leave out, and what to put in. */
export interface CanonicalOptions {
  /** An element that is left out with all that it holds. */
  readonly without?: Element | undefined;
  /** Prefixes whose declarations are kept although no name uses them. */
  readonly inclusivePrefixes?: readonly string[];
  /** Characters that it may have; 256 K where nothing is said. */
  readonly longest?: number;
}

/**
 * The canonical form of an element.
 *
 * @throws DocumentProblem when it is longer than it may be
 */
export function canonicalForm(element: Element, options: CanonicalOptions = {}): string {
  const form: Form = { text: '', inScope: inScopeAbove(element), written: new Map([['', '']]), options };
  write(form, element);
  return form.text;
}

/** A form while it grows. */
interface Form {
  text: string;
  /** What is declared where it has grown to, and what of it the form has declared already. */
  readonly inScope: Namespaces;
  readonly written: Namespaces;
  readonly options: CanonicalOptions;
}

function append(form: Form, part: string): void {
  const { longest = LONGEST } = form.options;
  form.text += part;
  if (form.text.length <= longest) return;
  throw new DocumentProblem(`its canonical form is longer than ${longest} characters`);
}

function write(form: Form, node: Node): void {
  if (isText(node)) append(form, escapedText(node.nodeValue ?? ''));
  if (!isElement(node) || node === form.options.without) return;
  const [declared, attributes] = attributesOf(node);
  within(form.inScope, declarationsIn(declared), () => {
    const due = declarationsDue(form, [node, ...attributes]);
    append(form, `<${node.tagName}`);
    for (const [prefix, uri] of due) {
      append(form, attributeText(prefix === '' ? 'xmlns' : `xmlns:${prefix}`, uri));
    }
    for (const { name, value } of attributes.sort(byNamespaceAndName)) {
      append(form, attributeText(name, value));
    }
    append(form, '>');
    within(form.written, due, () => {
      for (let child = node.firstChild; child !== null; child = child.nextSibling) write(form, child);
    });
    append(form, `</${node.tagName}>`);
  });
}

/**
 * Declares namespaces for as long as something is done. They are taken back by themselves: a copy of all at each element
 * would let a short document cost the square of its length.
 */
function within(namespaces: Namespaces, declarations: Declarations, work: () => void): void {
  const before = declarations.map(([prefix]) => [prefix, namespaces.get(prefix)] as const);
  for (const [prefix, uri] of declarations) namespaces.set(prefix, uri);
  work();
  for (const [prefix, uri] of before) {
    if (uri === undefined) namespaces.delete(prefix);
    else namespaces.set(prefix, uri);
  }
}

/**
 * Declarations that an element must carry: of prefixes that its own names use, unless they are in force in the form.
 *
 * @param named the element and its attributes
 */
function declarationsDue(
  { inScope, written, options: { inclusivePrefixes = [] } }: Form,
  named: readonly (Element | Attr)[],
): Declarations {
  // The default namespace is of elements alone: an attribute without a prefix is in none.
  const used = named.flatMap(({ prefix }, at) => (prefix ? prefix : at === 0 ? '' : []));
  const kept = inclusivePrefixes.filter(prefix => inScope.has(prefix));
  return [...new Set([...used, ...kept])]
    .filter(prefix => prefix !== 'xml')
    .map((prefix): [string, string] => [prefix, inScope.get(prefix) ?? ''])
    .filter(([prefix, uri]) => written.get(prefix) !== uri)
    .sort(([one], [other]) => compare(one, other));
}

function inScopeAbove(element: Element): Namespaces {
  const { parentNode } = element;
  if (parentNode === null || !isElement(parentNode)) return new Map();
  const inScope = inScopeAbove(parentNode);
  for (const [prefix, uri] of declarationsIn(attributesOf(parentNode)[0])) inScope.set(prefix, uri);
  return inScope;
}

function declarationsIn(declared: readonly Attr[]): Declarations {
  return declared.map(({ prefix, localName, value }) => [prefix ? (localName ?? '') : '', value] as const);
}

/** The declarations of namespaces that an element makes, and its other attributes. */
function attributesOf({ attributes }: Element): [declarations: Attr[], others: Attr[]] {
  const [declarations, others]: [Attr[], Attr[]] = [[], []];
  for (let at = 0; at < attributes.length; at += 1) {
    const attribute = attributes.item(at);
    if (attribute !== null) (attribute.namespaceURI === DECLARATION ? declarations : others).push(attribute);
  }
  return [declarations, others];
}

function byNamespaceAndName(one: Attr, other: Attr): number {
  return (
    compare(one.namespaceURI ?? '', other.namespaceURI ?? '') ||
    compare(one.localName ?? '', other.localName ?? '')
  );
}

/** By the values of characters, whatever the language. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function attributeText(name: string, value: string): string {
  return ` ${name}="${escapedValue(value)}"`;
}

function escapedText(text: string): string {
  return escapedStart(text).replaceAll('>', '&gt;').replaceAll('\r', '&#xD;');
}

function escapedValue(value: string): string {
  return escapedStart(value)
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#x9;')
    .replaceAll('\n', '&#xA;')
    .replaceAll('\r', '&#xD;');
}

function escapedStart(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}

function isText(node: Node): boolean {
  return node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE;
}
