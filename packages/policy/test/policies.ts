import type {
  AttachedDocument,
  AttachmentScope,
  CompiledPolicies,
  DocumentKind,
  IdentityPrincipal,
  PolicyDocument,
} from '../src/index.ts';
import { compile, parseDocument, readStoredDocument } from '../src/index.ts';

export const ACCOUNT = '1000000000000001';

/** A document from its JSON value; it must be valid. */
export function aDocument(value: object, kind: DocumentKind = 'identity'): PolicyDocument {
  const parsed = parseDocument(JSON.stringify(value), kind);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return parsed.document;
}

/** A document as storage may hold it: it need not be valid. */
export function aStoredDocument(value: object, kind: DocumentKind = 'identity'): PolicyDocument {
  return readStoredDocument(JSON.stringify(value), kind).document;
}

/** A document attached to the user alice. */
export function attached(
  document: PolicyDocument,
  policyName = 'policy',
  scope: AttachmentScope = { type: 'Account' },
): AttachedDocument {
  return {
    document,
    policyName,
    policyType: 'Custom',
    attachedTo: { type: 'RamUser', name: 'alice' },
    scope,
  };
}

/** The statements as one compiled policy. */
export function policyOf(...statements: object[]): CompiledPolicies {
  return compile([attached(aStoredDocument({ Version: '1', Statement: statements }))]);
}

/** A user who has the statements as a policy. */
export function aUserWith(...statements: object[]): IdentityPrincipal {
  return { kind: 'user', account: ACCOUNT, name: 'alice', identity: policyOf(...statements) };
}
