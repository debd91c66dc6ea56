/**
 * From the text that a stranger sends to what an identity provider has signed. Pure: nothing is stored or asked, and the
 * only clock is an argument. Whether the assertion was used before is the caller's to say.
 */

import type { Element } from '@xmldom/xmldom';
import { DocumentProblem } from '../../../xml/document-problem.ts';
import { childrenOf, parseXml } from '../../../xml/parse.ts';
import { invalid } from './assertion-problem.ts';
import { ASSERTION, onlyChild } from './namespaces.ts';
import {
  type Assertion,
  type Expectations,
  isRecipient,
  issuerOf,
  readAssertion,
} from './response/assertion.ts';
import { partsOfResponse } from './response/response.ts';
import { refuseFuture } from './response/time.ts';
import { bytesIn } from './signature/bytes-in.ts';
import { signedPart } from './signature/signed-part.ts';

/**
 * Verifies a response.
 *
 * @param response the whole response, in Base64
 * @param certificates that the provider signs with, DER in Base64; no other is believed
 * @returns what the provider has signed
 * @throws AssertionProblem
 */
export async function verifyResponse(
  response: string,
  certificates: readonly string[],
  expectations: Expectations,
): Promise<Assertion> {
  const bytes = bytesIn(response, 'it');
  try {
    return await verifyDocument(bytes, certificates, expectations);
  } catch (error) {
    if (!(error instanceof DocumentProblem)) throw error;
    throw invalid(error.message, { cause: error });
  }
}

async function verifyDocument(
  bytes: Buffer,
  certificates: readonly string[],
  expectations: Expectations,
): Promise<Assertion> {
  refuseAllButElementsAndText(bytes);
  const { element, signature, assertion, assertionSignature } = partsOfResponse(await parseXml(bytes));
  const signedResponse = signature && (await signedPart(element, signature, certificates));
  checkFrame(signedResponse ?? element, expectations);
  const signedAssertion =
    assertionSignature === undefined
      ? signedResponse && onlyChild(signedResponse, ASSERTION, 'Assertion')
      : await signedPart(assertion, assertionSignature, certificates);
  if (signedAssertion === undefined) throw invalid('neither it nor its Assertion is signed');
  return readAssertion(signedAssertion, expectations);
}

/** Comments and marked sections are what two readers of one text have read differently; no provider writes any. */
function refuseAllButElementsAndText(bytes: Buffer): void {
  if (bytes.includes('<!'))
    throw invalid('it has a comment, a marked section or a document type declaration');
}

/** What stands around the assertion can only refuse it: it need not be signed, and nothing of it is ever read as true. */
function checkFrame(response: Element, expectations: Expectations): void {
  const destination = response.getAttribute('Destination');
  if (destination !== null && !isRecipient(destination, expectations)) {
    throw invalid('its Destination is not this service');
  }
  if (childrenOf(response, ASSERTION, 'Issuer').length > 0) issuerOf(response, expectations);
  refuseFuture(response, 'IssueInstant', expectations.now);
}
