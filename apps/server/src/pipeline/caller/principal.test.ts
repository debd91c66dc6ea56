import { expect, test } from 'vitest';
import type { KeySnapshot, PolicyAttachment } from '../../kernel/ledger.ts';
import { PrincipalAssembly } from './principal.ts';

const ACCOUNT = '1000000000000001';

const document = JSON.stringify({
  Version: '1',
  Statement: [{ Effect: 'Allow', Action: 'oss:GetObject', Resource: '*' }],
});

function attachment(userName: string, more: Partial<PolicyAttachment> = {}): PolicyAttachment {
  const attachedTo = { type: 'RamUser', name: userName } as const;
  return {
    policyType: 'Custom',
    policyName: 'read',
    version: 'v1',
    document,
    attachedTo,
    resourceGroupId: '',
    ...more,
  };
}

function keyOf(userName: string, attachments: readonly PolicyAttachment[], accountId = ACCOUNT): KeySnapshot {
  const accessKeyId = `WDNK${userName}`;
  return {
    accountId,
    revision: 1,
    accessKeyId,
    active: true,
    secret: 'secret',
    caller: { kind: 'user', accountId, accessKeyId, userId: `2${userName}`, userName },
    attachments,
    dependsOn: [],
  };
}

function policiesOf(assembly: PrincipalAssembly, snapshot: KeySnapshot): unknown {
  const { subject } = assembly.assemble(snapshot);
  return subject.kind === 'user' ? subject.identity : undefined;
}

test('users with the same policies of their own share one compiled form', () => {
  const assembly = new PrincipalAssembly(() => undefined, 10);
  const alices = policiesOf(assembly, keyOf('alice', [attachment('alice')]));
  expect(alices).toBeDefined();
  expect(policiesOf(assembly, keyOf('bob', [attachment('bob')]))).toBe(alices);
});

test.each([
  ['another account', keyOf('bob', [attachment('bob')], '1000000000000002')],
  ['another version', keyOf('bob', [attachment('bob', { version: 'v2' })])],
  ['another resource group', keyOf('bob', [attachment('bob', { resourceGroupId: 'rg-1' })])],
  ['a group', keyOf('bob', [attachment('bob', { attachedTo: { type: 'RamGroup', name: 'alice' } })])],
])('users share nothing when the policy of one is that of %s', (_, other) => {
  const assembly = new PrincipalAssembly(() => undefined, 10);
  const alices = policiesOf(assembly, keyOf('alice', [attachment('alice')]));
  expect(policiesOf(assembly, other)).not.toBe(alices);
});
