import type { Finding, FindingCode } from '../findings.ts';

/**
 * How grave a finding is: the document is refused; it grants more, or denies less, than it seems to; or it could be
 * written better.
 */
export type LintLevel = 'error' | 'security' | 'suggestion';

/** One thing that lint says about a document, and where. */
export interface LintFinding extends Omit<Finding, 'code'> {
  readonly level: LintLevel;
  /** Of errors a {@link FindingCode}; of everything else the code of a rule. A code keeps its meaning for ever. */
  readonly code: FindingCode | (string & {});
}

/** A text in English and in Simplified Chinese. */
export type Localized = readonly [english: string, chinese: string];
