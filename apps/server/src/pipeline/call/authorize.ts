/** May this caller do this, on every resource that the operation names? */
import { type AccessRequest, type RequestContext as Conditions, type Denied, decide } from '@wardenry/policy';
import type { RequestContext } from '../../kernel/context.ts';
import type { DiagnosisSeal } from '../../kernel/diagnosis.ts';
import type { Operation, ResourceName } from '../../kernel/operation.ts';
import { isoSeconds } from '../../kernel/time.ts';
import type { Principal } from '../caller/principal.ts';
import { noPermission } from './refusal.ts';

/**
 * Authorizes a call.
 *
 * @param resources what the operation is about; each is decided apart and all must be allowed (spec: policy 2.9)
 * @param selfService whether users may do this for themselves as long as no policy denies it
 * @throws ApiError `NoPermission` with AccessDeniedDetail
 */
export function authorize(
  principal: Principal,
  operation: Operation,
  resources: readonly ResourceName[],
  { context, selfService }: { readonly context: RequestContext; readonly selfService: boolean },
  diagnoses: DiagnosisSeal,
): void {
  const conditions = conditionsOf(context);
  const request: AccessRequest = {
    actions: operation.actions,
    resources: resources.map(resource => namesOf(operation, resource, context.accountId)),
    context: conditions,
  };
  const decision = decide(principal.subject, request);
  if (decision.effect === 'Allow' || (selfService && isLeftOpen(decision))) return;
  const [action] = operation.actions;
  const shown = shownAs(decision.resource, operation, resources, context.accountId);
  throw noPermission({ decision, action, shown, context, conditions }, diagnoses);
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

/** The ARN that a resource is shown as. */
export function arnOf(operation: Operation, resource: ResourceName, accountId: string): string {
  return arn(resource.service ?? operation.api.actionPrefixes[0], resource, accountId);
}

/** Every name of one resource: IMS operations go by two prefixes (spec: policy 6.2). */
function namesOf(operation: Operation, resource: ResourceName, accountId: string): readonly string[] {
  const services = resource.service === undefined ? operation.api.actionPrefixes : [resource.service];
  return services.map(service => arn(service, resource, accountId));
}

function arn(service: string, { owner, relativeId }: ResourceName, accountId: string): string {
  return `acs:${service}:*:${owner ?? accountId}:${relativeId}`;
}

/** Condition keys, asked for in lower case; they come from the connection and the session, never from parameters (spec: policy 3.5). */
function conditionsOf(context: RequestContext): Conditions {
  return {
    get(key) {
      switch (key) {
        case 'acs:sourceip':
          return context.connection.sourceIp;
        case 'acs:securetransport':
          return String(context.connection.secureTransport);
        case 'acs:currenttime':
          return isoSeconds(context.now);
        case 'acs:principalarn':
          return context.caller.kind === 'user'
            ? `acs:ram:*:${context.accountId}:user/${context.caller.userName}`
            : undefined;
        case 'acs:useragent':
          return context.connection.userAgent;
        default:
          return undefined;
      }
    },
  };
}
