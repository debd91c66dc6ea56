/** The official SDKs as lists of their operations. */
import { type SdkProduct, sdks } from '../../doors/official-sdk.ts';
import type { ModelClass } from './model.ts';

/** An operation that an SDK has a method for. */
export interface SdkOperation {
  readonly product: SdkProduct;
  /** e.g. `CreateUser` */
  readonly name: string;
  /** `Ram CreateUser`, as tests of declarations call it. */
  readonly title: string;
  /** Undefined when the operation takes no parameters. */
  readonly request: ModelClass | undefined;
  readonly reply: ModelClass;
}

const products: readonly SdkProduct[] = ['Ram', 'Ims', 'Sts'];
const METHOD_ENDING = 'WithOptions';

/** Every operation of every SDK. */
export const sdkOperations: readonly SdkOperation[] = products.flatMap(product =>
  Object.getOwnPropertyNames(sdks[product].default.prototype)
    .filter(method => method.endsWith(METHOD_ENDING))
    .map(method => operationOf(product, method.slice(0, -METHOD_ENDING.length))),
);

function operationOf(product: SdkProduct, method: string): SdkOperation {
  const name = method.slice(0, 1).toUpperCase() + method.slice(1);
  const reply = modelNamed(product, `${name}ResponseBody`);
  if (reply === undefined) throw new Error(`the SDK of ${product} has no reply for ${name}`);
  return {
    product,
    name,
    title: `${product} ${name}`,
    request: modelNamed(product, `${name}Request`),
    reply,
  };
}

function modelNamed(product: SdkProduct, name: string): ModelClass | undefined {
  return sdks[product][name] as ModelClass | undefined;
}
