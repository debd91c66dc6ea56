/**
 * The resources that an operation is authorized on, as the reference shows them: what the declaration makes of parameters that
 * are called as they are on the wire, and a table where the resource is read from the database first.
 */
import type { RequestContext } from '../kernel/context.ts';
import { type AnyOperation, apis, type Authorization, type ResourceName } from '../kernel/operation.ts';
import type { Parameter, Parameters } from '../kernel/parameters.ts';

/** One resource, as the ARNs of which one is asked about; which one depends on the parameters. */
export type ShownResource = readonly string[];

type Row = readonly [relativeIds: string, operations: string];

/** Operations whose resource is what something else belongs to: the user with a key, with a device, with an id. */
const readFirst: readonly Row[] = [
  [
    'user/<user>',
    'Ram BindMFADevice, Ram ChangePassword, Ram CreateAccessKey, Ram DeleteAccessKey, Ram GetAccessKeyLastUsed, Ram GetUserMFAInfo, Ram ListAccessKeys, Ram UnbindMFADevice, Ram UpdateAccessKey',
  ],
  [
    'user/<user>',
    'Ims BindMFADevice, Ims ChangePassword, Ims CreateAccessKey, Ims DeleteAccessKey, Ims GetAccessKeyLastUsed, Ims GetUserMFAInfo, Ims ListAccessKeys, Ims UnbindMFADevice, Ims UpdateAccessKey',
  ],
  [
    'user/<user>',
    'Ims CreateLoginProfile, Ims DeleteLoginProfile, Ims GetLoginProfile, Ims UpdateLoginProfile, Ims DeleteUser, Ims GetUser, Ims UpdateUser, Ims ListGroupsForUser, Ims DisableVirtualMFA, Ims ListPasskeys, Ims UpdatePasskey, Ims DeletePasskey, Ims GetVerificationInfo, Ims SetVerificationInfo, Ims UnbindVerification, Ims CreateServiceCredential, Ims GetServiceCredential, Ims ListServiceCredentials, Ims UpdateServiceCredential, Ims DeleteServiceCredential, Ims GetAccessKeyPolicy, Ims SetAccessKeyPolicy, Ims GetAccessKeyInfoInRecycleBin, Ims ListAccessKeysInRecycleBin, Ims DeleteAccessKeyInRecycleBin, Ims RestoreAccessKeyFromRecycleBin, Ims GetUserInRecycleBin, Ims DeleteUserInRecycleBin, Ims RestoreUserFromRecycleBin, Ims TagResources, Ims UntagResources, Ims ListTagResources',
  ],
  ['user/<user> group/<GroupName>', 'Ims AddUserToGroup, Ims RemoveUserFromGroup'],
  ['mfa/*', 'Ram CreateVirtualMFADevice, Ims CreateVirtualMFADevice'],
  ['mfa/<device>', 'Ram DeleteVirtualMFADevice, Ims DeleteVirtualMFADevice'],
];

const shownByName: ReadonlyMap<string, readonly string[]> = new Map(
  readFirst.flatMap(([relativeIds, operations]) =>
    operations.split(', ').map(name => [name, relativeIds.split(' ')] as const),
  ),
);

/**
 * The resources of an operation that policies decide about; every one must be allowed.
 *
 * @throws Error for one that reads its resource first and stands in no row of the table
 */
export function authorizedResources(operation: AnyOperation): readonly ShownResource[] {
  if (operation.effect === 'anonymous' || operation.authorization.kind !== 'policy') return [];
  const { api, name, authorization, parameters } = operation;
  const arnOf = ({ service, owner, relativeId }: ResourceName): string =>
    `acs:${service ?? api.actionPrefixes[0]}:*:${owner ?? ACCOUNT}:${relativeId}`;
  if (operation.target === undefined) return resourcesOf(authorization, parameters).map(slot => [...new Set(slot.map(arnOf))]);
  const shown = shownByName.get(`${api.product} ${name}`);
  if (shown === undefined) throw new Error(`${api.product} ${name} does not say what it is authorized on`);
  return shown.map(relativeId => [arnOf({ relativeId })]);
}
