/** Each operation asks for its own action, under every name of it, and an explicit deny always wins (spec: policy 4, 6). */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { AnyOperation, Operation } from '../../src/kernel/operation.ts';
import { documentOf, harmlessDocument, type PolicyHolder } from './account.ts';
import type { Answer } from './contract.ts';
import { type Case, cases, firstCases, parametersIn, type Suite, titled } from './suite.ts';
import type { Signer } from './wire.ts';

/** Operations that policies decide about. */
function isDecided(operation: AnyOperation): operation is Operation {
  return operation.effect !== 'anonymous' && operation.authorization.kind === 'policy';
}

/** The names of an operation's action, in any letter case. */
function actionsOf(operation: AnyOperation): string[] {
  const [first = '', ...others] = operation.api.actionPrefixes.map(prefix => `${prefix}:${operation.name}`);
  return [first, ...others, first.toUpperCase()];
}

export function permissionSuite({ contract, home }: Suite): void {
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
    deniedResource: 'any of them' | 'the first' = 'the first',
  ): Promise<Answer> {
    const { parameters, resources } = await call.arrange(home);
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
      AuthResource: deniedResource === 'the first' ? resources[0] : expect.stringContaining('acs:'),
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
      for (const action of actionsOf(each.operation)) {
        await restrained.hold(documentOf('Deny', [action]));
        await expectDenied(each, restrained.signer, 'ExplicitDeny');
      }
    });

    test.each(titled(decided))('may not, when the deny names the resource: %s', async (_, each) => {
      const arranged = await each.call.arrange(home);
      const before = home.state;
      for (const resource of arranged.resources) {
        await restrained.hold(documentOf('Deny', ['*'], [withoutCase(resource)]));
        const held = home.state;
        const { code, members } = await contract.call(
          each.operation,
          arranged.parameters,
          restrained.signer,
        );
        expect([resource, code]).toEqual([resource, 'NoPermission']);
        expect(members.AccessDeniedDetail).toMatchObject({
          NoPermissionType: 'ExplicitDeny',
          AuthResource: resource,
        });
        expect(home.state).toBe(held);
      }
      expect(before).not.toBe('');
    });
  });

  describe('a user who may do this and nothing else', () => {
    test.each(titled(decided))('may: %s', async (_, each) => {
      for (const action of actionsOf(each.operation)) {
        await granted.hold(documentOf('Allow', [action]));
        const parameters = await parametersIn(home, each);
        const { code } = await contract.call(each.operation, parameters, granted.signer);
        expect([action, code]).toEqual([action, each.call.outcome]);
      }
    });

    test.each(titled(decided))('may, when the policy names exactly the resources: %s', async (_, each) => {
      const { parameters, resources } = await each.call.arrange(home);
      await granted.hold(documentOf('Allow', [actionsOf(each.operation)[0] ?? ''], resources));
      const { code } = await contract.call(each.operation, parameters, granted.signer);
      expect(code).toBe(each.call.outcome);
    });

    test.each(titled(decided.filter(severalResources)))(
      'may not, when the policy leaves one of the resources out: %s',
      async (_, each) => {
        const { parameters, resources } = await each.call.arrange(home);
        for (const leftOut of resources) {
          const others = resources.filter(resource => resource !== leftOut);
          await granted.hold(documentOf('Allow', [actionsOf(each.operation)[0] ?? ''], others));
          const before = home.state;
          const { code, members } = await contract.call(each.operation, parameters, granted.signer);
          expect([leftOut, code]).toEqual([leftOut, 'NoPermission']);
          expect(members.AccessDeniedDetail).toMatchObject({ AuthResource: leftOut });
          expect(home.state).toBe(before);
        }
      },
    );
  });

  describe('a user who may do everything whose name is another', () => {
    test.each(firstDecided)('may not: %s', async (_, each) => {
      for (const action of actionsOf(each.operation)) {
        const statement = { Effect: 'Allow', NotAction: action, Resource: '*' };
        await granted.hold(JSON.stringify({ Version: '1', Statement: [statement] }));
        await expectDenied(each, granted.signer, 'ImplicitDeny', 'any of them');
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
}

/** Calls that are authorized on more than one resource. */
function severalResources({ operation }: Case): boolean {
  return /^(Attach|Detach)|UserToGroup$|UserFromGroup$/.test(operation.name);
}

/** The name of a RAM entity in another letter case: it is the same entity (spec: policy 2). */
function withoutCase(arn: string): string {
  const end = arn.lastIndexOf('/');
  return end < 0 ? arn : arn.slice(0, end + 1) + arn.slice(end + 1).toUpperCase();
}
