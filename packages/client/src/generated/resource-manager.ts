// Made from the declarations of the server by npm run gen.

import { operation } from '../operation.ts';

const version = '2020-03-31';

export interface AttachPolicyRequest {
  /** Name of the policy; letter case does not matter. 1 to 128 characters; letters, digits, "-". */
  readonly PolicyName: string;
  /** System for policies that are part of the product, Custom for those of the account. */
  readonly PolicyType: 'System' | 'Custom';
  /** Name of the principal: <user>@<alias>.onaliyun.com, <group>@group.<alias>.onaliyun.com or <role>@role.<alias>.onaliyunservice.com; the id of the account stands for its alias. 1 to 256 characters; letters, digits, "." "-" "_" "@". */
  readonly PrincipalName: string;
  /** Kind of the principal: IMSUser for a user, IMSGroup for a group, ServiceRole for a role. */
  readonly PrincipalType: 'IMSUser' | 'IMSGroup' | 'ServiceRole';
  /** What the policy is attached for: the id of a resource group, or the id of the account for all of it. 1 to 18 characters; letters, digits, "-". */
  readonly ResourceGroupId: string;
}
export interface AttachPolicyReply {
  readonly RequestId: string;
}
export type AttachPolicyCode =
  | 'EntityNotExists.ResourceGroup'
  | 'EntityNotExist.Policy'
  | 'EntityNotExist.User'
  | 'EntityNotExist.Group'
  | 'EntityNotExist.Role'
  | 'NotSupport.ServiceLinkedRole'
  | 'EntityAlreadyExists.User.Policy'
  | 'LimitExceeded.User.Policy'
  | 'EntityAlreadyExists.Group.Policy'
  | 'LimitExceeded.Group.Policy'
  | 'EntityAlreadyExists.Role.Policy'
  | 'LimitExceeded.Role.Policy'
  | 'MissingPolicyName'
  | 'InvalidParameter.PolicyName.Length'
  | 'InvalidParameter.PolicyName.InvalidChars'
  | 'MissingPolicyType'
  | 'InvalidParameter.PolicyType'
  | 'MissingPrincipalName'
  | 'InvalidParameter.PrincipalName.Length'
  | 'InvalidParameter.PrincipalName.InvalidChars'
  | 'MissingPrincipalType'
  | 'InvalidParameter.PrincipalType'
  | 'MissingResourceGroupId'
  | 'InvalidParameter.ResourceGroupId';
/** Attaches a policy to a user, group or role, for the account or for a resource group. */
export const AttachPolicy = /* @__PURE__ */ operation<AttachPolicyRequest, AttachPolicyReply, AttachPolicyCode>({ version, name: 'AttachPolicy' });

export interface CreateResourceGroupRequest {
  /** Identifier of the resource group; it stays. 2 to 50 characters; letters, digits, "-"; a text that begins with a letter. */
  readonly Name: string;
  /** Name to show for the resource group. 1 to 50 characters; all characters except control characters. */
  readonly DisplayName: string;
  /** Tags to set. At most 20. */
  readonly Tag?: readonly { readonly Key: string; readonly Value?: string }[] | undefined;
}
export interface CreateResourceGroupReply {
  readonly RequestId: string;
  readonly ResourceGroup: {
    readonly Id: string;
    readonly Name: string;
    readonly DisplayName: string;
    readonly AccountId: string;
    readonly CreateDate: string;
    readonly Status: string;
    readonly RegionStatuses: {
      readonly RegionStatus: readonly {
        readonly RegionId: string;
        readonly Status: string;
      }[];
    };
  };
}
export type CreateResourceGroupCode =
  | 'EntityAlreadyExists.ResourceGroup'
  | 'LimitExceeded.ResourceGroup'
  | 'InvalidParameter.Tag.Duplicate'
  | 'LimitExceeded.ResourceGroup.Tag'
  | 'MissingName'
  | 'InvalidParameter.Name.Length'
  | 'InvalidParameter.Name.InvalidChars'
  | 'InvalidParameter.Name.Format'
  | 'MissingDisplayName'
  | 'InvalidParameter.DisplayName.Length'
  | 'InvalidParameter.DisplayName.InvalidChars'
  | 'InvalidParameter.Tag'
  | 'MissingTag.Key'
  | 'InvalidParameter.Tag.Key.Length'
  | 'InvalidParameter.Tag.Key.InvalidChars'
  | 'InvalidParameter.Tag.Key.Format'
  | 'InvalidParameter.Tag.Value.Length'
  | 'InvalidParameter.Tag.Value.InvalidChars'
  | 'InvalidParameter.Tag.Value.Format';
