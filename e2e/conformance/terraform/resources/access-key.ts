import type { Resource } from '../resource.ts';
import { userIn } from './made.ts';

/** The state keeps the user beside the key. */
function partsOf(id: string): { readonly UserName: string; readonly UserAccessKeyId: string } {
  const [UserName = '', UserAccessKeyId = ''] = id.split(':');
  return { UserName, UserAccessKeyId };
}

export const accessKey: Resource = {
  type: 'alicloud_ram_access_key',
  async configure(world) {
    const UserName = await userIn(world);
    return { first: { UserName, Status: 'Active' }, changed: { UserName, Status: 'Inactive' } };
  },
  async create(provider, { UserName = '', Status = '' }) {
    const { AccessKeyId } = (await provider.call('Ram CreateAccessKey', { UserName })).objectAt(
      '$.AccessKey',
    );
    const id = `${UserName}:${AccessKeyId}`;
    await provider.call('Ram UpdateAccessKey', { ...partsOf(id), Status });
    return id;
  },
  async read(provider, id) {
    const { UserName, UserAccessKeyId } = partsOf(id);
    const gone = ['EntityNotExist', 'EntityNotExist.User'];
    const reply = await provider.expecting(gone, 'Ram ListAccessKeys', { UserName });
    const keys = reply?.listAt('$.AccessKeys.AccessKey[*]') ?? [];
    const found = keys.find(({ AccessKeyId }) => AccessKeyId === UserAccessKeyId);
    return found && { UserName, Status: String(found.Status) };
  },
  async update(provider, id, _, { Status = '' }) {
    await provider.call('Ram UpdateAccessKey', { ...partsOf(id), Status });
  },
  async remove(provider, id) {
    const gone = ['EntityNotExist', 'EntityNotExist.User', 'EntityNotExist.User.AccessKey'];
    await provider.expecting(gone, 'Ram DeleteAccessKey', partsOf(id));
  },
  drift: ({ elsewhere }, id) => elsewhere('Ram UpdateAccessKey', { ...partsOf(id), Status: 'Active' }),
  vanish: ({ elsewhere }, id) => elsewhere('Ram DeleteAccessKey', partsOf(id)),
  orphan: ({ elsewhere, principal }, id) => elsewhere('Ims DeleteUser', principal(partsOf(id).UserName)),
};
