/** SimpleSAMLphp for tests, and people who log on at its pages. */
import { randomBytes } from 'node:crypto';
import { makeSigningKey } from '../../apps/server/test/saml-keys.ts';
import { startSimpleSamlPhp } from '../../tools/bootstrap/debian/simplesamlphp.mjs';

export const ENTITY_ID = 'urn:example:simplesamlphp';

/** A provider that runs. */
export interface Provider {
  /** The metadata that it serves. */
  metadata(): Promise<string>;
  /** Certificate of its key: DER in Base64. */
  readonly certificate: string;
  /**
   * Logs a person on, and gives what its page would post to a service.
   *
   * @param service entity ID
   * @returns the whole response, in Base64
   */
  logOn(person: string, service: string): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts a provider.
 *
 * @param people attributes by name
 * @param servicesFor SimpleSAMLphp's settings of the services that it knows, or the PHP of their file
 */
export async function startProvider(
  people: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
  servicesFor: (certificate: string) => Record<string, object> | string,
): Promise<Provider> {
  const password = randomBytes(12).toString('hex');
  const { key, certificate } = await makeSigningKey('rsa');
  const lines = certificate.replace(/(.{64})/g, '$1\n');
  const running = await startSimpleSamlPhp({
    entityId: ENTITY_ID,
    key: String(key.export({ format: 'pem', type: 'pkcs8' })),
    certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    people: Object.fromEntries(
      Object.entries(people).map(([name, attributes]) => [`${name}:${password}`, attributes]),
    ),
    serviceProviders: servicesFor(certificate),
  });
  return {
    certificate,
    metadata: async () => (await fetch(`${running.url}saml2/idp/metadata.php`)).text(),
    async logOn(person, service) {
      const browser = browserOf();
      const address = `${running.url}saml2/idp/SSOService.php?spentityid=${encodeURIComponent(service)}`;
      const { url, page } = await browser(address);
      const form = { username: person, password, AuthState: fieldIn(page, 'AuthState') };
      return fieldIn((await browser(url, new URLSearchParams(form))).page, 'SAMLResponse');
    },
    stop: running.stop,
  };
}

type Load = (
  from: string,
  form?: URLSearchParams,
) => Promise<{ readonly url: string; readonly page: string }>;

/** Loads pages as a browser does: it keeps cookies and follows where it is sent. */
function browserOf(): Load {
  const cookies = new Map<string, string>();
  const load: Load = async (from, form) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(from, {
      redirect: 'manual',
      headers: { cookie },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const set of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = reply.headers.get('location');
    if (location !== null) return load(new URL(location, from).href);
    return { url: from, page: await reply.text() };
  };
  return load;
}

function fieldIn(page: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1];
  if (value === undefined) throw new Error(`there is no field ${name} in:\n${page}`);
  return value.replaceAll('&amp;', '&');
}
