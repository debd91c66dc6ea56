import { canonicalKey } from '../conditions/condition-key.ts';
import type { QualifiedOperator } from '../conditions/operators.ts';
import { findOperator } from '../conditions/operators.ts';
import type { Effect, Principals, Statement } from '../document/document.ts';
import type { ReadDocument } from '../document/read-document.ts';
import type { JsonNode, JsonObject, JsonString, Place } from '../json/json.ts';

/** A valid statement, with the places of its parts. Its own place is where it begins. */
export interface LintStatement extends Place {
  readonly effect: Effect;
  readonly actions: LintPatterns;
  /** Of a trust policy none: it is about its own role. */
  readonly resources: LintPatterns | undefined;
  readonly principals: LintPrincipals | undefined;
  readonly conditions: readonly LintCondition[];
}

/** `Action` and `Resource`, or `NotAction` and `NotResource`, which are the negated ones; placed at their name. */
export interface LintPatterns extends Place {
  readonly name: string;
  readonly negated: boolean;
  readonly values: readonly JsonString[];
}

/** The principals of a statement by type, with their places. */
export type LintPrincipals = Readonly<Record<keyof Principals, readonly JsonString[]>>;

/** One key of a condition block, placed at its name. */
export interface LintCondition extends Place {
  /** As written, with its set qualifier. */
  readonly operatorName: string;
  readonly operator: QualifiedOperator;
  readonly operatorPlace: Place;
  /** As written. */
  readonly key: string;
  readonly canonicalKey: string;
  readonly values: readonly JsonString[];
}

/** Finds the places of all statements that are valid. The others have findings of their own already. */
export function lintStatements({ document, nodes }: ReadDocument): readonly LintStatement[] {
  return document.statements.flatMap((statement, index) => {
    const node = nodes[index];
    return node?.type === 'object' ? (lintStatement(statement, node) ?? []) : [];
  });
}

function lintStatement(statement: Statement, node: JsonObject): LintStatement | undefined {
  const actions = patternsIn(node, 'Action') ?? patternsIn(node, 'NotAction');
  if (!statement.intact || actions === undefined) return undefined;
  return {
    path: node.path,
    offset: node.offset,
    effect: statement.effect,
    actions,
    resources: patternsIn(node, 'Resource') ?? patternsIn(node, 'NotResource'),
    principals: principalsIn(node),
    conditions: conditionsIn(node),
  };
}

function patternsIn({ members }: JsonObject, name: string): LintPatterns | undefined {
  const member = members.get(name);
  if (member === undefined) return undefined;
  return { ...member.name, name, negated: name.startsWith('Not'), values: textsIn(member.value) };
}

function principalsIn({ members }: JsonObject): LintPrincipals | undefined {
  const principal = members.get('Principal')?.value;
  if (principal?.type !== 'object') return undefined;
  const named = (type: keyof Principals) => textsIn(principal.members.get(type)?.value);
  return { RAM: named('RAM'), Service: named('Service'), Federated: named('Federated') };
}

function conditionsIn({ members }: JsonObject): readonly LintCondition[] {
  const block = members.get('Condition')?.value;
  if (block?.type !== 'object') return [];
  return [...block.members].flatMap(([operatorName, { name: operatorPlace, value: keys }]) => {
    const operator = findOperator(operatorName);
    if (operator === undefined || keys.type !== 'object') return [];
    return [...keys.members].map(([key, { name, value }]) => ({
      ...name,
      operatorName,
      operator,
      operatorPlace,
      key,
      canonicalKey: canonicalKey(key),
      values: textsIn(value),
    }));
  });
}

function textsIn(node: JsonNode | undefined): readonly JsonString[] {
  if (node?.type === 'string') return [node];
  return node?.type === 'list' ? node.items.filter(item => item.type === 'string') : [];
}
