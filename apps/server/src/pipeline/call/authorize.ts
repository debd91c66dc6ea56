/** May this caller do this, on every resource that the operation names? */
import {
  type AccessRequest,
  type CompiledTrust,
  type RequestContext as Conditions,
  type Denied,
  decide,
  decideAssumeRole,
  formatArn,
  namesOfResource,
  TRUSTS_NOBODY,
} from '@wardenry/policy';
import type { RequestContext } from '../../kernel/context.ts';
import type { DiagnosisSeal } from '../../kernel/diagnosis.ts';
import type { ApiError } from '../../kernel/errors.ts';
import type { ConditionValues, Operation, ResourceName } from '../../kernel/operation.ts';
import type { Soon } from '../../kernel/soon.ts';
import type { Principal } from '../caller/principal.ts';
import { conditionsOf } from './conditions.ts';
import { noPermission } from './refusal.ts';

/** A call that is to be authorized. */
export interface AskedCall {
  readonly principal: Principal;
  readonly operation: Operation;
  readonly context: RequestContext;
  /** What the call is about; each is decided apart and all must be allowed (spec: policy 2.9). */
  readonly resources: readonly ResourceName[];
  /** Values of condition keys that the operation itself gives. */
  readonly given: ConditionValues | undefined;
  /** Whom the resource trusts, where it is a role to be taken on; it must allow too (spec: policy 4.3). */
  readonly trust?: CompiledTrust | undefined;
  /** Whether users may do this for themselves as long as no policy denies it. */
  readonly selfService: boolean;
}

/** Reads the tags of one resource, by their keys. */
export type ReadTags = (resource: ResourceName) => Soon<ReadonlyMap<string, string>>;

/**
 * Authorizes a call; at once, unless a statement of the caller's policies asks for a tag of a resource.
 *
 * @returns whether the decision rests on tags, which may change without anything else that it rests on
 * @throws ApiError `NoPermission` with AccessDeniedDetail
 */
export function authorize(call: AskedCall, tagsOf: ReadTags, diagnoses: DiagnosisSeal): Soon<boolean> {
  const { context, given, resources } = call;
  let asksForTags = false;
  const untagged = conditionsOf(context, given, () => {
    asksForTags = true;
    return undefined;
  });
  const refused = refusalOf(call, resources, untagged);
  if (asksForTags) return authorizeTagged(call, tagsOf, diagnoses);
  if (refused !== undefined) throw refusal(call, refused, untagged, diagnoses);
  return false;
}

/** Decides again, with the tags of every resource. */
async function authorizeTagged(call: AskedCall, tagsOf: ReadTags, diagnoses: DiagnosisSeal): Promise<true> {
  const { context, given, resources } = call;
  for (const resource of resources) {
    const tags = await tagsOf(resource);
    const conditions = conditionsOf(context, given, key => tags.get(key));
    const refused = refusalOf(call, [resource], conditions);
    if (refused !== undefined) throw refusal(call, refused, conditions, diagnoses);
  }
  return true;
}

/** The decision on some resources when it refuses them; `undefined` when they are allowed. */
function refusalOf(
  { principal, operation, context, selfService, trust }: AskedCall,
  resources: readonly ResourceName[],
  conditions: Conditions,
): Denied | undefined {
  const request: AccessRequest = {
    actions: operation.actions,
    resources: resources.map(resource =>
      namesOfResource(operation.actions, arnOf(operation, resource, context.accountId)),
    ),
    context: conditions,
  };
  const decision =
    trust === undefined
      ? decide(principal.subject, request)
      : decideAssumeRole(
          principal.subject,
          trustShown(trust, principal, request, resources, context),
          request,
        );
  return decision.effect === 'Allow' || (selfService && isLeftOpen(decision)) ? undefined : decision;
}

/**
 * What a decision about a role stands on: one of another account that denies somebody trusts nobody, so that it looks as
 * if there were none.
 */
function trustShown(
  trust: CompiledTrust,
  { subject }: Principal,
  request: AccessRequest,
  resources: readonly ResourceName[],
  { accountId }: RequestContext,
): CompiledTrust {
  if (resources.every(({ owner }) => owner === undefined || owner === accountId)) return trust;
  const { effect } = decideAssumeRole(subject, trust, request);
  return effect === 'ExplicitDeny' ? TRUSTS_NOBODY : trust;
}

function refusal(
  { operation, context, resources, given }: AskedCall,
  decision: Denied,
  conditions: Conditions,
  diagnoses: DiagnosisSeal,
): ApiError {
  const [action] = operation.actions;
  const shown = shownAs(decision.resource, operation, resources, context.accountId);
  return noPermission({ decision, action, shown, context, conditions, given }, diagnoses);
}

/** Nothing denies, and all that lacks is an identity's own policy that allows. */
function isLeftOpen({ effect, policyType }: Denied): boolean {
  return effect === 'ImplicitDeny' && policyType === 'AccountLevelIdentityBasedPolicy';
}

/** A refusal must not tell the name behind an id to who may not read it. */
function shownAs(
  refused: string,
  operation: Operation,
  resources: readonly ResourceName[],
  accountId: string,
): string {
  const found = resources.find(resource => arnOf(operation, resource, accountId) === refused);
  return found?.shown === undefined
    ? refused
    : arnOf(operation, { ...found, relativeId: found.shown }, accountId);
}

/** The ARN that a resource is shown as: the first of its names. */
export function arnOf(
  { api }: Operation,
  { service, owner, relativeId }: ResourceName,
  accountId: string,
): string {
  const code = service ?? api.actionPrefixes[0];
  return formatArn({ service: code, region: '*', account: owner ?? accountId, relativeId });
}
