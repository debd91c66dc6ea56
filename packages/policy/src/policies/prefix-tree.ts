import { foldCode, foldedTextStandsAt } from '../letter-case.ts';

/**
 * A node of a radix tree over folded texts. The values whose keys are prefixes of a text lie on one path from
 * the root, which {@link descend} follows.
 */
export interface PrefixNode<T> {
  /** What the key of this node adds to that of its parent. Never empty but at the root. */
  label: string;
  value: T | undefined;
  /** By the first code unit of their labels; a leaf has none. */
  children: Map<number, PrefixNode<T>> | undefined;
}

/** Builds the tree of a map from keys, which are folded already, to values. */
export function buildPrefixTree<T>(values: ReadonlyMap<string, T>): PrefixNode<T> {
  const root = newNode<T>('');
  for (const [key, value] of values) nodeFor(root, key).value = value;
  return root;
}

/** The child whose label stands in `text` at `at`, letter case apart. Where it ends, the next step begins. */
export function descend<T>(node: PrefixNode<T>, text: string, at: number): PrefixNode<T> | undefined {
  if (at >= text.length) return undefined;
  const child = node.children?.get(foldCode(text.charCodeAt(at)));
  return child !== undefined && foldedTextStandsAt(text, child.label, at) ? child : undefined;
}

/** The node of a key, made when it is not there yet. */
function nodeFor<T>(root: PrefixNode<T>, key: string): PrefixNode<T> {
  let node = root;
  let at = 0;
  while (at < key.length) {
    node.children ??= new Map();
    const child = node.children.get(key.charCodeAt(at));
    const next = child === undefined ? newNode<T>(key.slice(at)) : splitToShare(child, key, at);
    node.children.set(key.charCodeAt(at), next);
    node = next;
    at += next.label.length;
  }
  return node;
}

/** The child itself when the key has all of its label; else a new node above it for the part that the key has. */
function splitToShare<T>(child: PrefixNode<T>, key: string, at: number): PrefixNode<T> {
  const { label } = child;
  let shared = 1;
  while (shared < label.length && label.charCodeAt(shared) === key.charCodeAt(at + shared)) shared += 1;
  if (shared === label.length) return child;
  const fork = newNode<T>(label.slice(0, shared));
  child.label = label.slice(shared);
  fork.children = new Map([[child.label.charCodeAt(0), child]]);
  return fork;
}

function newNode<T>(label: string): PrefixNode<T> {
  return { label, value: undefined, children: undefined };
}
