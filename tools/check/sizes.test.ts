import { describe, expect, it } from 'vitest';
import { checkSizes } from './sizes.ts';

function lines(count: number): string {
  return 'x;\n'.repeat(count);
}

function findings(files: Readonly<Record<string, string>>) {
  return checkSizes(new Map(Object.entries(files))).map(({ place, level }) => `${level} ${place}`);
}

describe('sizes', () => {
  it('warn above 300 lines and fail above 500', () => {
    expect(
      findings({
        'a/300.ts': lines(300),
        'a/301.ts': lines(301),
        'a/500.ts': lines(500),
        'a/501.ts': lines(501),
      }),
    ).toEqual(['warning a/301.ts', 'warning a/500.ts', 'error a/501.ts']);
  });

  it('let tests be longer, up to 800', () => {
    expect(findings({ 'a/x.test.ts': lines(800), 'a/y.test.ts': lines(801) })).toEqual(['error a/y.test.ts']);
  });

  it('leave generated files and data alone', () => {
    expect(
      findings({ 'a/generated/x.ts': lines(900), 'a/data/x.ts': lines(900), 'a/x.data.ts': lines(900) }),
    ).toEqual([]);
  });

  it('warn above 20 source files in a folder, tests not counted', () => {
    const files = (count: number, ending: string) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`a/${index}${ending}`, 'x;\n']));
    expect(findings({ ...files(20, '.ts'), ...files(20, '.test.ts') })).toEqual([]);
    expect(findings(files(21, '.ts'))).toEqual(['warning a']);
  });
});
