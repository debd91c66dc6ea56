/**
 * The RAM policy language: read documents, compile them, decide requests. Pure functions without dependencies,
 * for servers and browsers alike.
 */
export type { AlternativeNames } from './alternative-names.ts';
export { namesOfAction, namesOfResource } from './alternative-names.ts';
export type { Arn } from './arn.ts';
export { formatArn, parseArn } from './arn.ts';
export type { Condition } from './conditions/condition.ts';
export { canonicalKey } from './conditions/condition-key.ts';
export type { AccessRequest } from './decide/access-request.ts';
export { decideAssumeRole } from './decide/assume-role.ts';
export type { DecideOptions } from './decide/decide.ts';
export { decide } from './decide/decide.ts';
export type { Allowed, Decision, Denied, PolicyType } from './decide/decision.ts';
export type {
  DocumentKind,
  Effect,
  PatternList,
  PolicyDocument,
  Principals,
  Statement,
} from './document/document.ts';
export { documentKinds } from './document/document.ts';
export { documentLimits } from './document/limits.ts';
export type { ParsedDocument, StoredDocument } from './document/parse-document.ts';
export { parseDocument, readStoredDocument } from './document/parse-document.ts';
export { explain, explainAssumeRole } from './explain/explain.ts';
export type {
  ActionMiss,
  ConditionMiss,
  Explanation,
  Miss,
  PrincipalMiss,
  ResourceExplanation,
  ResourceMiss,
  StatementExplanation,
  StepExplanation,
} from './explain/explanation.ts';
export { explanationLines } from './explain/explanation-lines.ts';
export type { Language } from './explain/words.ts';
export type { Finding, FindingCode } from './findings.ts';
export type { Glob } from './glob/glob.ts';
export { compileGlob, matchesGlob } from './glob/glob.ts';
export type { JsonNode } from './json/json.ts';
export { readJson } from './json/read-json.ts';
export type {
  AttachedDocument,
  Attachment,
  AttachmentScope,
  StatementReference,
} from './policies/attachment.ts';
export type { CompiledPolicies } from './policies/compile.ts';
export { compile } from './policies/compile.ts';
export type { TrustedPrincipal } from './policies/principals.ts';
export type { UnreadPart } from './policies/statement.ts';
export type { CompiledResourcePolicy, CompiledTrust } from './policies/trust.ts';
export { compileResourcePolicy, compileTrust, TRUSTS_NOBODY } from './policies/trust.ts';
export type {
  FederatedPrincipal,
  IdentityPrincipal,
  Principal,
  RootPrincipal,
  ServicePrincipal,
} from './principal.ts';
export type { RequestContext, RequestedAction } from './request.ts';
export { isActionName, requestContext } from './request.ts';
