/** Signatures that say too little, by others than the provider, or in ways that are not accepted. */
import { createHash, createHmac } from 'node:crypto';
import { certificateInfo } from '../saml-idp.ts';
import { ATTACKER, elementIn, type Mutation, type Originals, replaced, SUBJECT } from './mutation.ts';

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const INCLUSIVE = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
const transform = (name: string, content = '') =>
  `<ds:Transform Algorithm="${name}">${content}</ds:Transform>`;
const prefixes = (list: string) =>
  `<ec:InclusiveNamespaces xmlns:ec="${EXCLUSIVE}" PrefixList="${list}"></ec:InclusiveNamespaces>`;

const byNobody = 'its signature is by none of the certificates';
const otherElements = 'holds other elements than SAML allows';

/** A change of the text of the response whose assertion is signed. */
function edit(title: string, reason: string, from: string, to: string): Mutation {
  return { title, reason, make: ({ signedAssertion }) => replaced(signedAssertion, from, to) };
}

/** A signature of the provider itself, made in another way. */
function signing(title: string, reason: string, parts: Parameters<Originals['response']>[1]): Mutation {
  return { title, reason, make: ({ response }) => response({}, parts) };
}

/** Transforms in place of those of SAML. */
function transforms(title: string, reason: string, list: string): Mutation {
  return signing(title, reason, { transforms: list });
}

const withoutIt = (text: string, name: string) => replaced(text, elementIn(text, name), '');

/** The attacker's own digest over what the attacker made of the assertion. */
function digestedAnew({ signedAssertion }: Originals): string {
  const changed = replaced(signedAssertion, `>${SUBJECT}<`, `>${ATTACKER}<`);
  const bare = withoutIt(elementIn(changed, 'saml:Assertion'), 'ds:Signature');
  const digest = createHash('sha256').update(bare).digest('base64');
  return replaced(
    changed,
    elementIn(changed, 'ds:DigestValue'),
    `<ds:DigestValue>${digest}</ds:DigestValue>`,
  );
}

/** Signed by HMAC, with the certificate for a key. */
function macInPlace({ response, key }: Originals, secret: Buffer | string): string {
  const text = response({}, { signatureAlgorithm: `${MORE}hmac-sha256` });
  const info = elementIn(text, 'ds:SignedInfo').replace(
    '<ds:SignedInfo>',
    '<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">',
  );
  const value = createHmac('sha256', secret).update(info).digest('base64');
  if (key.certificate === '') throw new Error('a certificate was expected');
  return replaced(
    text,
    elementIn(text, 'ds:SignatureValue'),
    `<ds:SignatureValue>${value}</ds:SignatureValue>`,
  );
}

