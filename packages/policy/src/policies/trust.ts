import type { PatternList, Statement } from '../document/document.ts';
import type { RequestedAction } from '../request.ts';
import type { ResourceName } from '../resources/resource-name.ts';
import type { AttachedDocument } from './attachment.ts';
import type { CompiledPrincipals, TrustedPrincipal } from './principals.ts';
import { compilePrincipals, namesPrincipal } from './principals.ts';
import type { CompiledStatement, UnreadPart } from './statement.ts';
import { applies, isUsable, statementCompiler } from './statement.ts';

/** A policy that is attached to a resource and says who may use it, ready to decide. It is short, and needs no index. */
export interface CompiledResourcePolicy {
  readonly deny: readonly PrincipalStatement[];
  readonly allow: readonly PrincipalStatement[];
  /** Each an Allow that cannot be read in full, so that it never applies. */
  readonly unread: readonly PrincipalStatement[];
}

/** A role's trust policy, ready to decide: the policy of the resource that a role is (spec: policy 1.7). */
export type CompiledTrust = CompiledResourcePolicy;

/** What stands for the trust policy of a role that lets nobody in, or must look as if it did. */
export const TRUSTS_NOBODY: CompiledTrust = { deny: [], allow: [], unread: [] };

/** A statement that names principals, ready to be applied. */
export interface PrincipalStatement extends CompiledStatement {
  /** Whom it is about; `everyone` for a Deny that does not say it readably. */
  readonly principals: CompiledPrincipals | 'everyone';
}

/** What stands for the resource that a trust policy leaves out: the role that it belongs to (spec: policy 1.5). */
const ITS_ROLE: PatternList = { negated: true, patterns: [] };

/**
 * Makes a role's trust policy ready to decide. What cannot be read in it errs towards refusing, as in
 * identity policies (spec: policy 3.3).
 */
export function compileTrust(attached: AttachedDocument): CompiledTrust {
  return compileStatements(attached, aboutItsRole);
}

/** The same for the policy of another resource, whose statements name what of it they are about. */
export function compileResourcePolicy(attached: AttachedDocument): CompiledResourcePolicy {
  return compileStatements(attached, statement => statement);
}

/** A statement that names resources is of the document of another resource, and does not allow anything here. */
function aboutItsRole(statement: Statement): Statement {
  const { resource, intact } = statement;
  return { ...statement, resource: ITS_ROLE, intact: intact && resource === undefined };
}

/** Whether a statement applies to somebody who asks for a resource, given by its names. */
export function appliesTo(
  statement: PrincipalStatement,
  principal: TrustedPrincipal,
  request: RequestedAction,
  names: readonly ResourceName[],
): boolean {
  return namesPrincipal(statement.principals, principal) && applies(statement, request, names);
}

function compileStatements(
  { document, ...attachment }: AttachedDocument,
  withResource: (statement: Statement) => Statement,
): CompiledResourcePolicy {
  const compileStatement = statementCompiler();
  const compiled = document.statements.map((statement, order): PrincipalStatement => {
    const reference = { ...attachment, statement: order };
    const parts = compileStatement(withResource(statement), reference, order);
    const principals = compilePrincipals(statement.principals);
    return principals === undefined
      ? { ...parts, principals: 'everyone', unread: withPrincipal(parts.unread) }
      : { ...parts, principals };
  });
  const allow = compiled.filter(({ denies }) => !denies);
  return {
    deny: compiled.filter(({ denies }) => denies),
    allow: allow.filter(isUsable),
    unread: allow.filter(statement => !isUsable(statement)),
  };
}

/** That the principal cannot be read is reason enough for the statement around it not to be intact. */
function withPrincipal(unread: readonly UnreadPart[]): readonly UnreadPart[] {
  return [...unread.filter(part => part !== 'Statement'), 'Principal'];
}
