import { type Arn, parseArn } from '../arn.ts';
import { isLittleWork, matchesAnyGlob } from '../glob/any-glob.ts';
import type { Glob } from '../glob/glob.ts';
import { compileGlob, matchesGlob } from '../glob/glob.ts';
import type { ResourceName } from './resource-name.ts';
import { SERVICE_START } from './resource-name.ts';

/** A pattern of a `Resource` or `NotResource` element, made ready to match. */
export type ResourcePattern = 'everything' | ArnPattern;

/** A pattern for ARNs: one glob for each segment, so that a `*` never crosses one of the first four colons. */
export interface ArnPattern {
  /** All but the relative id; patterns that are compiled together share it. */
  readonly head: ArnHead;
  readonly relativeId: Glob;
}

/** A pattern for the segments of an ARN before the relative id. */
export interface ArnHead {
  readonly service: Glob;
  readonly region: Glob;
  /** Whether the region is empty or `*`, which covers resources without a region (spec: policy 2.4). */
  readonly coversGlobal: boolean;
  readonly account: Glob;
}

/**
 * Makes a pattern ready to match. `undefined` when it is neither `*` nor an ARN of five fields (spec: policy
 * 2.10); the region and the account may be empty.
 *
 * @param compileHead makes what stands before the relative id, which many patterns have in common
 */
export function compileResourcePattern(
  pattern: string,
  compileHead: (arn: Arn) => ArnHead = compileArnHead,
): ResourcePattern | undefined {
  if (pattern === '*') return 'everything';
  const arn = parseArn(pattern);
  if (arn === undefined || arn.service === '' || arn.relativeId === '') return undefined;
  return { head: compileHead(arn), relativeId: compileGlob(arn.relativeId) };
}

/** Makes the segments before the relative id ready to match. */
export function compileArnHead(arn: Arn): ArnHead {
  const region = compileGlob(arn.region);
  return {
    service: compileGlob(arn.service),
    region,
    coversGlobal: region.prefix === '' && (region.tail === '' || region.tail === '*'),
    account: compileGlob(arn.account),
  };
}

/** Whether a pattern covers a resource (spec: policy 2.3 to 2.7). */
export function matchesResource(pattern: ResourcePattern, name: ResourceName): boolean {
  if (pattern === 'everything') return true;
  if (!name.isArn) return false;
  const { text, folded, relativeIdStart } = name;
  return matchesGlob(pattern.relativeId, text, folded, relativeIdStart) && matchesHead(pattern.head, name);
}

/** Whether one of the patterns covers a resource. */
export function matchesAnyResource(patterns: readonly ResourcePattern[], name: ResourceName): boolean {
  const { text, folded, relativeIdStart } = name;
  if (isLittleWork(patterns.length, text.length)) {
    for (const pattern of patterns) {
      if (matchesResource(pattern, name)) return true;
    }
    return false;
  }
  const relativeIds: Glob[] = [];
  for (const pattern of patterns) {
    if (pattern === 'everything') return true;
    if (name.isArn && matchesHead(pattern.head, name)) relativeIds.push(pattern.relativeId);
  }
  return matchesAnyGlob(relativeIds, text, folded, relativeIdStart);
}

/** Whether the segments before the relative id are covered. The name must be an ARN. */
export function matchesHead(
  { service, region, coversGlobal, account }: ArnHead,
  name: ResourceName,
): boolean {
  const { text, folded, serviceEnd, regionEnd, accountEnd } = name;
  return (
    matchesGlob(service, text, folded, SERVICE_START, serviceEnd) &&
    matchesGlob(account, text, folded, regionEnd + 1, accountEnd) &&
    (name.isGlobal ? coversGlobal : matchesGlob(region, text, folded, serviceEnd + 1, regionEnd))
  );
}