export const signatures: readonly Mutation[] = [
  {
    title: 'no signature',
    reason: 'neither it nor its Assertion is signed',
    make: ({ response }) => response({ signs: [] }),
  },
  {
    title: 'a signature that was taken away',
    reason: 'neither it nor its Assertion is signed',
    make: ({ signedAssertion }) => withoutIt(signedAssertion, 'ds:Signature'),
  },
  {
    title: 'a response whose assertion was exchanged for another that is signed by nobody',
    reason: 'its Response is not as it was signed',
    make: ({ signedResponse }) => replaced(signedResponse, `>${SUBJECT}<`, `>${ATTACKER}<`),
  },
  {
    title: 'a right signature of the assertion in a response with a wrong one',
    reason: 'its Response is not as it was signed',
    make: ({ response }) =>
      replaced(response({ signs: ['assertion', 'response'] }), '<samlp:Status>', '<samlp:Status> '),
  },
  {
    title: 'a right signature of the response around an assertion with a wrong one',
    reason: 'its Assertion is not as it was signed',
    make({ response, signedAssertion }) {
      const assertion = replaced(
        elementIn(signedAssertion, 'saml:Assertion'),
        `>${SUBJECT}<`,
        `>${ATTACKER}<`,
      );
      return response({ signs: ['response'], assertion });
    },
  },
  { title: 'a digest that the attacker has made', reason: byNobody, make: digestedAnew },
  {
    title: 'no SignedInfo',
    reason: 'Signature has no SignedInfo',
    make: ({ signedAssertion }) => withoutIt(signedAssertion, 'ds:SignedInfo'),
  },
  {
    title: 'two of SignedInfo, the second one false',
    reason: 'Signature has more than one SignedInfo',
    make({ signedAssertion }) {
      const info = elementIn(signedAssertion, 'ds:SignedInfo');
      return replaced(
        signedAssertion,
        info,
        info + info.replace(/<ds:DigestValue>..../, '<ds:DigestValue>AAAA'),
      );
    },
  },
  {
    title: 'two of SignedInfo, the first one false',
    reason: 'Signature has more than one SignedInfo',
    make({ signedAssertion }) {
      const info = elementIn(signedAssertion, 'ds:SignedInfo');
      return replaced(
        signedAssertion,
        info,
        info.replace(/<ds:DigestValue>..../, '<ds:DigestValue>AAAA') + info,
      );
    },
  },
  {
    title: 'two of DigestValue',
    reason: otherElements,
    make({ signedAssertion }) {
      const digest = elementIn(signedAssertion, 'ds:DigestValue');
      return replaced(signedAssertion, digest, digest + digest);
    },
  },
  {
    title: 'two of SignatureValue',
    reason: 'Signature has more than one SignatureValue',
    make({ signedAssertion }) {
      const value = elementIn(signedAssertion, 'ds:SignatureValue');
      return replaced(signedAssertion, value, value + value);
    },
  },
  {
    title: 'no SignatureValue',
    reason: 'Signature has no SignatureValue',
    make: ({ signedAssertion }) => withoutIt(signedAssertion, 'ds:SignatureValue'),
  },
  {
    title: 'an empty SignatureValue',
    reason: 'its SignatureValue is not Base64',
    make: ({ signedAssertion }) =>
      replaced(
        signedAssertion,
        elementIn(signedAssertion, 'ds:SignatureValue'),
        '<ds:SignatureValue></ds:SignatureValue>',
      ),
  },
  {
    title: 'an element inside of SignatureValue',
    reason: 'its SignatureValue is not Base64',
    make: ({ signedAssertion }) =>
      replaced(signedAssertion, '<ds:SignatureValue>', '<ds:SignatureValue><x/>'),
  },
  {
    title: 'an Object in the signature',
    reason: otherElements,
    make: ({ signedAssertion }) =>
      replaced(signedAssertion, '</ds:Signature>', '<ds:Object>x</ds:Object></ds:Signature>'),
  },
  signing('two references', otherElements, { references: reference('#_r_a1') }),
  signing('a reference to the whole document', 'signs something else', { uri: '' }),
  signing('a reference to the response around it', 'signs something else', { uri: '#_r_a1' }),
  signing('a reference to nothing', 'signs something else', { uri: '#_none' }),
  signing('a reference to a file', 'signs something else', { uri: 'file:///etc/passwd' }),
  signing('a reference to the network', 'signs something else', { uri: 'http://127.0.0.1:1/' }),
  signing('a reference by XPointer', 'signs something else', { uri: "#xpointer(id('_a1'))" }),
  edit('no URI', byNobody, ' URI="#_a1"', ''),
  signing('SHA-1 in the signature', 'a SignatureMethod that is not accepted', {
    signatureAlgorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
    hash: 'sha1',
  }),
  signing('SHA-1 in the digest', 'a DigestMethod that is not accepted', {
    digestAlgorithm: 'http://www.w3.org/2000/09/xmldsig#sha1',
    digestHash: 'sha1',
  }),
  signing('MD5', 'a SignatureMethod that is not accepted', {
    signatureAlgorithm: `${MORE}rsa-md5`,
    hash: 'md5',
  }),
  signing('no algorithm', 'a SignatureMethod that is not accepted', { signatureAlgorithm: '' }),
  signing('an algorithm named none', 'a SignatureMethod that is not accepted', {
    signatureAlgorithm: 'none',
  }),
  {
    title: 'HMAC with the certificate for a key',
    reason: 'a SignatureMethod that is not accepted',
    make: originals => macInPlace(originals, originals.key.certificate),
  },
  {
    title: 'HMAC with the bytes of the certificate for a key',
    reason: 'a SignatureMethod that is not accepted',
    make: originals => macInPlace(originals, Buffer.from(originals.key.certificate, 'base64')),
  },
  signing('an algorithm of another kind of key', byNobody, { signatureAlgorithm: `${MORE}ecdsa-sha256` }),
  signing('a hash that is another than the one it names', byNobody, { hash: 'sha512' }),
  edit('an algorithm that was exchanged', byNobody, `${MORE}rsa-sha256`, `${MORE}rsa-sha512`),
  signing('a parameter of the algorithm', 'a SignatureMethod that is not accepted', {
    parameter: '<ds:HMACOutputLength>1</ds:HMACOutputLength>',
  }),
  signing('an inclusive canonical form of the signature', 'a CanonicalizationMethod that is not accepted', {
    canonicalization: `<ds:CanonicalizationMethod Algorithm="${INCLUSIVE}"></ds:CanonicalizationMethod>`,
  }),
  signing(
    'a canonical form of the signature with comments',
    'a CanonicalizationMethod that is not accepted',
    {
      canonicalization: `<ds:CanonicalizationMethod Algorithm="${EXCLUSIVE}WithComments"></ds:CanonicalizationMethod>`,
    },
  ),
  signing('a canonical form of no name', 'a CanonicalizationMethod that is not accepted', {
    canonicalization: '<ds:CanonicalizationMethod></ds:CanonicalizationMethod>',
  }),
  transforms('no transforms', otherElements, ''),
  transforms('the canonical form alone', otherElements, transform(EXCLUSIVE)),
  transforms('the enveloped signature alone', otherElements, transform(ENVELOPED)),
  transforms(
    'both transforms the other way round',
    'a Transform that is not accepted',
    transform(EXCLUSIVE) + transform(ENVELOPED),
  ),
  transforms(
    'an inclusive canonical form',
    'a Transform that is not accepted',
    transform(ENVELOPED) + transform(INCLUSIVE),
  ),
  transforms(
    'a canonical form with comments',
    'a Transform that is not accepted',
    transform(ENVELOPED) + transform(`${EXCLUSIVE}WithComments`),
  ),
  transforms(
    'a transform more',
    otherElements,
    transform(ENVELOPED) + transform(EXCLUSIVE) + transform(EXCLUSIVE),
  ),
  transforms(
    'a transform by XPath that signs nothing',
    otherElements,
    transform(ENVELOPED) +
      transform(EXCLUSIVE) +
      transform('http://www.w3.org/TR/1999/REC-xpath-19991116', '<ds:XPath>false()</ds:XPath>'),
  ),
  transforms(
    'a transform by XSLT',
    'a Transform that is not accepted',
    transform('http://www.w3.org/TR/1999/REC-xslt-19991116') + transform(EXCLUSIVE),
  ),
  transforms(
    'a transform by Base64',
    'a Transform that is not accepted',
    transform('http://www.w3.org/2000/09/xmldsig#base64') + transform(EXCLUSIVE),
  ),
  transforms(
    'something inside of a transform',
    'a Transform that is not accepted',
    transform(ENVELOPED, '<ds:XPath>1</ds:XPath>') + transform(EXCLUSIVE),
  ),
  transforms(
    'the default namespace among the prefixes',
    'a Transform that is not accepted',
    transform(ENVELOPED) + transform(EXCLUSIVE, prefixes('#default')),
  ),
  transforms(
    'a list of prefixes without an end',
    'a Transform that is not accepted',
    transform(ENVELOPED) + transform(EXCLUSIVE, prefixes('a '.repeat(500))),
  ),
  transforms(
    'two lists of prefixes',
    'a Transform that is not accepted',
    transform(ENVELOPED) + transform(EXCLUSIVE, prefixes('a') + prefixes('b')),
  ),
  {
    title: 'the key of a stranger',
    reason: byNobody,
    make: ({ response, stranger }) => response({}, { key: stranger }),
  },
  {
    title: 'the key of a stranger, with the certificate of the provider',
    reason: byNobody,
    make: ({ response, stranger, key }) =>
      response({}, { key: stranger, keyInfo: certificateInfo(key.certificate) }),
  },
  {
    title: 'the key of a stranger, with both certificates',
    reason: byNobody,
    make: ({ response, stranger, key }) =>
      response(
        {},
        { key: stranger, keyInfo: certificateInfo(key.certificate) + certificateInfo(stranger.certificate) },
      ),
  },
  {
    title: 'the key of a stranger, without a certificate',
    reason: byNobody,
    make: ({ response, stranger }) => response({}, { key: stranger, keyInfo: '' }),
  },
];

function reference(uri: string): string {
  return (
    `<ds:Reference URI="${uri}"><ds:Transforms>${transform(ENVELOPED)}${transform(EXCLUSIVE)}</ds:Transforms>` +
    '<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod>' +
    '<ds:DigestValue>AAAA</ds:DigestValue></ds:Reference>'
  );
}
