/**
 * Parameters of operations as data. Validation, masking, reference pages, OpenAPI, typed clients and contract tests
 * read the same rows; `Command` is the type that the rule receives.
 */

/** A text in English and in Simplified Chinese. */
export type Localized = readonly [english: string, chinese: string];

/** Characters that a text may consist of. */
export interface CharacterSet {
  /** How the set is shown to people, e.g. `letters, digits, "." "-" "_"`. */
  readonly label: Localized;
  readonly has: (codeUnit: number) => boolean;
}

/** A form that a whole text must have. */
export interface TextFormat {
  readonly label: Localized;
  readonly accepts: (text: string) => boolean;
}

interface Base<Present extends boolean> {
  /** Name on the wire, e.g. `UserName`. */
  readonly wire: string;
  /** Whether the command always holds a value: required, or with a default. */
  readonly present: Present;
  readonly doc: Localized;
  /** Masked in the journal, logs and examples. */
  readonly sensitive?: boolean;
  /** Code answered when a required parameter is absent; `Missing<Wire>` unless the API documents another. */
  readonly missingCode?: string;
  /** Absent, the caller itself is meant: then a session, which is no user, must give it. */
  readonly elseCaller?: boolean;
  /** The one code for every value that is refused, where the API documents it without saying why: `InvalidParameter.RoleArn`. */
  readonly invalidCode?: string;
}

/** Text with a length in characters (code points). An empty text counts as absent unless it clears, or says something. */
export interface TextParameter<Present extends boolean = boolean> extends Base<Present> {
  readonly kind: 'text';
  readonly min: number;
  readonly max: number;
  readonly characters?: CharacterSet;
  readonly format?: TextFormat;
  /** An update may send an empty text to clear the field. */
  readonly emptyClears?: boolean;
  /** An empty text reaches the rule, which refuses it: taken for absent it would give more than was asked for. */
  readonly emptyIsSent?: boolean;
}

/** One of a few spellings, compared exactly. */
export interface ChoiceParameter<Value extends string = string, Present extends boolean = boolean>
  extends Base<Present> {
  readonly kind: 'choice';
  readonly values: readonly Value[];
  readonly default?: Value;
}

/** A decimal integer. */
export interface IntegerParameter<Present extends boolean = boolean> extends Base<Present> {
  readonly kind: 'integer';
  readonly min: number;
  readonly max: number;
  readonly default?: number;
}

/** `true` or `false`. */
export interface BooleanParameter<Present extends boolean = boolean> extends Base<Present> {
  readonly kind: 'boolean';
  readonly default?: boolean;
}

/** What became of reading a JSON value. */
export type JsonReading<Value> =
  | { readonly ok: true; readonly value: Value }
  /** `path` leads to what is wrong, beginning behind the parameter's name: `[3].action`, or nothing. */
  | { readonly ok: false; readonly path: string; readonly problem: string };

/** Objects and lists: members of a JSON body as they are, JSON text where parameters are flat. */
export interface JsonParameter<Value = unknown, Present extends boolean = boolean> extends Base<Present> {
  readonly kind: 'json';
  /** What it holds, for people. */
  readonly shape: Localized;
  /** Reads the value that the JSON gave; strict, and never throws. */
  readonly read: (value: unknown) => JsonReading<Value>;
}

/** How a list stands in flat parameters: `Tag.1.Key=a&Tag.1.Value=b`, or `Tag=[{"Key":"a","Value":"b"}]` (spec: api index). */
export type ListForm = 'numbered' | 'json';

/** The fields of one item of a list, by the name that the rule uses; each is a text. */
export type ItemFields = Readonly<Record<string, TextParameter>>;

/** Texts, or small objects of texts. An empty list counts as absent. */
export interface ListParameter<
  Item extends TextParameter | ItemFields = TextParameter | ItemFields,
  Present extends boolean = boolean,
> extends Base<Present> {
  readonly kind: 'list';
  readonly form: ListForm;
  /** Most items. */
  readonly max: number;
  /** What each item is; the wire name of a text stands for the list's own. */
  readonly item: Item;
}

export type Parameter =
  | TextParameter
  | ChoiceParameter
  | IntegerParameter
  | BooleanParameter
  | JsonParameter
  | ListParameter;

/** Parameters by the name that the rule uses. */
export type Parameters = Readonly<Record<string, Parameter>>;

