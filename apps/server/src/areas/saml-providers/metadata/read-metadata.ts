/** Reads the metadata document of an identity provider (SAML metadata 2.3.2, 2.4.3; spec: domain 1.4, 8.2). */
import type { Element } from '@xmldom/xmldom';
import { consistsOf, singleLine } from '../../../kernel/text/characters.ts';
import { isHttpsUrl, isLoopbackUrl } from '../../../kernel/text/url.ts';
import { DocumentProblem } from '../../../xml/document-problem.ts';
import { childrenOf, parseXml, plainTextOf } from '../../../xml/parse.ts';
import { readCertificate } from './certificate.ts';
import type { IdpMetadata } from './idp-metadata.ts';

const METADATA = 'urn:oasis:names:tc:SAML:2.0:metadata';
const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';
const SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';
const BINDINGS = 'urn:oasis:names:tc:SAML:2.0:bindings:';

const LONGEST_ENTITY_ID = 1024;
const LONGEST_URL = 2048;
const MOST_CERTIFICATES = 2;

/**
 * Reads what is needed of a metadata document, and says what is wrong with one that cannot be used. A signature of the
 * document itself is not looked at: who may call the operation vouches for it.
 *
 * @param document in Base64
 * @param now milliseconds since 1970; a document that has run out is refused
 * @throws DocumentProblem
 */
export async function readMetadata(document: string, now: number): Promise<IdpMetadata> {
  const entity = await parseXml(Buffer.from(document, 'base64'));
  if (entity.namespaceURI !== METADATA || entity.localName !== 'EntityDescriptor') {
    throw new DocumentProblem('its root is not the EntityDescriptor of SAML 2.0 metadata');
  }
  const descriptor = descriptorIn(entity);
  refuseExpired(entity, now);
  refuseExpired(descriptor, now);
  return {
    document,
    entityId: entityIdOf(entity),
    ...servicesOf(descriptor),
    certificates: certificatesOf(descriptor),
    wantsSignedRequests: isTrue(descriptor.getAttribute('WantAuthnRequestsSigned')),
  };
}

function descriptorIn(entity: Element): Element {
  const [descriptor, ...others] = childrenOf(entity, METADATA, 'IDPSSODescriptor');
  if (descriptor === undefined) throw new DocumentProblem('it has no IDPSSODescriptor');
  if (others.length > 0) throw new DocumentProblem('it has more than one IDPSSODescriptor');
  const protocols = (descriptor.getAttribute('protocolSupportEnumeration') ?? '').split(' ');
  if (!protocols.includes(PROTOCOL))
    throw new DocumentProblem('its IDPSSODescriptor does not speak SAML 2.0');
  return descriptor;
}

function refuseExpired(element: Element, now: number): void {
  const until = element.getAttribute('validUntil');
  if (until === null || Date.parse(until) > now) return;
  throw new DocumentProblem('its validUntil has passed or is not a time');
}

function entityIdOf(entity: Element): string {
  const entityId = entity.getAttribute('entityID') ?? '';
  if (entityId === '') throw new DocumentProblem('its EntityDescriptor has no entityID');
  // A reference such as `&#10;` may have brought in what the document itself does not hold.
  if (entityId.length > LONGEST_ENTITY_ID || !consistsOf(entityId, singleLine)) {
    throw new DocumentProblem(`its entityID is not a line of at most ${LONGEST_ENTITY_ID} characters`);
  }
  return entityId;
}

function servicesOf(descriptor: Element): Pick<IdpMetadata, 'redirectUrl' | 'postUrl'> {
  const services = childrenOf(descriptor, METADATA, 'SingleSignOnService');
  const urlBy = (binding: string) => {
    const service = services.find(each => each.getAttribute('Binding') === BINDINGS + binding);
    return service === undefined ? '' : checkedUrl(service.getAttribute('Location') ?? '');
  };
  const urls = { redirectUrl: urlBy('HTTP-Redirect'), postUrl: urlBy('HTTP-POST') };
  if (urls.redirectUrl === '' && urls.postUrl === '') {
    throw new DocumentProblem('it has no SingleSignOnService with the binding HTTP-Redirect or HTTP-POST');
  }
  return urls;
}

/** A browser is sent there, so nothing but a page may stand behind it (spec: security Q24). */
function checkedUrl(location: string): string {
  const isFollowed = isHttpsUrl(location) || isLoopbackUrl(location);
  if (location.length <= LONGEST_URL && isFollowed) return location;
  throw new DocumentProblem('the Location of a SingleSignOnService is not an https URL');
}

function certificatesOf(descriptor: Element): readonly string[] {
  const signing = childrenOf(descriptor, METADATA, 'KeyDescriptor').filter(key => {
    const use = key.getAttribute('use');
    return use === null || use === 'signing';
  });
  const held = ['KeyInfo', 'X509Data', 'X509Certificate'].reduce(
    (elements, name) => elements.flatMap(element => childrenOf(element, SIGNATURE, name)),
    signing,
  );
  const certificates = [...new Set(held.map(certificateIn))];
  if (certificates.length === 0) throw new DocumentProblem('it has no certificate to check signatures with');
  if (certificates.length > MOST_CERTIFICATES) {
    throw new DocumentProblem(`it has more than ${MOST_CERTIFICATES} certificates to check signatures with`);
  }
  return certificates;
}

function certificateIn(element: Element): string {
  const text = plainTextOf(element);
  if (text === undefined) throw new DocumentProblem('an X509Certificate in it holds more than text');
  return readCertificate(text);
}

function isTrue(value: string | null): boolean {
  return value === 'true' || value === '1';
}
