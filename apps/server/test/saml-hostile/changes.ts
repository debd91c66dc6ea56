/** What was changed after the provider had signed it. */
import { ATTACKER, type Mutation, replaced, SUBJECT } from './mutation.ts';

const notAsSigned = 'its Assertion is not as it was signed';

/** A change of the text of the response whose assertion is signed. */
function edit(title: string, reason: string, from: string, to: string): Mutation {
  return { title, reason, make: ({ signedAssertion }) => replaced(signedAssertion, from, to) };
}

export const changes: readonly Mutation[] = [
  edit('another name', notAsSigned, `>${SUBJECT}<`, `>${ATTACKER}<`),
  edit('a name with a space more', notAsSigned, `>${SUBJECT}<`, `>${SUBJECT} <`),
  edit('another role', notAsSigned, ':role/dev,', ':role/ops,'),
  edit('another name of the session', notAsSigned, '>alice@corp<', '>admin@corp<'),
  edit(
    'another of the audiences',
    notAsSigned,
    '>urn:alibaba:cloudcomputing<',
    '>urn:alibaba:cloudcomputing:international<',
  ),
  edit('more time', notAsSigned, 'NotOnOrAfter="20', 'NotOnOrAfter="29'),
  edit('another ID', 'signs something else', ' ID="_a1"', ' ID="_a2"'),
  edit(
    'another ID, and the reference with it',
    'its signature is by none of the certificates',
    'URI="#_a1"',
    'URI="#_a2"',
  ),
  edit('an attribute more', notAsSigned, '<saml:Conditions ', '<saml:Conditions x="1" '),
  edit(
    'an attribute whose name begins like a declaration',
    notAsSigned,
    '<saml:Conditions ',
    '<saml:Conditions xmlnsx="1" ',
  ),
  edit(
    'an attribute less',
    notAsSigned,
    ' Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"',
    '',
  ),
  edit(
    'a role more',
    notAsSigned,
    '</saml:AttributeStatement>',
    '<saml:Attribute Name="https://www.aliyun.com/SAML-Role/Attributes/Role"><saml:AttributeValue>acs:ram::1234567890123456:role/ops,acs:ram::1234567890123456:saml-provider/corp</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>',
  ),
  edit('an element less', notAsSigned, '<saml:AuthnStatement', '<x/><saml:AuthnStatement'),
  edit('another default namespace inside', notAsSigned, '<saml:Subject>', '<saml:Subject><x xmlns="urn:x"/>'),
  edit(
    'the prefix of another namespace',
    'it has no Assertion',
    'xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID',
    'xmlns:saml="urn:evil" ID',
  ),
];
