/** The frame of a SAML response (SAML core 3.2.2, 3.3.3): what stands where, before anything of it is believed. */
import type { Element } from '@xmldom/xmldom';
import { childrenOf, selfAndDescendantsOf } from '../../../../xml/parse.ts';
import { invalid } from '../assertion-problem.ts';
import { ASSERTION, isNamed, onlyChild, onlyChildIfAny, PROTOCOL, SIGNATURE } from '../namespaces.ts';

const SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success';

/** A response with the one assertion that it brings; each may be signed. */
export interface Response {
  readonly element: Element;
  readonly signature: Element | undefined;
  readonly assertion: Element;
  readonly assertionSignature: Element | undefined;
}

/**
 * Finds the parts of a response, and refuses one in which anything could be taken for another thing: a second assertion or
 * signature wherever it stands, an ID that is used twice (spec: security Q24, failure table).
 *
 * @param element root of the document
 * @throws AssertionProblem
 */
export function partsOfResponse(element: Element): Response {
  if (!isNamed(element, PROTOCOL, 'Response')) throw invalid('its root is not a Response of SAML 2.0');
  requireVersion(element);
  requireSuccess(element);
  const elements = [...selfAndDescendantsOf(element)];
  refuseEncrypted(elements);
  const assertion = onlyAssertion(element, elements);
  refuseRepeatedIds(elements);
  requireVersion(assertion);
  const signature = onlyChildIfAny(element, SIGNATURE, 'Signature');
  const assertionSignature = onlyChildIfAny(assertion, SIGNATURE, 'Signature');
  const strange = elements.find(
    each => each.localName === 'Signature' && each !== signature && each !== assertionSignature,
  );
  if (strange !== undefined) throw invalid('it has a Signature where SAML knows none');
  return { element, signature, assertion, assertionSignature };
}

function requireVersion(element: Element): void {
  if (element.getAttribute('Version') !== '2.0')
    throw invalid(`its ${element.localName} is not of version 2.0`);
  if ((element.getAttribute('ID') ?? '') === '') throw invalid(`its ${element.localName} has no ID`);
}

function requireSuccess(response: Element): void {
  const code = onlyChild(onlyChild(response, PROTOCOL, 'Status'), PROTOCOL, 'StatusCode');
  const status = code.getAttribute('Value') ?? '';
  if (status !== SUCCESS) throw invalid(`its status is not Success: ${status.slice(0, 100)}`);
}

function refuseEncrypted(elements: readonly Element[]): void {
  const encrypted = elements.find(({ localName }) => localName?.startsWith('Encrypted'));
  if (encrypted === undefined) return;
  throw invalid(
    `it has an ${encrypted.localName}, and encryption is not supported; have the provider sign without encrypting`,
  );
}

/** Whatever the spelling and the namespace: another program could go by any of them. */
function refuseRepeatedIds(elements: readonly Element[]): void {
  const seen = new Set<string>();
  for (const element of elements) {
    for (const { localName, value } of element.attributes) {
      if (localName?.toLowerCase() !== 'id') continue;
      if (seen.has(value)) throw invalid('an ID in it is used twice');
      seen.add(value);
    }
  }
}

function onlyAssertion(response: Element, elements: readonly Element[]): Element {
  const named = elements.filter(({ localName }) => localName === 'Assertion');
  const [assertion] = childrenOf(response, ASSERTION, 'Assertion');
  if (assertion === undefined) throw invalid('it has no Assertion');
  if (named.length > 1) throw invalid('it has more than one Assertion');
  return assertion;
}
