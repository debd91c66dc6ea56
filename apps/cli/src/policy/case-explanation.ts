import { type Explanation, explain, explainAssumeRole } from '@wardenry/policy';
import { type CaseQuestion, prepareCase } from '@wardenry/policy/cases';

/** Decides a question by its own documents, and says why. */
export function explainCase(question: CaseQuestion): Explanation {
  const { principal, trust, request, options } = prepareCase(question);
  return trust === undefined
    ? explain(principal, request, options)
    : explainAssumeRole(principal, trust, request, options);
}
