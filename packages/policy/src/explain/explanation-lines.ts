import type {
  ConditionMiss,
  Explanation,
  Miss,
  ResourceExplanation,
  StatementExplanation,
  StepExplanation,
} from './explanation.ts';
import { type Language, type Words, wordsOf } from './words.ts';

/**
 * An explanation as lines of text for people, one reason a line: the resources, below each the steps taken, below each
 * the statements and what they miss. Control characters in names and values are written as escapes.
 */
export function explanationLines(
  { decision, resources }: Explanation,
  language: Language = 'en',
): readonly string[] {
  const words = wordsOf[language];
  if (resources.length > 0) return resources.flatMap(each => resourceLines(each, words));
  return [words.step(words.nothingAsked, words.outcomes[decision.effect])];
}

function resourceLines({ resource, effect, steps }: ResourceExplanation, words: Words): readonly string[] {
  const head = words.resource(words.outcomes[effect], escaped(resource));
  return [head, ...steps.flatMap(step => stepLines(step, words)).map(indented)];
}

function stepLines(step: StepExplanation, words: Words): readonly string[] {
  const { outcome, statements, leftOut } = step;
  const head = words.step(stepTitle(step, words), words.outcomes[outcome]);
  const isOfStatements = step.policyType !== 'Root' && step.policyType !== 'Reach';
  const isSilent = isOfStatements && outcome === 'ImplicitDeny' && statements.length === 0;
  const lines = isSilent ? [words.silent] : statements.flatMap(statement => statementLines(statement, words));
  const rest = leftOut > 0 ? [words.leftOut(leftOut)] : [];
  return [head, ...[...lines, ...rest].map(indented)];
}

function stepTitle({ policyType, level, resourceGroupId }: StepExplanation, words: Words): string {
  const at = level === undefined ? '' : words.level(level);
  const inGroup = resourceGroupId === undefined ? '' : ` ${escaped(resourceGroupId)}`;
  return words.steps[policyType] + at + inGroup;
}

function statementLines(explanation: StatementExplanation, words: Words): readonly string[] {
  const { effect, outcome, misses, policyName, version, statement, unread = [], remarks = [] } = explanation;
  const policy = escaped(version === undefined ? policyName : `${policyName} ${version}`);
  const head = words.statement(words.outcomes[outcome], words.effects[effect], policy, statement);
  return [
    unread.length === 0 ? head : head + words.unread(unread.join(words.comma)),
    ...misses.map(miss => indented(missLine(miss, words))),
    ...remarks.map(remark => indented(conditionLine(remark, words) + words.holds)),
  ];
}

function missLine(miss: Miss, words: Words): string {
  switch (miss.element) {
    case 'Action':
    case 'NotAction':
      return words.action(miss.element, listed(miss.patterns, words), listed(miss.value, words));
    case 'Resource': {
      const { pattern, segment, expected, seen } = miss;
      return words.resourceMiss(escaped(pattern), segment, quoted(expected), quoted(seen));
    }
    case 'NotResource':
      return words.excluded(escaped(miss.pattern), quoted(miss.seen));
    case 'Condition':
      return conditionLine(miss, words);
    case 'Principal':
      return words.principal(listed(miss.expected, words), escaped(miss.seen));
  }
}

function conditionLine({ operator, key, expected, seen = [], reason }: ConditionMiss, words: Words): string {
  const what = words.reasons[reason](listed(seen, words));
  return words.condition(escaped(operator), escaped(key), listed(expected, words), what);
}

function listed(texts: readonly string[], { comma }: Words): string {
  return texts.map(quoted).join(comma);
}

function quoted(text: string): string {
  return `"${escaped(text)}"`;
}

/** The text as JSON writes it, and no control characters of terminals left. */
function escaped(text: string): string {
  let shown = '';
  for (const character of JSON.stringify(text).slice(1, -1)) {
    const isControl = character >= '\u007f' && character <= '\u009f';
    shown += isControl ? `\\u00${character.charCodeAt(0).toString(16)}` : character;
  }
  return shown;
}

function indented(line: string): string {
  return `  ${line}`;
}