/** Creates a resource group, for which policies can be attached at once. */
export const CreateResourceGroup = /* @__PURE__ */ operation<CreateResourceGroupRequest, CreateResourceGroupReply, CreateResourceGroupCode>({ version, name: 'CreateResourceGroup', numbered: ['Tag'] });

export interface CreateServiceLinkedRoleRequest {
  /** The service that the role is for, such as nat.aliyuncs.com; the page of service-linked roles lists them. 1 to 128 characters. */
  readonly ServiceName: string;
  /** A suffix of the name; no service here takes one, so it is always refused. 1 to 64 characters; letters, digits, "." "-". */
  readonly CustomSuffix?: string | undefined;
  /** What the role is for; fixed for roles without a suffix, so it is always refused. 1 to 1024 characters; all characters except control characters other than line breaks and tabs. */
  readonly Description?: string | undefined;
}
export interface CreateServiceLinkedRoleReply {
  readonly RequestId: string;
  readonly Role: {
    readonly RoleId: string;
    readonly RoleName: string;
    readonly RolePrincipalName: string;
    readonly Arn: string;
    readonly Description: string;
    readonly AssumeRolePolicyDocument: string;
    readonly IsServiceLinkedRole: boolean;
    readonly CreateDate: string;
  };
}
export type CreateServiceLinkedRoleCode =
  | 'EntityNotExist.Service'
  | 'InvalidParameter.CustomSuffix.NotAllowed'
  | 'InvalidParameter.Description.NotAllowed'
  | 'EntityAlreadyExists.Role'
  | 'MissingServiceName'
  | 'InvalidParameter.ServiceName.Length'
  | 'InvalidParameter.CustomSuffix.Length'
  | 'InvalidParameter.CustomSuffix.InvalidChars'
  | 'InvalidParameter.Description.Length'
  | 'InvalidParameter.Description.InvalidChars';
/** Creates the role of a service, which only the service takes on and nobody edits. */
export const CreateServiceLinkedRole = /* @__PURE__ */ operation<CreateServiceLinkedRoleRequest, CreateServiceLinkedRoleReply, CreateServiceLinkedRoleCode>({ version, name: 'CreateServiceLinkedRole' });

export interface DeleteResourceGroupRequest {
  /** Id of the resource group. 1 to 18 characters; letters, digits, "-". */
  readonly ResourceGroupId: string;
}
export interface DeleteResourceGroupReply {
  readonly RequestId: string;
  readonly ResourceGroup: {
    readonly Id: string;
    readonly Name: string;
    readonly DisplayName: string;
    readonly AccountId: string;
    readonly CreateDate: string;
    readonly Status: string;
    readonly RegionStatuses: {
      readonly RegionStatus: readonly {
        readonly RegionId: string;
        readonly Status: string;
      }[];
    };
  };
}
export type DeleteResourceGroupCode =
  | 'EntityNotExists.ResourceGroup'
  | 'NotSupport.DefaultResourceGroup'
  | 'DeleteConflict.ResourceGroup.Resource'
  | 'MissingResourceGroupId'
  | 'InvalidParameter.ResourceGroupId';
