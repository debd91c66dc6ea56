/** The classes of attack on SAML responses (spec: security 1.3): each from an accepted original, none accepted. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AssertionProblem } from '../../src/areas/sts/saml/assertion-problem.ts';
import { verifyResponse } from '../../src/areas/sts/saml/verify-response.ts';
import { AUDIENCE, ISSUER, RECIPIENT } from '../saml-idp.ts';
import { makeSigningKey } from '../saml-keys.ts';
import { classes } from './classes.ts';
import { type Originals, originalsOf, SUBJECT } from './mutation.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');

let originals: Originals;
let accepted = 0;

beforeAll(async () => {
  originals = originalsOf(await makeSigningKey('rsa'), await makeSigningKey('rsa'), NOW);
});

afterAll(() => {
  const count = Object.values(classes).flat().length;
  process.stdout.write(`SAML: ${count} classes of mutations, ${accepted} accepted\n`);
});

function verify(response: string | Buffer) {
  const expectations = { issuer: ISSUER, audiences: [AUDIENCE], recipients: [RECIPIENT], now: NOW };
  return verifyResponse(Buffer.from(response).toString('base64'), [originals.key.certificate], expectations);
}

it('accepts what the mutations are made from', async () => {
  for (const original of [originals.signedAssertion, originals.signedResponse, originals.response({})]) {
    expect((await verify(original)).subject).toBe(SUBJECT);
  }
});

it('knows every class once', () => {
  const titles = Object.values(classes).flatMap(list => list.map(({ title }) => title));
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  expect(titles.length).toBeGreaterThanOrEqual(40);
});

describe.each(Object.entries(classes))('%s', (_class, mutations) => {
  it.each(mutations.map(each => [each.title, each] as const))(
    'refuses %s',
    async (_title, { make, reason }) => {
      const mutation = make(originals);
      expect([originals.signedAssertion, originals.signedResponse]).not.toContain(mutation.toString());
      const outcome = await verify(mutation).then(
        read => ({ read }),
        error => ({ error }),
      );
      if ('read' in outcome) accepted += 1;
      expect(outcome).toEqual({ error: expect.any(AssertionProblem) });
      expect('error' in outcome && outcome.error.message).toContain(reason);
    },
  );
});
