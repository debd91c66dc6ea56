/** Names that documents of SAML 2.0 and their signatures are made of. */
import type { Element } from '@xmldom/xmldom';
import { childrenOf } from '../../../xml/parse.ts';
import { invalid } from './assertion-problem.ts';

export const ASSERTION = 'urn:oasis:names:tc:SAML:2.0:assertion';
export const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';
export const SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';

/** Whether an element has this name. */
export function isNamed(element: Element, namespace: string, localName: string): boolean {
  return element.namespaceURI === namespace && element.localName === localName;
}

/**
 * The one child of a name.
 *
 * @throws AssertionProblem when there is none, or more than one
 */
export function onlyChild(element: Element, namespace: string, localName: string): Element {
  const [child, ...others] = childrenOf(element, namespace, localName);
  if (child === undefined || others.length > 0) {
    const found = child === undefined ? 'no' : 'more than one';
    throw invalid(`its ${element.localName} has ${found} ${localName}`);
  }
  return child;
}

/**
 * The one child of a name, if it is there.
 *
 * @throws AssertionProblem when there is more than one
 */
export function onlyChildIfAny(element: Element, namespace: string, localName: string): Element | undefined {
  return childrenOf(element, namespace, localName).length === 0
    ? undefined
    : onlyChild(element, namespace, localName);
}
