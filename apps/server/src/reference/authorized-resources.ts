/**
 * The resources that an operation is authorized on, as the reference shows them: what the declaration makes of parameters
 * whose values are their own names, and a table where the resource is looked for in the database first.
 */
import type { RequestContext } from '../kernel/context.ts';
import { DEFAULT_LIMITS } from '../kernel/limits.ts';
import type { AnyOperation, Operation, ResourceName } from '../kernel/operation.ts';
import { isTextItem, type Parameter, type Parameters } from '../kernel/parameters.ts';

/** One resource: the ARNs of which one is asked about, `acs:ram:*:<account>:user/<UserName>`; parameters choose among several. */
export type ShownResource = readonly string[];

/** Relative ids, or ARNs where the resource is another service's; `|` stands between those that parameters choose among. */
type Row = readonly [resources: string, operations: string];

/** What the parameters name by something else than its name: a user by an id, a key or a device. */
const lookedFor: readonly Row[] = [
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
  [
    'policy/<PolicyName>|acs:ram:*:system:policy/<PolicyName> user/<user>|group/<group>|role/<role>',
    'ResourceManager AttachPolicy, ResourceManager DetachPolicy',
  ],
  ['mfa/*', 'Ram CreateVirtualMFADevice, Ims CreateVirtualMFADevice'],
  ['mfa/<device>', 'Ram DeleteVirtualMFADevice, Ims DeleteVirtualMFADevice'],
  ['role/<ResourceNames>|policy/<ResourceNames>', 'Ram UntagResources'],
  ['resourcegroup/<ResourceId>', 'ResourceManager UntagResources'],
  // The name stands inside of an ARN, and the role is RAM's.
  ['acs:ram:*:<account>:role/<role>', 'Sts AssumeRole'],
];

const lookedForByName: ReadonlyMap<string, readonly string[]> = new Map(
  lookedFor.flatMap(([resources, operations]) =>
    operations.split(', ').map(name => [name, resources.split(' ')] as const),
  ),
);

const ACCOUNT = '<account>';

/**
 * The resources of an operation that policies decide about, by the first of their names; every one must be allowed.
 *
 * @returns nothing for an operation that no policy decides about
 * @throws Error for one that looks for its resource first and stands in no row of the table
 */
export function authorizedResources(operation: AnyOperation): readonly ShownResource[] {
  if (operation.effect === 'anonymous' || operation.authorization.kind !== 'policy') return [];
  const title = `${operation.api.product} ${operation.name}`;
  const shown = lookedForByName.get(title);
  if (shown !== undefined) {
    return shown.map(slot =>
      slot.split('|').map(each => (each.startsWith('acs:') ? each : arnOf(operation, { relativeId: each }))),
    );
  }
  if (operation.target !== undefined) {
    throw new Error(
      `${title} looks for its resource first: say which in the table of authorized-resources.ts`,
    );
  }
  return slotsOf(samplesOf(operation.parameters).map(command => namedBy(operation, command)));
}

/** The ARNs of a call whose parameters hold their own names. */
function namedBy(operation: Operation, command: Sample): readonly string[] {
  const { authorization } = operation;
  if (authorization.kind !== 'policy') return [];
  return authorization.resources(command, undefined, anybody).map(resource => arnOf(operation, resource));
}

function arnOf({ api }: Operation, { service, owner = ACCOUNT, relativeId }: ResourceName): string {
  return `acs:${service ?? api.actionPrefixes[0]}:*:${owner}:${relativeId}`;
}

/** Several calls as one: what differs between them is the choice of their parameters. */
function slotsOf(calls: readonly (readonly string[])[]): readonly ShownResource[] {
  const [first = []] = calls;
  return first.map((_, at) => [...new Set(calls.flatMap(call => call[at] ?? []))]);
}

type Sample = Readonly<Record<string, unknown>>;

/** Commands that hold the names of their parameters; one for each value of each choice. */
function samplesOf(parameters: Parameters): readonly Sample[] {
  let samples: readonly Sample[] = [{}];
  for (const [name, parameter] of Object.entries(parameters)) {
    const values = sampleValues(parameter);
    samples = samples.flatMap(sample => values.map(value => ({ ...sample, [name]: value })));
  }
  return samples;
}

function sampleValues(parameter: Parameter): readonly unknown[] {
  const placeholder = `<${parameter.wire}>`;
  switch (parameter.kind) {
    case 'text':
      return [placeholder];
    case 'choice':
      return parameter.values;
    case 'list':
      return [isTextItem(parameter.item) ? [placeholder] : undefined];
    default:
      return [undefined];
  }
}

/** Whoever calls: no resource that a declaration names by its parameters depends on it. */
const anybody: RequestContext = {
  requestId: '',
  now: 0,
  connection: { sourceIp: '', secureTransport: true, host: '', userAgent: '' },
  limits: DEFAULT_LIMITS,
  domainSuffix: '',
  caller: { kind: 'root', accountId: ACCOUNT, accessKeyId: '' },
  accountId: ACCOUNT,
};
