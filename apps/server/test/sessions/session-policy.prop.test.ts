/** A session may do what both its role and its own policy allow, and nothing else (spec: policy 4.4, security Q8). */
import {
  type AttachedDocument,
  compile,
  decide,
  type IdentityPrincipal,
  readStoredDocument,
  requestContext,
} from '@wardenry/policy';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { systemDocument } from '../../src/areas/policies/index.ts';
import type { OpenedToken } from '../../src/kernel/callers/sessions.ts';
import type { KeySnapshot, RoleSnapshot, SnapshotSource } from '../../src/kernel/ledger.ts';
import { systemClock } from '../../src/pipeline/caller/freshness.ts';
import { Principals } from '../../src/pipeline/caller/principals.ts';

const account = '1000000000000001';

const actions = ['ram:GetUser', 'ram:ListUsers', 'oss:GetObject', 'oss:PutObject'] as const;
const resources = [`acs:ram:*:${account}:user/ann`, `acs:oss:*:${account}:bucket/a`] as const;

const pattern = fc.constantFrom('*', 'ram:*', 'oss:*', '*:Get*', 'oss:Put?bject', ...actions);
const place = fc.constantFrom('*', 'acs:ram:*:*:user/*', 'acs:oss:*:*:bucket/?', ...resources);
const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
  Action: fc.array(pattern, { minLength: 1, maxLength: 3 }),
  Resource: fc.array(place, { minLength: 1, maxLength: 2 }),
});
const document = fc
  .array(statement, { minLength: 1, maxLength: 4 })
  .map(statements => JSON.stringify({ Version: '1', Statement: statements }));

/** Where a role and a key come from that hold a document. */
function sourceOf(roleDocument: string): SnapshotSource {
  const role: RoleSnapshot = {
    accountId: account,
    revision: 1,
    roleId: '400000000000000001',
    name: 'worker',
    trustDocument: '{"Version":"1","Statement":[]}',
    maxSessionDuration: 3600,
    service: undefined,
    generation: 'role',
    attachments: [
      {
        policyType: 'Custom',
        policyName: 'work',
        version: 'v1',
        document: roleDocument,
        attachedTo: { type: 'RamRole', name: 'worker' },
        resourceGroupId: '',
      },
    ],
    dependsOn: [],
  };
  const key: KeySnapshot = {
    accountId: account,
    revision: 1,
    accessKeyId: 'key',
    active: true,
    secret: 'secret',
    caller: { kind: 'user', accountId: account, accessKeyId: 'key', userId: '2', userName: 'ann' },
    // Whoever takes the role on may do everything, of which the session must get nothing.
    attachments: [
      {
        policyType: 'System',
        policyName: 'AdministratorAccess',
        attachedTo: { type: 'RamUser', name: 'ann' },
        resourceGroupId: '',
      },
    ],
    dependsOn: [],
    generation: 'key',
  };
  return {
    byAccessKey: async () => key,
    byAccessKeyWithin: async () => key,
    byUserName: async () => undefined,
    byGatewayToken: async () => undefined,
    byRoleName: async () => role,
    byRoleNameWithin: async () => role,
    byProvider: async () => undefined,
    byProviderWithin: async () => undefined,
    newsOf: async () => [],
    onCommit: () => {},
  };
}

async function sessionOf(roleDocument: string, sessionPolicy: string) {
  const opened: OpenedToken = {
    accessKeyId: 'STS.x',
    accessKeySecret: 'secret',
    claims: {
      role: { kind: 'role', accountId: account, name: 'worker', generation: 'role' },
      bornFrom: [{ kind: 'key', accountId: account, name: 'key', generation: 'key' }],
      sessionName: 'work',
      issuedAt: 0,
      expiresAt: 1,
      sessionPolicy,
    },
  };
  const principals = new Principals({
    source: sourceOf(roleDocument),
    systemDocuments: systemDocument,
    clock: systemClock,
    freshness: { lease: 5000, idle: 60_000 },
    tokens: { issue: () => ({ ...opened, securityToken: 't' }), open: () => opened },
    capacity: 10,
  });
  return principals.findSession('STS.x', 't', 0);
}

/** A user who holds one document. */
function holderOf(text: string): IdentityPrincipal {
  const attached: AttachedDocument = {
    document: readStoredDocument(text, 'identity').document,
    policyName: 'p',
    policyType: 'Custom',
    attachedTo: { type: 'RamUser', name: 'u' },
    scope: { type: 'Account' },
  };
  return { kind: 'user', account, name: 'u', identity: compile([attached]) };
}

test('no session is wider or narrower than its role and its policy together', async () => {
  await fc.assert(
    fc.asyncProperty(document, document, async (roleDocument, sessionPolicy) => {
      const { subject } = await sessionOf(roleDocument, sessionPolicy);
      const [role, narrowing] = [holderOf(roleDocument), holderOf(sessionPolicy)];
      for (const action of actions) {
        for (const resource of resources) {
          const request = { actions: [action], resources: [[resource]], context: requestContext({}) };
          const allowed = [role, narrowing].every(each => decide(each, request).effect === 'Allow');
          expect(decide(subject, request).effect === 'Allow').toBe(allowed);
        }
      }
    }),
    { numRuns: 300 },
  );
});
