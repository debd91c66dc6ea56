import type { LintRule } from './lint-rule.ts';
import { allowNotAction } from './rules/actions/allow-not-action.ts';
import { grantsMoreRights } from './rules/actions/grants-more-rights.ts';
import { passAnyRole } from './rules/actions/pass-any-role.ts';
import { trustWithoutAssumeRole } from './rules/actions/trust-without-assume-role.ts';
import { unknownAction } from './rules/actions/unknown-action.ts';
import { everyAddress, hostBits } from './rules/conditions/address-blocks.ts';
import { allowWithoutKey } from './rules/conditions/allow-without-key.ts';
import { forAllValuesOnAllow } from './rules/conditions/for-all-values-on-allow.ts';
import { mfaGap } from './rules/conditions/mfa-gap.ts';
import { operatorOfKey } from './rules/conditions/operator-of-key.ts';
import { principalArnCase } from './rules/conditions/principal-arn-case.ts';
import { repeatedKey } from './rules/conditions/repeated-key.ts';
import { repeatedValue } from './rules/conditions/repeated-value.ts';
import { timeOver } from './rules/conditions/time-over.ts';
import { unknownConditionKey } from './rules/conditions/unknown-condition-key.ts';
import { wildcardInExactValue } from './rules/conditions/wildcard-in-exact-value.ts';
import { federatedWithoutCondition } from './rules/principals/federated-without-condition.ts';
import { redundantPrincipal } from './rules/principals/redundant-principal.ts';
import { allowNotResource } from './rules/resources/allow-not-resource.ts';
import { literalVariable } from './rules/resources/literal-variable.ts';
import { bucketWithoutObjects, denyBucketWithoutObjects } from './rules/resources/objects-of-bucket.ts';
import { obsoleteNotResource } from './rules/resources/obsolete-not-resource.ts';
import { redundantPattern } from './rules/resources/redundant-pattern.ts';
import { regionOfGlobalService } from './rules/resources/region-of-global-service.ts';
import { listOnNamedResource, resourceOfAction } from './rules/resources/resource-of-action.ts';
import { allowEverything } from './rules/statements/allow-everything.ts';
import { comparisonIncomplete } from './rules/statements/comparison-incomplete.ts';
import { deadStatement } from './rules/statements/dead-statement.ts';
import { denyEverything } from './rules/statements/deny-everything.ts';
import { overruledStatement } from './rules/statements/overruled-statement.ts';
import { shadowedStatement } from './rules/statements/shadowed-statement.ts';

/** Every rule. A new one is a file under `rules/`, a row here and an example in `test/lint-examples.ts`. */
export const lintRules: readonly LintRule[] = [
  allowEverything,
  allowNotAction,
  allowNotResource,
  allowWithoutKey,
  denyBucketWithoutObjects,
  everyAddress,
  federatedWithoutCondition,
  forAllValuesOnAllow,
  grantsMoreRights,
  mfaGap,
  passAnyRole,
  principalArnCase,

  bucketWithoutObjects,
  deadStatement,
  denyEverything,
  hostBits,
  listOnNamedResource,
  literalVariable,
  obsoleteNotResource,
  operatorOfKey,
  overruledStatement,
  redundantPattern,
  redundantPrincipal,
  regionOfGlobalService,
  repeatedKey,
  repeatedValue,
  resourceOfAction,
  shadowedStatement,
  timeOver,
  trustWithoutAssumeRole,
  unknownAction,
  unknownConditionKey,
  wildcardInExactValue,

  // Last, since it tells whether the others had to stop.
  comparisonIncomplete,
];
