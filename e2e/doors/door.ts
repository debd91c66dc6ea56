/** The ways in: every case of the list runs through each of them and must end the same. */

export type Product = 'Ram' | 'Ims' | 'Sts' | 'ResourceManager' | 'Wardenry';

export const versions: Readonly<Record<Product, string>> = {
  Ram: '2015-05-01',
  Ims: '2019-08-15',
  Sts: '2015-04-01',
  ResourceManager: '2020-03-31',
  Wardenry: '2026-11-01',
};

/** Whose key a call is signed with. */
export interface Signer {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Of a temporary key. */
  readonly securityToken?: string;
}

/** Where a door leads to. */
export interface Address {
  readonly protocol: 'http' | 'https';
  /** `127.0.0.1:port` */
  readonly host: string;
  /** PEM of the CA to trust. */
  readonly ca?: string;
}

export type Reply = Readonly<Record<string, unknown>>;

/** One client that we did not write, or our own signature on raw HTTP. */
export interface Door {
  readonly name: string;
  /** Products that the client knows. */
  readonly products: readonly Product[];
  /**
   * Calls an operation.
   *
   * @param parameters by their names on the wire
   * @throws Refusal with what the client made of the error
   */
  call(
    address: Address,
    signer: Signer,
    product: Product,
    action: string,
    parameters: Readonly<Record<string, string>>,
  ): Promise<Reply>;
}

/** What a client reported of an error reply. */
export class Refusal extends Error {
  readonly code: string;
  readonly details: Reply;

  constructor(code: string, message: string, details: Reply) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** The code that a call is refused with, or `accepted`. */
export async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'accepted';
}
