import type { Finding } from '../findings.ts';
import { collectFindings } from '../findings.ts';
import type { DocumentKind, PolicyDocument } from './document.ts';
import { checkLength, documentLimits } from './limits.ts';
import { readDocument } from './read-document.ts';

/** A document, or everything that is wrong with its text. */
export type ParsedDocument =
  | { readonly ok: true; readonly document: PolicyDocument }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** A document as far as it is understood, and everything that is wrong with its text. */
export interface StoredDocument {
  readonly document: PolicyDocument;
  readonly findings: readonly Finding[];
}

/**
 * Reads and checks the text of a policy document that is about to be created or used for the first time
 * (spec: policy 1). Every finding is listed, in the order of the text, not only the first. Never throws.
 * `limit` is the longest text to accept, in characters (Unicode code points), if not that of the kind.
 */
export function parseDocument(
  text: string,
  kind: DocumentKind,
  limit: number = documentLimits[kind],
): ParsedDocument {
  const findings = collectFindings(text);
  if (!checkLength(text, limit, findings.report)) return { ok: false, findings: findings.list() };
  const { document } = readDocument(text, kind, findings.report);
  const list = findings.list();
  return list.length === 0 ? { ok: true, document } : { ok: false, findings: list };
}

/**
 * Reads a document that was accepted earlier, by this version or another, and never refuses: what it cannot
 * understand errs towards refusing requests (spec: policy 3.3). A statement that is not understood in full does
 * not allow; if it denies, the parts that cannot be read do not limit it. A text that cannot be read denies
 * everything. Its length does not matter. The findings say what is wrong and should be shown to an operator.
 */
export function readStoredDocument(text: string, kind: DocumentKind): StoredDocument {
  const findings = collectFindings(text);
  const { document } = readDocument(text, kind, findings.report);
  return { document, findings: findings.list() };
}
