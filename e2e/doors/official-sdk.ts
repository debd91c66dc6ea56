/** The official TypeScript SDKs (V3), used as their users use them; only the endpoint is ours. */
import { createRequire } from 'node:module';
import { type Address, type Door, type Product, Refusal, type Reply, type Signer } from './door.ts';

const require = createRequire(import.meta.url);

/** The products whose SDK is used here. */
export type SdkProduct = Exclude<Product, 'ResourceManager' | 'Wardenry'>;

/** What an SDK exports: its client, and a class for every request and reply. */
export interface SdkModule {
  readonly default: new (config: unknown) => Record<string, (...given: unknown[]) => Promise<SdkReply>>;
  readonly [model: string]: unknown;
}

interface SdkReply {
  readonly body: { toMap(): Reply };
}

interface SdkError {
  readonly code?: string;
  readonly message: string;
  readonly data?: Reply;
  readonly accessDeniedDetail?: unknown;
  readonly statusCode?: number;
  readonly retryAfter?: number;
}

/** The SDKs. */
export const sdks: Readonly<Record<SdkProduct, SdkModule>> = {
  Ram: require('@alicloud/ram20150501') as SdkModule,
  Ims: require('@alicloud/ims20190815') as SdkModule,
  Sts: require('@alicloud/sts20150401') as SdkModule,
};

const { $OpenApiUtil } = require('@alicloud/openapi-core') as {
  $OpenApiUtil: { Config: new (config: object) => unknown };
};
const { RuntimeOptions } = require('@darabonba/typescript') as {
  RuntimeOptions: new (options: object) => unknown;
};

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** Turns what an SDK throws into what a case compares. */
function refusalOf(error: SdkError): unknown {
  if (error.code === undefined) return error;
  const details = {
    ...error.data,
    AccessDeniedDetail: error.accessDeniedDetail,
    status: error.statusCode,
    retryAfter: error.retryAfter,
    kind: error.constructor.name,
  };
  return new Refusal(error.code, error.message, details);
}

/**
 * Calls an operation with a request of the SDK's own.
 *
 * @param request undefined for operations that take no parameters
 * @returns the body of the reply, in the SDK's own model
 * @throws Refusal
 */
export async function callSdk(
  address: Address,
  signer: Signer,
  product: SdkProduct,
  action: string,
  request: object | undefined,
): Promise<SdkReply['body']> {
  const client = new sdks[product].default(
    new $OpenApiUtil.Config({
      ...signer,
      endpoint: address.host,
      protocol: address.protocol,
      regionId: 'cn-hangzhou',
    }),
  );
  const method = client[`${lowerFirst(action)}WithOptions`];
  if (method === undefined) throw new Error(`the SDK of ${product} has no ${action}`);
  const runtime = new RuntimeOptions(address.ca === undefined ? {} : { ca: address.ca });
  try {
    const { body } = await method.apply(client, request === undefined ? [runtime] : [request, runtime]);
    return body;
  } catch (error) {
    throw refusalOf(error as SdkError);
  }
}

export const officialSdk: Door = {
  name: 'official SDK',
  products: ['Ram', 'Ims', 'Sts'],
  async call(address, signer, product, action, parameters) {
    if (product === 'ResourceManager' || product === 'Wardenry') {
      throw new Error(`no SDK of ${product} is used here`);
    }
    const fields = Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [lowerFirst(name), value]),
    );
    const Request = sdks[product][`${action}Request`] as (new (fields: object) => object) | undefined;
    const reply = await callSdk(address, signer, product, action, Request && new Request(fields));
    return reply.toMap();
  },
};
