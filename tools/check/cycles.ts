/** What leads where, by name. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * Finds circles in a graph: for each group of nodes that all lead to each other, one shortest way round through
 * the group's first node.
 *
 * @returns each circle as the nodes on the way, the first one repeated at the end
 */
export function cyclesOf(graph: Graph): readonly (readonly string[])[] {
  const seen = new Set<string>();
  const cycles: string[][] = [];
  for (const node of [...graph.keys()].sort()) {
    if (seen.has(node)) continue;
    const circle = shortestCircle(graph, node);
    if (!circle) continue;
    cycles.push(circle);
    const group = reachableFrom(graph, node);
    for (const member of group) if (reachableFrom(graph, member).has(node)) seen.add(member);
  }
  return cycles;
}

/** Breadth first, so the first way back to the start is a shortest one. */
function shortestCircle(graph: Graph, start: string): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const node of queue) {
    for (const next of graph.get(node) ?? []) {
      if (next === start) return [...wayTo(node, cameFrom), start];
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  }
  return undefined;
}

function wayTo(node: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const before = cameFrom.get(node);
  return before === undefined ? [node] : [...wayTo(before, cameFrom), node];
}

/** Everything that can be reached from a node, the node itself included. */
export function reachableFrom(graph: Graph, start: string): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const node of reached) for (const next of graph.get(node) ?? []) reached.add(next);
  return reached;
}
