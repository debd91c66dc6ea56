/** One story of users, groups, AccessKeys and devices, told to RAM and to IMS: every operation that both have, and every refusal. */
import type { WireParameters } from '../test-account.ts';

/** How a product names users; everything else both name alike. */
export interface Dialect {
  readonly product: 'Ram' | 'Ims';
  user(name: string): WireParameters;
  renamedTo(name: string): WireParameters;
  /** The id of a key that an earlier step made. */
  key(label: string): WireParameters;
  /** The serial number of a device. */
  device(name: string): WireParameters;
  /** Two codes of a device that an earlier step made. */
  codes(label: string): WireParameters;
}

/** One call of the story. */
export interface Step {
  /** Name of the operation in both products, or of one that only RAM has, for what must be there. */
  readonly operation: string;
  readonly parameters: (dialect: Dialect) => WireParameters;
  readonly outcome: string;
  /** Under which later steps know the key or the device that this one makes. */
  readonly makes?: string;
}

const nobody = 'EntityNotExist.User';
const noGroup = 'EntityNotExist.Group';
const noKey = 'EntityNotExist.User.AccessKey';
const badMarker = 'InvalidParameter.Marker';

const strange = ' 名 a+b*c~d e&f=g%h "q" \'a\' <x> é😀 ';

function step(
  operation: string,
  parameters: (dialect: Dialect) => WireParameters,
  outcome = 'Success',
  makes?: string,
): Step {
  return { operation, parameters, outcome, ...(makes === undefined ? {} : { makes }) };
}

/** A call about a user, with parameters that both products name alike. */
function ofUser(operation: string, name: string, more: WireParameters = {}, outcome = 'Success'): Step {
  return step(operation, dialect => ({ ...dialect.user(name), ...more }), outcome);
}

/** A call about a group. */
function ofGroup(operation: string, GroupName: string, more: WireParameters = {}, outcome = 'Success'): Step {
  return step(operation, () => ({ GroupName, ...more }), outcome);
}

function rename(from: string, to: string, outcome = 'Success'): Step {
  return step('UpdateUser', dialect => ({ ...dialect.user(from), ...dialect.renamedTo(to) }), outcome);
}

function ofKey(
  operation: string,
  user: string,
  key: string,
  more: WireParameters = {},
  outcome = 'Success',
): Step {
  return step(operation, dialect => ({ ...dialect.user(user), ...dialect.key(key), ...more }), outcome);
}

const users: readonly Step[] = [
  ofUser('CreateUser', 'Ann', {
    DisplayName: 'Ann 名 <x>',
    MobilePhone: '86-13900000000',
    Email: 'ann@example.com',
    Comments: strange,
  }),
  ofUser('CreateUser', 'ANN', { DisplayName: 'x' }, 'EntityAlreadyExists.User'),
  ofUser('CreateUser', 'bob', { DisplayName: 'Bob' }),
  ofUser('GetUser', 'ann'),
  ofUser('GetUser', 'nobody', {}, nobody),
  ofUser('UpdateUser', 'ann', { NewDisplayName: 'Anna', NewComments: '', NewEmail: '' }),
  ofUser('UpdateUser', 'nobody', { NewComments: 'x' }, nobody),
  rename('ann', 'anna'),
  rename('anna', 'ANNA'),
  rename('anna', 'Bob', 'EntityAlreadyExists.User'),
  ofUser('GetUser', 'ann', {}, nobody),
  step('ListUsers', () => ({})),
  step('ListUsers', () => ({ MaxItems: '1' })),
  step('ListUsers', () => ({ Marker: 'none of ours' }), badMarker),
];

