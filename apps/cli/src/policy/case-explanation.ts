import { explain, explainAssumeRole } from '@wardenry/policy';
import { type CaseQuestion, prepareCase } from '@wardenry/policy/cases';
import type { ShownExplanation } from './explanation.ts';

/** Decides a question by its own documents, and says why. */
export function explainCase(question: CaseQuestion): ShownExplanation {
  const { principal, trust, request } = prepareCase(question);
  return trust === undefined ? explain(principal, request) : explainAssumeRole(principal, trust, request);
}
