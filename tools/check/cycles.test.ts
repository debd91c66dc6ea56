import { describe, expect, it } from 'vitest';
import { cyclesOf } from './cycles.ts';

function graph(edges: Readonly<Record<string, readonly string[]>>) {
  return new Map(Object.entries(edges));
}

describe('circles of a graph', () => {
  it('are none in a tree or where two ways meet', () => {
    expect(cyclesOf(graph({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }))).toEqual([]);
  });

  it('are shown by the shortest way round', () => {
    expect(cyclesOf(graph({ a: ['b', 'c'], b: ['c'], c: ['a'] }))).toEqual([['a', 'c', 'a']]);
  });

  it('are shown once for each group that is tied together', () => {
    expect(cyclesOf(graph({ a: ['b'], b: ['a', 'x'], x: ['y'], y: ['x'] }))).toEqual([
      ['a', 'b', 'a'],
      ['x', 'y', 'x'],
    ]);
  });

  it('include a file that imports itself', () => {
    expect(cyclesOf(graph({ a: ['a'] }))).toEqual([['a', 'a']]);
  });

  it('do not include what only leads to one', () => {
    expect(cyclesOf(graph({ a: ['b'], b: ['c'], c: ['b'] }))).toEqual([['b', 'c', 'b']]);
  });
});