const groups: readonly Step[] = [
  ofGroup('CreateGroup', 'readers', { Comments: strange }),
  ofGroup('CreateGroup', 'Readers', {}, 'EntityAlreadyExists.Group'),
  ofGroup('CreateGroup', 'writers'),
  ofGroup('CreateGroup', 'third'),
  ofGroup('CreateGroup', 'fourth', {}, 'LimitExceeded.Group'),
  ofGroup('GetGroup', 'READERS'),
  ofGroup('GetGroup', 'none', {}, noGroup),
  ofGroup('UpdateGroup', 'writers', { NewGroupName: 'Editors', NewComments: 'may write' }),
  ofGroup('UpdateGroup', 'editors', { NewComments: '' }),
  ofGroup('UpdateGroup', 'editors', { NewGroupName: 'readers' }, 'EntityAlreadyExists.Group'),
  ofGroup('UpdateGroup', 'writers', { NewComments: 'x' }, noGroup),
  step('ListGroups', () => ({ MaxItems: '2' })),
  step('ListGroups', () => ({ Marker: '%' }), badMarker),
];

const members: readonly Step[] = [
  ofUser('AddUserToGroup', 'anna', { GroupName: 'readers' }),
  ofUser('AddUserToGroup', 'ANNA', { GroupName: 'READERS' }, 'EntityAlreadyExists.User.Group'),
  ofUser('AddUserToGroup', 'nobody', { GroupName: 'readers' }, nobody),
  ofUser('AddUserToGroup', 'bob', { GroupName: 'none' }, noGroup),
  ofUser('AddUserToGroup', 'anna', { GroupName: 'editors' }),
  ofUser('AddUserToGroup', 'anna', { GroupName: 'third' }, 'LimitExceeded.User.Group'),
  // Members come in the order of their ids, which are random: one member has one order.
  ofGroup('ListUsersForGroup', 'readers'),
  ofGroup('ListUsersForGroup', 'none', {}, noGroup),
  ofGroup('ListUsersForGroup', 'readers', { Marker: '*' }, badMarker),
  ofUser('AddUserToGroup', 'bob', { GroupName: 'readers' }),
  ofUser('ListGroupsForUser', 'anna'),
  ofUser('ListGroupsForUser', 'nobody', {}, nobody),
  ofUser('RemoveUserFromGroup', 'bob', { GroupName: 'editors' }, 'EntityNotExist.User.Group'),
  ofUser('RemoveUserFromGroup', 'nobody', { GroupName: 'readers' }, nobody),
  ofUser('RemoveUserFromGroup', 'anna', { GroupName: 'none' }, noGroup),
  ofUser('RemoveUserFromGroup', 'bob', { GroupName: 'readers' }),
  ofGroup('DeleteGroup', 'readers', {}, 'DeleteConflict.Group.User'),
  ofUser('RemoveUserFromGroup', 'anna', { GroupName: 'readers' }),
  ofGroup('DeleteGroup', 'readers'),
  ofGroup('DeleteGroup', 'readers', {}, noGroup),
  ofGroup('AttachPolicyToGroup', 'third', { PolicyName: 'ReadOnlyAccess', PolicyType: 'System' }),
  ofGroup('DeleteGroup', 'third', {}, 'DeleteConflict.Group.Policy'),
];

