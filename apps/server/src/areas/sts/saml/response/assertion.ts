/** What an assertion says, read from what its provider signed (SAML core 2.3-2.7; SAML profiles 4.1.4.2; spec: wire 7.2). */
import type { Element } from '@xmldom/xmldom';
import { childrenOf, elementsOf, plainTextOf } from '../../../../xml/parse.ts';
import { expired, invalid } from '../assertion-problem.ts';
import { ASSERTION, onlyChild } from '../namespaces.ts';
import { type RoleAttributes, readRoleAttributes } from './role-attributes.ts';
import { refuseFuture, refusePast, timeIn } from './time.ts';

const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
const FORMAT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:';
const UNSPECIFIED = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified';

/** Conditions whose meaning is known; SAML forbids to go on with any other (SAML core 2.5.1). */
const conditions: readonly string[] = ['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction'];

/** Milliseconds after its issue in which an assertion may be used, whatever it says: so long its ID is remembered. */
const LONGEST_LIFE = 3_600_000;

/** Characters of an ID, and of the name of a subject. */
const LONGEST_TEXT = 1024;

/** Whom an assertion must come from, and be meant for. */
export interface Expectations {
  /** The entity ID in the provider's metadata, compared exactly. */
  readonly issuer: string;
  /** Any of them will do, compared exactly. */
  readonly audiences: readonly string[];
  /** URLs; any of them will do, whatever the case: providers are configured with either (spec: wire 7.2). */
  readonly recipients: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What an assertion says. */
export interface Assertion extends RoleAttributes {
  /** Never used again by its provider. */
  readonly id: string;
  readonly issuer: string;
  /** The name of the subject. */
  readonly subject: string;
  /** Its format, without the beginning that the formats of SAML 2.0 share: `persistent`. */
  readonly subjectType: string;
  readonly recipient: string;
  /** Milliseconds since 1970, as are the next two. */
  readonly issuedAt: number;
  /** From when on the assertion is refused for its age. */
  readonly usableUntil: number;
  /** When the session at the provider ends, if it says so. */
  readonly sessionEndsAt: number | undefined;
}

/**
 * Reads an assertion and checks it.
 *
 * @param assertion as it was signed
 * @throws AssertionProblem
 */
export function readAssertion(assertion: Element, expectations: Expectations): Assertion {
  const { now } = expectations;
  const issuer = issuerOf(assertion, expectations);
  const subject = onlyChild(assertion, ASSERTION, 'Subject');
  const { recipient, confirmedUntil } = readConfirmation(subject, expectations);
  const conditionsUntil = checkConditions(onlyChild(assertion, ASSERTION, 'Conditions'), expectations);
  const issuedAt = issueOf(assertion, now);
  return {
    id: boundedText(assertion.getAttribute('ID') ?? '', 'ID'),
    issuer,
    ...nameOf(subject),
    recipient,
    issuedAt,
    usableUntil: Math.min(issuedAt + LONGEST_LIFE, confirmedUntil, conditionsUntil),
    sessionEndsAt: sessionEndOf(assertion, now),
    ...readRoleAttributes(assertion),
  };
}

/**
 * Checks who sent a response or an assertion.
 *
 * @throws AssertionProblem when it was not the provider
 */
export function issuerOf(element: Element, { issuer }: Pick<Expectations, 'issuer'>): string {
  const found = plainTextOf(onlyChild(element, ASSERTION, 'Issuer'));
  if (found !== issuer) {
    throw invalid(
      `the Issuer of its ${element.localName} is not the entityID in the metadata of its provider`,
    );
  }
  return found;
}

/** Checks where something is to be delivered. */
export function isRecipient(location: string, { recipients }: Pick<Expectations, 'recipients'>): boolean {
  return recipients.some(recipient => recipient.toLowerCase() === location.toLowerCase());
}

function issueOf(assertion: Element, now: number): number {
  refuseFuture(assertion, 'IssueInstant', now);
  const issuedAt = timeIn(assertion, 'IssueInstant');
  if (issuedAt === undefined) throw invalid('its Assertion has no IssueInstant');
  if (issuedAt + LONGEST_LIFE <= now) throw expired('it was issued more than an hour ago');
  return issuedAt;
}

function nameOf(subject: Element): Pick<Assertion, 'subject' | 'subjectType'> {
  const name = onlyChild(subject, ASSERTION, 'NameID');
  const format = name.getAttribute('Format') ?? UNSPECIFIED;
  return {
    subject: boundedText(plainTextOf(name) ?? '', 'NameID'),
    subjectType: format.startsWith(FORMAT) ? format.slice(FORMAT.length) : format,
  };
}

/** Whoever bears the assertion may use it: once, in time, and where it is meant for. */
function readConfirmation(
  subject: Element,
  expectations: Expectations,
): { readonly recipient: string; readonly confirmedUntil: number } {
  const confirmation = onlyChild(subject, ASSERTION, 'SubjectConfirmation');
  if (confirmation.getAttribute('Method') !== BEARER)
    throw invalid('its SubjectConfirmation is not for a bearer');
  const data = onlyChild(confirmation, ASSERTION, 'SubjectConfirmationData');
  const recipient = data.getAttribute('Recipient');
  if (recipient === null || !isRecipient(recipient, expectations)) {
    throw invalid('the Recipient of its SubjectConfirmationData is not this service');
  }
  refuseFuture(data, 'NotBefore', expectations.now);
  const confirmedUntil = refusePast(data, 'NotOnOrAfter', expectations.now);
  if (confirmedUntil === undefined) throw invalid('its SubjectConfirmationData has no NotOnOrAfter');
  return { recipient, confirmedUntil };
}

/** @returns milliseconds since 1970 until which the conditions hold; infinite when they do not say */
function checkConditions(element: Element, { audiences, now }: Expectations): number {
  const unknown = elementsOf(element).find(
    ({ namespaceURI, localName }) => namespaceURI !== ASSERTION || !conditions.includes(localName ?? ''),
  );
  if (unknown !== undefined) throw invalid(`it has a condition that is not known: ${unknown.localName}`);
  const restrictions = childrenOf(element, ASSERTION, 'AudienceRestriction');
  const isMeant = restrictions.every(restriction =>
    childrenOf(restriction, ASSERTION, 'Audience').some(audience =>
      audiences.includes(plainTextOf(audience) ?? ''),
    ),
  );
  if (restrictions.length === 0 || !isMeant) throw invalid('its Audience is not this service');
  refuseFuture(element, 'NotBefore', now);
  return refusePast(element, 'NotOnOrAfter', now) ?? Number.POSITIVE_INFINITY;
}

/** When the first of the sessions at the provider ends. */
function sessionEndOf(assertion: Element, now: number): number | undefined {
  const statements = childrenOf(assertion, ASSERTION, 'AuthnStatement');
  if (statements.length === 0) throw invalid('it has no AuthnStatement');
  const ends = statements.flatMap(statement => refusePast(statement, 'SessionNotOnOrAfter', now) ?? []);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

function boundedText(text: string, name: string): string {
  if (text === '' || text.length > LONGEST_TEXT) {
    throw invalid(`its ${name} is not a text of 1 to ${LONGEST_TEXT} characters`);
  }
  return text;
}
