import { parseArn } from '../arn.ts';
import type { Glob } from '../glob/glob.ts';
import { compileGlob, matchesGlob } from '../glob/glob.ts';
import type { ResourceName } from './resource-name.ts';
import { SERVICE_START } from './resource-name.ts';

/** A pattern of a `Resource` or `NotResource` element, made ready to match. */
export type ResourcePattern = 'everything' | ArnPattern;

/** A pattern for ARNs: one glob for each segment, so that a `*` never crosses one of the first four colons. */
export interface ArnPattern {
  readonly service: Glob;
  readonly region: Glob;
  /** Whether the region is empty or `*`, which covers resources without a region (spec: policy 2.4). */
  readonly coversGlobal: boolean;
  readonly account: Glob;
  readonly relativeId: Glob;
}

/**
 * Makes a pattern ready to match. `undefined` when it is neither `*` nor an ARN of five fields (spec: policy
 * 2.10); the region and the account may be empty.
 */
export function compileResourcePattern(pattern: string): ResourcePattern | undefined {
  if (pattern === '*') return 'everything';
  const arn = parseArn(pattern);
  if (arn === undefined || arn.service === '' || arn.relativeId === '') return undefined;
  const region = compileGlob(arn.region);
  return {
    service: compileGlob(arn.service),
    region,
    coversGlobal: region.prefix === '' && (region.tail === '' || region.tail === '*'),
    account: compileGlob(arn.account),
    relativeId: compileGlob(arn.relativeId),
  };
}

/** Whether a pattern covers a resource (spec: policy 2.3 to 2.7). */
export function matchesResource(pattern: ResourcePattern, name: ResourceName): boolean {
  if (pattern === 'everything') return true;
  if (!name.isArn) return false;
  const { text, folded, serviceEnd, regionEnd, accountEnd, relativeIdStart } = name;
  return (
    matchesGlob(pattern.relativeId, text, folded, relativeIdStart) &&
    matchesGlob(pattern.service, text, folded, SERVICE_START, serviceEnd) &&
    matchesGlob(pattern.account, text, folded, regionEnd + 1, accountEnd) &&
    (name.isGlobal
      ? pattern.coversGlobal
      : matchesGlob(pattern.region, text, folded, serviceEnd + 1, regionEnd))
  );
}
