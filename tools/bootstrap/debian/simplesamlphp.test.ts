import { expect, it, onTestFinished } from 'vitest';
import { makeSigningKey } from '../../../apps/server/test/saml-keys.ts';
import { startSimpleSamlPhp } from './simplesamlphp.mjs';

async function start() {
  const { key, certificate } = await makeSigningKey('rsa');
  return startSimpleSamlPhp({
    entityId: 'urn:example:idp',
    key: String(key.export({ format: 'pem', type: 'pkcs8' })),
    certificate: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`,
    people: { 'alice:word': { uid: ['alice', "O'Neil \\ $x"] } },
    serviceProviders: {},
  });
}

it('serves the metadata of the identity provider that it is told to be, and is gone after it was stopped', async () => {
  const provider = await start();
  const metadata = `${provider.url}saml2/idp/metadata.php`;
  const reply = await fetch(metadata);
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/samlmetadata+xml']);
  expect(await reply.text()).toContain('entityID="urn:example:idp"');
  await provider.stop();
  await expect(fetch(metadata)).rejects.toThrow('fetch failed');
}, 120_000);

it('runs as often as it is started', async () => {
  const [one, other] = await Promise.all([start(), start()]);
  onTestFinished(async () => {
    await Promise.all([one.stop(), other.stop()]);
  });
  expect(one.url).not.toBe(other.url);
  for (const { url } of [one, other]) expect((await fetch(`${url}saml2/idp/metadata.php`)).status).toBe(200);
}, 120_000);
