import { describe, expect, it } from 'vitest';
import { aDocument, attached } from '../../test/policies.ts';
import { compile } from './compile.ts';
import type { PrefixNode } from './prefix-tree.ts';
import type { StatementIndex } from './statement-index.ts';

function allowIndexOf(statements: readonly object[]): StatementIndex {
  return compile([attached(aDocument({ Version: '1', Statement: statements }))]).account.allow;
}

/** All values in a tree. */
function valuesIn<T>(node: PrefixNode<T>): T[] {
  const below = [...(node.children?.values() ?? [])].flatMap(child => valuesIn(child));
  return node.value === undefined ? below : [node.value, ...below];
}

/** How many times statements are listed in an index. */
function placesIn({ byAction }: StatementIndex): number {
  if (byAction === undefined) return 0;
  const buckets = valuesIn(byAction);
  return buckets
    .map(({ statements, byResource }) =>
      byResource === undefined ? statements.length : valuesIn(byResource).flat().length,
    )
    .reduce((sum, count) => sum + count, 0);
}

const list = (length: number, item: (index: number) => string) =>
  Array.from({ length }, (_, index) => item(index));

describe('indexStatements', () => {
  it('builds no tree for a few statements', () => {
    const statement = { Effect: 'Allow', Action: 'ecs:*', Resource: '*' };
    expect(allowIndexOf([statement, statement, statement, statement]).byAction).toBeUndefined();
    expect(allowIndexOf(Array(5).fill(statement)).byAction).toBeDefined();
  });

  it('lists a statement in each of its places', () => {
    const statements = list(10, String).map(id => ({
      Effect: 'Allow',
      Action: ['ecs:Start', 'ecs:Stop'],
      Resource: [`acs:ecs:*:*:instance/${id}`, `acs:ecs:*:*:disk/${id}*`],
    }));
    expect(placesIn(allowIndexOf(statements))).toBe(10 * 2 * 2);
  });

  it('does not grow with the product of many actions and many resources', () => {
    const statements = list(10, String).map(() => ({
      Effect: 'Allow',
      Action: list(50, index => `a:b${index}`),
      Resource: list(50, index => `acs:a:::${index}`),
    }));
    const documents = statements.map(statement =>
      attached(aDocument({ Version: '1', Statement: [statement] })),
    );
    expect(placesIn(compile(documents).account.allow)).toBe(10 * 50);
  });
});
