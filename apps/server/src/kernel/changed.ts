/**
 * A thing as it is after a change: what is given replaces what was, what is undefined stays (spec: domain 2.1, 2.5).
 *
 * @param changes members of the thing and nothing else
 */
export function changed<Thing extends object>(
  thing: Thing,
  changes: { readonly [Member in keyof Thing]?: Thing[Member] | undefined },
): Thing {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...thing, ...Object.fromEntries(given) };
}
