import type {
  ShownDecision,
  ShownExplanation,
  ShownMiss,
  ShownReference,
  ShownResource,
  ShownStatement,
  ShownStep,
} from './explanation.ts';

/**
 * An explanation as lines of text: the resources, for each the steps taken, for each the statements and what they miss;
 * where only the decision is known, the step that ended it and the denying statements.
 */
export function explanationLines({ decision, resources }: ShownExplanation): readonly string[] {
  return resources === undefined ? decisionLines(decision) : resources.flatMap(resourceLines);
}

function decisionLines({ effect, policyType, resource, matched = [] }: ShownDecision): readonly string[] {
  if (policyType === undefined) return [];
  const where = resource === undefined || resource === '' ? '' : ` on ${resource}`;
  return [
    `${policyType}: ${effect}${where}`,
    ...matched.map(denying => indented(`Applied: Deny of ${named(denying)}`)),
  ];
}

function resourceLines({ resource, effect, steps }: ShownResource): readonly string[] {
  return [`${effect} on ${resource}`, ...steps.flatMap(stepLines).map(indented)];
}

function stepLines(step: ShownStep): readonly string[] {
  const where = [
    step.level === undefined ? '' : ` level ${step.level}`,
    step.resourceGroupId === undefined ? '' : ` ${step.resourceGroupId}`,
  ].join('');
  const head = `${step.policyType}${where}: ${step.outcome}`;
  const isSilent = step.outcome === 'ImplicitDeny' && step.statements.length === 0;
  const statements = isSilent
    ? ['no statement is about this action']
    : step.statements.flatMap(statementLines);
  return [head, ...statements.map(indented)];
}

function statementLines(statement: ShownStatement): readonly string[] {
  const { effect, outcome, misses } = statement;
  return [`${outcome}: ${effect} of ${named(statement)}`, ...misses.map(missLine).map(indented)];
}

function named({ policyName, version, statement }: ShownReference): string {
  const policy = version === undefined ? policyName : `${policyName} ${version}`;
  return `${policy}, statement ${statement}`;
}

function missLine(miss: ShownMiss): string {
  switch (miss.element) {
    case 'Action':
    case 'NotAction':
      return `${miss.element}: ${listed(miss.patterns)}; the request has ${listed(miss.value)}`;
    case 'Resource':
    case 'NotResource':
      return `${miss.element}: ${miss.pattern}; its ${miss.segment} is ${quoted(miss.expected)}, the request has ${quoted(miss.seen)}`;
    case 'Condition':
      return `Condition: ${miss.operator} ${miss.key} ${listed(miss.expected)}; ${seenValues(miss.seen, miss.reason)}`;
    case 'Principal':
      return `Principal: ${listed(miss.expected)}; the caller is ${miss.seen}`;
  }
}

function seenValues(seen: readonly string[] | undefined, reason: string): string {
  if (seen === undefined || reason === 'missing') return 'the request has no such key';
  const value = `the request has ${listed(seen)}`;
  return reason === 'unparsable' ? `${value}, which the operator cannot read` : value;
}

function listed(texts: readonly string[]): string {
  return texts.map(quoted).join(', ');
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function indented(line: string): string {
  return `  ${line}`;
}
