import { type Account, trustDocumentOf } from '../account.ts';
import { call, difficult, difficultLines, pages, plain, type ValidCalls } from './valid-call.ts';

const severalRoles = (account: Account) => Promise.all([account.role(), account.role(), account.role()]);
const anotherTrust = (account: Account) =>
  JSON.stringify({
    Version: '1',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { RAM: [`acs:ram::${account.id}:user/ann`], Service: ['ecs.aliyuncs.com'] },
        Condition: { IpAddress: { 'acs:SourceIp': ['192.0.2.0/24'] } },
      },
    ],
  });

/** Operations on roles. */
export const roleCalls: ValidCalls = {
  'Ram CreateRole': [
    call(account => {
      const name = account.fresh('role');
      const parameters = {
        RoleName: name,
        AssumeRolePolicyDocument: trustDocumentOf(account.id),
        Description: difficultLines,
        MaxSessionDuration: '43200',
        Tag: JSON.stringify([{ Key: 'team', Value: difficult }, { Key: 'empty' }]),
      };
      return [parameters, `role/${name}`];
    }),
    call(account => {
      const name = account.fresh('role');
      return [{ RoleName: name, AssumeRolePolicyDocument: anotherTrust(account) }, `role/${name}`];
    }, 'a name and a trust policy'),
  ],
  'Ram GetRole': [
    call(async account => {
      const name = await account.role();
      return [{ RoleName: name }, `role/${name}`];
    }),
  ],
  'Ram UpdateRole': [
    call(async account => {
      const name = await account.role();
      const changes = {
        NewAssumeRolePolicyDocument: anotherTrust(account),
        NewDescription: difficult,
        NewMaxSessionDuration: '7200',
      };
      return [{ RoleName: name, ...changes }, `role/${name}`];
    }),
    call(async account => {
      const name = await account.role();
      return [{ RoleName: name, NewDescription: '' }, `role/${name}`];
    }, 'clearing the description'),
  ],
  'Ram DeleteRole': [
    call(async account => {
      const name = await account.role();
      return [{ RoleName: name }, `role/${name}`];
    }),
  ],
  'Ram ListRoles': [
    ...pages('Ram ListRoles', 'role/*', severalRoles),
    plain({ Tag: '[{"Key":"team","Value":"a"},{"Key":"stage"}]' }, 'role/*'),
  ],
};
