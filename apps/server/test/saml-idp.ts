/**
 * An identity provider for tests that can be made to write anything. It signs what it is told to, by text replacement and
 * node:crypto alone: it shares no line with what verifies, so a mistake there cannot hide behind the same mistake here.
 * Its documents are written in their canonical form from the beginning.
 */
import { createHash, sign } from 'node:crypto';
import type { SigningKey } from './saml-keys.ts';

/** Where a test says nothing else. */
export const ISSUER = 'https://idp.example/metadata';
export const RECIPIENT = 'https://signin.aliyun.com/saml-role/sso';
export const AUDIENCE = 'urn:alibaba:cloudcomputing';
const ROLE_ATTRIBUTE = 'https://www.aliyun.com/SAML-Role/Attributes/Role';
const NAME_ATTRIBUTE = 'https://www.aliyun.com/SAML-Role/Attributes/RoleSessionName';
export const DURATION_ATTRIBUTE = 'https://www.aliyun.com/SAML-Role/Attributes/SessionDuration';

/** The parts that tests replace; texts are XML. */
export interface ResponseParts {
  readonly now?: number;
  readonly id?: string;
  readonly issuer?: string;
  readonly nameId?: string;
  readonly confirmation?: string;
  readonly recipient?: string;
  readonly conditions?: string;
  readonly audience?: string;
  readonly authnStatement?: string;
  readonly roles?: readonly string[];
  readonly sessionName?: string;
  /** More attributes. */
  readonly attributes?: string;
  /** More of the assertion, at its end. */
  readonly rest?: string;
  readonly status?: string;
  readonly destination?: string;
  readonly responseAttributes?: string;
  /** In place of the whole assertion. */
  readonly assertion?: string;
  /** Around the assertion in the response. */
  readonly before?: string;
  readonly after?: string;
  /** What is signed; the assertion alone where nothing is said. */
  readonly signs?: readonly ('assertion' | 'response')[];
  readonly signing?: SigningParts;
}

/** How a signature is made. */
export interface SigningParts {
  readonly key?: SigningKey;
  readonly signatureAlgorithm?: string;
  /** Inside of the element that names it. */
  readonly parameter?: string;
  readonly digestAlgorithm?: string;
  readonly canonicalization?: string;
  readonly transforms?: string;
  /** Names of hashes as node:crypto knows them. */
  readonly hash?: string;
  readonly digestHash?: string;
  readonly keyInfo?: string;
  /** In place of the reference to what is signed. */
  readonly uri?: string;
  /** More references, behind the first. */
  readonly references?: string;
  /** Between the key and the end of the signature. */
  readonly rest?: string;
}

const minutes = (count: number) => count * 60_000;
export const iso = (time: number) => new Date(time).toISOString();

/** The XML of a response. */
export function responseXml(parts: ResponseParts & { readonly signing: SigningParts }): string {
  const { now = Date.now(), signs = ['assertion'], signing, id = '_a1', issuer = ISSUER } = parts;
  const { status = 'urn:oasis:names:tc:SAML:2.0:status:Success', destination = RECIPIENT } = parts;
  const { assertion = assertionXml(parts, signs.includes('assertion')) } = parts;
  const destined = destination === '' ? '' : ` Destination="${destination}"`;
  const response =
    `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"${destined} ID="_r${id}"` +
    ` IssueInstant="${iso(now)}" Version="2.0"${parts.responseAttributes ?? ''}>` +
    `<saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${issuer}</saml:Issuer>` +
    `<samlp:Status><samlp:StatusCode Value="${status}"></samlp:StatusCode></samlp:Status>` +
    `${parts.before ?? ''}${assertion}${parts.after ?? ''}</samlp:Response>`;
  return signs.includes('response') ? signed(response, `_r${id}`, signing) : response;
}

/** The XML of an assertion. */
export function assertionXml(
  parts: ResponseParts & { readonly signing: SigningParts },
  isSigned = true,
): string {
  const { now = Date.now(), id = '_a1', issuer = ISSUER, sessionName = 'alice@corp' } = parts;
  const until = iso(now + minutes(5));
  const {
    nameId = '<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">alice</saml:NameID>',
    recipient = RECIPIENT,
    confirmation = '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">' +
      `<saml:SubjectConfirmationData NotOnOrAfter="${until}" Recipient="${recipient}">` +
      '</saml:SubjectConfirmationData></saml:SubjectConfirmation>',
    audience = AUDIENCE,
    conditions = `<saml:Conditions NotBefore="${iso(now - minutes(1))}" NotOnOrAfter="${until}">` +
      `<saml:AudienceRestriction><saml:Audience>${audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>`,
    authnStatement = `<saml:AuthnStatement AuthnInstant="${iso(now)}"></saml:AuthnStatement>`,
    roles = [],
  } = parts;
  const assertion =
    `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}"` +
    ` IssueInstant="${iso(now)}" Version="2.0"><saml:Issuer>${issuer}</saml:Issuer>` +
    `<saml:Subject>${nameId}${confirmation}</saml:Subject>${conditions}${authnStatement}` +
    `<saml:AttributeStatement>${attribute(ROLE_ATTRIBUTE, roles)}${attribute(NAME_ATTRIBUTE, [sessionName])}` +
    `${parts.attributes ?? ''}</saml:AttributeStatement>${parts.rest ?? ''}</saml:Assertion>`;
  return isSigned ? signed(assertion, id, parts.signing) : assertion;
}

/** One attribute with its values. */
export function attribute(name: string, values: readonly string[]): string {
  const each = values.map(value => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join('');
  return `<saml:Attribute Name="${name}">${each}</saml:Attribute>`;
}

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

/** Puts a signature behind the first issuer of what is signed, which is canonical. */
function signed(xml: string, id: string, signing: SigningParts): string {
  const { digestHash = 'sha256', hash = 'sha256', key, uri = `#${id}`, references = '' } = signing;
  if (key === undefined) throw new Error('a key to sign with was expected');
  const {
    canonicalization = `<ds:CanonicalizationMethod Algorithm="${EXCLUSIVE}"></ds:CanonicalizationMethod>`,
    transforms = `<ds:Transform Algorithm="${ENVELOPED}"></ds:Transform><ds:Transform Algorithm="${EXCLUSIVE}"></ds:Transform>`,
    signatureAlgorithm = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    digestAlgorithm = 'http://www.w3.org/2001/04/xmlenc#sha256',
  } = signing;
  const digest = createHash(digestHash).update(xml).digest('base64');
  const reference =
    `<ds:Reference URI="${uri}"><ds:Transforms>${transforms}</ds:Transforms>` +
    `<ds:DigestMethod Algorithm="${digestAlgorithm}"></ds:DigestMethod><ds:DigestValue>${digest}</ds:DigestValue></ds:Reference>`;
  const content =
    `${canonicalization}<ds:SignatureMethod Algorithm="${signatureAlgorithm}">${signing.parameter ?? ''}</ds:SignatureMethod>` +
    `${reference}${references}</ds:SignedInfo>`;
  const canonical = `<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${content}`;
  const value = sign(hash, Buffer.from(canonical), { key: key.key, dsaEncoding: 'ieee-p1363' });
  const { keyInfo = certificateInfo(key.certificate), rest = '' } = signing;
  const signature =
    `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>${content}` +
    `<ds:SignatureValue>${value.toString('base64')}</ds:SignatureValue>${keyInfo}${rest}</ds:Signature>`;
  return xml.replace('</saml:Issuer>', () => `</saml:Issuer>${signature}`);
}

/** What a signature says about the key that it was made with. */
export function certificateInfo(certificate: string): string {
  return `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>`;
}
