/** Which policies allow everything, and who holds them. */
import { setImmediate } from 'node:timers/promises';
import { readStoredDocument } from '@wardenry/policy';
import type { Preparation } from '../../../kernel/preparation.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { listAccountHolders } from '../../attachments/index.ts';
import { type Policy, policiesInForceAfter, requirePolicy } from '../../policies/index.ts';
import { breadthJudge } from './allows-everything.ts';

/** Somebody who may do everything. */
export interface Administrator {
  readonly type: 'User' | 'Group' | 'Role';
  readonly name: string;
}

/** A policy that allows everything. */
export interface FullAccess {
  readonly policy: Policy;
  /** Whether it allows everything whatever the circumstances are. */
  readonly isUnconditional: boolean;
  readonly holders: readonly Administrator[];
}

/** The policies that allow everything and that somebody holds for the whole account, the system policy first. */
export async function fullAccess(read: Preparation['read']): Promise<readonly FullAccess[]> {
  const found = [
    await read(async scope => {
      const policy = await requirePolicy(scope, 'System', 'AdministratorAccess');
      return { policy, isUnconditional: true, holders: await holdersOf(scope, policy) };
    }),
  ];
  const breadthOf = await breadthJudge(await read(({ accountId }) => accountId));
  for await (const { policy, document } of policiesInForce(read)) {
    const breadth = breadthOf(readStoredDocument(document, 'identity').document);
    if (breadth === 'less') continue;
    const holders = await read(scope => holdersOf(scope, policy));
    found.push({ policy, isUnconditional: breadth === 'everything', holders });
  }
  return found.filter(({ holders }) => holders.length > 0);
}

/** Policies that are read and judged at once: few enough for other requests to be served in between. */
const AT_ONCE = 20;

async function* policiesInForce(read: Preparation['read']) {
  for (let after = ''; ; ) {
    const behind = after;
    const policies = await read(scope => policiesInForceAfter(scope, behind, AT_ONCE));
    yield* policies;
    const last = policies[AT_ONCE - 1];
    if (last === undefined) return;
    after = last.policy.key;
    // SQLite answers at once: nothing else would get its turn.
    await setImmediate();
  }
}

async function holdersOf(scope: Scope, policy: Policy): Promise<readonly Administrator[]> {
  const { users, groups, roles } = await listAccountHolders(scope, policy);
  return [
    ...users.map(({ holder: { name } }) => ({ type: 'User', name }) as const),
    ...groups.map(({ holder: { name } }) => ({ type: 'Group', name }) as const),
    ...roles.map(({ holder: { name } }) => ({ type: 'Role', name }) as const),
  ];
}
