/** The classes of attack on SAML responses against a running server: each is refused with a code that is documented. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { classes } from '../../apps/server/test/saml-hostile/classes.ts';
import { type Originals, originalsOf } from '../../apps/server/test/saml-hostile/mutation.ts';
import { ISSUER } from '../../apps/server/test/saml-idp.ts';
import { makeSigningKey } from '../../apps/server/test/saml-keys.ts';
import { type ServerProcess, startServer } from '../server-process.ts';
import { exchangeByForm, type Federation, federate, metadataOf } from './federation.ts';

let server: ServerProcess;
let federation: Federation;
let originals: Originals;

beforeAll(async () => {
  server = await startServer();
  const [key, stranger] = await Promise.all([makeSigningKey('rsa'), makeSigningKey('rsa')]);
  federation = await federate(server, metadataOf(ISSUER, key.certificate));
  originals = originalsOf(key, stranger, Date.now(), federation.offer);
}, 60_000);

afterAll(() => server?.remove());

async function exchange(response: string | Buffer) {
  const { status, members } = await exchangeByForm(federation, Buffer.from(response).toString('base64'));
  return { status, code: members.Code };
}

describe.each(Object.entries(classes))('the server, by %s,', (_class, mutations) => {
  test.each(mutations.map(each => [each.title, each] as const))(
    'gives nothing for %s',
    async (_title, { make }) => {
      expect(await exchange(make(originals))).toEqual({
        status: 401,
        code: expect.stringMatching(/^AuthenticationFail\.SAMLAssertion\.(Invalid|Expired)$/),
      });
    },
  );
});

test('the server gives a session for what they were made from, after all that', async () => {
  expect(await exchange(originals.signedAssertion)).toEqual({ status: 200, code: undefined });
});
