/**
 * Response trees as data: what the reply of an operation holds, under the names on the wire.
 * `Rendered` makes the compiler hold every `render` against its declared tree.
 */

interface Leaf<Kind extends string> {
  readonly kind: Kind;
  readonly optional?: boolean;
  /** Masked in the journal, logs and examples: shown to the caller once and to nobody else. */
  readonly sensitive?: boolean;
}

/** A node of a response tree. */
export type ResponseNode =
  | Leaf<'text'>
  | Leaf<'time'>
  | Leaf<'integer'>
  | Leaf<'boolean'>
  | Leaf<'scalar'>
  | Leaf<'json'>
  | { readonly kind: 'object'; readonly members: ResponseTree; readonly optional?: boolean }
  | { readonly kind: 'list'; readonly item: ResponseNode; readonly optional?: boolean };

/** Members of an object, in the order they are written. */
export interface ResponseTree {
  readonly [wire: string]: ResponseNode;
}

/** Any text. */
export const textField = { kind: 'text' } as const;
/** A secret in clear, which only the caller may ever see. */
export const secretField = { kind: 'text', sensitive: true } as const;
/** `yyyy-MM-ddTHH:mm:ssZ`, or empty for what never happened. */
export const timeField = { kind: 'time' } as const;
/** A whole number, written as a JSON number. */
export const integerField = { kind: 'integer' } as const;
/** A JSON boolean. */
export const booleanField = { kind: 'boolean' } as const;
/** A text, a number or a JSON boolean; another member says which. */
export const scalarField = { kind: 'scalar' } as const;

/** JSON of a form that another part of the product describes; in XML it is a text. */
export const jsonField = { kind: 'json' } as const;

/** A value for a `jsonField`. */
export class JsonValue {
  readonly #value: unknown;

  constructor(value: unknown) {
    this.#value = value;
  }

  toJSON(): unknown {
    return this.#value;
  }
}

/** A nested object. */
export function object<const T extends ResponseTree>(
  members: T,
): { readonly kind: 'object'; readonly members: T } {
  return { kind: 'object', members };
}

/** A list wrapped as older products do: `list('User', {...})` gives `{"User":[…]}`. */
export function wrappedList<const Name extends string, const T extends ResponseTree>(name: Name, members: T) {
  return object({ [name]: { kind: 'list', item: object(members) } } as {
    readonly [K in Name]: {
      readonly kind: 'list';
      readonly item: { readonly kind: 'object'; readonly members: T };
    };
  });
}

/** The same node, left out of the reply when there is nothing to say. */
export function optional<const N extends ResponseNode>(node: N): N & { readonly optional: true } {
  return { ...node, optional: true };
}

type NodeValue<N> = N extends { kind: 'text' | 'time' }
  ? string
  : N extends { kind: 'integer' }
    ? number
    : N extends { kind: 'boolean' }
      ? boolean
      : N extends { kind: 'scalar' }
        ? string | number | boolean
        : N extends { kind: 'json' }
          ? JsonValue
          : N extends { kind: 'object'; members: infer M extends ResponseTree }
            ? Rendered<M>
            : N extends { kind: 'list'; item: infer I }
              ? readonly NodeValue<I>[]
              : never;

type OptionalNames<T extends ResponseTree> = {
  [K in keyof T]: T[K] extends { optional: true } ? K : never;
}[keyof T];

/** The object that fills a response tree. */
export type Rendered<T extends ResponseTree> = {
  readonly [K in Exclude<keyof T, OptionalNames<T>>]: NodeValue<T[K]>;
} & { readonly [K in OptionalNames<T>]?: NodeValue<T[K]> | undefined };

/** A reply before it is written as JSON or XML. */
export interface WireObject {
  readonly [wire: string]: WireValue;
}
export type WireValue = string | number | boolean | undefined | JsonValue | WireObject | readonly WireValue[];
