/** Policies that are attached for resource groups: what they decide at the doors, and that our own operations pass them over. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Asking } from './asking.ts';
import { Refusal, type Signer } from './doors/door.ts';
import { acs3Door } from './doors/raw-http.ts';
import { type ServerProcess, startServer } from './server-process.ts';

let server: ServerProcess;
let asking: Asking;
let alice: Signer & { readonly name: string };
let blue: string;
let red: string;

beforeAll(async () => {
  server = await startServer();
  asking = new Asking(server);
  [blue, red] = [await group('Blue'), await group('Red')];
}, 60_000);

afterAll(() => server.remove());

async function group(Name: string): Promise<string> {
  const made = await asking.call('ResourceManager', 'CreateResourceGroup', { Name, DisplayName: Name });
  return (made.ResourceGroup as { readonly Id: string }).Id;
}

const everything = { PolicyName: 'AdministratorAccess', PolicyType: 'System' };

function change(verb: 'AttachPolicyTo' | 'DetachPolicyFrom', ResourceGroupId: string, policy = everything) {
  return asking.call('Ram', `${verb}User`, { ...policy, UserName: alice.name, ResourceGroupId });
}

/** What alice may do to an order in a resource group, or in none. */
async function decision(resourceGroupId?: string, action = 'shop:GetOrder'): Promise<string> {
  const check = {
    principal: asking.userArn(alice.name),
    action,
    resource: `acs:shop:*:${asking.accountId}:order/1`,
    ...(resourceGroupId === undefined ? {} : { resourceGroupId }),
  };
  const { status, members } = await asking.authorize({ checks: [check] });
  if (status !== 200) throw new Error(JSON.stringify(members));
  const [decided] = members.decisions as { readonly decision: string }[];
  return String(decided?.decision);
}

const door = acs3Door('query', 'ACS3-HMAC-SHA256');

/** What alice is answered when she calls an operation herself. */
async function outcome(product: 'Ram' | 'Ims' | 'ResourceManager', action: string): Promise<string> {
  try {
    await door.call({ protocol: 'http', host: server.host }, alice, product, action, {});
    return 'Success';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('a policy for a resource group', () => {
  test('allows what is in the group, from the moment it is attached until it is detached', async () => {
    alice = await asking.person();
    expect(await decision(blue)).toBe('ImplicitDeny');
    await change('AttachPolicyTo', blue);
    expect(await decision(blue)).toBe('Allow');
    expect(await decision(red)).toBe('ImplicitDeny');
    expect(await decision()).toBe('ImplicitDeny');
    await change('DetachPolicyFrom', blue);
    expect(await decision(blue)).toBe('ImplicitDeny');
  });

  test('opens none of the operations of the server itself', async () => {
    alice = await asking.person();
    await change('AttachPolicyTo', blue);
    expect(await decision(blue)).toBe('Allow');
    const calls = [
      ['Ram', 'ListUsers'],
      ['Ims', 'ListUsers'],
      ['ResourceManager', 'ListResourceGroups'],
      ['ResourceManager', 'ListPolicyAttachments'],
    ] as const;
    for (const [product, action] of calls) expect(await outcome(product, action)).toBe('NoPermission');
    await change('AttachPolicyTo', asking.accountId);
    for (const [product, action] of calls) expect(await outcome(product, action)).toBe('Success');
  });

  test('is not asked when a policy for the account has an answer', async () => {
    alice = await asking.person({ Effect: 'Allow', Action: 'shop:Get*', Resource: '*' });
    const refusal = { Effect: 'Deny', Action: 'shop:*', Resource: '*' };
    const policy = { PolicyName: 'no-shop', PolicyType: 'Custom' };
    const PolicyDocument = JSON.stringify({ Version: '1', Statement: [refusal] });
    await asking.call('Ram', 'CreatePolicy', { PolicyName: policy.PolicyName, PolicyDocument });
    await change('AttachPolicyTo', blue, policy);
    expect(await decision(blue)).toBe('Allow');
    expect(await decision(blue, 'shop:DeleteOrder')).toBe('ExplicitDeny');
    expect(await decision(red, 'shop:DeleteOrder')).toBe('ImplicitDeny');
  });

  test('reaches the members of a user group', async () => {
    alice = await asking.person();
    await asking.call('Ram', 'CreateGroup', { GroupName: 'staff' });
    await asking.call('Ram', 'AddUserToGroup', { GroupName: 'staff', UserName: alice.name });
    await asking.call('ResourceManager', 'AttachPolicy', {
      ...everything,
      PrincipalType: 'IMSGroup',
      PrincipalName: `staff@group.${asking.accountId}.onaliyun.com`,
      ResourceGroupId: red,
    });
    expect(await decision(red)).toBe('Allow');
    expect(await decision(blue)).toBe('ImplicitDeny');
    await asking.call('Ram', 'RemoveUserFromGroup', { GroupName: 'staff', UserName: alice.name });
    expect(await decision(red)).toBe('ImplicitDeny');
  });
});
