import type { Condition } from '../conditions/condition.ts';
import { isConditionKey } from '../conditions/condition-key.ts';
import type { ConditionOperator } from '../conditions/operator.ts';
import { conditionOperators, findOperator } from '../conditions/operators.ts';
import type { Report } from '../findings.ts';
import { quote } from '../findings.ts';
import type { JsonNode, JsonString, Place } from '../json/json.ts';
import { equalsFolded } from '../letter-case.ts';
import { readObject, readTexts } from './elements.ts';

/**
 * Reads a `Condition` block: operators, under each of them keys, under each of them values (spec: policy 3).
 * `undefined` when a part of it has the wrong data type. Unknown operators and values of the wrong form are
 * reported, and stay.
 */
export function readConditions(node: JsonNode, report: Report): readonly Condition[] | undefined {
  const block = readObject(node, 'a condition block', report);
  if (block === undefined) return undefined;
  const conditions: Condition[] = [];
  let complete = true;
  for (const [name, { name: place, value }] of block.members) {
    const operator = readOperator(name, place, report);
    const keys = readObject(value, 'condition keys with their values', report);
    if (keys === undefined) complete = false;
    if (keys?.members.size === 0) {
      report(
        'missing-condition-key',
        value,
        `${quote(name)} compares nothing. Name a condition key, or remove it.`,
      );
      complete = false;
    }
    for (const [key, member] of keys?.members ?? []) {
      if (!isConditionKey(key)) {
        const message = `${quote(key)} is not a condition key. Write "<service>:<name>", such as "acs:SourceIp".`;
        report('invalid-condition-key', member.name, message);
      }
      const values = readValues(member.value, operator, report);
      if (values === undefined) complete = false;
      else conditions.push({ operator: name, key, values });
    }
  }
  return complete ? conditions : undefined;
}

function readOperator(name: string, place: Place, report: Report): ConditionOperator | undefined {
  const found = findOperator(name);
  if (found === undefined) {
    report('invalid-operator', place, `${quote(name)} is not a condition operator. ${adviseOperator(name)}`);
  }
  return found?.operator;
}

function adviseOperator(name: string): string {
  if (name.endsWith('IfExists') || name === 'Null') {
    return 'RAM knows neither IfExists nor Null: write a statement of its own for requests without the key.';
  }
  const colon = name.indexOf(':');
  if (colon >= 0 && conditionOperators.has(name.slice(colon + 1))) {
    return 'Before the colon stands "ForAllValues" or "ForAnyValue".';
  }
  const meant = [...conditionOperators.keys()].find(known => equalsFolded(known, name.slice(colon + 1)));
  return meant === undefined
    ? `Known are ${[...conditionOperators.keys()].join(', ')}, each also after "ForAllValues:" or "ForAnyValue:".`
    : `Write "${meant}", in this letter case.`;
}

function readValues(
  node: JsonNode,
  operator: ConditionOperator | undefined,
  report: Report,
): readonly string[] | undefined {
  if (node.type === 'list' && node.items.length === 0) {
    report('missing-condition-value', node, 'The list is empty. Name at least one value to compare with.');
    return [];
  }
  const { texts, complete } = readTexts(node, report);
  if (operator !== undefined) checkValues(texts, operator, node, report);
  return complete ? texts.map(text => text.value) : undefined;
}

function checkValues(
  texts: readonly JsonString[],
  operator: ConditionOperator,
  list: Place,
  report: Report,
): void {
  if (operator.single && texts.length > 1) {
    report('multiple-booleans', list, 'Bool compares with one value. Write either "true" or "false".');
  }
  for (const text of texts) {
    if (operator.accepts(text.value)) continue;
    report('invalid-condition-value', text, `${quote(text.value)} must be ${operator.expects}.`);
  }
}
