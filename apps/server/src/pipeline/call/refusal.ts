/** From a decision that refuses to what the caller is told, and to what only the account's administrators can read. */
import {
  type RequestContext as Conditions,
  canonicalKey,
  type Denied,
  type StatementReference,
} from '@wardenry/policy';
import { type Caller, principalId } from '../../kernel/callers/identity.ts';
import type { RequestContext } from '../../kernel/context.ts';
import type { DiagnosedPolicy, Diagnosis, DiagnosisSeal } from '../../kernel/diagnosis.ts';
import { type AccessDeniedDetail, type ApiError, apiError } from '../../kernel/errors.ts';
import type { ConditionValues } from '../../kernel/operation.ts';
import { gatewayErrors } from '../errors.ts';

/** A refusal and what it was about. */
export interface RefusedCall {
  readonly decision: Denied;
  readonly action: string;
  /** The refused resource, as the caller may hear of it. */
  readonly shown: string;
  readonly context: RequestContext;
  /** The condition keys that it was decided with. */
  readonly conditions: Conditions;
  /** Those of them that the operation gave. */
  readonly given: ConditionValues | undefined;
}

/** Keys that every request may have, as they are written for people (spec: policy 3.5). */
const conditionKeys = [
  'acs:CurrentTime',
  'acs:SecureTransport',
  'acs:SourceIp',
  'acs:MFAPresent',
  'acs:PrincipalARN',
  'acs:UserAgent',
  'sts:SourceIdentity',
] as const;

/** Characters of a condition's value, so that no request can make a message as large as it likes. */
const LONGEST_VALUE = 256;
/** Policies that a message names. */
const MOST_POLICIES = 40;

/** The error that refuses a call: `NoPermission` with AccessDeniedDetail (spec: policy 5.2). */
export function noPermission(refused: RefusedCall, diagnoses: DiagnosisSeal): ApiError {
  const { decision, action, shown, context } = refused;
  const { caller, accountId, now } = context;
  const accessDenied: AccessDeniedDetail = {
    PolicyType: decision.policyType,
    AuthPrincipalOwnerId: caller.accountId,
    AuthPrincipalType: principalType(context),
    AuthPrincipalDisplayName: displayName(caller),
    NoPermissionType: decision.effect,
    AuthAction: action,
    AuthResource: shown,
    EncodedDiagnosticMessage: diagnoses.seal(accountId, diagnosisOf(refused), now),
  };
  return apiError(gatewayErrors.noPermission, { resource: shown, action }, { accessDenied });
}

function principalType({ caller }: RequestContext): string {
  switch (caller.kind) {
    case 'root':
      return 'Account';
    case 'session':
      return 'AssumedRoleUser';
    case 'federated':
      return 'Federated';
    default:
      return 'SubUser';
  }
}

/** A session is called by the name of its role here, not by the id (spec: policy 5.2). */
function displayName(caller: Caller): string {
  return caller.kind === 'session' ? `${caller.roleName}:${caller.sessionName}` : principalId(caller);
}

/** The resource is the one that is shown: by its length a sealed name would tell of itself. */
function diagnosisOf({ decision, action, shown, context, conditions, given }: RefusedCall): Diagnosis {
  const { caller } = context;
  return {
    explicitDeny: decision.effect === 'ExplicitDeny',
    policyType: decision.policyType,
    action,
    resource: shown,
    principal: {
      type: principalType(context),
      ownerId: caller.accountId,
      displayName: displayName(caller),
    },
    conditions: [...conditionKeys, ...Object.keys(given ?? {})].flatMap(key => {
      const values = [conditions.get(canonicalKey(key)) ?? []].flat();
      return values.length === 0 ? [] : [{ key, values: values.map(value => value.slice(0, LONGEST_VALUE)) }];
    }),
    matched: policiesOf(decision.matched),
  };
}

/** Each policy once, however many of its statements denied. */
function policiesOf(matched: readonly StatementReference[]): readonly DiagnosedPolicy[] {
  const policies = new Map<string, DiagnosedPolicy>();
  for (const { policyName, policyType, version, attachedTo, scope } of matched) {
    if (policies.size >= MOST_POLICIES) break;
    policies.set(JSON.stringify([policyName, policyType, attachedTo, scope]), {
      effect: 'Deny',
      name: policyName,
      policyType,
      ...(version === undefined ? {} : { version }),
      attachedTo: attachedTo.type,
      scope: scope.type,
    });
  }
  return [...policies.values()];
}
