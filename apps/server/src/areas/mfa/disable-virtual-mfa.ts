import { changeOperation, ims } from '../../kernel/operation.ts';
import { userByPrincipalName, userNotExist, userPrincipalName } from '../users/index.ts';
import { imsFactorTarget, ofFactorAdministrator } from './authorization.ts';
import { userHasNoDevice } from './errors.ts';
import { deviceOfUser } from './lookup.ts';
import { removeDevice } from './store.ts';

/** Unbinds and deletes in one step (spec: domain 2.4). */
export const imsDisableVirtualMfa = changeOperation({
  api: ims,
  name: 'DisableVirtualMFA',
  summary: ['Unbinds the virtual MFA device of a user and deletes it.', '解绑并删除用户的虚拟 MFA 设备。'],
  parameters: { userPrincipalName },
  response: {},
  errors: [userNotExist, userHasNoDevice],
  target: (scope, command) => imsFactorTarget(scope, command.userPrincipalName),
  authorization: ofFactorAdministrator,
  async run(scope, command) {
    const user = await userByPrincipalName(scope, command.userPrincipalName);
    await removeDevice(scope, await deviceOfUser(scope, user));
  },
  render: () => ({}),
});
