import { type Finding, parseDocument } from '@wardenry/policy';
import { apiError } from '../../kernel/errors.ts';
import type { Limits } from '../../kernel/limits.ts';
import { policyErrors } from './errors.ts';

/**
 * Checks the text of an identity policy before it is stored.
 *
 * @throws ApiError `InvalidParameter.PolicyDocument.Length` above the quota of characters, `MalformedPolicyDocument` with
 *   every finding and its position (spec: policy 1)
 */
export function checkPolicyDocument(document: string, limits: Pick<Limits, 'policyDocument'>): void {
  const length = [...document].length;
  if (length > limits.policyDocument) {
    throw apiError(policyErrors.documentLength, { length, limit: limits.policyDocument });
  }
  const parsed = parseDocument(document, 'identity', limits.policyDocument);
  if (!parsed.ok) {
    throw apiError(policyErrors.documentMalformed, { findings: findingsText(parsed.findings) });
  }
}

/** Characters of an element's path that a message shows: names in a document may be as long as it is. */
const SHOWN_PATH = 160;

/** One sentence for every finding, as messages of errors show them. */
export function findingsText(findings: readonly Finding[]): string {
  return findings
    .map(({ line, column, path, message }) => {
      return `Line ${line}, column ${column}, ${elementAt(path)}: ${message}`;
    })
    .join(' ');
}

function elementAt(path: string): string {
  if (path === '') return 'the document';
  return path.length <= SHOWN_PATH ? path : `${path.slice(0, SHOWN_PATH - 1).toWellFormed()}…`;
}
