/** What two readers of one text could read differently, and what would keep one busy. */
import { deflateRawSync, gzipSync } from 'node:zlib';
import { ATTACKER, elementIn, type Mutation, type Originals, replaced, SUBJECT } from './mutation.ts';

const forbidden = 'it has a comment, a marked section or a document type declaration';

/** A change of the text of the response whose assertion is signed. */
function edit(title: string, reason: string, from: string, to: string): Mutation {
  return { title, reason, make: ({ signedAssertion }) => replaced(signedAssertion, from, to) };
}

/** Something in front of the response whose assertion is signed. */
function inFront(title: string, reason: string, prolog: string): Mutation {
  return { title, reason, make: ({ signedAssertion }) => prolog + signedAssertion };
}

function digestOf({ signedAssertion }: Originals): string {
  return elementIn(signedAssertion, 'ds:DigestValue');
}

const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
  '',
);

export const markup: readonly Mutation[] = [
  inFront('a document type', forbidden, '<!DOCTYPE Response>'),
  inFront('an entity', forbidden, `<!DOCTYPE r [<!ENTITY x "${ATTACKER}">]>`),
  inFront('an entity from a file', forbidden, '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
  inFront('an entity from the network', forbidden, '<!DOCTYPE r SYSTEM "http://127.0.0.1:1/x.dtd">'),
  inFront('a parameter entity', forbidden, '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:1/"> %p;]>'),
  inFront('entities of entities', forbidden, `<!DOCTYPE r [<!ENTITY l0 "ha">${laughs}]>`),
  inFront('an attribute with a default', forbidden, '<!DOCTYPE r [<!ATTLIST r ID CDATA "_a1">]>'),
  edit('an entity that is not declared', 'not well-formed', `>${SUBJECT}<`, '>&who;<'),
  edit('a comment inside of the name', forbidden, `>${SUBJECT}<`, `>${ATTACKER}<!---->.${SUBJECT}<`),
  edit('a comment behind the name', forbidden, `>${SUBJECT}<`, `>${SUBJECT}<!-- ${ATTACKER} --><`),
  edit('a comment inside of the audience', forbidden, 'urn:alibaba:', 'urn:<!---->alibaba:'),
  edit('a comment inside of an ARN', forbidden, ':role/dev,', ':role/<!---->dev,'),
  edit('a comment at the end', forbidden, '</samlp:Response>', '<!-- x --></samlp:Response>'),
  {
    title: 'a comment inside of the digest',
    reason: forbidden,
    make: originals =>
      replaced(
        originals.signedAssertion,
        digestOf(originals),
        digestOf(originals).replace('<ds:DigestValue>', '<ds:DigestValue><!--AAAA-->'),
      ),
  },
  edit('a marked section for the name', forbidden, `>${SUBJECT}<`, `><![CDATA[${SUBJECT}]]><`),
  inFront('a style sheet', 'it has a processing instruction', '<?xml-stylesheet href="x"?>'),
  edit(
    'an instruction inside of the name',
    'it has a processing instruction',
    `>${SUBJECT}<`,
    `><?x ${ATTACKER}?>${SUBJECT}<`,
  ),
  edit(
    'an instruction at the end',
    'it has a processing instruction',
    '</samlp:Response>',
    '<?x?></samlp:Response>',
  ),
  edit('an attribute twice', 'not well-formed', '<saml:Assertion ', '<saml:Assertion ID="_evil" '),
  edit(
    'a prefix that is not declared',
    'not well-formed',
    '<samlp:Status>',
    '<evil:x></evil:x><samlp:Status>',
  ),
  edit('a control character', 'it has a control character', `>${SUBJECT}<`, `>${SUBJECT}\u0000<`),
  edit('the number of a control character', 'not well-formed', `>${SUBJECT}<`, `>${SUBJECT}&#0;<`),
  edit('half a character', 'not well-formed', `>${SUBJECT}<`, `>${SUBJECT}&#xD800;<`),
  edit('an element without an end', 'not well-formed', '</samlp:Status>', ''),
  edit('a second root', 'not well-formed', '</samlp:Response>', '</samlp:Response><x/>'),
  edit('text behind the root', 'not well-formed', '</samlp:Response>', '</samlp:Response>x'),
  edit(
    'deep nesting',
    'nested deeper than 64',
    '<samlp:Status>',
    `${'<x>'.repeat(100)}${'</x>'.repeat(100)}<samlp:Status>`,
  ),
  edit('nesting without an end', 'nested deeper than 64', '<samlp:Status>', '<x>'.repeat(20_000)),
  edit('many elements', 'more than 3000 tags', '<samlp:Status>', `${'<x/>'.repeat(15_000)}<samlp:Status>`),
  edit(
    'many attributes',
    'more than 64 attributes',
    '<samlp:Status>',
    `<x${many(5000, at => ` a${at}=""`)}/><samlp:Status>`,
  ),
  edit(
    'many namespaces',
    'declares namespaces more than',
    '<samlp:Status>',
    `${many(2000, at => `<x xmlns:n${at}="urn:${at}"/>`)}<samlp:Status>`,
  ),
  {
    title: 'a namespace of 40 kB that a thousand signed names use',
    reason: 'its canonical form is longer than',
    make: ({ signedResponse }) =>
      replaced(
        replaced(signedResponse, '<samlp:Response ', `<samlp:Response xmlns:b="${'b'.repeat(40_000)}" `),
        '<samlp:Status>',
        `${'<b:x/>'.repeat(1000)}<samlp:Status>`,
      ),
  },
  {
    title: 'signed text of 60 kB that is none of the provider',
    reason: 'its Response is not as it was signed',
    make: ({ signedResponse }) =>
      replaced(signedResponse, '<samlp:Status>', `${'x'.repeat(60_000)}<samlp:Status>`),
  },
  {
    title: 'a compressed response',
    reason: 'it ',
    make: ({ signedAssertion }) => deflateRawSync(signedAssertion),
  },
  {
    title: 'a bomb',
    reason: 'it ',
    make: () => deflateRawSync(Buffer.alloc(64 * 1024 * 1024)).subarray(0, 70_000),
  },
  { title: 'a response in gzip', reason: 'it ', make: ({ signedAssertion }) => gzipSync(signedAssertion) },
  { title: 'UTF-16', reason: 'it ', make: ({ signedAssertion }) => Buffer.from(signedAssertion, 'utf16le') },
  {
    title: 'bytes that are no UTF-8',
    reason: 'it is not UTF-8',
    make: ({ signedAssertion }) => Buffer.from(replaced(signedAssertion, SUBJECT, 'ÿþ'), 'latin1'),
  },
  {
    title: 'half of a response',
    reason: 'not well-formed',
    make: ({ signedAssertion }) => signedAssertion.slice(0, 700),
  },
  { title: 'text', reason: 'not well-formed', make: () => 'SAMLResponse' },
];

function many(count: number, each: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => each(at)).join('');
}
