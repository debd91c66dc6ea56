/** Signature wrapping: what is signed is there, and something else stands where it is read (XSW1-8 and their relatives). */
import { ATTACKER, elementIn, type Mutation, type Originals, replaced, SUBJECT } from './mutation.ts';

const subject = (text: string) => replaced(text, `>${SUBJECT}<`, `>${ATTACKER}<`);
const renamed = (text: string) => text.replaceAll('"_a1"', '"_evil"').replaceAll('"_r_a1"', '"_r_evil"');
const unsigned = (text: string) => replaced(text, elementIn(text, 'ds:Signature'), '');

/** The parts of a response whose assertion is signed. */
function partsOf({ signedAssertion: response }: Originals) {
  const assertion = elementIn(response, 'saml:Assertion');
  const signature = elementIn(assertion, 'ds:Signature');
  const bare = unsigned(assertion);
  const evil = renamed(subject(bare));
  const inPlace = (text: string) => replaced(response, assertion, text);
  return { response, assertion, signature, bare, evil, inPlace };
}

const several = 'it has more than one Assertion';

export const wrapping: readonly Mutation[] = [
  {
    title: 'XSW1: the signed response inside of the signature of another',
    reason: several,
    make({ signedResponse }) {
      const signature = elementIn(signedResponse, 'ds:Signature');
      const holding = replaced(signature, '</ds:Signature>', `${unsigned(signedResponse)}</ds:Signature>`);
      return replaced(renamed(subject(signedResponse)), renamed(signature), holding);
    },
  },
  {
    title: 'XSW2: the signed response beside its signature in another',
    reason: several,
    make({ signedResponse }) {
      const signature = elementIn(signedResponse, 'ds:Signature');
      return replaced(
        renamed(subject(signedResponse)),
        renamed(signature),
        `${unsigned(signedResponse)}${signature}`,
      );
    },
  },
  {
    title: 'XSW3: another assertion in front of the signed one',
    reason: several,
    make(originals) {
      const { assertion, evil, inPlace } = partsOf(originals);
      return inPlace(evil + assertion);
    },
  },
  {
    title: 'XSW4: the signed assertion inside of another',
    reason: several,
    make(originals) {
      const { assertion, evil, inPlace } = partsOf(originals);
      return inPlace(replaced(evil, '</saml:Assertion>', `${assertion}</saml:Assertion>`));
    },
  },
  {
    title: 'XSW5: another assertion with the signature, what was signed behind it',
    reason: several,
    make(originals) {
      const { assertion, signature, bare, inPlace } = partsOf(originals);
      const evil = replaced(renamed(subject(assertion)), renamed(signature), signature);
      return inPlace(evil + bare);
    },
  },
  {
    title: 'XSW6: another assertion, what was signed inside of its signature',
    reason: several,
    make(originals) {
      const { assertion, signature, bare, inPlace } = partsOf(originals);
      const holding = replaced(signature, '</ds:Signature>', `${bare}</ds:Signature>`);
      return inPlace(replaced(renamed(subject(assertion)), renamed(signature), holding));
    },
  },
  {
    title: 'XSW7: another assertion in Extensions',
    reason: several,
    make(originals) {
      const { assertion, bare, inPlace } = partsOf(originals);
      return inPlace(`<samlp:Extensions>${subject(bare)}</samlp:Extensions>${assertion}`);
    },
  },
  {
    title: 'XSW8: what was signed in an Object of the signature',
    reason: several,
    make(originals) {
      const { assertion, signature, bare, inPlace } = partsOf(originals);
      const holding = replaced(signature, '</ds:Signature>', `<ds:Object>${bare}</ds:Object></ds:Signature>`);
      return inPlace(replaced(subject(assertion), signature, holding));
    },
  },
  {
    title: 'another assertion behind the signed one',
    reason: several,
    make(originals) {
      const { assertion, evil, inPlace } = partsOf(originals);
      return inPlace(assertion + evil);
    },
  },
  {
    title: 'another assertion in the Advice of the signed one',
    reason: several,
    make(originals) {
      const { assertion, evil, inPlace } = partsOf(originals);
      return inPlace(
        replaced(assertion, '</saml:Assertion>', `<saml:Advice>${evil}</saml:Advice></saml:Assertion>`),
      );
    },
  },
  {
    title: 'another assertion of another version of SAML',
    reason: several,
    make(originals) {
      const { assertion, inPlace } = partsOf(originals);
      return inPlace(`<Assertion xmlns="urn:oasis:names:tc:SAML:1.0:assertion"></Assertion>${assertion}`);
    },
  },
  {
    title: 'two assertions that are both signed',
    reason: several,
    make(originals) {
      const { assertion, inPlace } = partsOf(originals);
      const second = elementIn(originals.response({ id: '_a2' }), 'saml:Assertion');
      return inPlace(assertion + second);
    },
  },
  {
    title: 'the signed assertion hidden in Extensions',
    reason: 'it has no Assertion',
    make(originals) {
      const { assertion, inPlace } = partsOf(originals);
      return inPlace(`<samlp:Extensions>${assertion}</samlp:Extensions>`);
    },
  },
  {
    title: 'the response inside of another document',
    reason: 'its root is not a Response',
    make: ({ signedAssertion }) => `<all>${signedAssertion}</all>`,
  },
  {
    title: 'the assertion alone',
    reason: 'its root is not a Response',
    make: ({ signedAssertion }) => elementIn(signedAssertion, 'saml:Assertion'),
  },
  {
    title: 'an ID that the response and the assertion share',
    reason: 'an ID in it is used twice',
    make: ({ signedAssertion }) => replaced(signedAssertion, '"_r_a1"', '"_a1"'),
  },
  {
    title: 'an ID of another spelling that is that of the assertion',
    reason: 'an ID in it is used twice',
    make: ({ signedAssertion }) => replaced(signedAssertion, '<samlp:Status>', '<samlp:Status Id="_a1">'),
  },
  {
    title: 'the signature of the assertion under the response',
    reason: 'the signature inside of its Response signs something else',
    make(originals) {
      const { response, signature } = partsOf(originals);
      return replaced(unsigned(response), '<samlp:Status>', `${signature}<samlp:Status>`);
    },
  },
  {
    title: 'the signature of the assertion in its subject',
    reason: 'it has a Signature where SAML knows none',
    make(originals) {
      const { assertion, signature, bare, inPlace } = partsOf(originals);
      expectPart(assertion, signature);
      return inPlace(replaced(bare, '</saml:Subject>', `${signature}</saml:Subject>`));
    },
  },
  {
    title: 'a second signature in the assertion',
    reason: 'its Assertion has more than one Signature',
    make(originals) {
      const { assertion, signature, inPlace } = partsOf(originals);
      return inPlace(replaced(assertion, signature, signature + signature));
    },
  },
  {
    title: 'a second signature of another namespace',
    reason: 'it has a Signature where SAML knows none',
    make: ({ signedAssertion }) =>
      replaced(signedAssertion, '<samlp:Status>', '<Signature xmlns="urn:x"></Signature><samlp:Status>'),
  },
  {
    title: 'a second Status, of success, in front of one of failure',
    reason: 'its Response has more than one Status',
    make: ({ signedAssertion }) =>
      replaced(
        signedAssertion,
        '<samlp:Status>',
        '<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"/></samlp:Status><samlp:Status>',
      ),
  },
];

function expectPart(whole: string, part: string): void {
  if (!whole.includes(part)) throw new Error('the original has changed its form');
}
