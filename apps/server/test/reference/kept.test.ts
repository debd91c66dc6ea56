/** docs/differences.md names everything that is kept without effect; what says so of itself is held against it. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { productAreas } from '../../src/areas/index.ts';
import { declaredParts } from '../product-parts.ts';

const operations = productAreas(declaredParts).flatMap(area => area.operations);

/** Operations, and parameters behind their operation's name, that say that they have no effect. */
const kept = operations.flatMap(({ name, summary, parameters }) => [
  ...(isKept(summary[0]) ? [name] : []),
  ...Object.values(parameters)
    .filter(({ doc }) => isKept(doc[0]))
    .map(({ wire }) => `${name} ${wire}`),
]);

function isKept(english: string): boolean {
  return english.includes('kept and has no effect');
}

test.each(['differences.md', 'differences.zh-CN.md'])(
  'docs/%s lists what is kept without effect, and nothing else',
  async page => {
    const text = await readFile(new URL(`../../../../docs/${page}`, import.meta.url), 'utf8');
    const [, list = ''] = text.split('\n## ');
    const listed = [...list.matchAll(/^\| `([\w ]+)` \|/gm)].map(([, name]) => name);
    expect(listed).toEqual(kept);
  },
);
