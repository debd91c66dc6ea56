import type { Condition } from '../conditions/condition.ts';
import type { Report } from '../findings.ts';
import { quote, watch } from '../findings.ts';
import type { JsonNode, JsonObject } from '../json/json.ts';
import type { DocumentKind, Effect, Principals, Statement } from './document.ts';
import { describe, readObject, reportUnknownElements } from './elements.ts';
import { readConditions } from './read-conditions.ts';
import { readActions, readResources, refuseResources } from './read-patterns.ts';
import { readPrincipals } from './read-principals.ts';

const ELEMENTS = ['Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Principal', 'Condition'];

/** The documents that are attached to a resource, and say of whom they speak (spec: policy 1.7). */
const NAMES_PRINCIPALS: ReadonlySet<DocumentKind> = new Set(['trust', 'resource']);

/** What stands for a statement of which nothing can be read: it denies everything. */
export const unreadableStatement: Statement = {
  effect: 'Deny',
  action: undefined,
  resource: undefined,
  principals: undefined,
  conditions: undefined,
  intact: false,
};

/**
 * Reads one statement (spec: policy 1.3 to 1.16). All that is wrong is reported; the statement holds what could
 * be read. A statement without a readable effect is a Deny.
 */
export function readStatement(node: JsonNode, kind: DocumentKind, report: Report): Statement {
  const { report: note, isUnderstood } = watch(report);
  const object = readObject(node, 'a statement', note);
  if (object === undefined) return unreadableStatement;
  reportUnknownElements(object, ELEMENTS, note);
  const parts = {
    effect: readEffect(object, note),
    action: readActions(object, note),
    resource: kind === 'trust' ? refuseResources(object, note) : readResources(object, note),
    principals: NAMES_PRINCIPALS.has(kind) ? readNamed(object, note) : refusePrincipals(object, note),
    conditions: readConditionBlock(object, note),
  };
  return { ...parts, intact: isUnderstood() };
}

function readEffect(statement: JsonObject, report: Report): Effect {
  const value = statement.members.get('Effect')?.value;
  if (value === undefined) {
    report(
      'missing-effect',
      statement,
      'The statement has no effect. Add "Effect": "Allow" or "Effect": "Deny".',
    );
  } else if (value.type !== 'string') {
    report('data-type', value, `${describe(value)} stands where "Allow" or "Deny" is expected.`);
  } else if (value.value === 'Allow' || value.value === 'Deny') {
    return value.value;
  } else {
    report(
      'invalid-effect',
      value,
      `${quote(value.value)} is no effect. Write "Allow" or "Deny", exactly so.`,
    );
  }
  return 'Deny';
}

function readNamed(statement: JsonObject, report: Report): Principals | undefined {
  const principal = statement.members.get('Principal');
  if (principal !== undefined) return readPrincipals(principal.value, report);
  report('missing-principal', statement, 'The statement does not say whom it is about. Add "Principal".');
  return undefined;
}

function refusePrincipals(statement: JsonObject, report: Report): undefined {
  const place = statement.members.get('Principal')?.name;
  if (place === undefined) return;
  const message =
    'Only the policy of a resource, such as the trust policy of a role, has a Principal. Remove it; attach the policy to whom it is for.';
  report('unexpected-element', place, message);
}

function readConditionBlock(statement: JsonObject, report: Report): readonly Condition[] | undefined {
  const block = statement.members.get('Condition')?.value;
  return block === undefined ? [] : readConditions(block, report);
}
