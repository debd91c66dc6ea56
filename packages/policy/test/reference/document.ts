import { isResourcePattern } from './arn.ts';
import { isOperator, isReadable, type ReadCondition } from './conditions.ts';
import {
  hasOnly,
  holdsEmptyList,
  isList,
  isObject,
  type Json,
  type JsonObject,
  type Part,
  readJsonText,
  readStrings,
} from './json-text.ts';
import type { PlainKind } from './plain.ts';
import { readPrincipals, type TrustedNames } from './principals.ts';

export interface Patterns {
  /** Whether the statement is about everything but these. */
  readonly excluded: boolean;
  readonly patterns: readonly string[];
}

/** A statement of a stored document. */
export interface Rule {
  readonly effect: 'Allow' | 'Deny';
  /** Whether all of it, and what stands around it, is as the grammar asks. */
  readonly understood: boolean;
  readonly actions: Part<Patterns>;
  readonly resources: Part<Patterns>;
  readonly principals: Part<TrustedNames>;
  readonly conditions: Part<readonly ReadCondition[]>;
}

/** What has to be assumed of a text that cannot be read. */
const DENY_EVERYTHING: Rule = {
  effect: 'Deny',
  understood: false,
  actions: 'unreadable',
  resources: 'unreadable',
  principals: 'unreadable',
  conditions: 'unreadable',
};

const EVERYTHING: Patterns = { excluded: true, patterns: [] };
const NOBODY: TrustedNames = { RAM: [], Service: [], Federated: [] };

/** The statements of a stored document (spec: policy 1). */
export function readRules(text: string, kind: PlainKind): readonly Rule[] {
  const document = readJsonText(text);
  if (!isObject(document) || !isList(document.Statement)) return [DENY_EVERYTHING];
  const framed = hasOnly(document, ['Version', 'Statement']) && document.Version === '1';
  return document.Statement.map(statement =>
    isObject(statement) ? readRule(statement, kind, framed) : DENY_EVERYTHING,
  );
}

/** Whether a document may be written, its size apart. Stored empty lists mean something; new ones are refused (1.12). */
export function isValidDocument(text: string, kind: PlainKind): boolean {
  const holdsNoEmptyList = !holdsEmptyList(readJsonText(text) ?? []);
  return holdsNoEmptyList && readRules(text, kind).every(rule => rule.understood);
}

function readRule(statement: JsonObject, kind: PlainKind, framed: boolean): Rule {
  const isTrust = kind === 'trust';
  const isOfResource = isTrust || kind === 'resource';
  const actions = readPatterns(statement, 'Action', isActionPattern);
  const resources = isTrust ? EVERYTHING : readPatterns(statement, 'Resource', isResourcePattern);
  const principals = isOfResource ? readPrincipals(statement.Principal) : NOBODY;
  const conditions = readConditions(statement.Condition);
  const elements = [...(isOfResource ? ['Principal'] : []), ...(isTrust ? [] : ['Resource', 'NotResource'])];
  const understood =
    framed &&
    (statement.Effect === 'Allow' || statement.Effect === 'Deny') &&
    hasOnly(statement, ['Effect', 'Action', 'NotAction', 'Condition', ...elements]) &&
    [actions, resources, principals, conditions].every(part => part !== 'unreadable');
  const effect = statement.Effect === 'Allow' ? 'Allow' : 'Deny';
  return { effect, understood, actions, resources, principals, conditions };
}

/** An element or its opposite, of which exactly one must be there (spec: policy 1.4 to 1.6). */
function readPatterns(
  statement: JsonObject,
  name: string,
  isPattern: (text: string) => boolean,
): Part<Patterns> {
  const [listed, excluded] = [statement[name], statement[`Not${name}`]];
  if ((listed === undefined) === (excluded === undefined)) return 'unreadable';
  const patterns = readStrings(listed ?? excluded);
  if (patterns === 'unreadable' || !patterns.every(isPattern)) return 'unreadable';
  if (listed === undefined && patterns.length === 0) return 'unreadable';
  return { excluded: listed === undefined, patterns };
}

/** `*`, or `<service>:<name>` (spec: policy 1.15, 1.18). */
function isActionPattern(text: string): boolean {
  return text === '*' || /^[\w.*?-]+:[\w.*?-]+$/.test(text);
}

function readConditions(block: Json | undefined): Part<readonly ReadCondition[]> {
  if (block === undefined) return [];
  if (!isObject(block)) return 'unreadable';
  const conditions: ReadCondition[] = [];
  for (const [operator, keys] of Object.entries(block)) {
    if (!isOperator(operator) || !isObject(keys) || Object.keys(keys).length === 0) return 'unreadable';
    for (const [key, value] of Object.entries(keys)) {
      const values = readStrings(value);
      if (values === 'unreadable' || !isReadable({ operator, key, values })) return 'unreadable';
      conditions.push({ operator, key, values });
    }
  }
  return conditions;
}
