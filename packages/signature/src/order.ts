import type { Parameter } from './parameters.ts';

/**
 * Parameters sorted ascending by the UTF-8 bytes of their decoded names, as both canonical forms want them
 * (spec: wire 1.3 and 2.1). Returns the given list itself when it is sorted already.
 */
export function sortByName(parameters: readonly Parameter[]): readonly Parameter[] {
  return isSorted(parameters) ? parameters : parameters.toSorted(byName);
}

/**
 * Compares by code point, which is the order of UTF-8 bytes. JavaScript's own `<` compares UTF-16 units and puts
 * characters beyond U+FFFF, written as surrogates, before U+E000.
 *
 * @returns a negative number, zero or a positive number, as `Array.prototype.sort` wants it.
 */
export function compareCodePoints(left: string, right: string): number {
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) {
    const a = left.charCodeAt(i);
    const b = right.charCodeAt(i);
    if (a !== b) return rank(a) - rank(b);
  }
  return left.length - right.length;
}

function isSorted(parameters: readonly Parameter[]): boolean {
  let previous: Parameter | undefined;
  for (const parameter of parameters) {
    if (previous !== undefined && byName(previous, parameter) > 0) return false;
    previous = parameter;
  }
  return true;
}

function byName(left: Parameter, right: Parameter): number {
  return compareCodePoints(left.name, right.name);
}

/** Moves surrogates (U+D800 to U+DFFF) above every other UTF-16 unit. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
