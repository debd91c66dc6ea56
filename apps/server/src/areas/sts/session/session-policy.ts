import { documentLimits, parseDocument } from '@wardenry/policy';
import { apiError } from '../../../kernel/errors.ts';
import { findingsText } from '../../policies/index.ts';
import { sessionPolicyGrammar, sessionPolicySize } from '../errors.ts';

/**
 * Checks the policy that a session is to be narrowed to.
 *
 * @param document JSON text; undefined for a session with all rights of its role
 * @throws ApiError `InvalidParameter.PolicySize`, or `InvalidParameter.PolicyGrammar` with every finding and its position
 */
export function checkSessionPolicy(document: string | undefined): void {
  if (document === undefined) return;
  const length = [...document].length;
  const limit = documentLimits.session;
  if (length === 0 || length > limit) throw apiError(sessionPolicySize, { length, limit });
  const parsed = parseDocument(document, 'session');
  if (!parsed.ok) throw apiError(sessionPolicyGrammar, { findings: findingsText(parsed.findings) });
}
