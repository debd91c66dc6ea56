import { type Account, textOf } from '../account.ts';
import { call, type ValidCalls } from './valid-call.ts';

/** A service whose role the account may have, and the name of that role. */
interface Service {
  readonly service: string;
  readonly role: string;
}

// One for each operation, so that no call is in the way of another.
const nat: Service = { service: 'nat.aliyuncs.com', role: 'AliyunServiceRoleForNatgw' };
const ons: Service = { service: 'ons.aliyuncs.com', role: 'AliyunServiceRoleForOns' };
const analyzer: Service = {
  service: 'accessanalyzer.aliyuncs.com',
  role: 'AliyunServiceRoleForAccessAnalyzer',
};
const directory: Service = {
  service: 'resourcemanager.aliyuncs.com',
  role: 'AliyunServiceRoleForResourceDirectory',
};

/** Makes the role of a service unless it is there; an account has one at most. */
async function roleOf(account: Account, { service, role }: Service): Promise<string> {
  await account.call('ResourceManager CreateServiceLinkedRole', { ServiceName: service });
  return role;
}

async function withoutRoleOf(account: Account, { role }: Service): Promise<void> {
  await account.call('ResourceManager DeleteServiceLinkedRole', { RoleName: role });
}

/** Operations on the roles of services. */
export const serviceLinkedRoleCalls: ValidCalls = {
  'ResourceManager CreateServiceLinkedRole': [
    call(async account => {
      await withoutRoleOf(account, nat);
      return [{ ServiceName: nat.service }, 'role/*'];
    }),
  ],
  'ResourceManager DeleteServiceLinkedRole': [
    call(async account => {
      const RoleName = await roleOf(account, ons);
      return [{ RoleName }, `role/${RoleName}`];
    }),
  ],
  'ResourceManager GetServiceLinkedRoleDeletionStatus': [
    call(async account => {
      const RoleName = await roleOf(account, analyzer);
      const task = await account.do('ResourceManager DeleteServiceLinkedRole', { RoleName });
      return [{ DeletionTaskId: textOf(task, 'DeletionTaskId') }, 'role/*'];
    }),
  ],
  'ResourceManager GetRole': [
    call(async account => {
      const RoleName = await account.role();
      return [{ RoleName, Language: 'ja' }, `role/${RoleName}`];
    }),
    call(async account => {
      const RoleName = await roleOf(account, directory);
      return [{ RoleName, Language: 'zh-CN' }, `role/${RoleName}`];
    }, 'of a service'),
  ],
};
