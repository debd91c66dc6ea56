import { errorKind } from '../../kernel/errors.ts';

/** What operations on policies can answer (spec: domain 2.6). */
export const policyErrors = {
  policyNotExist: errorKind(
    'EntityNotExist.Policy',
    404,
    'The {type} policy "{name}" does not exist; ListPolicies shows the policies of both types.',
  ),
  policyAlreadyExists: errorKind(
    'EntityAlreadyExists.Policy',
    409,
    'The name "{name}" belongs to another policy; names are unique without regard to case and those of system policies are taken, so choose another.',
  ),
  tooManyPolicies: errorKind(
    'LimitExceeded.Policy',
    409,
    'This account already holds its limit of {limit} custom policies; delete one that is no longer needed or raise the quota.',
  ),
  // No code is published for it; a refusal comes nearest (spec: domain 2.6).
  systemPolicyChanged: errorKind(
    'NoPermission',
    403,
    '"{name}" is a system policy, which nobody can change or delete; create a custom policy instead.',
  ),
  documentLength: errorKind(
    'InvalidParameter.PolicyDocument.Length',
    400,
    'The parameter - "PolicyDocument" beyond the length limit: it holds {length} characters, and 1 to {limit} are allowed.',
  ),
  documentMalformed: errorKind(
    'MalformedPolicyDocument',
    400,
    'The policy document is not valid. {findings}',
  ),
  versionNotExist: errorKind(
    'EntityNotExist.Policy.Version',
    404,
    'The policy "{name}" has no version {id}; ListPolicyVersions shows those it has.',
  ),
  tooManyVersions: errorKind(
    'LimitExceeded.Policy.Version',
    409,
    'The policy "{name}" already has its limit of {limit} versions; delete one, or let RotateStrategy delete the oldest.',
  ),
  versionIsDefault: errorKind(
    'DeleteConflict.Policy.Version.Default',
    409,
    'Version {id} is the default of the policy "{name}"; call SetDefaultPolicyVersion with another version first.',
  ),
  heldByUsers: errorKind(
    'DeleteConflict.Policy.User',
    409,
    'The policy "{name}" is attached to {count} users; call DetachPolicyFromUser for each that ListEntitiesForPolicy shows first.',
  ),
  heldByGroups: errorKind(
    'DeleteConflict.Policy.Group',
    409,
    'The policy "{name}" is attached to {count} groups; call DetachPolicyFromGroup for each that ListEntitiesForPolicy shows first.',
  ),
  heldByRoles: errorKind(
    'DeleteConflict.Policy.Role',
    409,
    'The policy "{name}" is attached to {count} roles; call DetachPolicyFromRole for each that ListEntitiesForPolicy shows first.',
  ),
  hasVersions: errorKind(
    'DeleteConflict.Policy.Version',
    409,
    'The policy "{name}" has versions beside its default; delete them first, or set CascadingDelete to true.',
  ),
} as const;
