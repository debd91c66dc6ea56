/** Which errors an operation can answer, found in its declaration. */
import type { ErrorKind } from '../kernel/errors.ts';
import type { AnyOperation } from '../kernel/operation.ts';
import { isTextItem, type ListParameter, type Parameter, type TextParameter } from '../kernel/parameters.ts';
import { gatewayErrors, parameterErrors } from '../pipeline/errors.ts';

/**
 * The errors of an operation's parameters, each under its own code: what is missing, and every way in which a value breaks
 * its declaration (spec: wire 5.3).
 */
export function errorsOfParameters({ parameters }: AnyOperation): readonly ErrorKind[] {
  const kinds = Object.values(parameters).flatMap(errorsOf);
  return [...new Map(kinds.map(kind => [`${kind.code} ${kind.message}`, kind])).values()];
}

/** Whether every call must name a parameter. */
export function isRequired(parameter: Parameter): boolean {
  return parameter.present && !('default' in parameter && parameter.default !== undefined);
}

function errorsOf(parameter: Parameter): readonly ErrorKind[] {
  const missing = isRequired(parameter) || parameter.elseCaller === true ? [missingOf(parameter)] : [];
  return [...missing, ...violationsOf(parameter)];
}

function violationsOf(parameter: Parameter): readonly ErrorKind[] {
  const { length, invalidChars, format, range, choice, json } = parameterErrors;
  switch (parameter.kind) {
    case 'text':
      return [
        named(length, parameter),
        ...(parameter.characters === undefined ? [] : [named(invalidChars, parameter)]),
        ...(parameter.format === undefined ? [] : [named(format, parameter)]),
      ];
    case 'integer':
      return [named(format, parameter), named(range, parameter)];
    case 'boolean':
      return [named(format, parameter)];
    case 'choice':
      return [named(choice, parameter)];
    case 'json':
      return [named(json, parameter)];
    case 'list':
      return [named(json, parameter), ...fieldsOf(parameter).flatMap(errorsOf)];
  }
}

/** A text that is an item stands for the list; fields of an item are called `List.Field`. */
function fieldsOf({ wire, item }: ListParameter): readonly TextParameter[] {
  if (isTextItem(item)) return [{ ...item, wire, present: true }];
  return Object.values(item).map(field => ({ ...field, wire: `${wire}.${field.wire}` }));
}

function missingOf({ wire, missingCode }: Parameter): ErrorKind {
  return filled(gatewayErrors.missing, wire, missingCode);
}

function named(kind: ErrorKind, { wire, invalidCode }: Parameter): ErrorKind {
  return filled(kind, wire, invalidCode);
}

/** @param code the one that the API documents, if it documents another than the pattern gives */
function filled({ code: pattern, status, message }: ErrorKind, wire: string, code = pattern): ErrorKind {
  const fill = (template: string) => template.replaceAll('{name}', wire);
  return { code: fill(code), status, message: fill(message) };
}
