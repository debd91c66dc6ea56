import { type Account, type TestUser, textOf } from '../account.ts';
import { call, plain, type ValidCalls } from './valid-call.ts';

/** The id of an application that another account would have. */
function foreignApplication(account: Account): string {
  const digits = [...account.fresh('app')].filter(mark => mark >= '0' && mark <= '9');
  return `9${digits.join('')}`;
}

/** An external application that is installed; gives its id. */
async function installed(account: Account): Promise<string> {
  const AppId = foreignApplication(account);
  await account.do('Ims ProvisionExternalApplication', { AppId, Scopes: 'profile' });
  return AppId;
}

const aboutInstalled = call(async account => {
  const AppId = await installed(account);
  return [{ AppId }, `application/${AppId}`];
});

function newCredential(account: Account, user: TestUser) {
  return {
    ServiceCredentialName: account.fresh('credential'),
    ServiceName: 'models',
    UserPrincipalName: user.principalName,
  };
}

/** A call about a fresh credential of a fresh user. */
const aboutCredential = (more: Readonly<Record<string, string>>) =>
  call(async account => {
    const user = await account.user();
    const { ServiceCredential } = await account.do(
      'Ims CreateServiceCredential',
      newCredential(account, user),
    );
    const parameters = {
      ServiceCredentialId: textOf(ServiceCredential, 'ServiceCredentialId'),
      UserPrincipalName: user.principalName,
      ...more,
    };
    return [parameters, `user/${user.name}`];
  });

/** Operations whose effect ends with being stored. */
export const storedOnlyCalls: ValidCalls = {
  'Ims ProvisionExternalApplication': [
    call(account => {
      const AppId = foreignApplication(account);
      return [{ AppId, Scopes: 'openid;aliuid' }, `application/${AppId}`];
    }),
    aboutInstalled,
  ],
  'Ims GetExternalApplication': [aboutInstalled],
  'Ims ListExternalApplications': [
    call(async account => {
      await installed(account);
      return [{}, 'application/*'];
    }),
  ],
  'Ims DeprovisionExternalApplication': [aboutInstalled],
  'Ims CreateServiceCredential': [
    call(async account => {
      const user = await account.user();
      return [{ ...newCredential(account, user), CredentialAgeDays: '36600' }, `user/${user.name}`];
    }),
  ],
  'Ims GetServiceCredential': [aboutCredential({})],
  'Ims ListServiceCredentials': [
    call(async account => {
      const user = await account.user();
      await account.do('Ims CreateServiceCredential', newCredential(account, user));
      const parameters = { UserPrincipalName: user.principalName, ServiceName: 'models' };
      return [parameters, `user/${user.name}`];
    }, 'of one user'),
    plain({ AllUsers: 'true', MaxResults: '100', ServiceName: 'models' }, 'user/*'),
    call(async account => {
      const user = await account.user();
      const onePerPage = { UserPrincipalName: user.principalName, MaxResults: '1' };
      await account.do('Ims CreateServiceCredential', newCredential(account, user));
      await account.do('Ims CreateServiceCredential', newCredential(account, user));
      const first = await account.do('Ims ListServiceCredentials', onePerPage);
      return [{ ...onePerPage, NextToken: textOf(first, 'NextToken') }, `user/${user.name}`];
    }, 'a later page'),
    plain({ AllUsers: 'true' }, 'user/*'),
  ],
  'Ims UpdateServiceCredential': [aboutCredential({ ServiceCredentialName: 'new', Status: 'Inactive' })],
  'Ims DeleteServiceCredential': [aboutCredential({})],
};
