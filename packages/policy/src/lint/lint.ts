import type { DocumentKind } from '../document/document.ts';
import { checkLength, documentLimits } from '../document/limits.ts';
import { readDocument } from '../document/read-document.ts';
import type { Problem } from '../findings.ts';
import { collectFindings, locate } from '../findings.ts';
import { startBudget } from './budget.ts';
import type { LintFinding, LintLevel } from './lint-finding.ts';
import type { LintDocument } from './lint-rule.ts';
import { lintRules } from './lint-rules.ts';
import { lintStatements } from './lint-statement.ts';

/** How to lint. */
export interface LintOptions {
  /** The longest text to accept, in characters (Unicode code points); that of the kind when absent. */
  readonly limit?: number;
  /** The present. Without it nothing is said about periods that are over. */
  readonly now?: Date;
}

/** Steps that comparing a document's patterns with one another may take: some hundredths of a second. */
const COMPARISON_STEPS = 2_000_000;

/**
 * Says everything about the text of a policy document that its author should know, in the order of the text: what
 * `parseDocument` refuses, as errors; what grants more or denies less than it seems to; and what could be written
 * better (spec: policy 1.18, 3, 5.3, 8.1). Statements that hold errors are not judged any further. Takes time in
 * proportion to the text. Never throws.
 */
export function lint(
  text: string,
  kind: DocumentKind,
  { limit = documentLimits[kind], now }: LintOptions = {},
): LintFinding[] {
  const errors = collectFindings(text);
  const advice = checkLength(text, limit, errors.report)
    ? advise({
        kind,
        statements: lintStatements(readDocument(text, kind, errors.report)),
        budget: startBudget(COMPARISON_STEPS),
        now: now?.toISOString(),
      })
    : [];
  return [
    ...errors.list().map(finding => ({ level: 'error' as const, ...finding })),
    ...locate(text, advice).map(({ offset: _, ...finding }) => finding),
  ].toSorted((left, right) => left.line - right.line || left.column - right.column);
}

interface Advice extends Problem<string> {
  readonly level: LintLevel;
}

function advise(document: LintDocument): readonly Advice[] {
  const advice: Advice[] = [];
  for (const { code, level: usual, kinds, check } of lintRules) {
    if (kinds !== undefined && !kinds.includes(document.kind)) continue;
    check(document, ({ path, offset }, message, graver) =>
      advice.push({ level: graver ?? usual, code, path, offset, message }),
    );
  }
  return advice.sort((left, right) => left.offset - right.offset);
}