/** Deletes a resource group that no policy is attached for. */
export const DeleteResourceGroup = /* @__PURE__ */ operation<DeleteResourceGroupRequest, DeleteResourceGroupReply, DeleteResourceGroupCode>({ version, name: 'DeleteResourceGroup' });

export interface DeleteServiceLinkedRoleRequest {
  /** Name of the role. 1 to 64 characters; letters, digits, "." "-". */
  readonly RoleName: string;
}
export interface DeleteServiceLinkedRoleReply {
  readonly RequestId: string;
  readonly DeletionTaskId: string;
}
export type DeleteServiceLinkedRoleCode =
  | 'EntityNotExist.Role'
  | 'EntityNotExist.ServiceLinkedRole'
  | 'MissingRoleName'
  | 'InvalidParameter.RoleName.Length'
  | 'InvalidParameter.RoleName.InvalidChars';
/** Deletes the role of a service; GetServiceLinkedRoleDeletionStatus tells how far it is. */
export const DeleteServiceLinkedRole = /* @__PURE__ */ operation<DeleteServiceLinkedRoleRequest, DeleteServiceLinkedRoleReply, DeleteServiceLinkedRoleCode>({ version, name: 'DeleteServiceLinkedRole' });

export interface DetachPolicyRequest {
  /** Name of the policy; letter case does not matter. 1 to 128 characters; letters, digits, "-". */
  readonly PolicyName: string;
  /** System for policies that are part of the product, Custom for those of the account. */
  readonly PolicyType: 'System' | 'Custom';
  /** Name of the principal: <user>@<alias>.onaliyun.com, <group>@group.<alias>.onaliyun.com or <role>@role.<alias>.onaliyunservice.com; the id of the account stands for its alias. 1 to 256 characters; letters, digits, "." "-" "_" "@". */
  readonly PrincipalName: string;
  /** Kind of the principal: IMSUser for a user, IMSGroup for a group, ServiceRole for a role. */
  readonly PrincipalType: 'IMSUser' | 'IMSGroup' | 'ServiceRole';
  /** What the policy is attached for: the id of a resource group, or the id of the account for all of it. 1 to 18 characters; letters, digits, "-". */
  readonly ResourceGroupId: string;
}
export interface DetachPolicyReply {
  readonly RequestId: string;
}
export type DetachPolicyCode =
  | 'EntityNotExists.ResourceGroup'
  | 'EntityNotExist.Policy'
  | 'EntityNotExist.User'
  | 'EntityNotExist.Group'
  | 'EntityNotExist.Role'
  | 'NotSupport.ServiceLinkedRole'
  | 'MissingPolicyName'
  | 'InvalidParameter.PolicyName.Length'
  | 'InvalidParameter.PolicyName.InvalidChars'
  | 'MissingPolicyType'
  | 'InvalidParameter.PolicyType'
  | 'MissingPrincipalName'
  | 'InvalidParameter.PrincipalName.Length'
  | 'InvalidParameter.PrincipalName.InvalidChars'
  | 'MissingPrincipalType'
  | 'InvalidParameter.PrincipalType'
  | 'MissingResourceGroupId'
  | 'InvalidParameter.ResourceGroupId';
/** Detaches a policy from a user, group or role, for the account or for a resource group. */
export const DetachPolicy = /* @__PURE__ */ operation<DetachPolicyRequest, DetachPolicyReply, DetachPolicyCode>({ version, name: 'DetachPolicy' });

