/** A reply as the SDKs' own XML reader hands it over. */
import type { ResponseNode, ResponseTree } from '../../../apps/server/src/kernel/response.ts';

type Members = Readonly<Record<string, unknown>>;

/** What a reader of XML without a schema makes of members: texts, lists where several stand, nothing of empty lists. */
export function elementsOf(tree: ResponseTree, members: Members): unknown {
  const elements = Object.entries(members).flatMap(([name, value]) => {
    const node = tree[name];
    if (node === undefined) throw new Error(`${name} is not declared`);
    const element = elementOf(node, value);
    return element === undefined ? [] : [[name, element]];
  });
  return elements.length === 0 ? '' : Object.fromEntries(elements);
}

function elementOf(node: ResponseNode, value: unknown): unknown {
  switch (node.kind) {
    case 'object':
      return elementsOf(node.members, value as Members);
    case 'list': {
      const items = (value as readonly unknown[]).map(item => elementOf(node.item, item));
      return items.length > 1 ? items : items[0];
    }
    case 'json':
      return JSON.stringify(value);
    default:
      return String(value);
  }
}
