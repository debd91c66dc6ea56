import { type Arn, parseArn } from '../arn.ts';
import type { PatternList } from '../document/document.ts';
import { compileGlob, matchesGlob } from '../glob/glob.ts';
import type { ResourceName } from '../resources/resource-name.ts';
import { compileResourcePattern, matchesResource } from '../resources/resource-pattern.ts';
import type { ResourceMiss } from './explanation.ts';

type Segment = ResourceMiss['segment'];

/** The segments of an ARN in their order; the later a pattern parts from a name, the nearer it came. */
const SEGMENTS: readonly Segment[] = ['service', 'region', 'account', 'relative-id'];

/**
 * Says where the patterns of a statement part from a resource that they do not cover, or which one of `NotResource`
 * covers it.
 *
 * @param names of the resource, at least one
 */
export function resourceMiss(
  { negated, patterns }: PatternList,
  names: readonly ResourceName[],
): ResourceMiss {
  const element = negated ? 'NotResource' : 'Resource';
  const candidates = patterns.flatMap(pattern => names.map(name => missOf(pattern, name, negated)));
  const nearest = candidates.toSorted((left, right) => rank(right) - rank(left))[0];
  if (nearest !== undefined) return { element, ...nearest };
  return { element, pattern: '', segment: 'service', expected: '', seen: names[0]?.text ?? '' };
}

type Parting = Omit<ResourceMiss, 'element'>;

function rank({ segment }: Parting): number {
  return SEGMENTS.indexOf(segment);
}

function missOf(pattern: string, name: ResourceName, negated: boolean): Parting {
  const asked = parseArn(name.text);
  const wanted = parseArn(pattern);
  if (negated && covers(pattern, name)) {
    return { pattern, segment: 'relative-id', expected: wanted?.relativeId ?? pattern, seen: name.text };
  }
  if (asked === undefined || wanted === undefined) {
    return { pattern, segment: 'service', expected: pattern, seen: name.text };
  }
  const segment = SEGMENTS.find(each => !segmentMatches(each, wanted, asked, name)) ?? 'relative-id';
  return { pattern, segment, expected: textOf(wanted, segment), seen: textOf(asked, segment) };
}

function covers(pattern: string, name: ResourceName): boolean {
  const compiled = compileResourcePattern(pattern);
  return compiled !== undefined && matchesResource(compiled, name);
}

/** Whether the pattern with everything but this segment opened would cover the name: asked of the real matcher. */
function segmentMatches(segment: Segment, wanted: Arn, asked: Arn, name: ResourceName): boolean {
  if (segment === 'region') {
    const { region } = wanted;
    const opened = compileResourcePattern(`acs:*:${region}:*:*`);
    return opened !== undefined && matchesResource(opened, name);
  }
  return matchesGlob(compileGlob(textOf(wanted, segment)), textOf(asked, segment), name.folded);
}

function textOf(arn: Arn, segment: Segment): string {
  return segment === 'relative-id' ? arn.relativeId : arn[segment];
}
