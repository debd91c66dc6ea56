import { foldCode, foldedTextStandsAt } from '../letter-case.ts';

/**
 * A node of a radix tree over folded texts. The values whose keys are prefixes of a text lie on one path from
 * the root, which {@link descend} follows.
 */
export interface PrefixNode<T> {
  /** What the key of this node adds to that of its parent. Never empty but at the root. */
  label: string;
  value: T | undefined;
  /** By the first code unit of their labels. */
  readonly children: Map<number, PrefixNode<T>>;
}

/** Builds the tree of a map from keys, which are folded already, to values. */
export function buildPrefixTree<T>(values: ReadonlyMap<string, T>): PrefixNode<T> {
  const root: PrefixNode<T> = { label: '', value: undefined, children: new Map() };
  for (const [key, value] of values) nodeFor(root, key).value = value;
  return root;
}

/** The child whose label stands in `text` at `at`, letter case apart. Where it ends, the next step begins. */
export function descend<T>(node: PrefixNode<T>, text: string, at: number): PrefixNode<T> | undefined {
  if (at >= text.length) return undefined;
  const child = node.children.get(foldCode(text.charCodeAt(at)));
  return child !== undefined && foldedTextStandsAt(text, child.label, at) ? child : undefined;
}

function nodeFor<T>(root: PrefixNode<T>, key: string): PrefixNode<T> {
  let node = root;
  let at = 0;
  while (at < key.length) {
    const code = key.charCodeAt(at);
    const child = node.children.get(code);
    const next = child === undefined ? undefined : splitToShare(node, child, key, at);
    if (next === undefined) {
      const leaf: PrefixNode<T> = { label: key.slice(at), value: undefined, children: new Map() };
      node.children.set(code, leaf);
      return leaf;
    }
    node = next;
    at += next.label.length;
  }
  return node;
}

/** Gives the part of a child's label that the key shares a node of its own, and returns that node. */
function splitToShare<T>(
  parent: PrefixNode<T>,
  child: PrefixNode<T>,
  key: string,
  at: number,
): PrefixNode<T> {
  const { label } = child;
  let shared = 1;
  while (shared < label.length && label.charCodeAt(shared) === key.charCodeAt(at + shared)) shared += 1;
  if (shared === label.length) return child;
  child.label = label.slice(shared);
  const fork: PrefixNode<T> = {
    label: label.slice(0, shared),
    value: undefined,
    children: new Map([[child.label.charCodeAt(0), child]]),
  };
  parent.children.set(label.charCodeAt(0), fork);
  return fork;
}
