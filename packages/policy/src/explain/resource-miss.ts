import { parseArn } from '../arn.ts';
import { compileGlob } from '../glob/glob.ts';
import type { CompiledStatement } from '../policies/statement.ts';
import type { ResourceName } from '../resources/resource-name.ts';
import type { ArnHead, ResourcePattern } from '../resources/resource-pattern.ts';
import { matchesHead, matchesResource } from '../resources/resource-pattern.ts';
import type { ResourceMiss } from './explanation.ts';
import { shownText } from './shown.ts';

type Segment = ResourceMiss['segment'];
type HeadSegment = (typeof HEAD_SEGMENTS)[number];

/** The segments of an ARN in their order; the later a pattern parts from a name, the nearer it came. */
const HEAD_SEGMENTS = ['service', 'region', 'account'] as const;
const SEGMENTS: readonly Segment[] = [...HEAD_SEGMENTS, 'relative-id'];
const LAST_SEGMENT = SEGMENTS.length - 1;

/** Where one of a statement's patterns parts from one of a resource's names. */
interface Parting {
  /** The pattern's place in its list. */
  readonly place: number;
  readonly name: ResourceName;
  readonly segment: Segment;
}

/** How far the patterns of a statement are from a resource that they do not cover: from 0, just missed, to 1. */
export function resourceDistance(statement: CompiledStatement, names: readonly ResourceName[]): number {
  const parting = partingOf(statement, names);
  return parting === undefined ? 1 : 1 - SEGMENTS.indexOf(parting.segment) / LAST_SEGMENT;
}

/**
 * Says where the patterns of a statement part from a resource that they do not cover, or which one of `NotResource`
 * covers it.
 *
 * @param names of the resource, at least one
 */
export function resourceMiss(statement: CompiledStatement, names: readonly ResourceName[]): ResourceMiss {
  const element = statement.resources.negated ? 'NotResource' : 'Resource';
  const parting = partingOf(statement, names);
  const pattern = statement.source.resource?.patterns[parting?.place ?? -1] ?? '';
  if (parting === undefined) {
    return { element, pattern, segment: 'service', expected: '', seen: shownText(names[0]?.text ?? '') };
  }
  const { name, segment } = parting;
  return {
    element,
    pattern: shownText(pattern),
    segment,
    expected: shownText(segmentOf(pattern, segment)),
    seen: shownText(element === 'NotResource' ? name.text : segmentOf(name.text, segment)),
  };
}

/** The nearest parting of all patterns and names. A name that `NotResource` covers counts as parted at its end. */
function partingOf(
  { resources: { negated, patterns } }: CompiledStatement,
  names: readonly ResourceName[],
): Parting | undefined {
  let nearest: Parting | undefined;
  for (const [place, pattern] of patterns.entries()) {
    for (const name of names) {
      const segment = negated ? coveredSegment(pattern, name) : partingSegment(pattern, name);
      if (segment === undefined || (nearest && !isLater(segment, nearest.segment))) continue;
      nearest = { place, name, segment };
      if (segment === 'relative-id') return nearest;
    }
  }
  return nearest;
}

function isLater(segment: Segment, other: Segment): boolean {
  return SEGMENTS.indexOf(segment) > SEGMENTS.indexOf(other);
}

function coveredSegment(pattern: ResourcePattern, name: ResourceName): Segment | undefined {
  return matchesResource(pattern, name) ? 'relative-id' : undefined;
}

/** The first segment that does not fit. When all before the last do, it is that one, since the pattern does not cover. */
function partingSegment(pattern: ResourcePattern, name: ResourceName): Segment | undefined {
  if (pattern === 'everything') return undefined;
  if (!name.isArn) return 'service';
  return HEAD_SEGMENTS.find(segment => !matchesHead(openedBut(segment, pattern.head), name)) ?? 'relative-id';
}

const ANYTHING = compileGlob('*');
const ANY_HEAD: ArnHead = { service: ANYTHING, region: ANYTHING, coversGlobal: true, account: ANYTHING };

/** What stands before the relative id with all but one segment opened, so that the matcher says whether that one fits. */
function openedBut(segment: HeadSegment, { service, region, coversGlobal, account }: ArnHead): ArnHead {
  switch (segment) {
    case 'service':
      return { ...ANY_HEAD, service };
    case 'region':
      return { ...ANY_HEAD, region, coversGlobal };
    case 'account':
      return { ...ANY_HEAD, account };
  }
}

/** A segment of an ARN; all of a text that is none. */
function segmentOf(text: string, segment: Segment): string {
  const arn = parseArn(text);
  if (arn === undefined) return text;
  return segment === 'relative-id' ? arn.relativeId : arn[segment];
}
