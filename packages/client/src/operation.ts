/** Operations as values: what a call needs at run time, and as types what goes in and what comes out. */

/** A JSON object or list, for parameters that hold one. */
export type JsonInput = Readonly<Record<string, unknown>> | readonly unknown[];

/** An operation of the server, such as `ram.CreateUser`. */
export interface Operation<Request extends object = object, Reply = unknown, Code extends string = string> {
  /** Names the API: `2015-05-01` is RAM. */
  readonly version: string;
  readonly name: string;
  /** Called without a signature. */
  readonly anonymous: boolean;
  /** Lists that are written `Tag.1.Key=a&Tag.1.Value=b`; all others are JSON text. */
  readonly numbered: readonly string[];
  /** Only for the compiler; no value stands here. */
  readonly types?: { readonly request: Request; readonly reply: Reply; readonly code: Code };
}

/** The codes that an operation can be refused with, beside those of the gateway. */
export type CodeOf<Of extends Operation> = Of extends Operation<object, unknown, infer Code> ? Code : never;

/** Makes an operation out of what differs from most. */
export function operation<Request extends object, Reply, Code extends string>(
  declared: Pick<Operation, 'version' | 'name'> & Partial<Pick<Operation, 'anonymous' | 'numbered'>>,
): Operation<Request, Reply, Code> {
  return { anonymous: false, numbered: [], ...declared };
}
