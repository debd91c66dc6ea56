import { describe, expect, it } from 'vitest';
import { type MutationReport, scoresOf, survivorsOf } from './scores.ts';

const place = { start: { line: 3, column: 7 } };
const mutant = (status: string) => ({
  mutatorName: 'BooleanLiteral',
  replacement: 'true',
  status,
  location: place,
});

const report: MutationReport = {
  files: {
    'packages/policy/src/glob/scan.ts': {
      source: '',
      mutants: ['Killed', 'Timeout', 'Survived', 'CompileError', 'Ignored'].map(mutant),
    },
    'packages/policy/src/glob/glob.ts': { source: '', mutants: ['NoCoverage'].map(mutant) },
    'packages/policy/src/arn.ts': { source: '', mutants: ['Killed'].map(mutant) },
  },
};

describe('the mutation score', () => {
  it('counts what a test noticed or did not, and nothing that never ran', () => {
    expect(scoresOf(report)).toEqual([
      { folder: '.', killed: 1, mutants: 1, score: 100 },
      { folder: 'glob', killed: 2, mutants: 4, score: 50 },
      { folder: 'all', killed: 3, mutants: 5, score: 60 },
    ]);
  });

  it('names the place of every survivor', () => {
    expect(survivorsOf(report)).toEqual([
      'packages/policy/src/glob/scan.ts:3:7 BooleanLiteral true',
      'packages/policy/src/glob/glob.ts:3:7 BooleanLiteral true',
    ]);
  });
});
