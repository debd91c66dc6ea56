/** The errors of parameters that break their declaration. */
import { type ApiError, apiError, type ErrorKind, type ErrorValues } from '../../kernel/errors.ts';
import type { Localized, Parameter } from '../../kernel/parameters.ts';
import { gatewayErrors, parameterErrors } from '../errors.ts';

/** A required parameter is absent. */
export function missing(parameter: Parameter): ApiError {
  return refused(gatewayErrors.missing, parameter.missingCode, { name: parameter.wire });
}

/** A value is refused. */
export function violation(kind: ErrorKind, parameter: Parameter, values: ErrorValues): ApiError {
  return refused(kind, parameter.invalidCode, { name: parameter.wire, ...values });
}

/** @param code the one that the API documents for this parameter, if it documents another than the pattern gives */
function refused(kind: ErrorKind, code: string | undefined, values: ErrorValues): ApiError {
  return apiError(code === undefined ? kind : { ...kind, code }, values);
}

/** A label as error messages show it. */
export function english(label: Localized): string {
  return label[0];
}

/**
 * A value inside of a list or an object is refused.
 *
 * @param path from the parameter's name on: `[3].action`, or nothing
 * @param problem a clause without a full stop
 */
export function nestedViolation(parameter: Parameter, path: string, problem: string): ApiError {
  return violation(parameterErrors.json, parameter, { path: parameter.wire + path, problem });
}
