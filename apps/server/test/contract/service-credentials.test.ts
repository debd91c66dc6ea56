/** Users manage their own service credentials without a policy where the account lets them (spec: domain 0.28). */
import { beforeEach, describe, expect, test } from 'vitest';
import { documentOf, harmlessDocument, type PolicyHolder, textOf } from './account.ts';
import { openSuite } from './suite.ts';

const { home } = await openSuite();

let user: PolicyHolder;
beforeEach(async () => {
  user = await home.callerWith(harmlessDocument);
});

const allow = (AllowUserToManageServiceCredentials: string) =>
  home.do('Ims SetSecurityPreference', { AllowUserToManageServiceCredentials });

const create = async (more: Record<string, string> = {}) =>
  home.call(
    'Ims CreateServiceCredential',
    { ServiceCredentialName: 'own', ServiceName: 'models', ...more },
    user.signer,
  );

describe('a user without a policy about service credentials', () => {
  test('manages its own while the account allows it to all, and not a moment longer', async () => {
    await allow('true');
    const { code, members } = await create();
    expect(code).toBe('Success');
    const ServiceCredentialId = textOf(members.ServiceCredential, 'ServiceCredentialId');
    const remove = () => home.call('Ims DeleteServiceCredential', { ServiceCredentialId }, user.signer);
    await allow('false');
    expect((await remove()).code).toBe('NoPermission');
    expect((await create()).code).toBe('NoPermission');
    await allow('true');
    expect((await remove()).code).toBe('Success');
  });

  test('manages nobody else, and does not list those of all', async () => {
    await allow('true');
    const UserPrincipalName = (await home.user()).principalName;
    expect((await create({ UserPrincipalName })).code).toBe('NoPermission');
    const listed = await home.call('Ims ListServiceCredentials', { AllUsers: 'true' }, user.signer);
    expect(listed.code).toBe('NoPermission');
  });

  test('is still refused by an explicit deny', async () => {
    await allow('true');
    await user.hold(documentOf('Deny', ['ram:CreateServiceCredential']));
    expect((await create()).code).toBe('NoPermission');
  });
});
