// Made from the declarations of the server by npm run gen.

import { operation } from '../operation.ts';

const version = '2020-03-31';

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