export interface GetResourceGroupRequest {
  /** Id of the resource group. 1 to 18 characters; letters, digits, "-". */
  readonly ResourceGroupId: string;
  /** true shows tags too. false by default. */
  readonly IncludeTags?: boolean | undefined;
}
export interface GetResourceGroupReply {
  readonly RequestId: string;
  readonly ResourceGroup: {
    readonly Id: string;
    readonly Name: string;
    readonly DisplayName: string;
    readonly AccountId: string;
    readonly CreateDate: string;
    readonly Status: string;
    readonly RegionStatuses: {
      readonly RegionStatus: readonly {
        readonly RegionId: string;
        readonly Status: string;
      }[];
    };
    readonly Tags?: {
      readonly Tag: readonly {
        readonly TagKey: string;
        readonly TagValue: string;
      }[];
    };
  };
}
export type GetResourceGroupCode =
  | 'EntityNotExists.ResourceGroup'
  | 'MissingResourceGroupId'
  | 'InvalidParameter.ResourceGroupId'
  | 'InvalidParameter.IncludeTags.Format';
/** Shows one resource group. */
export const GetResourceGroup = /* @__PURE__ */ operation<GetResourceGroupRequest, GetResourceGroupReply, GetResourceGroupCode>({ version, name: 'GetResourceGroup' });

export interface GetRoleRequest {
  /** Name of the role. 1 to 64 characters; letters, digits, "." "-". */
  readonly RoleName: string;
  /** Language that a role of a service is described in: zh-CN for Chinese, English otherwise. */
  readonly Language?: 'en' | 'zh-CN' | 'ja' | undefined;
}
export interface GetRoleReply {
  readonly RequestId: string;
  readonly Role: {
    readonly RoleId: string;
    readonly RoleName: string;
    readonly RolePrincipalName: string;
    readonly Arn: string;
    readonly Description: string;
    readonly AssumeRolePolicyDocument: string;
    readonly IsServiceLinkedRole: boolean;
    readonly CreateDate: string;
    readonly MaxSessionDuration: number;
    readonly UpdateDate: string;
    readonly LatestDeletionTask?: {
      readonly DeletionTaskId: string;
      readonly CreateDate: string;
    };
  };
}
export type GetRoleCode =
  | 'EntityNotExist.Role'
  | 'MissingRoleName'
  | 'InvalidParameter.RoleName.Length'
  | 'InvalidParameter.RoleName.InvalidChars'
  | 'InvalidParameter.Language';
/** Shows one role, and whether it belongs to a service. */
export const GetRole = /* @__PURE__ */ operation<GetRoleRequest, GetRoleReply, GetRoleCode>({ version, name: 'GetRole' });

export interface GetServiceLinkedRoleDeletionStatusRequest {
  /** Id of the task, as DeleteServiceLinkedRole gave it. 26 to 255 characters. */
  readonly DeletionTaskId: string;
}
export interface GetServiceLinkedRoleDeletionStatusReply {
  readonly RequestId: string;
  readonly Status: string;
  readonly Reason?: {
    readonly Message: string;
    readonly RoleUsages: {
      readonly RoleUsage: readonly {
        readonly Region: string;
        readonly Resources: {
          readonly Resource: readonly string[];
        };
      }[];
    };
  };
}
export type GetServiceLinkedRoleDeletionStatusCode =
  | 'InvalidParameter.DeletionTaskId'
  | 'EntityNotExist.ServiceLinkedRole.DeletionTask'
  | 'MissingDeletionTaskId'
  | 'InvalidParameter.DeletionTaskId.Length';
/** Tells how far the deletion of a role of a service is. */
export const GetServiceLinkedRoleDeletionStatus = /* @__PURE__ */ operation<GetServiceLinkedRoleDeletionStatusRequest, GetServiceLinkedRoleDeletionStatusReply, GetServiceLinkedRoleDeletionStatusCode>({ version, name: 'GetServiceLinkedRoleDeletionStatus' });

