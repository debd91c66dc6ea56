/** Whatever is changed of a response: it is refused, or it says what its provider has signed. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { AssertionProblem } from '../../src/areas/sts/saml/assertion-problem.ts';
import type { Assertion } from '../../src/areas/sts/saml/response/assertion.ts';
import { verifyResponse } from '../../src/areas/sts/saml/verify-response.ts';
import { AUDIENCE, ISSUER, RECIPIENT } from '../saml-idp.ts';
import { makeSigningKey } from '../saml-keys.ts';
import { elementIn, type Originals, originalsOf } from './mutation.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');

let originals: Originals;
let said: Assertion;

beforeAll(async () => {
  originals = originalsOf(await makeSigningKey('rsa'), await makeSigningKey('rsa'), NOW);
  said = await verify(Buffer.from(originals.signedAssertion));
});

function verify(response: Buffer): Promise<Assertion> {
  const expectations = { issuer: ISSUER, audiences: [AUDIENCE], recipients: [RECIPIENT], now: NOW };
  return verifyResponse(response.toString('base64'), [originals.key.certificate], expectations);
}

/** What is read of a response; undefined when it is refused as one should be. */
async function readOf(response: Buffer): Promise<Assertion | undefined> {
  try {
    return await verify(response);
  } catch (error) {
    if (error instanceof AssertionProblem) return undefined;
    throw error;
  }
}

describe('of a signed assertion', () => {
  it('no byte can be another one, whichever of its bits is turned', async () => {
    const response = Buffer.from(originals.signedAssertion);
    const assertion = elementIn(originals.signedAssertion, 'saml:Assertion');
    const start = response.indexOf(assertion);
    const keyInfo = response.indexOf('<ds:KeyInfo>');
    const behindKeyInfo = response.indexOf('</ds:Signature>');
    let turned = 0;
    for (let at = start; at < start + Buffer.byteLength(assertion); at += 1) {
      if (at >= keyInfo && at < behindKeyInfo) continue;
      const changed = Buffer.from(response);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      expect(await readOf(changed), `byte ${at}`).toBeUndefined();
      turned += 1;
    }
    expect(turned).toBeGreaterThan(1500);
  });
});

describe('of a response', () => {
  const place = fc.nat({ max: 5000 });
  const edits = fc.oneof(
    fc.record({ kind: fc.constant('turn' as const), at: place, mask: fc.integer({ min: 1, max: 255 }) }),
    fc.record({ kind: fc.constant('cut' as const), at: place, length: fc.integer({ min: 1, max: 400 }) }),
    fc.record({
      kind: fc.constant('copy' as const),
      at: place,
      from: place,
      length: fc.integer({ min: 1, max: 2500 }),
    }),
    fc.record({
      kind: fc.constant('put' as const),
      at: place,
      text: fc.constantFrom(
        ' ',
        '\n',
        'admin',
        '<x/>',
        '<x>',
        '</x>',
        ' ID="_a1"',
        ' x="1"',
        '&#97;',
        '"',
        '>',
        '/',
      ),
    }),
  );

  it.each(['signedAssertion', 'signedResponse'] as const)(
    'nothing is read that the provider has not signed, when a %s is edited',
    async which => {
      const original = Buffer.from(originals[which]);
      await fc.assert(
        fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 3 }), async list => {
          const changed = list.reduce(edited, original);
          const read = await readOf(changed);
          if (read !== undefined) expect(read).toEqual(said);
        }),
        { numRuns: 1000 },
      );
    },
  );

  function edited(text: Buffer, edit: typeof edits extends fc.Arbitrary<infer Each> ? Each : never): Buffer {
    const at = edit.at % text.length;
    const [before, behind] = [text.subarray(0, at), text.subarray(at)];
    switch (edit.kind) {
      case 'turn':
        return Buffer.concat([before, Buffer.of((behind[0] ?? 0) ^ edit.mask), behind.subarray(1)]);
      case 'cut':
        return Buffer.concat([before, behind.subarray(edit.length)]);
      case 'put':
        return Buffer.concat([before, Buffer.from(edit.text), behind]);
      case 'copy': {
        const from = edit.from % text.length;
        return Buffer.concat([before, text.subarray(from, from + edit.length), behind]);
      }
    }
  }
});
