/** Where a value or a name stands in a JSON text. */
export interface Place {
  /** JSON Pointer of the value (RFC 6901), such as `/Statement/0/Action`; empty for the whole text. */
  readonly path: string;
  /** Offset of its first character in the text, in UTF-16 code units, from 0. */
  readonly offset: number;
}

/** A JSON value together with its place. */
export type JsonNode = JsonObject | JsonList | JsonString | JsonLiteral;

/** An object. Its members sit in a map, so a name like `__proto__` is a name like any other. */
export interface JsonObject extends Place {
  readonly type: 'object';
  readonly members: ReadonlyMap<string, JsonMember>;
}

/** One member of an object: where its name stands, and its value. */
export interface JsonMember {
  readonly name: Place;
  readonly value: JsonNode;
}

/** An array. */
export interface JsonList extends Place {
  readonly type: 'list';
  readonly items: readonly JsonNode[];
}

/** A string, its escapes resolved. */
export interface JsonString extends Place {
  readonly type: 'string';
  readonly value: string;
}

/** A number, a boolean or null, as written: policy documents have no use for any of them. */
export interface JsonLiteral extends Place {
  readonly type: 'number' | 'boolean' | 'null';
  readonly text: string;
}

/** The JSON Pointer of a member or an item of the value at `path` (RFC 6901). */
export function pointer(path: string, key: string | number): string {
  return `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
