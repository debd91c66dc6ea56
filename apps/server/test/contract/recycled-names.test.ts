/** What a policy says of a name holds for the user of the bin who had it, whoever has it by now (spec: domain 3.5). */
import { beforeEach, describe, expect, test } from 'vitest';
import type { WireParameters } from '../test-account.ts';
import { documentOf, harmlessDocument, type PolicyHolder, type TestUser } from './account.ts';
import { openSuite } from './suite.ts';

const { home } = await openSuite();

const refused = 'NoPermission';

let holder: PolicyHolder;
let gone: TestUser;
let calls: readonly (readonly [string, WireParameters])[];

beforeEach(async () => {
  holder = await home.callerWith(harmlessDocument);
  gone = await home.user();
  const { accessKeyId: UserAccessKeyId } = await home.keyOf(gone);
  await home.do('Ims DeleteUser', { UserId: gone.id });
  const UserId = gone.id;
  calls = [
    ['Ims GetUserInRecycleBin', { UserId }],
    ['Ims GetUserInRecycleBin', { UserAccessKeyId }],
    ['Ims ListAccessKeysInRecycleBin', { UserId }],
    ['Ims GetAccessKeyInfoInRecycleBin', { UserAccessKeyId }],
    ['Ims DeleteAccessKeyInRecycleBin', { UserId, UserAccessKeyId }],
    ['Ims DeleteUserInRecycleBin', { UserId }],
  ];
});

/** Gives the name of the user who is gone to another. */
const giveAway = () => home.do('Ram CreateUser', { UserName: gone.name });

async function codes(): Promise<string[]> {
  const found = [];
  for (const [operation, parameters] of calls) {
    const { code, text } = await home.call(operation, parameters, holder.signer);
    if (code === refused) expect(text).not.toContain(gone.name);
    found.push(code);
  }
  return found;
}

const all = (code: string) => calls.map(() => code);

/** A policy on every user, and a statement about the name. */
function everyUserBut(effect: 'Allow' | 'Deny'): string {
  const whole = JSON.parse(documentOf('Allow', ['ram:*'], [home.arn('user/*')]));
  const named = JSON.parse(documentOf(effect, ['ram:*'], [home.arn(`user/${gone.name}`)]));
  return JSON.stringify({ ...whole, Statement: [...whole.Statement, ...named.Statement] });
}

describe('a user of the bin whose name is given to another', () => {
  test('stays out of reach for whom the name is denied', async () => {
    await holder.hold(everyUserBut('Deny'));
    expect(await codes()).toEqual(all(refused));
    await giveAway();
    expect(await codes()).toEqual(all(refused));
  });

  test('is out of reach for who may manage that name alone, and gets back into it when the name is free', async () => {
    await holder.hold(documentOf('Allow', ['ram:*'], [home.arn(`user/${gone.name}`)]));
    await giveAway();
    expect(await codes()).toEqual(all(refused));
    await home.do('Ims DeleteUser', { UserPrincipalName: gone.principalName });
    expect(await codes()).toEqual(all('Success'));
  });

  test('stays in reach for who may manage all users', async () => {
    await holder.hold(everyUserBut('Allow'));
    await giveAway();
    expect(await codes()).toEqual(all('Success'));
  });
});
