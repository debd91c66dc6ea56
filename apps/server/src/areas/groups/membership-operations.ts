import type { ErrorKind } from '../../kernel/errors.ts';
import { changeOperation, ims, type Operation, ram } from '../../kernel/operation.ts';
import type { Localized } from '../../kernel/parameters.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { userNameFromPrincipalName } from '../accounts/index.ts';
import {
  type User,
  userByName,
  userByPrincipalName,
  userName,
  userNotExist,
  userPrincipalName,
  userResource,
} from '../users/index.ts';
import { groupNotExist } from './errors.ts';
import type { Group } from './group.ts';
import { groupByName, groupResource } from './lookup.ts';
import { groupName } from './parameters.ts';

/** A change of one user's place in one group. */
interface MembershipChange {
  /** The name of both twins. */
  readonly name: string;
  readonly summary: Localized;
  /** What the rule raises beside a missing user or group. */
  readonly errors: readonly ErrorKind[];
  rule(scope: ChangeScope, user: User, group: Group): Promise<void>;
}

/** Declares the RAM and the IMS operation over one rule; both are authorized on the user and on the group (spec: policy 6.1). */
export function membershipOperations(change: MembershipChange): readonly [Operation, Operation] {
  const { name, summary, rule } = change;
  const errors = [userNotExist, groupNotExist, ...change.errors];
  const apply = async (scope: ChangeScope, user: User, group: string): Promise<void> => {
    await rule(scope, user, await groupByName(scope, group));
    scope.touch('membership', user.userId);
  };
  return [
    changeOperation({
      api: ram,
      name,
      summary,
      parameters: { userName, groupName },
      response: {},
      errors,
      authorization: {
        kind: 'policy',
        resources: command => [userResource(command.userName), groupResource(command.groupName)],
      },
      run: async (scope, command) =>
        apply(scope, await userByName(scope, command.userName), command.groupName),
      render: () => ({}),
    }),
    changeOperation({
      api: ims,
      name,
      summary,
      parameters: { userPrincipalName, groupName },
      response: {},
      errors,
      target: (scope, command) => userNameFromPrincipalName(scope, command.userPrincipalName),
      authorization: {
        kind: 'policy',
        resources: (command, user) => [userResource(user), groupResource(command.groupName)],
      },
      run: async (scope, command) =>
        apply(scope, await userByPrincipalName(scope, command.userPrincipalName), command.groupName),
      render: () => ({}),
    }),
  ];
}
