import type { Statement } from '../document/document.ts';
import type { AttachedDocument, StatementReference } from './attachment.ts';
import type { CompiledStatement } from './statement.ts';
import { isUsable, statementCompiler } from './statement.ts';
import type { StatementIndex } from './statement-index.ts';
import { indexStatements } from './statement-index.ts';

/** The policies of one identity, session or level of control policies, ready to decide. */
export interface CompiledPolicies {
  /** Everything attached at account scope, or at the level of a directory: one set (spec: policy 4.1). */
  readonly account: PolicySet;
  /** What is attached at the scope of a resource group, by the group's id. */
  readonly resourceGroups: ReadonlyMap<string, PolicySet>;
}

/** Documents that are decided together: any Deny outweighs every Allow among them. */
export interface PolicySet {
  /** In the order of the documents, without those that are unread. */
  readonly statements: readonly CompiledStatement[];
  readonly index: StatementIndex;
  /** Each an Allow that cannot be read in full, so that it never applies. */
  readonly unread: readonly CompiledStatement[];
}

/** How to compile. */
export interface CompileOptions {
  /** Up to how many statements are tried one by one instead of being indexed. For tests. */
  readonly tryAllUpTo?: number;
}

/**
 * Makes the documents of an identity (a user's own and its groups', or a role's) ready to decide; also the
 * document of a session, and the control policies of one level. Documents may come from storage: what cannot be
 * read in them errs towards refusing (spec: policy 3.3). Compiling is worth keeping: one decision costs a fraction.
 */
export function compile(
  documents: readonly AttachedDocument[],
  options: CompileOptions = {},
): CompiledPolicies {
  const byGroup = Map.groupBy(documents, resourceGroupOf);
  const account = compileSet(byGroup.get(undefined) ?? [], options);
  const resourceGroups = new Map<string, PolicySet>();
  for (const [id, attached] of byGroup) {
    if (id !== undefined) resourceGroups.set(id, compileSet(attached, options));
  }
  return { account, resourceGroups };
}

function resourceGroupOf({ scope }: AttachedDocument): string | undefined {
  return scope.type === 'ResourceGroup' ? scope.id : undefined;
}

function compileSet(documents: readonly AttachedDocument[], { tryAllUpTo }: CompileOptions): PolicySet {
  const compileStatement = statementCompiler();
  const statements: CompiledStatement[] = [];
  const unread: CompiledStatement[] = [];
  for (const { document, ...attachment } of documents) {
    for (const [index, statement] of document.statements.entries()) {
      const reference: StatementReference = { ...attachment, statement: index };
      const order = statements.length + unread.length;
      const compiled = compileStatement(aboutItsOwner(statement), reference, order);
      (isUsable(compiled) ? statements : unread).push(compiled);
    }
  }
  return { statements, unread, index: indexStatements(statements, tryAllUpTo) };
}

/** A statement that names principals is of a document that belongs to a resource, and does not allow anything here. */
function aboutItsOwner(statement: Statement): Statement {
  return statement.principals === undefined ? statement : { ...statement, intact: false };
}
