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
  /** The one code for every value that is refused, where the API documents it without saying why: `InvalidParameter.RoleArn`. */
  readonly invalidCode?: string;
}

/** Text with a length in characters (code points). An empty text counts as absent unless `emptyClears`. */
export interface TextParameter<Present extends boolean = boolean> extends Base<Present> {
  readonly kind: 'text';
  readonly min: number;
  readonly max: number;
  readonly characters?: CharacterSet;
  readonly format?: TextFormat;
  /** An update may send an empty text to clear the field. */
  readonly emptyClears?: boolean;
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

export type Parameter = TextParameter | ChoiceParameter | IntegerParameter | BooleanParameter;

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
          : never;

type PresentNames<P extends Parameters> = {
  [K in keyof P]: P[K]['present'] extends true ? K : never;
}[keyof P];

/** What a rule receives: validated values under our own names. */
export type Command<P extends Parameters> = {
  readonly [K in PresentNames<P>]: ValueOf<P[K]>;
} & { readonly [K in Exclude<keyof P, PresentNames<P>>]?: ValueOf<P[K]> };

type Options<P extends Parameter> = Omit<P, 'kind' | 'wire' | 'present' | 'values'> & {
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

function declare<P extends Parameter>(kind: P['kind'], wire: string, options: object): P {
  const { required, ...rest } = options as { required?: boolean; default?: unknown };
  return Object.freeze({
    ...rest,
    kind,
    wire,
    present: required === true || rest.default !== undefined,
  }) as P;
}

/** Makes a set of ASCII letters, digits and the given marks. */
export function lettersDigitsAnd(marks: string): CharacterSet {
  const allowed = new Set([...marks].map(mark => mark.charCodeAt(0)));
  const shown = [...marks].map(mark => `"${mark}"`).join(' ');
  return {
    label: [`letters, digits, ${shown}`, `字母、数字、${shown}`],
    has: unit =>
      (unit >= 48 && unit <= 57) ||
      (unit >= 65 && unit <= 90) ||
      (unit >= 97 && unit <= 122) ||
      allowed.has(unit),
  };
}
