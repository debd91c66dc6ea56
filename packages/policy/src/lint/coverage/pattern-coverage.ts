import type { Arn } from '../../arn.ts';
import { parseArn } from '../../arn.ts';
import { fold } from '../../letter-case.ts';
import type { Budget } from '../budget.ts';
import type { LintPatterns } from '../lint-statement.ts';
import { globCovers } from './glob-coverage.ts';

/** Whether one pattern is proven to cover everything that another covers. */
export type Covers = (wide: string, narrow: string, budget: Budget) => boolean;

/** Of patterns for actions, whose letter case does not matter. */
export const actionCovers: Covers = (wide, narrow, budget) => globCovers(fold(wide), fold(narrow), budget);

/** Of patterns for resources, segment by segment (spec: policy 2.3, 2.4, 2.6). */
export const resourceCovers: Covers = (wide, narrow, budget) => {
  if (wide === '*') return true;
  const outer = parseArn(wide);
  const inner = parseArn(narrow);
  if (outer === undefined || inner === undefined) return false;
  return isNamedWithoutCase(inner)
    ? arnCovers(foldArn(outer), foldArn(inner), budget)
    : arnCovers(outer, inner, budget);
};

/**
 * Whether everything that is meant by the narrow element is meant by the wide one, as far as that can be proven. An
 * action or resource may go by several names, so that what is listed is never proven to be what is not excluded.
 */
export function elementCovers(
  wide: LintPatterns,
  narrow: LintPatterns,
  covers: Covers,
  budget: Budget,
): boolean {
  const coversAll = (outer: LintPatterns, inner: LintPatterns) =>
    inner.values.every(({ value }) => outer.values.some(other => covers(other.value, value, budget)));
  if (wide.negated) return narrow.negated && coversAll(narrow, wide);
  return narrow.negated ? wide.values.some(({ value }) => value === '*') : coversAll(wide, narrow);
}

function arnCovers(wide: Arn, narrow: Arn, budget: Budget): boolean {
  return (
    globCovers(wide.service, narrow.service, budget) &&
    globCovers(wide.account, narrow.account, budget) &&
    regionCovers(wide.region, narrow.region, budget) &&
    globCovers(wide.relativeId, narrow.relativeId, budget)
  );
}

/** An empty region and `*` cover what has no region; a `*` covers everything else as well. */
function regionCovers(wide: string, narrow: string, budget: Budget): boolean {
  if (coversGlobal(narrow) && !coversGlobal(wide)) return false;
  return narrow === '' || globCovers(wide, narrow, budget);
}

function coversGlobal(region: string): boolean {
  for (let at = 0; at < region.length; at++) if (region.charAt(at) !== '*') return false;
  return true;
}

function isNamedWithoutCase({ service }: Arn): boolean {
  const code = fold(service);
  return code === 'ram' || code === 'ims';
}

function foldArn({ service, region, account, relativeId }: Arn): Arn {
  return {
    service: fold(service),
    region: fold(region),
    account: fold(account),
    relativeId: fold(relativeId),
  };
}
