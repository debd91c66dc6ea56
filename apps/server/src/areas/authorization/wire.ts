/** Decisions and refusals as services see them. */
import { integerField, object, optional, type Rendered, textField } from '../../kernel/response.ts';
import type { Answer } from './decide.ts';

/** A statement that decided. */
const statementFields = {
  policyName: textField,
  policyType: textField,
  version: optional(textField),
  attachedTo: object({ type: textField, name: textField }),
  statement: integerField,
} as const;

/** Why a decision is as it is. */
const explanationFields = {
  policyType: optional(textField),
  resource: optional(textField),
  matched: { kind: 'list', item: object(statementFields) },
} as const;

/** A decision. */
export const decisionFields = {
  decision: textField,
  wouldBe: optional(textField),
  explanation: optional(object(explanationFields)),
} as const;

/** How answers are to be given. */
export interface AnswerOptions {
  readonly explain: boolean;
  /** Answers Allow whatever was decided, and tells what would have been said. */
  readonly dryRun: boolean;
}

/** Fills `decisionFields`. */
export function decisionMembers(
  { decision }: Answer,
  { explain, dryRun }: AnswerOptions,
): Rendered<typeof decisionFields> {
  return {
    ...(dryRun ? { decision: 'Allow', wouldBe: decision.effect } : { decision: decision.effect }),
    ...(explain ? { explanation: explanationMembers(decision) } : {}),
  };
}

function explanationMembers(decision: Answer['decision']): Rendered<typeof explanationFields> {
  if (decision.effect === 'Allow') return { matched: [] };
  const { policyType, resource, matched } = decision;
  return {
    policyType,
    resource,
    matched: matched.map(({ policyName, policyType: type, version, attachedTo, statement }) => ({
      policyName,
      policyType: type,
      ...(version === undefined ? {} : { version }),
      attachedTo,
      statement,
    })),
  };
}

/** Why a request that was handed over is not to be served: what our own gateway would answer to it. */
export const refusalFields = { code: textField, message: textField, status: integerField } as const;
