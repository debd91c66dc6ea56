/** What the flows act in: one account of a server, the provider, and somebody who changes things behind its back. */
import type { ServerInProcess } from '../../../apps/server/test/contract/server.ts';
import type { Address, Product, Reply } from '../../doors/door.ts';
import { acs3Door } from '../../doors/raw-http.ts';
import { Provider } from './provider.ts';
import type { RequestValues } from './transport.ts';

/** What the flows act in. */
export interface World {
  /** Part of every name. */
  readonly label: string;
  readonly provider: Provider;
  /** A provider that has seen nothing so far. */
  anotherProvider(): Provider;
  /** A name that nothing has. */
  fresh(noun: string): string;
  /** How IMS names a user. */
  principal(userName: string): { readonly UserPrincipalName: string };
  /**
   * Calls an operation through another client.
   *
   * @param title e.g. `Ims UpdateUser`
   */
  elsewhere(title: string, parameters: RequestValues): Promise<Reply>;
}

const otherClient = acs3Door('query', 'ACS3-HMAC-SHA256');

/**
 * The first account of a server.
 *
 * @param label part of every name, so that several fit into one account
 * @param older whether the provider calls through the older SDK whatever it calls both ways
 */
export function worldOf({ host, accounts: [account] }: ServerInProcess, label: string, older = false): World {
  const address: Address = { protocol: 'http', host };
  let made = 0;
  return {
    label,
    provider: new Provider(address, account, older),
    anotherProvider: () => new Provider(address, account, older),
    fresh(noun) {
      made += 1;
      return `${noun}-${label}-${made}`;
    },
    principal: userName => ({ UserPrincipalName: `${userName}@${account.accountId}.onaliyun.com` }),
    elsewhere(title, parameters) {
      const [product, action = ''] = title.split(' ');
      return otherClient.call(address, account, product as Product, action, parameters);
    },
  };
}
