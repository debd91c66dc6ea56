import { apiError } from '../../kernel/errors.ts';
import type { ResourceName } from '../../kernel/operation.ts';
import { readOperation, sts } from '../../kernel/operation.ts';
import type { Scope } from '../../kernel/scope.ts';
import { roleNotExist, rootMayNotAssume, sessionPolicyGrammar, sessionPolicySize } from './errors.ts';
import {
  durationSeconds,
  externalId,
  roleArn,
  roleSessionName,
  sessionPolicy,
  sourceIdentity,
} from './parameters.ts';
import { type RamResource, requireRamResource } from './ram-arn.ts';
import { checkSessionPolicy } from './session-policy.ts';
import { sessionFields } from './wire.ts';

/** STS AssumeRole (spec: wire 7.1). */
export const stsAssumeRole = readOperation({
  api: sts,
  name: 'AssumeRole',
  summary: [
    'Exchanges the identity of a RAM user for a session of a role.',
    'RAM 用户扮演角色，获取临时身份凭证。',
  ],
  parameters: { roleArn, roleSessionName, durationSeconds, sessionPolicy, externalId, sourceIdentity },
  response: sessionFields,
  errors: [sessionPolicySize, sessionPolicyGrammar, rootMayNotAssume, roleNotExist],
  authorization: {
    kind: 'policy',
    resources: command => [roleResource(requireRamResource(command.roleArn, 'role'))],
  },
  run: assumeRole,
  render: (session: never) => session,
});

function roleResource({ accountId, name }: RamResource): ResourceName {
  return { relativeId: `role/${name}`, owner: accountId, service: 'ram' };
}

/** No sessions are issued so far: every role is answered as one that is not there. */
async function assumeRole(
  scope: Scope,
  command: { readonly roleArn: string; readonly sessionPolicy?: string },
): Promise<never> {
  checkSessionPolicy(command.sessionPolicy);
  if (scope.context.caller.kind === 'root') throw apiError(rootMayNotAssume);
  const { accountId, name } = requireRamResource(command.roleArn, 'role');
  throw apiError(roleNotExist, { role: name, account: accountId });
}
