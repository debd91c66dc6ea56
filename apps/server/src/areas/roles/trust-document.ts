import { parseDocument } from '@wardenry/policy';
import { apiError } from '../../kernel/errors.ts';
import { findingsText } from '../policies/index.ts';
import { trustDocumentMalformed } from './errors.ts';

/**
 * Checks the text of a trust policy before it is stored.
 *
 * @throws ApiError `MalformedPolicyDocument` with every finding and its position (spec: policy 1)
 */
export function checkTrustDocument(document: string): void {
  const parsed = parseDocument(document, 'trust');
  if (!parsed.ok) throw apiError(trustDocumentMalformed, { findings: findingsText(parsed.findings) });
}
