/** The official TypeScript SDKs (V3), used as their users use them; only the endpoint is ours. */
import { createRequire } from 'node:module';
import { type Door, type Product, Refusal, type Reply } from './door.ts';

const require = createRequire(import.meta.url);

interface SdkModule {
  readonly default: new (
    config: unknown,
  ) => Record<string, (request: unknown, runtime: unknown) => Promise<SdkReply>>;
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

const modules: Readonly<Record<Exclude<Product, 'Wardenry'>, SdkModule>> = {
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

export const officialSdk: Door = {
  name: 'official SDK',
  products: ['Ram', 'Ims', 'Sts'],
  async call(address, signer, product, action, parameters) {
    if (product === 'Wardenry') throw new Error('no SDK knows this product');
    const sdk = modules[product];
    const client = new sdk.default(
      new $OpenApiUtil.Config({
        ...signer,
        endpoint: address.host,
        protocol: address.protocol,
        regionId: 'cn-hangzhou',
      }),
    );
    const fields = Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [lowerFirst(name), value]),
    );
    const runtime = new RuntimeOptions(address.ca === undefined ? {} : { ca: address.ca });
    const method = client[`${lowerFirst(action)}WithOptions`];
    if (method === undefined) throw new Error(`the SDK of ${product} has no ${action}`);
    const Request = sdk[`${action}Request`] as (new (fields: object) => unknown) | undefined;
    try {
      // Operations without parameters take only the runtime options.
      const reply =
        Request === undefined
          ? await (method as unknown as (runtime: unknown) => Promise<SdkReply>).call(client, runtime)
          : await method.call(client, new Request(fields), runtime);
      return reply.body.toMap();
    } catch (error) {
      throw refusalOf(error as SdkError);
    }
  },
};
