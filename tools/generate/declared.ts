/** Every operation of the product as it is declared, for the pages made from the declarations. */
import { productOperations } from '../../apps/server/src/areas/index.ts';
import type { ErrorKind } from '../../apps/server/src/kernel/errors.ts';
import type { AnyOperation } from '../../apps/server/src/kernel/operation.ts';
import { declaredParts } from '../../apps/server/test/product-parts.ts';

/** By product in the order of the APIs, then by name. */
export function declaredOperations(): readonly AnyOperation[] {
  return [...productOperations(declaredParts)].sort((a, b) =>
    a.api === b.api ? compare(a.name, b.name) : compare(a.api.version, b.api.version),
  );
}

/** Declared errors by code, with the operations that list each. */
export function declaredErrors(): ReadonlyMap<string, { kind: ErrorKind; operations: readonly string[] }> {
  const errors = new Map<string, { kind: ErrorKind; operations: string[] }>();
  for (const operation of declaredOperations()) {
    for (const kind of operation.errors) {
      const name = `${operation.api.product} ${operation.name}`;
      const held = errors.get(kind.code);
      if (held === undefined) errors.set(kind.code, { kind, operations: [name] });
      else if (!held.operations.includes(name)) held.operations.push(name);
    }
  }
  return new Map([...errors].sort(([a], [b]) => compare(a, b)));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