export interface ListPolicyAttachmentsRequest {
  /** Only attachments of the policies of this name. 1 to 128 characters; letters, digits, "-". */
  readonly PolicyName?: string | undefined;
  /** Only attachments of policies of this type. */
  readonly PolicyType?: 'System' | 'Custom' | undefined;
  /** Name of the principal: <user>@<alias>.onaliyun.com, <group>@group.<alias>.onaliyun.com or <role>@role.<alias>.onaliyunservice.com; the id of the account stands for its alias. 1 to 256 characters; letters, digits, "." "-" "_" "@". */
  readonly PrincipalName?: string | undefined;
  /** Kind of the principal: IMSUser for a user, IMSGroup for a group, ServiceRole for a role. */
  readonly PrincipalType?: 'IMSUser' | 'IMSGroup' | 'ServiceRole' | undefined;
  /** Only what is attached for this resource group, or by the id of the account what is attached for all of it. 1 to 18 characters; letters, digits, "-". */
  readonly ResourceGroupId?: string | undefined;
  /** Language of descriptions. Those of system policies are in English alone. */
  readonly Language?: 'en' | 'zh-CN' | 'ja' | undefined;
  /** Number of the page, from 1 on. 1 to 1000000, 1 by default. */
  readonly PageNumber?: number | undefined;
  /** Entries of a page. 1 to 100, 10 by default. */
  readonly PageSize?: number | undefined;
}
export interface ListPolicyAttachmentsReply {
  readonly RequestId: string;
  readonly PolicyAttachments: {
    readonly PolicyAttachment: readonly {
      readonly PolicyName: string;
      readonly PolicyType: string;
      readonly Description: string;
      readonly PrincipalName: string;
      readonly PrincipalType: string;
      readonly ResourceGroupId: string;
      readonly AttachDate: string;
    }[];
  };
  readonly PageNumber: number;
  readonly PageSize: number;
  readonly TotalCount: number;
}
export type ListPolicyAttachmentsCode =
  | 'EntityNotExists.ResourceGroup'
  | 'EntityNotExist.Policy'
  | 'InvalidParameter.PolicyName.Length'
  | 'InvalidParameter.PolicyName.InvalidChars'
  | 'InvalidParameter.PolicyType'
  | 'InvalidParameter.PrincipalName.Length'
  | 'InvalidParameter.PrincipalName.InvalidChars'
  | 'InvalidParameter.PrincipalType'
  | 'InvalidParameter.ResourceGroupId'
  | 'InvalidParameter.Language'
  | 'InvalidParameter.PageNumber.Format'
  | 'InvalidParameter.PageNumber.Range'
  | 'InvalidParameter.PageSize.Format'
  | 'InvalidParameter.PageSize.Range';
/** Lists who holds which policy, for the account and for resource groups. */
export const ListPolicyAttachments = /* @__PURE__ */ operation<ListPolicyAttachmentsRequest, ListPolicyAttachmentsReply, ListPolicyAttachmentsCode>({ version, name: 'ListPolicyAttachments' });

