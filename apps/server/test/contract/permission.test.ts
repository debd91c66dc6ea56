/** Each operation asks for its own action, under every name of it, and an explicit deny always wins (spec: policy 4, 6). */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { AnyOperation, Operation } from '../../src/kernel/operation.ts';
import { documentOf, harmlessDocument, type PolicyHolder } from './account.ts';
import { type Answer, actionsOf } from './contract.ts';
import { journalAudit } from './journal-audit.ts';
import { type Case, cases, firstCases, openSuite, parametersIn, titled } from './suite.ts';
import type { Signer } from './wire.ts';

/** Operations that policies decide about. */
function isDecided(operation: AnyOperation): operation is Operation {
  return operation.effect !== 'anonymous' && operation.authorization.kind === 'policy';
}

/** The names of an operation's action, and one of them in another letter case. */
function spellingsOf(operation: AnyOperation): string[] {
  const actions = actionsOf(operation);
  return [...actions, ...actions.slice(0, 1).map(action => action.toUpperCase())];
}

const { contract, home } = await openSuite();

const decided = cases.filter(({ operation }) => isDecided(operation));
const firstDecided = titled(firstCases.filter(({ operation }) => isDecided(operation)));
let powerless: Signer;
/** Holds AdministratorAccess, and a policy that each test writes. */
let restrained: PolicyHolder;
/** Holds nothing but a policy that each test writes. */
let granted: PolicyHolder;

beforeAll(async () => {
  powerless = await home.caller();
  granted = await home.callerWith(harmlessDocument);
  restrained = await home.callerWith(harmlessDocument);
  await home.do('Ram AttachPolicyToUser', {
    UserName: restrained.signer.userName,
    PolicyName: 'AdministratorAccess',
    PolicyType: 'System',
  });
});

afterEach(async () => {
  await granted.hold(harmlessDocument);
});

/** Makes a call that must be denied, and holds the denial against what it must say. */
async function expectDenied(
  { operation, call }: Case,
  signer: Signer,
  effect: 'ImplicitDeny' | 'ExplicitDeny',
): Promise<Answer> {
  const { parameters, resources, shown = resources[0] } = await call.arrange(home, signer);
  const before = home.state;
  const answer = await contract.call(operation, parameters, signer);
  expect([answer.status, answer.code]).toEqual([403, 'NoPermission']);
  expect(answer.members.AccessDeniedDetail).toEqual({
    PolicyType: 'AccountLevelIdentityBasedPolicy',
    AuthPrincipalOwnerId: home.id,
    AuthPrincipalType: 'SubUser',
    AuthPrincipalDisplayName: signer.userId,
    NoPermissionType: effect,
    AuthAction: actionsOf(operation)[0],
    AuthResource: shown,
    EncodedDiagnosticMessage: expect.stringMatching(/^AQEAAAAA/),
  });
  expect(home.state).toBe(before);
  return answer;
}

describe('a user without any policy', () => {
  test.each(titled(decided))('may not: %s', async (_, each) => {
    await expectDenied(each, powerless, 'ImplicitDeny');
  });
});

describe('a user who may do everything but this', () => {
  test.each(firstDecided)('may not: %s', async (_, each) => {
    for (const action of spellingsOf(each.operation)) {
      await restrained.hold(documentOf('Deny', [action]));
      await expectDenied(each, restrained.signer, 'ExplicitDeny');
    }
  });

  test.each(titled(decided))('may not, when the deny names the resource: %s', async (_, each) => {
    const { parameters, resources, shown } = await each.call.arrange(home, restrained.signer);
    for (const resource of resources) {
      await restrained.hold(documentOf('Deny', ['*'], [withoutCase(resource)]));
      const before = home.state;
      const { code, members } = await contract.call(each.operation, parameters, restrained.signer);
      expect([resource, code]).toEqual([resource, 'NoPermission']);
      const detail = { NoPermissionType: 'ExplicitDeny', AuthResource: shown ?? resource };
      expect(members.AccessDeniedDetail).toMatchObject(detail);
      expect(home.state).toBe(before);
    }
  });
});

describe('a user who may do this and nothing else', () => {
  test.each(titled(decided))('may: %s', async (_, each) => {
    for (const action of spellingsOf(each.operation)) {
      await granted.hold(documentOf('Allow', [action]));
      const { parameters } = await each.call.arrange(home, granted.signer);
      const { code } = await contract.call(each.operation, parameters, granted.signer);
      expect([action, code]).toEqual([action, each.call.outcome]);
    }
  });

  test.each(titled(decided))('may, when the policy names exactly the resources: %s', async (_, each) => {
    const { parameters, resources } = await each.call.arrange(home, granted.signer);
    await granted.hold(documentOf('Allow', [actionsOf(each.operation)[0] ?? ''], resources));
    const { code } = await contract.call(each.operation, parameters, granted.signer);
    expect(code).toBe(each.call.outcome);
  });

  test.each(titled(decided))('may not, when the policy leaves a resource out: %s', async (_, each) => {
    const { parameters, resources, shown } = await each.call.arrange(home, granted.signer);
    const [action = ''] = actionsOf(each.operation);
    for (const leftOut of resources) {
      const others = resources.filter(resource => resource !== leftOut);
      await granted.hold(documentOf('Allow', [action], [...others, home.arn('user/somebody-else')]));
      const before = home.state;
      const { code, members } = await contract.call(each.operation, parameters, granted.signer);
      expect([leftOut, code]).toEqual([leftOut, 'NoPermission']);
      expect(members.AccessDeniedDetail).toMatchObject({ AuthResource: shown ?? leftOut });
      expect(home.state).toBe(before);
    }
  });
});

describe('a user who may do everything whose name is another', () => {
  test.each(firstDecided)('may not: %s', async (_, each) => {
    for (const action of spellingsOf(each.operation)) {
      const statement = { Effect: 'Allow', NotAction: action, Resource: '*' };
      await granted.hold(JSON.stringify({ Version: '1', Statement: [statement] }));
      await expectDenied(each, granted.signer, 'ImplicitDeny');
    }
  });
});

describe('an operation that needs no permission', () => {
  const open = firstCases.filter(
    ({ operation }) => operation.effect !== 'anonymous' && !isDecided(operation),
  );

  test.each(titled(open))('%s says why, and answers whoever is who it claims to be', async (_, each) => {
    expect(each.operation).toHaveProperty('authorization.why', [
      expect.stringMatching(/\w/),
      expect.stringMatching(/\S/),
    ]);
    await restrained.hold(documentOf('Deny', ['*']));
    const parameters = await parametersIn(home, each);
    for (const signer of [powerless, restrained.signer]) {
      expect((await contract.call(each.operation, parameters, signer)).code).toBe(each.call.outcome);
    }
  });
});

journalAudit(contract);

/** The name of a RAM entity in another letter case: it is the same entity (spec: policy 2). */
function withoutCase(arn: string): string {
  const end = arn.startsWith('acs:ram:') ? arn.lastIndexOf('/') : -1;
  return end < 0 ? arn : arn.slice(0, end + 1) + arn.slice(end + 1).toUpperCase();
}
