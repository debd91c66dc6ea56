/** Which policies allow everything, and who holds them. */
import { readStoredDocument, type Statement } from '@wardenry/policy';
import type { Preparation } from '../../../kernel/preparation.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { listHolders } from '../../attachments/index.ts';
import { type Policy, policiesInForceAfter, requirePolicy } from '../../policies/index.ts';

/** Somebody who may do everything. */
export interface Administrator {
  readonly type: 'User' | 'Group' | 'Role';
  readonly name: string;
}

/** A policy that allows everything. */
export interface FullAccess {
  readonly policy: Policy;
  /** Whether some statement allows everything whatever the circumstances are. */
  readonly isUnconditional: boolean;
  readonly holders: readonly Administrator[];
}

/** The policies that allow everything and that somebody holds, the system policy first. */
export async function fullAccess(read: Preparation['read']): Promise<readonly FullAccess[]> {
  const found = [
    await read(async scope => {
      const policy = await requirePolicy(scope, 'System', 'AdministratorAccess');
      return { policy, isUnconditional: true, holders: await holdersOf(scope, policy) };
    }),
  ];
  for await (const { policy, document } of policiesInForce(read)) {
    const statements = readStoredDocument(document, 'identity').document.statements.filter(allowsEverything);
    if (statements.length === 0) continue;
    const holders = await read(scope => holdersOf(scope, policy));
    found.push({ policy, isUnconditional: statements.some(isUnconditional), holders });
  }
  return found.filter(({ holders }) => holders.length > 0);
}

/** Policies that are read at once. */
const AT_ONCE = 100;

async function* policiesInForce(read: Preparation['read']) {
  for (let after = ''; ; ) {
    const behind = after;
    const policies = await read(scope => policiesInForceAfter(scope, behind, AT_ONCE));
    yield* policies;
    const last = policies[AT_ONCE - 1];
    if (last === undefined) return;
    after = last.policy.key;
  }
}

function allowsEverything({ effect, intact, action, resource }: Statement): boolean {
  return effect === 'Allow' && intact && isEverything(action) && isEverything(resource);
}

function isEverything(list: Statement['action']): boolean {
  return list !== undefined && !list.negated && list.patterns.includes('*');
}

function isUnconditional({ conditions }: Statement): boolean {
  return conditions !== undefined && conditions.length === 0;
}

async function holdersOf(scope: Scope, policy: Policy): Promise<readonly Administrator[]> {
  const { users, groups, roles } = await listHolders(scope, policy);
  return [
    ...users.map(({ holder: { name } }) => ({ type: 'User', name }) as const),
    ...groups.map(({ holder: { name } }) => ({ type: 'Group', name }) as const),
    ...roles.map(({ holder: { name } }) => ({ type: 'Role', name }) as const),
  ];
}
