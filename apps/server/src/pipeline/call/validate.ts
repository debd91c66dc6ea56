/** From the decoded parameters of a request to the command of an operation. Unknown parameters are ignored (spec: wire 0). */
import type {
  BooleanParameter,
  ChoiceParameter,
  Command,
  IntegerParameter,
  JsonParameter,
  ListParameter,
  Parameter,
  Parameters,
} from '../../kernel/parameters.ts';
import { parameterErrors } from '../errors.ts';
import { readStrictJson } from '../request/strict-json.ts';
import { listValue } from './list-value.ts';
import { textValue } from './text-value.ts';
import { missing, nestedViolation, violation } from './violation.ts';

type Value = string | number | boolean;

const noneNested: ReadonlyMap<string, unknown> = new Map();

/**
 * Validates the parameters that an operation declares.
 *
 * @param parameters the declaration
 * @param sent decoded values by their names on the wire
 * @param nested what a JSON body holds of parameters that take objects and lists
 * @throws ApiError with the first violation, in the order of the declaration
 */
export function validate<P extends Parameters>(
  parameters: P,
  sent: ReadonlyMap<string, string>,
  nested: ReadonlyMap<string, unknown> = noneNested,
): Command<P> {
  const command: Record<string, unknown> = {};
  for (const name in parameters) {
    const parameter = parameters[name];
    if (parameter === undefined) continue;
    const value = readParameter(parameter, sent, nested);
    if (value !== undefined) command[name] = value;
    else if (parameter.present) throw missing(parameter);
  }
  // The loop above filled exactly the names that the declaration promises.
  return command as Command<P>;
}

function readParameter(
  parameter: Parameter,
  sent: ReadonlyMap<string, string>,
  nested: ReadonlyMap<string, unknown>,
): unknown {
  switch (parameter.kind) {
    case 'json':
      return jsonValue(parameter, sent.get(parameter.wire), nested.get(parameter.wire));
    case 'list':
      return listValue(parameter, sent);
    default:
      return readValue(parameter, sent.get(parameter.wire));
  }
}

function readValue(
  parameter: Exclude<Parameter, JsonParameter | ListParameter>,
  raw: string | undefined,
): Value | undefined {
  if (raw === undefined || (raw === '' && !takesEmpty(parameter))) {
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

function takesEmpty(parameter: Parameter): boolean {
  return parameter.kind === 'text' && (parameter.emptyClears === true || parameter.emptyIsSent === true);
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

/** @param raw JSON text, where parameters are flat; an empty one is as good as absent */
function jsonValue(parameter: JsonParameter, raw: string | undefined, nested: unknown): unknown {
  if (nested !== undefined) return readJson(parameter, nested);
  if (raw === undefined || raw === '') return undefined;
  const json = readStrictJson(raw);
  if (!json.ok) throw nestedViolation(parameter, '', json.problem);
  return readJson(parameter, json.value);
}

function readJson(parameter: JsonParameter, value: unknown): unknown {
  const reading = parameter.read(value);
  if (!reading.ok) throw nestedViolation(parameter, reading.path, reading.problem);
  return reading.value;
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
