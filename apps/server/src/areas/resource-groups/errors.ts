/** What operations on resource groups can answer (spec: api ResourceManager, domain appendix A). */
import { errorKind } from '../../kernel/errors.ts';

export const resourceGroupNotExist = errorKind(
  'EntityNotExists.ResourceGroup',
  404,
  'The resource group "{id}" does not exist in this account; ListResourceGroups shows those that do.',
);

export const resourceGroupAlreadyExists = errorKind(
  'EntityAlreadyExists.ResourceGroup',
  409,
  'The name "{name}" belongs to another resource group of this account; names are unique without regard to case, so choose another.',
);

export const tooManyResourceGroups = errorKind(
  'LimitExceeded.ResourceGroup',
  409,
  'This account already holds its limit of {limit} resource groups beside the default one; delete one that is no longer needed or raise the quota.',
);

export const resourceGroupInUse = errorKind(
  'DeleteConflict.ResourceGroup.Resource',
  409,
  'Policies are still attached for the resource group "{id}"; call DetachPolicy for each that ListPolicyAttachments shows first.',
);

export const defaultResourceGroupStays = errorKind(
  'NotSupport.DefaultResourceGroup',
  400,
  'The resource group "{id}" is the default one of this account, which stays.',
);
