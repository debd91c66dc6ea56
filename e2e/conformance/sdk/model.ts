/** The models that the SDKs are generated with, which describe themselves: every field with its wire name and its type. */

/** The type of a field, as a generated model tells it. */
export type FieldType =
  | 'string'
  | 'number'
  | 'boolean'
  | 'any'
  | ModelClass
  | { readonly type: 'array'; readonly itemType: FieldType };

/** A generated class of requests, replies, or parts of them. */
export interface ModelClass {
  readonly name: string;
  /** Wire names by field. */
  names(): Readonly<Record<string, string>>;
  /** Types by field. */
  types(): Readonly<Record<string, FieldType>>;
  new (fields: object): object;
}

/** One field of a model. */
export interface Field {
  /** Its name in the SDK, e.g. `userName`. */
  readonly name: string;
  /** Its name on the wire, e.g. `UserName`. */
  readonly wire: string;
  readonly type: FieldType;
}

/** The fields of a model. */
export function fieldsOf(model: ModelClass): Field[] {
  const types = model.types();
  return Object.entries(model.names()).map(([name, wire]) => {
    const type = types[name];
    if (type === undefined) throw new Error(`${model.name} does not tell the type of ${name}`);
    return { name, wire, type };
  });
}
