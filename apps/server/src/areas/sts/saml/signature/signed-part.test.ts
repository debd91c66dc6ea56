import { expect, it } from 'vitest';
import { assertionXml } from '../../../../../test/saml-idp.ts';
import { makeSigningKey } from '../../../../../test/saml-keys.ts';
import { childrenOf, parseXml, plainTextOf } from '../../../../xml/parse.ts';
import { ASSERTION, onlyChild, SIGNATURE } from '../namespaces.ts';
import { signedPart } from './signed-part.ts';

it('gives what was signed as its signature covers it, whatever else stands in the document', async () => {
  const key = await makeSigningKey('rsa');
  const xml = assertionXml({ signing: { key } }).replace('>alice<', '>al<!-- -->ice<');
  const document = await parseXml(Buffer.from(xml));
  const signature = onlyChild(document, SIGNATURE, 'Signature');
  const name = (assertion: typeof document) =>
    plainTextOf(onlyChild(onlyChild(assertion, ASSERTION, 'Subject'), ASSERTION, 'NameID'));
  const signed = await signedPart(document, signature, [key.certificate]);
  expect(name(document)).toBeUndefined();
  expect(name(signed)).toBe('alice');
  expect(childrenOf(signed, SIGNATURE, 'Signature')).toEqual([]);
  expect(signed.ownerDocument).not.toBe(document.ownerDocument);
});
