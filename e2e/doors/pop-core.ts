/** @alicloud/pop-core, the generic RPC V1 client. */
import { Agent } from 'node:https';
import { createRequire } from 'node:module';
import { type Door, Refusal, type Reply, versions } from './door.ts';

const require = createRequire(import.meta.url);

interface PopClient {
  request(action: string, parameters: object, options: object): Promise<Reply>;
}

const { RPCClient } = require('@alicloud/pop-core') as { RPCClient: new (config: object) => PopClient };

interface PopError {
  readonly code?: string;
  readonly message: string;
  readonly data?: Reply;
  readonly entry?: { readonly response: { readonly statusCode: number } };
}

export function popCore(method: 'GET' | 'POST'): Door {
  return {
    name: `pop-core ${method}`,
    products: ['Ram', 'Ims', 'Sts', 'ResourceManager', 'Wardenry'],
    async call(address, signer, product, action, parameters) {
      const client = new RPCClient({
        ...signer,
        endpoint: `${address.protocol}://${address.host}`,
        apiVersion: versions[product],
      });
      const agent = address.ca === undefined ? undefined : new Agent({ ca: address.ca });
      try {
        return await client.request(action, parameters, { method, ...(agent ? { agent } : {}) });
      } catch (error) {
        const { code, message, data, entry } = error as PopError;
        if (code === undefined || data === undefined) throw error;
        throw new Refusal(code, message, { ...data, status: entry?.response.statusCode });
      }
    },
  };
}
