import type { Provider } from '../provider.ts';
import type { Attributes, Resource } from '../resource.ts';
import { userIn } from './made.ts';

/** What the provider writes in the place of a policy to take it away: the API has no delete. */
const nothing = JSON.stringify({ Version: 1, Status: 'Inactive', Statements: [] });

/** A document as the provider compares it: without the version, which is the server's. */
function comparable(document: string): string {
  const { Status, Statements } = JSON.parse(document);
  return JSON.stringify({ Status, Statements });
}

function allowing(address: string): string {
  const Statements = [{ Type: 'ClassicWhiteList', IPList: [address] }];
  return comparable(JSON.stringify({ Status: 'Active', Statements }));
}

/** The state keeps `<principal name>:<key>`. */
function partsOf(id: string): Attributes {
  const [UserPrincipalName = '', UserAccessKeyId = ''] = id.split(':');
  return { UserPrincipalName, UserAccessKeyId };
}

function isNothing(document: string): boolean {
  const { Status, Statements = [] } = JSON.parse(document);
  return (Status ?? 'Inactive') === 'Inactive' && Statements.length === 0;
}

async function set(provider: Provider, id: string, AccessKeyPolicy: string): Promise<void> {
  const gone = ['EntityNotExist.AccessKeyPolicy', '404'];
  await provider.expecting(gone, 'Ims SetAccessKeyPolicy', { ...partsOf(id), AccessKeyPolicy });
}

export const accessKeyPolicy: Resource = {
  type: 'alicloud_ram_access_key_policy',
  async configure(world) {
    const UserName = await userIn(world);
    const { AccessKey } = await world.elsewhere('Ram CreateAccessKey', { UserName });
    const { AccessKeyId } = AccessKey as Attributes;
    const key = { ...world.principal(UserName), UserAccessKeyId: String(AccessKeyId) };
    return {
      first: { ...key, AccessKeyPolicy: allowing('192.0.2.1') },
      changed: { ...key, AccessKeyPolicy: allowing('198.51.100.0/24') },
    };
  },
  async create(provider, wanted) {
    await provider.call('Ims SetAccessKeyPolicy', wanted);
    return `${wanted.UserPrincipalName}:${wanted.UserAccessKeyId}`;
  },
  async read(provider, id) {
    const gone = ['EntityNotExist.AccessKeyPolicy', '404'];
    const reply = await provider.expecting(gone, 'Ims GetAccessKeyPolicy', partsOf(id));
    const document = reply?.textAt('$.AccessKeyPolicy');
    if (document === undefined || isNothing(document)) return undefined;
    return { ...partsOf(id), AccessKeyPolicy: comparable(document) };
  },
  update: (provider, id, _, { AccessKeyPolicy = '' }) => set(provider, id, AccessKeyPolicy),
  remove: (provider, id) => set(provider, id, nothing),
  drift: ({ elsewhere }, id) =>
    elsewhere('Ims SetAccessKeyPolicy', { ...partsOf(id), AccessKeyPolicy: allowing('203.0.113.9') }),
  orphan: ({ elsewhere }, id) =>
    elsewhere('Ims DeleteUser', { UserPrincipalName: String(partsOf(id).UserPrincipalName) }),
  vanish: ({ elsewhere }, id) =>
    elsewhere('Ims SetAccessKeyPolicy', { ...partsOf(id), AccessKeyPolicy: nothing }),
};