export interface ListResourceGroupsRequest {
  /** Only the resource group of this id. 1 to 18 characters; letters, digits, "-". */
  readonly ResourceGroupId?: string | undefined;
  /** Only resource groups of these ids. At most 100. */
  readonly ResourceGroupIds?: readonly string[] | undefined;
  /** Only resource groups whose name holds this text, whatever its case. 1 to 50 characters; letters, digits, "-". */
  readonly Name?: string | undefined;
  /** Only resource groups whose name to show holds this text, whatever its case. 1 to 50 characters; all characters except control characters. */
  readonly DisplayName?: string | undefined;
  /** Only resource groups in this state. All are OK: each is ready when it is created, and gone when it is deleted. */
  readonly Status?: 'Creating' | 'OK' | 'PendingDelete' | undefined;
  /** Only what carries all of these tags. At most 20. */
  readonly Tag?: readonly { readonly Key: string; readonly Value?: string }[] | undefined;
  /** true shows tags too. false by default. */
  readonly IncludeTags?: boolean | undefined;
  /** Number of the page, from 1 on. 1 to 1000000, 1 by default. */
  readonly PageNumber?: number | undefined;
  /** Entries of a page. 1 to 100, 10 by default. */
  readonly PageSize?: number | undefined;
}
export interface ListResourceGroupsReply {
  readonly RequestId: string;
  readonly ResourceGroups: {
    readonly ResourceGroup: readonly {
      readonly Id: string;
      readonly Name: string;
      readonly DisplayName: string;
      readonly AccountId: string;
      readonly CreateDate: string;
      readonly Status: string;
      readonly Tags?: {
        readonly Tag: readonly {
          readonly TagKey: string;
          readonly TagValue: string;
        }[];
      };
    }[];
  };
  readonly PageNumber: number;
  readonly PageSize: number;
  readonly TotalCount: number;
}
export type ListResourceGroupsCode =
  | 'InvalidParameter.ResourceGroupId'
  | 'InvalidParameter.ResourceGroupIds'
  | 'MissingResourceGroupIds'
  | 'InvalidParameter.Name.Length'
  | 'InvalidParameter.Name.InvalidChars'
  | 'InvalidParameter.DisplayName.Length'
  | 'InvalidParameter.DisplayName.InvalidChars'
  | 'InvalidParameter.Status'
  | 'InvalidParameter.Tag'
  | 'MissingTag.Key'
  | 'InvalidParameter.Tag.Key.Length'
  | 'InvalidParameter.Tag.Key.InvalidChars'
  | 'InvalidParameter.Tag.Value.Length'
  | 'InvalidParameter.Tag.Value.InvalidChars'
  | 'InvalidParameter.IncludeTags.Format'
  | 'InvalidParameter.PageNumber.Format'
  | 'InvalidParameter.PageNumber.Range'
  | 'InvalidParameter.PageSize.Format'
  | 'InvalidParameter.PageSize.Range';
/** Lists the resource groups in the order of their names. */
export const ListResourceGroups = /* @__PURE__ */ operation<ListResourceGroupsRequest, ListResourceGroupsReply, ListResourceGroupsCode>({ version, name: 'ListResourceGroups', numbered: ['ResourceGroupIds', 'Tag'] });

export interface ListTagResourcesRequest {
  /** Always ResourceGroup. ResourceGroup by default. */
  readonly ResourceType?: 'ResourceGroup' | undefined;
  /** Ids of resource groups. At most 50. */
  readonly ResourceId?: readonly string[] | undefined;
  /** Only what carries all of these tags. At most 20. */
  readonly Tag?: readonly { readonly Key: string; readonly Value?: string }[] | undefined;
  /** Where the page starts: the token that the page before returned. The first page when absent. 1 to 2048 characters. */
  readonly NextToken?: string | undefined;
  /** Entries of a page. 1 to 100, 10 by default. */
  readonly MaxResults?: number | undefined;
}
export interface ListTagResourcesReply {
  readonly RequestId: string;
  readonly TagResources: readonly {
    readonly ResourceType: string;
    readonly ResourceId: string;
    readonly TagKey: string;
    readonly TagValue: string;
  }[];
  readonly NextToken?: string;
}
export type ListTagResourcesCode =
  | 'EntityNotExists.ResourceGroup'
  | 'InvalidParameter.NextToken'
  | 'InvalidParameter.ResourceType'
  | 'InvalidParameter.ResourceId'
  | 'MissingResourceId'
  | 'InvalidParameter.Tag'
  | 'MissingTag.Key'
  | 'InvalidParameter.Tag.Key.Length'
  | 'InvalidParameter.Tag.Key.InvalidChars'
  | 'InvalidParameter.Tag.Value.Length'
  | 'InvalidParameter.Tag.Value.InvalidChars'
  | 'InvalidParameter.NextToken.Length'
  | 'InvalidParameter.MaxResults.Format'
  | 'InvalidParameter.MaxResults.Range';
/** Lists the tags of resource groups. */
export const ListTagResources = /* @__PURE__ */ operation<ListTagResourcesRequest, ListTagResourcesReply, ListTagResourcesCode>({ version, name: 'ListTagResources', numbered: ['ResourceId', 'Tag'] });