type ValueOf<P> =
  P extends ChoiceParameter<infer Value>
    ? Value
    : P extends TextParameter
      ? string
      : P extends IntegerParameter
        ? number
        : P extends BooleanParameter
          ? boolean
          : P extends JsonParameter<infer Value>
            ? Value
            : P extends ListParameter<infer Item>
              ? readonly ItemOf<Item>[]
              : never;

type ItemOf<Item> = Item extends TextParameter ? string : Item extends ItemFields ? Command<Item> : never;

type PresentNames<P extends Parameters> = {
  [K in keyof P]: P[K]['present'] extends true ? K : never;
}[keyof P];

/** What a rule receives: validated values under our own names. */
export type Command<P extends Parameters> = {
  readonly [K in PresentNames<P>]: ValueOf<P[K]>;
} & { readonly [K in Exclude<keyof P, PresentNames<P>>]?: ValueOf<P[K]> };

type Options<P> = Omit<P, 'kind' | 'wire' | 'present' | 'values' | 'read'> & {
  readonly required?: boolean;
};
type IsPresent<O> = O extends { required: true } ? true : O extends { default: unknown } ? true : false;

/** Declares a text parameter. */
export function text<const O extends Options<TextParameter>>(
  wire: string,
  options: O,
): TextParameter<IsPresent<O>> {
  return declare<TextParameter<IsPresent<O>>>('text', wire, options);
}

/** Declares a parameter that takes one of a few values. */
export function choice<const V extends string, const O extends Options<ChoiceParameter<V>>>(
  wire: string,
  values: readonly V[],
  options: O,
): ChoiceParameter<V, IsPresent<O>> {
  return declare<ChoiceParameter<V, IsPresent<O>>>('choice', wire, { ...options, values });
}

/** Declares an integer parameter. */
export function integer<const O extends Options<IntegerParameter>>(
  wire: string,
  options: O,
): IntegerParameter<IsPresent<O>> {
  return declare<IntegerParameter<IsPresent<O>>>('integer', wire, options);
}

/** Declares a boolean parameter. */
export function boolean<const O extends Options<BooleanParameter>>(
  wire: string,
  options: O,
): BooleanParameter<IsPresent<O>> {
  return declare<BooleanParameter<IsPresent<O>>>('boolean', wire, options);
}

/**
 * Declares a parameter that holds objects or lists.
 *
 * @param read reads what the JSON gave
 */
export function json<Value, const O extends Options<JsonParameter<Value>>>(
  wire: string,
  read: (value: unknown) => JsonReading<Value>,
  options: O,
): JsonParameter<Value, IsPresent<O>> {
  return declare<JsonParameter<Value, IsPresent<O>>>('json', wire, { ...options, read });
}

/**
 * Declares a list of texts, or of small objects.
 *
 * @param item a text, or the fields of an object
 */
export function list<
  const Item extends TextParameter | ItemFields,
  const O extends Options<Omit<ListParameter, 'item'>>,
>(wire: string, item: Item, options: O): ListParameter<Item, IsPresent<O>> {
  return declare<ListParameter<Item, IsPresent<O>>>('list', wire, { ...options, item });
}

/** Whether each item of a list is one text. */
export function isTextItem(item: TextParameter | ItemFields): item is TextParameter {
  return typeof item.kind === 'string';
}

function declare<P extends Parameter>(kind: P['kind'], wire: string, options: object): P {
  const { required, ...rest } = options as { required?: boolean; default?: unknown };
  return Object.freeze({
    ...rest,
    kind,
    wire,
    present: required === true || rest.default !== undefined,
  }) as P;
}

/**
 * Says of an operation or a parameter that its effect ends with being kept (docs/differences.md lists them all).
 *
 * @param doc sentences that say what it is
 */
export function keptOnly([english, chinese]: Localized): Localized {
  return [`${english} It is kept and has no effect.`, `${chinese}仅保存，不生效。`];
}

/** Makes a set of ASCII letters, digits and the given marks. */
export function lettersDigitsAnd(marks: string): CharacterSet {
  const allowed = new Set([...marks].map(mark => mark.charCodeAt(0)));
  const shown = [...marks].map(mark => `"${mark}"`).join(' ');
  return {
    label:
      shown === ''
        ? ['letters, digits', '字母、数字']
        : [`letters, digits, ${shown}`, `字母、数字、${shown}`],
    has: unit =>
      (unit >= 48 && unit <= 57) ||
      (unit >= 65 && unit <= 90) ||
      (unit >= 97 && unit <= 122) ||
      allowed.has(unit),
  };
}
