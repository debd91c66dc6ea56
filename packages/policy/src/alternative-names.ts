/**
 * Operations of IMS go by two names: `ims:CreateUser` is `ram:CreateUser` as well, and its resources are named by ARNs of
 * either service. A pattern that matches one name matches the action or the resource, so that no policy is escaped by
 * the other spelling (spec: policy 6.2).
 */
import type { Arn } from './arn.ts';
import { formatArn, parseArn } from './arn.ts';
import { equalsFolded, foldedTextStandsAt } from './letter-case.ts';

/** Every name of one action or of one resource, the principal one first. */
export type AlternativeNames = readonly [string, ...string[]];

const IMS = 'ims';
const IMS_ACTION = 'ims:';

/**
 * Every name of an action, given by any of its names in any letter case. `ram:CreateUser` is an operation of RAM, with
 * this one name: who means the one of IMS says `ims:CreateUser`.
 */
export function namesOfAction(action: string): AlternativeNames {
  return isOfIms(action) ? [`ram:${action.slice(IMS_ACTION.length)}`, action] : [action];
}

/**
 * Every name of a resource.
 *
 * @param actions every name of the action that touches it, as {@link namesOfAction} gives them
 * @param resource an ARN, or any other text, which is its only name
 */
export function namesOfResource(actions: readonly string[], resource: string): AlternativeNames {
  const arn = parseArn(resource);
  if (arn === undefined || !hasTwoNames(arn, actions)) return [resource];
  return [formatArn({ ...arn, service: 'ram' }), formatArn({ ...arn, service: IMS })];
}

/** An ARN of IMS names what RAM knows by the other one, whatever the action is. */
function hasTwoNames({ service }: Arn, actions: readonly string[]): boolean {
  return equalsFolded(service, IMS) || (equalsFolded(service, 'ram') && actions.some(isOfIms));
}

/** Actions have no letter case (spec: policy 1.16). */
function isOfIms(action: string): boolean {
  return foldedTextStandsAt(action, IMS_ACTION, 0);
}
