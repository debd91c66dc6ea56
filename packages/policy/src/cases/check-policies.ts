import type { DocumentKind } from '../document/document.ts';
import { parseDocument } from '../document/parse-document.ts';
import type { Finding } from '../findings.ts';
import type { CaseDocument, CasePolicies } from './case.ts';

/** A document of a decision case that no server would accept, with what is wrong with it. */
export interface UnacceptableDocument {
  /** The document's name. */
  readonly document: string;
  readonly kind: DocumentKind;
  readonly findings: readonly Finding[];
}

/**
 * Looks for documents that could not be attached to anything, because they are not valid. Such a case is decided all
 * the same, as if the document had been stored earlier; but its author should know that it tests what cannot happen.
 */
export function unacceptableDocuments(policies: CasePolicies): readonly UnacceptableDocument[] {
  const { identity, groups, resourceGroupIdentity, session, control = [], trust } = policies;
  return [
    ...[...identity, ...groups, ...[...resourceGroupIdentity.values()].flat()].flatMap(judged('identity')),
    ...[session ?? []].flat().flatMap(judged('session')),
    ...control.flat().flatMap(judged('control')),
    ...[trust ?? []].flat().flatMap(judged('trust')),
  ];
}

function judged(kind: DocumentKind) {
  return ({ name, text }: CaseDocument): readonly UnacceptableDocument[] => {
    const parsed = parseDocument(text, kind);
    return parsed.ok ? [] : [{ document: name, kind, findings: parsed.findings }];
  };
}