const keys: readonly Step[] = [
  { ...ofUser('CreateAccessKey', 'anna'), makes: 'first' },
  // Two keys of one millisecond come in either order.
  ofUser('ListAccessKeys', 'anna'),
  { ...ofUser('CreateAccessKey', 'anna'), makes: 'second' },
  ofUser('CreateAccessKey', 'anna', {}, 'LimitExceeded.User.AccessKey'),
  ofUser('CreateAccessKey', 'nobody', {}, nobody),
  { ...ofUser('CreateAccessKey', 'bob'), makes: "bob's" },
  ofUser('ListAccessKeys', 'nobody', {}, nobody),
  step('ListAccessKeys', () => ({})),
  ofKey('GetAccessKeyLastUsed', 'anna', 'first'),
  ofKey('GetAccessKeyLastUsed', 'anna', "bob's", {}, noKey),
  ofKey('GetAccessKeyLastUsed', 'nobody', 'first', {}, nobody),
  ofKey('UpdateAccessKey', 'anna', 'first', { Status: 'Inactive' }),
  ofKey('UpdateAccessKey', 'anna', 'first', { Status: 'Inactive' }),
  ofKey('UpdateAccessKey', 'bob', 'second', { Status: 'Inactive' }, noKey),
  ofKey('UpdateAccessKey', 'nobody', 'second', { Status: 'Inactive' }, nobody),
  ofKey('DeleteAccessKey', 'anna', "bob's", {}, noKey),
  ofKey('DeleteAccessKey', 'nobody', 'first', {}, nobody),
  ofKey('DeleteAccessKey', 'anna', 'first'),
  ofKey('DeleteAccessKey', 'anna', 'first', {}, noKey),
  ofKey('DeleteAccessKey', 'bob', "bob's"),
];

const tooWeak = 'InvalidParameter.Password.TooWeak';
const reused = 'InvalidParameter.Password.ReusePrevention';
const noProfile = 'EntityNotExist.User.LoginProfile';
const oldPassword = 'zeder-Kiefer-11';
const password = 'linde-Erle-2222';

function changePassword(OldPassword: string, NewPassword: string, outcome = 'Success'): Step {
  return step('ChangePassword', () => ({ OldPassword, NewPassword }), outcome);
}

const logon: readonly Step[] = [
  step('SetPasswordPolicy', () => ({
    MinimumPasswordLength: '12',
    PasswordReusePrevention: '2',
    MaxLoginAttemps: '2',
  })),
  step('GetPasswordPolicy', () => ({})),
  ofUser('GetLoginProfile', 'anna', {}, noProfile),
  ofUser('GetLoginProfile', 'nobody', {}, nobody),
  ofUser('CreateLoginProfile', 'anna', { Password: 'short' }, tooWeak),
  ofUser('CreateLoginProfile', 'nobody', { Password: oldPassword }, nobody),
  ofUser('CreateLoginProfile', 'anna', { Password: oldPassword, PasswordResetRequired: 'true' }),
  ofUser('CreateLoginProfile', 'ANNA', { Password: oldPassword }, 'EntityAlreadyExists.User.LoginProfile'),
  ofUser('GetLoginProfile', 'ANNA'),
  ofUser('UpdateLoginProfile', 'anna', { MFABindRequired: 'true' }),
  ofUser('UpdateLoginProfile', 'anna', { Password: password, PasswordResetRequired: 'false' }),
  ofUser('UpdateLoginProfile', 'anna', { Password: oldPassword }, reused),
  ofUser('UpdateLoginProfile', 'anna', { Password: 'short', MFABindRequired: 'false' }, tooWeak),
  ofUser('UpdateLoginProfile', 'bob', { MFABindRequired: 'true' }, noProfile),
  ofUser('UpdateLoginProfile', 'nobody', {}, nobody),
  ofUser('GetLoginProfile', 'anna'),
  changePassword(oldPassword, password, noProfile),
  ofUser('CreateLoginProfile', 'automation', { Password: oldPassword, PasswordResetRequired: 'true' }),
  changePassword(password, password, 'InvalidParameter.OldPassword.Incorrect'),
  changePassword(oldPassword, 'short', 'InvalidParameter.NewPassword.TooWeak'),
  changePassword(oldPassword, oldPassword, 'InvalidParameter.NewPassword.ReusePrevention'),
  changePassword(oldPassword, password),
  ofUser('GetLoginProfile', 'automation'),
  changePassword(oldPassword, password, 'InvalidParameter.OldPassword.Incorrect'),
  changePassword(oldPassword, password, 'InvalidParameter.OldPassword.Incorrect'),
  changePassword(password, oldPassword, 'LimitExceeded.User.LoginAttempts'),
  ofUser('DeleteLoginProfile', 'automation'),
  ofUser('DeleteLoginProfile', 'automation', {}, noProfile),
  ofUser('DeleteLoginProfile', 'nobody', {}, nobody),
  step('SetSecurityPreference', () => ({
    AllowUserToChangePassword: 'false',
    LoginSessionDuration: '12',
    LoginNetworkMasks: '192.0.2.0/24;2001:db8::/32',
  })),
  step('SetSecurityPreference', () => ({ EnableSaveMFATicket: 'true', LoginNetworkMasks: '' })),
  step('GetSecurityPreference', () => ({})),
];

