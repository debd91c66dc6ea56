/** Requests as the flat parameters that RPC APIs know. */
import type { Operation } from './operation.ts';

/** A parameter by its name on the wire. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
}

/**
 * Writes a request down: texts as they are, numbers and booleans in decimal and words, numbered lists as a parameter for
 * each item, everything else as JSON text (spec: api index).
 *
 * @param request members that are undefined are left out
 * @throws TypeError for a value that no parameter can hold
 */
export function flatParameters({ numbered }: Operation, request: object): Parameter[] {
  return Object.entries(request).flatMap(([name, value]: [string, unknown]) =>
    numbered.includes(name) && Array.isArray(value)
      ? value.flatMap((item: unknown, at) => itemParameters(`${name}.${at + 1}`, item))
      : parameter(name, value),
  );
}

function itemParameters(name: string, item: unknown): Parameter[] {
  if (!isRecord(item)) return parameter(name, item);
  return Object.entries(item).flatMap(([field, value]) => parameter(`${name}.${field}`, value));
}

function parameter(name: string, value: unknown): Parameter[] {
  switch (typeof value) {
    case 'undefined':
      return [];
    case 'string':
      return [{ name, value }];
    case 'number':
    case 'boolean':
      return [{ name, value: String(value) }];
    case 'object':
      return [{ name, value: JSON.stringify(value) }];
    default:
      throw new TypeError(`${name} cannot be a ${typeof value}.`);
  }
}

/** Parameters as a form or a query. */
export function encodeForm(parameters: readonly Parameter[]): string {
  const form = new URLSearchParams();
  for (const { name, value } of parameters) form.append(name, value);
  return form.toString();
}

/** Whether a value is an object with members, and no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