export interface TagResourcesRequest {
  /** Always ResourceGroup. ResourceGroup by default. */
  readonly ResourceType?: 'ResourceGroup' | undefined;
  /** Ids of resource groups. At most 50. */
  readonly ResourceId: readonly string[];
  /** Tags to set. At most 20. */
  readonly Tag: readonly { readonly Key: string; readonly Value?: string }[];
}
export interface TagResourcesReply {
  readonly RequestId: string;
}
export type TagResourcesCode =
  | 'EntityNotExists.ResourceGroup'
  | 'InvalidParameter.Tag.Duplicate'
  | 'LimitExceeded.ResourceGroup.Tag'
  | 'InvalidParameter.ResourceType'
  | 'MissingResourceId'
  | 'InvalidParameter.ResourceId'
  | 'MissingTag'
  | 'InvalidParameter.Tag'
  | 'MissingTag.Key'
  | 'InvalidParameter.Tag.Key.Length'
  | 'InvalidParameter.Tag.Key.InvalidChars'
  | 'InvalidParameter.Tag.Key.Format'
  | 'InvalidParameter.Tag.Value.Length'
  | 'InvalidParameter.Tag.Value.InvalidChars'
  | 'InvalidParameter.Tag.Value.Format';
/** Sets tags on resource groups. */
export const TagResources = /* @__PURE__ */ operation<TagResourcesRequest, TagResourcesReply, TagResourcesCode>({ version, name: 'TagResources', numbered: ['ResourceId', 'Tag'] });

export interface UntagResourcesRequest {
  /** Always ResourceGroup. ResourceGroup by default. */
  readonly ResourceType?: 'ResourceGroup' | undefined;
  /** Ids of resource groups. At most 50. */
  readonly ResourceId: readonly string[];
  /** Keys of the tags to remove. At most 20. */
  readonly TagKey?: readonly string[] | undefined;
  /** true removes every tag; it counts only when no keys are given. false by default. */
  readonly All?: boolean | undefined;
}
export interface UntagResourcesReply {
  readonly RequestId: string;
}
export type UntagResourcesCode =
  | 'MissingTagKey'
  | 'EntityNotExists.ResourceGroup'
  | 'InvalidParameter.ResourceType'
  | 'MissingResourceId'
  | 'InvalidParameter.ResourceId'
  | 'InvalidParameter.TagKey'
  | 'InvalidParameter.TagKey.Length'
  | 'InvalidParameter.TagKey.InvalidChars'
  | 'InvalidParameter.All.Format';
/** Removes tags from resource groups. */
export const UntagResources = /* @__PURE__ */ operation<UntagResourcesRequest, UntagResourcesReply, UntagResourcesCode>({ version, name: 'UntagResources', numbered: ['ResourceId', 'TagKey'] });

export interface UpdateResourceGroupRequest {
  /** Id of the resource group. 1 to 18 characters; letters, digits, "-". */
  readonly ResourceGroupId: string;
  /** New name to show for the resource group. 1 to 50 characters; all characters except control characters. */
  readonly NewDisplayName: string;
}
export interface UpdateResourceGroupReply {
  readonly RequestId: string;
  readonly ResourceGroup: {
    readonly Id: string;
    readonly Name: string;
    readonly DisplayName: string;
    readonly AccountId: string;
    readonly CreateDate: string;
  };
}
export type UpdateResourceGroupCode =
  | 'EntityNotExists.ResourceGroup'
  | 'MissingResourceGroupId'
  | 'InvalidParameter.ResourceGroupId'
  | 'MissingNewDisplayName'
  | 'InvalidParameter.NewDisplayName.Length'
  | 'InvalidParameter.NewDisplayName.InvalidChars';
/** Changes the name to show of a resource group. */
export const UpdateResourceGroup = /* @__PURE__ */ operation<UpdateResourceGroupRequest, UpdateResourceGroupReply, UpdateResourceGroupCode>({ version, name: 'UpdateResourceGroup' });
