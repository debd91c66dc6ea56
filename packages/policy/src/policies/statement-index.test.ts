import { describe, expect, it } from 'vitest';
import { aDocument, attached } from '../../test/policies.ts';
import { compile } from './compile.ts';
import type { Listed, StatementIndex } from './statement-index.ts';

function indexOf(statements: readonly object[]): StatementIndex {
  const documents = statements.map(statement =>
    attached(aDocument({ Version: '1', Statement: [statement] })),
  );
  return compile(documents).account.index;
}

/** How many times statements are listed. */
function placesIn(listed: Listed): number {
  if (typeof listed === 'number') return 1;
  if (!('byAction' in listed)) return listed.length;
  const values = [...listed.byAction.values, ...listed.byResource.values];
  return values.reduce<number>((sum, value) => sum + placesIn(value), 0);
}

/** By what statements are listed: the lengths of beginnings and endings. */
function lengthsIn(listed: Listed): { actions: number[]; resources: number[] } | undefined {
  if (typeof listed === 'number' || !('byAction' in listed)) return undefined;
  return { actions: [...listed.byAction.lengths], resources: [...listed.byResource.lengths] };
}

const list = (length: number, item: (index: number) => string) =>
  Array.from({ length }, (_, index) => item(index));

const allowing = (Action: string | string[], Resource: string | string[]) => ({
  Effect: 'Allow',
  Action,
  Resource,
});

describe('indexStatements', () => {
  it('makes no tables for a few statements', () => {
    const statement = allowing('ecs:*', '*');
    expect(indexOf(Array(4).fill(statement)).listed).toEqual([0, 1, 2, 3]);
    expect(lengthsIn(indexOf(Array(5).fill(statement)).listed)).toBeDefined();
  });

  it('lists a statement once for each pattern', () => {
    const statements = list(10, String).map(id =>
      allowing(['ecs:Start', 'ecs:Stop'], [`acs:ecs:*:*:instance/${id}`, `acs:ecs:*:*:disk/${id}*`]),
    );
    expect(placesIn(indexOf(statements).listed)).toBe(10 * 2);
  });

  it('lists by what is rare: by actions, or by what resources begin or end with, or by both', () => {
    const numbers = list(60, index => String(index + 10));
    const lengthsBy = (statement: (number: string) => object) =>
      lengthsIn(indexOf(numbers.map(statement)).listed);
    expect(lengthsBy(number => allowing(`ecs:Do${number}`, '*'))).toEqual({ actions: [8, 0], resources: [] });
    const resource = (pattern: string) => allowing('ecs:*', `acs:ecs:*:*:disk/${pattern}`);
    expect(lengthsBy(number => resource(`${number}*`))).toEqual({ actions: [], resources: [7, 0] });
    expect(lengthsBy(number => resource(`*/${number}`))).toEqual({ actions: [], resources: [0, 3] });
    expect(lengthsBy(number => resource(`${number.charAt(0)}*${number.charAt(1)}`))).toEqual({
      actions: [],
      resources: [6, 1],
    });
  });

  it('indexes a long list in turn by what else tells its statements apart', () => {
    const statements = list(400, String).map((_, index) =>
      allowing(`ecs:Do${index % 20}x*`, `acs:ecs:*:*:disk/${Math.floor(index / 20)}x*`),
    );
    const { listed } = indexOf(statements);
    if (typeof listed === 'number' || !('byAction' in listed)) throw new Error('there are no tables');
    const lists = [...listed.byAction.values, ...listed.byResource.values];
    expect(lists).toHaveLength(20);
    expect(lists.every(each => lengthsIn(each) !== undefined)).toBe(true);
    expect(placesIn(listed)).toBe(400);
  });

  it('does not grow with the product of many actions and many resources', () => {
    const statements = list(10, String).map(() =>
      allowing(
        list(50, index => `a:b${index}`),
        list(50, index => `acs:a:::${index}`),
      ),
    );
    expect(placesIn(indexOf(statements).listed)).toBe(10 * 50);
  });
});
