/**
 * The main job as one list of steps: an administrator creates a user with a group, a policy and a key; the user then does
 * what the policy allows and is refused the rest.
 */
import { expect } from 'vitest';
import { type Address, type Door, outcomeOf, Refusal, type Reply, type Signer } from '../doors/door.ts';

/** The texts that clients encode differently. */
const difficultText = '名 a+b*c~d e&f=g%h "q" <x> é😀';

/** A policy document of exactly 6,144 characters, the longest there may be. */
function longestPolicy(statement: object): string {
  const document = JSON.stringify({ Version: '1', Statement: [statement] });
  return document.slice(0, -1) + ' '.repeat(6144 - document.length) + document.slice(-1);
}

/** What a run of the main job did, for whoever looks afterwards whether it lasted. */
export interface Done {
  readonly userName: string;
  readonly groupName: string;
  readonly policyName: string;
  readonly user: Signer;
  /** Request ids of the calls that were answered, by outcome. */
  readonly accepted: readonly string[];
  readonly refused: readonly { readonly requestId: string; readonly code: string }[];
}

/**
 * Runs the main job through one door.
 *
 * @param label part of the names, so that several runs fit into one account
 */
export async function mainJob(
  door: Door,
  address: Address,
  administrator: Signer,
  accountId: string,
  label: string,
): Promise<Done> {
  const accepted: string[] = [];
  const refused: { requestId: string; code: string }[] = [];
  const call = async (
    signer: Signer,
    action: string,
    parameters: Record<string, string> = {},
  ): Promise<Reply> => {
    const reply = await door.call(address, signer, 'Ram', action, parameters);
    accepted.push(String(reply.RequestId));
    return reply;
  };
  const refusal = async (
    signer: Signer,
    action: string,
    parameters: Record<string, string>,
  ): Promise<Refusal> => {
    const error = await door.call(address, signer, 'Ram', action, parameters).catch(thrown => thrown);
    if (!(error instanceof Refusal)) throw error ?? new Error(`${action} was not refused`);
    refused.push({ requestId: String(error.details.RequestId ?? error.details.requestId), code: error.code });
    return error;
  };
  const as = (action: string, parameters: Record<string, string> = {}) =>
    call(administrator, action, parameters);

  const userName = `alice-${label}`;
  const groupName = `readers-${label}`;
  const policyName = `read-users-${label}`;

  const created = await as('CreateUser', {
    UserName: userName,
    DisplayName: 'Alice',
    Comments: difficultText,
  });
  expect(created.User).toMatchObject({ UserName: userName, DisplayName: 'Alice', Comments: difficultText });
  await as('CreateGroup', { GroupName: groupName, Comments: '' });
  await as('AddUserToGroup', { UserName: userName, GroupName: groupName });
  const allow = {
    Effect: 'Allow',
    Action: ['ram:GetUser', 'ram:ListUsers'],
    Resource: [`acs:ram:*:${accountId}:user/${userName}`, `acs:ram:*:${accountId}:user/*`],
  };
  await as('CreatePolicy', {
    PolicyName: policyName,
    PolicyDocument: longestPolicy(allow),
    Description: difficultText,
  });
  await as('AttachPolicyToGroup', { PolicyName: policyName, PolicyType: 'Custom', GroupName: groupName });
  const key = (await as('CreateAccessKey', { UserName: userName })).AccessKey as Record<string, string>;
  const user = { accessKeyId: String(key.AccessKeyId), accessKeySecret: String(key.AccessKeySecret) };

  const own = await call(user, 'GetUser', { UserName: userName });
  expect(own.User).toMatchObject({ UserName: userName, Comments: difficultText });

  const implicit = await refusal(user, 'CreateUser', { UserName: `mallory-${label}` });
  expect(implicit.code).toBe('NoPermission');
  expect(implicit.message).toContain('ram:CreateUser');

  await as('CreatePolicy', {
    PolicyName: `${policyName}-deny`,
    PolicyDocument: JSON.stringify({
      Version: '1',
      Statement: [{ Effect: 'Deny', Action: 'ram:ListUsers', Resource: '*' }],
    }),
  });
  await call(user, 'ListUsers', { MaxItems: '1' });
  await as('AttachPolicyToUser', {
    PolicyName: `${policyName}-deny`,
    PolicyType: 'Custom',
    UserName: userName,
  });
  const explicit = await refusal(user, 'ListUsers', { MaxItems: '1' });
  expect(explicit.code).toBe('NoPermission');
  expect(explicit.details.AccessDeniedDetail ?? {}).toMatchObject({ NoPermissionType: 'ExplicitDeny' });

  const missing = await refusal(administrator, 'GetUser', { UserName: `nobody-${label}` });
  expect(missing.code).toBe('EntityNotExist.User');
  expect(
    await outcomeOf(door.call(address, administrator, 'Ram', 'GetUser', { UserName: `mallory-${label}` })),
  ).toBe('EntityNotExist.User');
  return { userName, groupName, policyName, user, accepted, refused };
}
