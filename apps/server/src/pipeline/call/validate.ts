/** From the decoded parameters of a request to the command of an operation. Unknown parameters are ignored (spec: wire 0). */
import { type ApiError, apiError, type ErrorKind, type ErrorValues } from '../../kernel/errors.ts';
import type {
  BooleanParameter,
  ChoiceParameter,
  Command,
  IntegerParameter,
  Localized,
  Parameter,
  Parameters,
  TextParameter,
} from '../../kernel/parameters.ts';
import { parameterErrors } from '../errors.ts';

type Value = string | number | boolean;

/**
 * Validates the parameters that an operation declares.
 *
 * @param parameters the declaration
 * @param sent decoded values by their names on the wire
 * @throws ApiError with the first violation, in the order of the declaration
 */
export function validate<P extends Parameters>(parameters: P, sent: ReadonlyMap<string, string>): Command<P> {
  const command: Record<string, Value> = {};
  for (const name in parameters) {
    const parameter = parameters[name];
    if (parameter === undefined) continue;
    const value = readValue(parameter, sent.get(parameter.wire));
    if (value !== undefined) command[name] = value;
    else if (parameter.present) throw missing(parameter);
  }
  // The loop above filled exactly the names that the declaration promises.
  return command as Command<P>;
}

function readValue(parameter: Parameter, raw: string | undefined): Value | undefined {
  if (raw === undefined || (raw === '' && !(parameter.kind === 'text' && parameter.emptyClears === true))) {
    return parameter.kind === 'text' ? undefined : parameter.default;
  }
  switch (parameter.kind) {
    case 'text':
      return textValue(parameter, raw);
    case 'choice':
      return choiceValue(parameter, raw);
    case 'integer':
      return integerValue(parameter, raw);
    case 'boolean':
      return booleanValue(parameter, raw);
  }
}

function textValue(parameter: TextParameter, raw: string): string {
  if (raw === '') return raw;
  const length = characterCount(raw);
  if (length < parameter.min || length > parameter.max) {
    throw violation(parameterErrors.length, parameter, { min: parameter.min, max: parameter.max });
  }
  const { characters, format } = parameter;
  if (characters !== undefined) {
    for (let i = 0; i < raw.length; i += 1) {
      if (!characters.has(raw.charCodeAt(i))) {
        throw violation(parameterErrors.invalidChars, parameter, { allowed: english(characters.label) });
      }
    }
  }
  if (format !== undefined && !format.accepts(raw)) {
    throw violation(parameterErrors.format, parameter, { expected: english(format.label) });
  }
  return raw;
}

function choiceValue(parameter: ChoiceParameter, raw: string): string {
  if (!parameter.values.includes(raw)) {
    throw violation(parameterErrors.choice, parameter, { allowed: parameter.values.join(', ') });
  }
  return raw;
}

function integerValue(parameter: IntegerParameter, raw: string): number {
  const value = decimal(raw);
  if (value === undefined) {
    throw violation(parameterErrors.format, parameter, { expected: 'a decimal number' });
  }
  if (value < parameter.min || value > parameter.max) {
    throw violation(parameterErrors.range, parameter, { min: parameter.min, max: parameter.max });
  }
  return value;
}

function booleanValue(parameter: BooleanParameter, raw: string): boolean {
  const folded = raw.toLowerCase();
  if (folded === 'true') return true;
  if (folded === 'false') return false;
  throw violation(parameterErrors.format, parameter, { expected: 'true or false' });
}

/** Digits with an optional minus, at most nine of them: no exponents, no hex, no blanks. */
function decimal(raw: string): number | undefined {
  const from = raw.startsWith('-') ? 1 : 0;
  if (raw.length === from || raw.length > from + 9) return undefined;
  for (let i = from; i < raw.length; i += 1) {
    const unit = raw.charCodeAt(i);
    if (unit < 48 || unit > 57) return undefined;
  }
  return Number(raw);
}

function characterCount(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff) count -= 1;
  }
  return count;
}

function missing(parameter: Parameter): ApiError {
  return refused(parameterErrors.missing, parameter.missingCode, { name: parameter.wire });
}

function violation(kind: ErrorKind, parameter: Parameter, values: ErrorValues): ApiError {
  return refused(kind, parameter.invalidCode, { name: parameter.wire, ...values });
}

/** @param code the one that the API documents for this parameter, if it documents another than the pattern gives */
function refused(kind: ErrorKind, code: string | undefined, values: ErrorValues): ApiError {
  return apiError(code === undefined ? kind : { ...kind, code }, values);
}

function english(label: Localized): string {
  return label[0];
}
