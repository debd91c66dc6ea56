import type { Finding } from './finding.ts';
import type { SourceFacts } from './source-facts.ts';
import { isTest } from './source-files.ts';

/** Folders that read what strangers write: a pattern that backtracks there would let them stop the server. */
const WITHOUT_REGULAR_EXPRESSIONS: readonly string[] = ['packages/policy/src', 'packages/guard/src'];

/** Looks for regular expressions where only linear scans may be. Tests are free. */
export function checkWords(sources: readonly SourceFacts[]): readonly Finding[] {
  return sources
    .filter(
      ({ path }) =>
        WITHOUT_REGULAR_EXPRESSIONS.some(folder => path.startsWith(`${folder}/`)) && !isTest(path),
    )
    .flatMap(({ path, regularExpressions }) =>
      regularExpressions.map(line => ({
        place: `${path}:${line}`,
        level: 'error',
        message:
          'has a regular expression. This folder reads what strangers write: scan it character by character.',
      })),
    );
}
