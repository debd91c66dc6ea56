/** What the account lets its users do for themselves needs no policy, and an explicit deny still wins (spec: domain 0.28). */
import { beforeEach, describe, expect, test } from 'vitest';
import { documentOf, harmlessDocument, type PolicyHolder } from './account.ts';
import { openSuite } from './suite.ts';

const { home } = await openSuite();

const password = 'kiefer-Buche-1234';
const another = 'ulme-Weide-56789';
const refused = 'NoPermission';

let user: PolicyHolder;
beforeEach(async () => {
  user = await home.callerWith(harmlessDocument);
  await home.do('Ram CreateLoginProfile', { UserName: user.signer.userName, Password: password });
});

const allow = (AllowUserToChangePassword: string) =>
  home.do('Ims SetSecurityPreference', { AllowUserToChangePassword });

const outcomes = async (from = password, to = another) => {
  const parameters = { OldPassword: from, NewPassword: to };
  const there = await home.call('Ram ChangePassword', parameters, user.signer);
  const back = await home.call('Ims ChangePassword', { OldPassword: to, NewPassword: from }, user.signer);
  return [there.code, back.code];
};

describe('a user without a policy about its own password', () => {
  test('may change it while the account allows it to all, and not a moment longer', async () => {
    await allow('true');
    expect(await outcomes()).toEqual(['Success', 'Success']);
    await allow('false');
    expect(await outcomes()).toEqual([refused, refused]);
    await allow('true');
    expect(await outcomes()).toEqual(['Success', 'Success']);
  });

  test('may do nothing else to itself by that', async () => {
    await allow('true');
    const { userName } = user.signer;
    const reset = { UserName: userName, Password: another };
    expect((await home.call('Ram UpdateLoginProfile', reset, user.signer)).code).toBe(refused);
    expect((await home.call('Ram GetLoginProfile', { UserName: userName }, user.signer)).code).toBe(refused);
  });
});

describe('a user with a policy about its own password', () => {
  test('may not change it against an explicit deny, whatever the account allows', async () => {
    await allow('true');
    for (const action of ['ram:ChangePassword', 'ram:*', '*']) {
      await user.hold(documentOf('Deny', [action]));
      expect([action, ...(await outcomes())]).toEqual([action, refused, refused]);
    }
    await user.hold(documentOf('Deny', ['*'], [home.arn(`user/${user.signer.userName}`)]));
    expect(await outcomes()).toEqual([refused, refused]);
  });

  test('may change it by an allow, when the account allows it to nobody', async () => {
    await allow('false');
    await user.hold(documentOf('Allow', ['ram:ChangePassword'], [home.arn(`user/${user.signer.userName}`)]));
    expect(await outcomes()).toEqual(['Success', 'Success']);
    await user.hold(documentOf('Allow', ['ram:ChangePassword'], [home.arn('user/somebody-else')]));
    expect(await outcomes()).toEqual([refused, refused]);
  });
});
