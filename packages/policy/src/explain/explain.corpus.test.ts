import { expect, it } from 'vitest';
import { decisionCases } from '../../test/corpus.ts';
import { decideCase, prepareCase } from '../cases/index.ts';
import { explain, explainAssumeRole } from './explain.ts';

const cases = [...decisionCases().values()].flat();

it.each(cases.map(one => [one.id, one] as const))(
  'an explanation of case %s decides as expected',
  (_, one) => {
    const { principal, trust, request, options } = prepareCase(one);
    const explanation =
      trust === undefined
        ? explain(principal, request, options)
        : explainAssumeRole(principal, trust, request);
    expect(explanation.decision).toEqual(decideCase(one));
    expect(explanation.decision.effect).toBe(one.expected);
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
  },
);
