import type { Provider } from '../provider.ts';
import type { Resource } from '../resource.ts';

/** The state keeps `<service>:<role>`. */
function partsOf(id: string): { readonly ServiceName: string; readonly RoleName: string } {
  const [ServiceName = '', RoleName = ''] = id.split(':');
  return { ServiceName, RoleName };
}

/** How far the deletion is; the provider asks until it is done. */
async function statusOf(provider: Provider, DeletionTaskId: string): Promise<string> {
  const reply = await provider.call('ResourceManager GetServiceLinkedRoleDeletionStatus', { DeletionTaskId });
  return reply.textAt('$.Status');
}

export const serviceLinkedRole: Resource = {
  type: 'alicloud_resource_manager_service_linked_role',
  configure: () => ({
    first: { ServiceName: 'nat.aliyuncs.com' },
    changed: { ServiceName: 'ons.aliyuncs.com' },
  }),
  async create(provider, wanted) {
    const reply = await provider.call('ResourceManager CreateServiceLinkedRole', wanted);
    return `${wanted.ServiceName}:${reply.objectAt('$.Role').RoleName}`;
  },
  async read(provider, id) {
    const { ServiceName, RoleName } = partsOf(id);
    const named = { RoleName, RegionId: 'cn-hangzhou' };
    const reply = await provider.expecting(['EntityNotExist.Role'], 'ResourceManager GetRole', named);
    if (reply?.objectAt('$.Role').IsServiceLinkedRole !== true) return undefined;
    return { ServiceName };
  },
  async remove(provider, id) {
    const { RoleName } = partsOf(id);
    const gone = ['EntityNotExist.Role'];
    const reply = await provider.expecting(gone, 'ResourceManager DeleteServiceLinkedRole', { RoleName });
    if (reply === undefined) return;
    const status = await statusOf(provider, reply.textAt('$.DeletionTaskId'));
    if (status !== 'SUCCEEDED') throw new Error(`the deletion is ${status}`);
  },
  vanish: ({ elsewhere }, id) =>
    elsewhere('ResourceManager DeleteServiceLinkedRole', { RoleName: partsOf(id).RoleName }),
};
