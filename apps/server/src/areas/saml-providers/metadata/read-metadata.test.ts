import { describe, expect, it } from 'vitest';
import {
  certificates,
  encodedMetadata,
  keyDescriptor,
  type MetadataParts,
  metadataXml,
  service,
} from '../../../../test/saml-metadata.ts';
import { DocumentProblem } from '../../../xml/document-problem.ts';
import { readMetadata } from './read-metadata.ts';

const NOW = Date.parse('2026-01-02T03:04:05Z');

const read = (parts: MetadataParts = {}) => readMetadata(encodedMetadata(parts), NOW);
const readText = (text: string) => readMetadata(Buffer.from(text).toString('base64'), NOW);

describe('the metadata of an identity provider', () => {
  it('gives its name, where to send people, and by what it signs', async () => {
    const document = encodedMetadata();
    expect(await readMetadata(document, NOW)).toEqual({
      document,
      entityId: 'https://idp.example/metadata',
      redirectUrl: 'https://idp.example/sso?a=1&b=2',
      postUrl: '',
      certificates: [certificates.rsa],
      wantsSignedRequests: false,
    });
  });

  it('may be of one who takes requests by POST, and only signed ones', async () => {
    const metadata = await read({
      descriptorAttributes:
        'protocolSupportEnumeration="urn:other urn:oasis:names:tc:SAML:2.0:protocol" WantAuthnRequestsSigned="true"',
      services: service('SOAP', 'x') + service('HTTP-POST', 'https://idp.example/post'),
    });
    expect(metadata).toMatchObject({
      redirectUrl: '',
      postUrl: 'https://idp.example/post',
      wantsSignedRequests: true,
    });
  });

  it('may hold a second certificate, which is to follow the first', async () => {
    const keys = keyDescriptor(certificates.rsa) + keyDescriptor(certificates.ec, '');
    expect((await read({ keys })).certificates).toEqual([certificates.rsa, certificates.ec]);
  });

  it('may hold the same certificate twice, and others for encryption', async () => {
    const keys = [
      keyDescriptor(certificates.rsa),
      keyDescriptor(certificates.rsa, ''),
      keyDescriptor(certificates.otherRsa, 'use="encryption"'),
      keyDescriptor(certificates.ec, 'use="encryption"'),
    ].join('');
    expect((await read({ keys })).certificates).toEqual([certificates.rsa]);
  });

  it('may be of a service on the own machine', async () => {
    const services = service('HTTP-Redirect', 'http://localhost:8080/sso');
    expect((await read({ services })).redirectUrl).toBe('http://localhost:8080/sso');
  });

  it('may begin with a byte order mark, and hold parts that do not concern us', async () => {
    const rest = '<md:SPSSODescriptor/><x:IDPSSODescriptor xmlns:x="urn:other"/>';
    expect((await readText(`\ufeff${metadataXml({ rest })}`)).certificates).toHaveLength(1);
  });

  it('may be good for a while', async () => {
    const until = 'validUntil="2026-01-02T03:04:06Z"';
    await read({ entityAttributes: `entityID="urn:idp" ${until}` });
  });
});

