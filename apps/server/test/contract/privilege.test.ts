/**
 * A user who may make one change to one set of objects gains nothing beyond it: not over other objects, and nothing in what
 * anybody else may do (spec: security Q8).
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { WireParameters } from '../test-account.ts';
import { type Account, documentOf, harmlessDocument, type PolicyHolder } from './account.ts';
import { actionsOf } from './contract.ts';
import { journalAudit } from './journal-audit.ts';
import { holdersOf, permissionsIn, permissionsOf, usersNamed } from './permissions.ts';
import { cases, openSuite, titled } from './suite.ts';

const { contract, home } = await openSuite();

const changes = titled(cases.filter(({ operation }) => operation.effect === 'change'));
let holder: PolicyHolder;
let crown: WireParameters;
beforeAll(async () => {
  holder = await home.callerWith(harmlessDocument);
  crown = await crownOf(home);
});

describe('a user who may do one thing to some objects', () => {
  test.each(changes)('does it to no others: %s', async (_, each) => {
    const { operation } = each;
    const { parameters: own, resources } = await each.call.arrange(home, holder.signer);
    const { parameters: another, resources: othersResources } = await each.call.arrange(home, holder.signer);
    await holder.hold(documentOf('Allow', [actionsOf(operation)[0] ?? ''], resources));
    const ownUsers = usersNamed(home, Object.values(own));
    for (const tempting of [another, crown]) {
      const look = () => ({
        othersMay: permissionsIn(home, ownUsers),
        holders: holdersOf(home, tempting),
      });
      const before = look();
      for (const mixed of mixtures(own, tempting)) {
        const { code } = await contract.call(operation, mixed, holder.signer);
        expect({ mixed, code, after: look() }).toEqual({ mixed, code, after: before });
      }
    }
    const { code } = await contract.call(operation, another, holder.signer);
    expect(code === 'NoPermission').toBe(!isWithin(othersResources, resources));
  });
});

describe('a user who may change one other thing', () => {
  test.each(changes)('does not change its own permissions through: %s', async (_, each) => {
    const { operation } = each;
    const { parameters, resources } = await each.call.arrange(home, holder.signer);
    await holder.hold(documentOf('Allow', [actionsOf(operation)[0] ?? ''], resources));
    const { userName, userId, accessKeyId } = holder.signer;
    const itself = {
      UserName: userName,
      UserPrincipalName: home.principal(userName),
      UserId: userId,
      UserAccessKeyId: accessKeyId,
    };
    const before = permissionsOf(home, userId);
    for (const mixed of mixtures(parameters, itself)) {
      await contract.call(operation, mixed, holder.signer);
      expect({ mixed, after: permissionsOf(home, userId) }).toEqual({ mixed, after: before });
    }
  });
});

journalAudit(contract);

/** The objects that an intruder would want: the administrator, a group and a policy that allow everything. */
async function crownOf(account: Account): Promise<WireParameters> {
  const group = await account.group();
  const policy = await account.policy(documentOf('Allow', ['*']));
  await account.do('Ram AttachPolicyToGroup', {
    GroupName: group.name,
    PolicyName: policy,
    PolicyType: 'Custom',
  });
  const { userName, userId, accessKeyId } = account.administrator;
  return {
    UserName: userName,
    UserPrincipalName: account.principal(userName),
    UserId: userId,
    UserAccessKeyId: accessKeyId,
    GroupName: group.name,
    PolicyName: policy,
  };
}

/** One's own parameters, with each one and then all of them taken from somewhere else. */
function mixtures(own: WireParameters, tempting: WireParameters): WireParameters[] {
  const shared = Object.keys(own).filter(
    wire => tempting[wire] !== undefined && tempting[wire] !== own[wire],
  );
  const taken = (wires: readonly string[]) => ({
    ...own,
    ...Object.fromEntries(wires.map(wire => [wire, tempting[wire] ?? ''])),
  });

  return [...shared.map(wire => taken([wire])), ...(shared.length > 1 ? [taken(shared)] : [])];
}

function isWithin(some: readonly string[], others: readonly string[]): boolean {
  return some.every(each => others.includes(each));
}