const noDevice = 'EntityNotExist.VirtualMFADevice';
const notBound = 'EntityNotExist.User.MFADevice';

function createDevice(name: string, outcome = 'Success'): Step {
  const made = step('CreateVirtualMFADevice', () => ({ VirtualMFADeviceName: name }), outcome);
  return outcome === 'Success' ? { ...made, makes: name } : made;
}

/** @param codes the device whose codes are given */
function bindDevice(user: string, name: string, codes: string, outcome = 'Success'): Step {
  const parameters = (dialect: Dialect) => ({
    ...dialect.user(user),
    ...dialect.device(name),
    ...dialect.codes(codes),
  });
  return step('BindMFADevice', parameters, outcome);
}

function deleteDevice(name: string, outcome = 'Success'): Step {
  return step('DeleteVirtualMFADevice', dialect => dialect.device(name), outcome);
}

const factors: readonly Step[] = [
  createDevice('phone'),
  createDevice('Phone', 'EntityAlreadyExists.VirtualMFADevice'),
  createDevice('tablet'),
  createDevice('watch', 'LimitExceeded.VirtualMFADevice'),
  step('ListVirtualMFADevices', () => ({})),
  ofUser('GetUserMFAInfo', 'nobody', {}, nobody),
  bindDevice('anna', 'phone', 'tablet', 'CheckAuthenticationCodeFail'),
  bindDevice('anna', 'watch', 'phone', noDevice),
  bindDevice('nobody', 'phone', 'phone', nobody),
  bindDevice('anna', 'PHONE', 'phone'),
  bindDevice('anna', 'tablet', 'tablet', 'EntityAlreadyExists.User.MFADevice'),
  bindDevice('bob', 'phone', 'phone', 'EntityAlreadyExists.VirtualMFADevice.User'),
  ofUser('GetUserMFAInfo', 'anna'),
  step('ListVirtualMFADevices', () => ({})),
  deleteDevice('phone', 'DeleteConflict.VirtualMFADevice.User'),
  ofUser('UnbindMFADevice', 'bob', {}, notBound),
  ofUser('UnbindMFADevice', 'nobody', {}, nobody),
  ofUser('UnbindMFADevice', 'anna'),
  deleteDevice('phone'),
  deleteDevice('phone', noDevice),
];

const endings: readonly Step[] = [
  ofUser('DeleteUser', 'nobody', {}, nobody),
  ofUser('CreateUser', 'carl', { DisplayName: 'Carl' }),
  ofUser('CreateUser', 'dora', { DisplayName: 'Dora' }, 'LimitExceeded.User'),
  ofUser('DeleteUser', 'BOB'),
  ofUser('DeleteUser', 'bob', {}, nobody),
  step('ListUsers', () => ({})),
];

/** The story, from an account as it is made. */
export const steps: readonly Step[] = [
  ...users,
  ...groups,
  ...members,
  ...keys,
  ...logon,
  ...factors,
  ...endings,
];

/** Quotas that the story runs into. */
export const quotas = {
  // The two users that every account begins with count.
  WARDENRY_QUOTA_USERS: '5',
  WARDENRY_QUOTA_GROUPS: '3',
  WARDENRY_QUOTA_GROUPS_PER_USER: '2',
  WARDENRY_QUOTA_VIRTUAL_MFA_DEVICES: '2',
} as const;