describe('metadata that cannot be used', () => {
  const noService = 'it has no SingleSignOnService with the binding HTTP-Redirect or HTTP-POST';
  const badUrl = 'the Location of a SingleSignOnService is not an https URL';
  const protocol = 'protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"';
  const expired = 'its validUntil has passed or is not a time';

  it.each<[string, MetadataParts, string]>([
    ['no entityID', { entityAttributes: '' }, 'its EntityDescriptor has no entityID'],
    [
      'an entityID of two lines',
      { entityAttributes: 'entityID="a&#10;b"' },
      'its entityID is not a line of at most 1024 characters',
    ],
    [
      'an entityID that is too long',
      { entityAttributes: `entityID="${'x'.repeat(1025)}"` },
      'its entityID is not a line of at most 1024 characters',
    ],
    [
      'a second IDPSSODescriptor',
      { rest: `<md:IDPSSODescriptor ${protocol}/>` },
      'it has more than one IDPSSODescriptor',
    ],
    [
      'an older protocol',
      { descriptorAttributes: 'protocolSupportEnumeration="urn:oasis:names:tc:SAML:1.1:protocol"' },
      'its IDPSSODescriptor does not speak SAML 2.0',
    ],
    [
      'a time that has passed',
      { entityAttributes: 'entityID="a" validUntil="2026-01-02T03:04:05Z"' },
      expired,
    ],
    ['a time that is none', { descriptorAttributes: `${protocol} validUntil="soon"` }, expired],
    ['no service', { services: '' }, noService],
    ['no service for browsers', { services: service('SOAP', 'https://idp.example') }, noService],
    ['a script for a service', { services: service('HTTP-POST', 'javascript:alert(1)') }, badUrl],
    ['a service without TLS', { services: service('HTTP-POST', 'http://idp.example') }, badUrl],
    [
      'a service behind a backslash',
      { services: service('HTTP-POST', 'https://idp.example\\@evil.example/sso') },
      badUrl,
    ],
    ['a service in another script', { services: service('HTTP-POST', 'https://\u0456dp.example') }, badUrl],
    ['a tab in a service', { services: service('HTTP-POST', 'https://idp.exa&#9;mple') }, badUrl],
    ['a service too many slashes away', { services: service('HTTP-POST', 'https:///idp.example') }, badUrl],
    [
      'a service that is too long',
      { services: service('HTTP-POST', `https://idp.example/${'x'.repeat(2048)}`) },
      badUrl,
    ],
    ['a service with a user', { services: service('HTTP-POST', 'https://u@idp.example') }, badUrl],
    ['a relative service', { services: service('HTTP-POST', '/sso') }, badUrl],
    ['a service without a place', { services: service('HTTP-POST', '') }, badUrl],
    ['no key', { keys: '' }, 'it has no certificate to check signatures with'],
    [
      'a key for encryption alone',
      { keys: keyDescriptor(certificates.rsa, 'use="encryption"') },
      'it has no certificate to check signatures with',
    ],
    [
      'three keys',
      {
        keys: [certificates.rsa, certificates.otherRsa, certificates.ec]
          .map(each => keyDescriptor(each))
          .join(''),
      },
      'it has more than 2 certificates to check signatures with',
    ],
    [
      'a short key',
      { keys: keyDescriptor(certificates.shortRsa) },
      'a certificate in it is of an RSA key shorter than 2048 bits',
    ],
    [
      'a key of another kind',
      { keys: keyDescriptor(certificates.ed25519) },
      'a certificate in it is of a key that is neither RSA nor EC',
    ],
    ['text for a certificate', { keys: keyDescriptor('nonsense!') }, 'a certificate in it is not Base64'],
    ['bytes for a certificate', { keys: keyDescriptor('AAAA') }, 'a certificate in it cannot be read'],
    [
      'a certificate with more behind it',
      {
        keys: keyDescriptor(
          Buffer.concat([Buffer.from(certificates.rsa, 'base64'), Buffer.from([0])]).toString('base64'),
        ),
      },
      'a certificate in it is followed by something else',
    ],
    [
      'a comment in a certificate',
      { keys: keyDescriptor(`${certificates.rsa}<!-- -->`) },
      'an X509Certificate in it holds more than text',
    ],
    ['a document type', { prolog: '<!DOCTYPE a>' }, 'it has a document type declaration'],
    [
      'entities',
      { prolog: '<!DOCTYPE a [<!ENTITY x "y">]>', entityAttributes: 'entityID="&x;"' },
      'it has a document type declaration',
    ],
    ['a processing instruction', { rest: '<?php x ?>' }, 'it has a processing instruction'],
    ['a style sheet', { prolog: '<?xml-stylesheet href="x"?>' }, 'it has a processing instruction'],
    ['a control character', { rest: '\u0001' }, 'it has a control character'],
    [
      'deep nesting',
      { rest: '<a>'.repeat(64) + '</a>'.repeat(64) },
      'its elements are nested deeper than 64',
    ],
  ])('is a document with %s', async (_title, parts, problem) => {
    await expect(read(parts)).rejects.toThrow(new DocumentProblem(problem));
  });

  it.each([
    ['an undeclared entity', { entityAttributes: 'entityID="&x;"' }],
    ['an unknown prefix', { rest: '<x:a/>' }],
    ['an attribute twice', { entityAttributes: 'entityID="a" entityID="b"' }],
    ['an attribute without quotation marks', { entityAttributes: 'entityID=a' }],
    ['an open element', { rest: '<a>' }],
    ['a bare "&" in a service', { services: service('HTTP-POST', 'https://idp.example/sso?&=') }],
    ['a bare "&" in text', { rest: 'a & b' }],
    ['the end of a section in text', { rest: ']]>' }],
    ['text in front', { prolog: 'text' }],
  ])('is a document with %s', async (_title, parts) => {
    await expect(read(parts)).rejects.toThrow('it is not well-formed XML');
  });

  it.each([
    ['', 'it is not well-formed XML'],
    ['metadata', 'it is not well-formed XML'],
    ['<a/>', 'its root is not the EntityDescriptor of SAML 2.0 metadata'],
    ['<EntityDescriptor/>', 'its root is not the EntityDescriptor of SAML 2.0 metadata'],
    [metadataXml().replaceAll('IDPSSODescriptor', 'SPSSODescriptor'), 'it has no IDPSSODescriptor'],
    [`${metadataXml()}<more/>`, 'it is not well-formed XML'],
    [`${metadataXml()}more`, 'it is not well-formed XML'],
  ])('is %s', async (text, problem) => {
    await expect(readText(text)).rejects.toThrow(problem);
  });

  it('is a document in another encoding', async () => {
    const bytes = Buffer.from(metadataXml(), 'utf16le');
    await expect(readMetadata(bytes.toString('base64'), NOW)).rejects.toThrow('it has a control character');
    await expect(readMetadata('gA==', NOW)).rejects.toThrow('it is not UTF-8');
  });
});
