import { posix } from 'node:path';
import { AREAS } from '../import-rules.ts';
import type { SourceFacts } from './source-facts.ts';

/** The area that a file is in; undefined for files outside and for the list of areas itself. */
export function areaOf(path: string): string | undefined {
  if (!path.startsWith(`${AREAS.folder}/`)) return undefined;
  const [area, ...rest] = path.slice(AREAS.folder.length + 1).split('/');
  return rest.length > 0 ? area : undefined;
}

/**
 * The names of the areas, in the order in which the longest array of areas in the list of areas has them.
 *
 * @param sources that include the list; without it no area comes before another
 */
export function areaOrder(sources: readonly SourceFacts[]): readonly string[] {
  const list = sources.find(({ path }) => path === AREAS.list);
  const areaByBinding = new Map(
    list?.imports.flatMap(({ specifier, binds }) => {
      const area = areaOf(posix.join(AREAS.folder, specifier));
      return area === undefined ? [] : binds.map(name => [name, area] as const);
    }),
  );
  const orders = (list?.lists ?? []).map(names => names.flatMap(name => areaByBinding.get(name) ?? []));
  return orders.toSorted((a, b) => b.length - a.length)[0] ?? [];
}
