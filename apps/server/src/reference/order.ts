import type { AnyOperation } from '../kernel/operation.ts';

/** Compares by code units, the same in every language that a machine may be set to. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Compares operations by product in the order of the APIs' versions, then by name. */
export function byProduct(a: AnyOperation, b: AnyOperation): number {
  return a.api === b.api ? byText(a.name, b.name) : byText(a.api.version, b.api.version);
}
