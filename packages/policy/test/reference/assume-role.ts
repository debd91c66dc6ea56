import {
  applies,
  decideByApplying,
  decideByReference,
  decideCallerSide,
  isAbout,
  type NamedRule,
  type ReadIdentity,
  type ReadSurroundings,
} from './decide.ts';
import type { PlainCaller, PlainIdentity, PlainRequest, Verdict } from './plain.ts';

/** Anybody who may ask for a role, policies read. */
export type ReadCaller = Exclude<PlainCaller, PlainIdentity> | ReadIdentity;

/**
 * Decides whether a role may be assumed (spec: policy 4.3): the caller's own policies and the role's trust policy
 * must both allow it, and an explicit deny of either is reported before an implicit one. Services and federated
 * callers have no policies. The account itself assumes no roles.
 */
export function assumeRoleByReference(
  caller: ReadCaller,
  trust: readonly NamedRule[],
  request: PlainRequest,
  surroundings: ReadSurroundings,
): Verdict {
  if (caller.kind === 'root') return decideByReference(caller, request, surroundings);
  const trusted = decideTrust(caller, trust, request);
  if (caller.kind === 'service' || caller.kind === 'federated') return trusted;
  const sides = [decideCallerSide(caller, request, surroundings), trusted];
  return (
    sides.find(({ effect }) => effect === 'ExplicitDeny') ??
    sides.find(({ effect }) => effect === 'ImplicitDeny') ?? { effect: 'Allow' }
  );
}

function decideTrust(caller: ReadCaller, trust: readonly NamedRule[], request: PlainRequest): Verdict {
  const { actions, resources } = request;
  const asksNothing =
    actions.length === 0 || resources.length === 0 || resources.some(names => names.length === 0);
  const applying = asksNothing ? [] : trust.filter(rule => applies(rule, request) && isAbout(rule, caller));
  return decideByApplying(applying, 'AssumeRolePolicy', resources[0] ?? []);
}
