import { attributesOf, changes, type Resource } from '../resource.ts';
import { userIn } from './made.ts';

const gone = ['EntityNotExist.User.LoginProfile', 'EntityNotExist.User'];
const shown = ['PasswordResetRequired', 'MFABindRequired'];

export const loginProfile: Resource = {
  type: 'alicloud_ram_login_profile',
  async configure(world) {
    const UserName = await userIn(world);
    const first = { Password: 'zeder-Kiefer-11', PasswordResetRequired: 'true', MFABindRequired: 'false' };
    const changed = { Password: 'linde-Erle-2222', PasswordResetRequired: 'false', MFABindRequired: 'true' };
    return { first: { UserName, ...first }, changed: { UserName, ...changed } };
  },
  async create(provider, wanted) {
    return (await provider.call('Ram CreateLoginProfile', wanted)).textAt('$.LoginProfile.UserName');
  },
  async read(provider, id) {
    const reply = await provider.expecting(gone, 'Ram GetLoginProfile', { UserName: id });
    return reply && { UserName: id, ...attributesOf(reply.objectAt('$.LoginProfile'), shown) };
  },
  unreadable: ['Password'],
  async update(provider, id, was, wanted) {
    const changed = changes(was, wanted, attribute => attribute);
    const Password = String(wanted.Password);
    await provider.call('Ram UpdateLoginProfile', { ...changed, UserName: id, Password });
  },
  async remove(provider, id) {
    await provider.expecting(gone, 'Ram DeleteLoginProfile', {
      UserName: id,
    });
  },
  drift: ({ elsewhere, principal }, id) =>
    elsewhere('Ims UpdateLoginProfile', { ...principal(id), PasswordResetRequired: 'true' }),
  vanish: ({ elsewhere, principal }, id) => elsewhere('Ims DeleteLoginProfile', principal(id)),
  orphan: ({ elsewhere, principal }, id) => elsewhere('Ims DeleteUser', principal(id)),
};
