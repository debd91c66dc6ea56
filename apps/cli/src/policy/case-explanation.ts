import { type CaseQuestion, decideCase } from '@wardenry/policy/cases';
import type { ShownExplanation } from './explanation.ts';

/** Decides a question by its own documents, and says why as far as the engine tells. */
export function explainCase(question: CaseQuestion): ShownExplanation {
  return { decision: decideCase(question) };
}
