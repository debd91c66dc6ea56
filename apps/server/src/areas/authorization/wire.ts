/** Decisions and refusals as services see them. */
import {
  integerField,
  JsonValue,
  jsonField,
  optional,
  type Rendered,
  textField,
} from '../../kernel/response.ts';
import type { Answer } from './decide.ts';

/** A decision. */
export const decisionFields = {
  decision: textField,
  wouldBe: optional(textField),
  explanation: optional(jsonField),
} as const;

/** Fills `decisionFields`. */
export function decisionMembers(
  { decision, explanation }: Answer,
  dryRun: boolean,
): Rendered<typeof decisionFields> {
  const { effect } = decision;
  return {
    ...(dryRun ? { decision: 'Allow', wouldBe: effect } : { decision: effect }),
    ...(explanation === undefined ? {} : { explanation: new JsonValue(explanation) }),
  };
}

/** Why a request that was handed over is not to be served: what our own gateway would answer to it. */
export const refusalFields = { code: textField, message: textField, status: integerField } as const;
