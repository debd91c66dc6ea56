// Made from the declarations of the server by npm run gen.

import { operation } from '../operation.ts';

const version = '2015-05-01';

export interface AddUserToGroupRequest {
  /** Name of the user. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName: string;
  /** Name of the group. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly GroupName: string;
}
export interface AddUserToGroupReply {
  readonly RequestId: string;
}
export type AddUserToGroupCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.Group'
  | 'EntityAlreadyExists.User.Group'
  | 'LimitExceeded.User.Group'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars'
  | 'MissingGroupName'
  | 'InvalidParameter.GroupName.Length'
  | 'InvalidParameter.GroupName.InvalidChars';
/** Adds a user to a group. */
export const AddUserToGroup = /* @__PURE__ */ operation<AddUserToGroupRequest, AddUserToGroupReply, AddUserToGroupCode>({ version, name: 'AddUserToGroup' });

export interface AttachPolicyToGroupRequest {
  /** Name of the group. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly GroupName: string;
  /** Name of the policy; letter case does not matter. 1 to 128 characters; letters, digits, "-". */
  readonly PolicyName: string;
  /** System for policies that are part of the product, Custom for those of the account. */
  readonly PolicyType: 'System' | 'Custom';
  /** Id of the resource group that the attachment is limited to; the whole account when absent or its id. 1 to 18 characters; letters, digits, "-". */
  readonly ResourceGroupId?: string | undefined;
}
export interface AttachPolicyToGroupReply {
  readonly RequestId: string;
}
export type AttachPolicyToGroupCode =
  | 'EntityNotExists.ResourceGroup'
  | 'EntityNotExist.Group'
  | 'EntityNotExist.Policy'
  | 'EntityAlreadyExists.Group.Policy'
  | 'LimitExceeded.Group.Policy'
  | 'MissingGroupName'
  | 'InvalidParameter.GroupName.Length'
  | 'InvalidParameter.GroupName.InvalidChars'
  | 'MissingPolicyName'
  | 'InvalidParameter.PolicyName.Length'
  | 'InvalidParameter.PolicyName.InvalidChars'
  | 'MissingPolicyType'
  | 'InvalidParameter.PolicyType'
  | 'InvalidParameter.ResourceGroupId';
/** Attaches a policy to a group. */
export const AttachPolicyToGroup = /* @__PURE__ */ operation<AttachPolicyToGroupRequest, AttachPolicyToGroupReply, AttachPolicyToGroupCode>({ version, name: 'AttachPolicyToGroup' });

export interface AttachPolicyToRoleRequest {
  /** Name of the role. 1 to 64 characters; letters, digits, "." "-". */
  readonly RoleName: string;
  /** Name of the policy; letter case does not matter. 1 to 128 characters; letters, digits, "-". */
  readonly PolicyName: string;
  /** System for policies that are part of the product, Custom for those of the account. */
  readonly PolicyType: 'System' | 'Custom';
  /** Id of the resource group that the attachment is limited to; the whole account when absent or its id. 1 to 18 characters; letters, digits, "-". */
  readonly ResourceGroupId?: string | undefined;
}
export interface AttachPolicyToRoleReply {
  readonly RequestId: string;
}
export type AttachPolicyToRoleCode =
  | 'EntityNotExists.ResourceGroup'
  | 'EntityNotExist.Role'
  | 'NotSupport.ServiceLinkedRole'
  | 'EntityNotExist.Policy'
  | 'EntityAlreadyExists.Role.Policy'
  | 'LimitExceeded.Role.Policy'
  | 'MissingRoleName'
  | 'InvalidParameter.RoleName.Length'
  | 'InvalidParameter.RoleName.InvalidChars'
  | 'MissingPolicyName'
  | 'InvalidParameter.PolicyName.Length'
  | 'InvalidParameter.PolicyName.InvalidChars'
  | 'MissingPolicyType'
  | 'InvalidParameter.PolicyType'
  | 'InvalidParameter.ResourceGroupId';
/** Attaches a policy to a role. */
export const AttachPolicyToRole = /* @__PURE__ */ operation<AttachPolicyToRoleRequest, AttachPolicyToRoleReply, AttachPolicyToRoleCode>({ version, name: 'AttachPolicyToRole' });

export interface AttachPolicyToUserRequest {
  /** Name of the user. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName: string;
  /** Name of the policy; letter case does not matter. 1 to 128 characters; letters, digits, "-". */
  readonly PolicyName: string;
  /** System for policies that are part of the product, Custom for those of the account. */
  readonly PolicyType: 'System' | 'Custom';
  /** Id of the resource group that the attachment is limited to; the whole account when absent or its id. 1 to 18 characters; letters, digits, "-". */
  readonly ResourceGroupId?: string | undefined;
}
export interface AttachPolicyToUserReply {
  readonly RequestId: string;
}
export type AttachPolicyToUserCode =
  | 'EntityNotExists.ResourceGroup'
  | 'EntityNotExist.User'
  | 'EntityNotExist.Policy'
  | 'EntityAlreadyExists.User.Policy'
  | 'LimitExceeded.User.Policy'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars'
  | 'MissingPolicyName'
  | 'InvalidParameter.PolicyName.Length'
  | 'InvalidParameter.PolicyName.InvalidChars'
  | 'MissingPolicyType'
  | 'InvalidParameter.PolicyType'
  | 'InvalidParameter.ResourceGroupId';
/** Attaches a policy to a user. */
export const AttachPolicyToUser = /* @__PURE__ */ operation<AttachPolicyToUserRequest, AttachPolicyToUserReply, AttachPolicyToUserCode>({ version, name: 'AttachPolicyToUser' });

export interface BindMFADeviceRequest {
  /** Name of the user. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName: string;
  /** Serial number of the device, which is its ARN. 1 to 128 characters; acs:ram::<account>:mfa/<name>. */
  readonly SerialNumber: string;
  /** A code that the device shows. 1 to 15 characters; six digits. */
  readonly AuthenticationCode1: string;
  /** The code after it. 1 to 15 characters; six digits. */
  readonly AuthenticationCode2: string;
}
export interface BindMFADeviceReply {
  readonly RequestId: string;
}
export type BindMFADeviceCode =
  | 'EntityNotExist.User'
  | 'EntityAlreadyExists.User.MFADevice'
  | 'EntityNotExist.VirtualMFADevice'
  | 'EntityAlreadyExists.VirtualMFADevice.User'
  | 'CheckAuthenticationCodeFail'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars'
  | 'MissingSerialNumber'
  | 'InvalidParameter.SerialNumber.Length'
  | 'InvalidParameter.SerialNumber.Format'
  | 'MissingAuthenticationCode1'
  | 'InvalidParameter.AuthenticationCode.Format'
  | 'MissingAuthenticationCode2';
/** Binds a virtual MFA device to a user, proven by two codes that follow each other. While AllowUserToManageMFADevices is on, only an explicit deny refuses it to a user who does it for itself. */
export const BindMFADevice = /* @__PURE__ */ operation<BindMFADeviceRequest, BindMFADeviceReply, BindMFADeviceCode>({ version, name: 'BindMFADevice' });

export interface ChangePasswordRequest {
  /** The password that is in force. 1 to 32 characters; all characters except control characters. */
  readonly OldPassword: string;
  /** The password to be in force from now on. 1 to 32 characters; all characters except control characters. */
  readonly NewPassword: string;
}
export interface ChangePasswordReply {
  readonly RequestId: string;
}
export type ChangePasswordCode =
  | 'NotSupport.Account'
  | 'MissingUserName'
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.LoginProfile'
  | 'LimitExceeded.User.LoginAttempts'
  | 'InvalidParameter.OldPassword.Incorrect'
  | 'InvalidParameter.NewPassword.TooWeak'
  | 'InvalidParameter.NewPassword.ReusePrevention'
  | 'MissingOldPassword'
  | 'MissingNewPassword';
/** Changes the password of the user who calls. While AllowUserToChangePassword is on, only an explicit deny refuses it. */
export const ChangePassword = /* @__PURE__ */ operation<ChangePasswordRequest, ChangePasswordReply, ChangePasswordCode>({ version, name: 'ChangePassword' });

export interface ClearAccountAliasRequest {}
export interface ClearAccountAliasReply {
  readonly RequestId: string;
}
export type ClearAccountAliasCode = never;
/** Takes the account's alias away: default domain and principal names end in its id again. */
export const ClearAccountAlias = /* @__PURE__ */ operation<ClearAccountAliasRequest, ClearAccountAliasReply, ClearAccountAliasCode>({ version, name: 'ClearAccountAlias' });

export interface CreateAccessKeyRequest {
  /** Name of the user; the caller when absent. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName?: string | undefined;
}
export interface CreateAccessKeyReply {
  readonly RequestId: string;
  readonly AccessKey: {
    readonly AccessKeyId: string;
    readonly AccessKeySecret: string;
    readonly Status: string;
    readonly CreateDate: string;
  };
}
export type CreateAccessKeyCode =
  | 'EntityNotExist.User'
  | 'LimitExceeded.User.AccessKey'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars';
/** Creates an AccessKey; its secret is shown this once. While AllowUserToManageAccessKeys is on, only an explicit deny refuses it to a user who does it for itself. */
export const CreateAccessKey = /* @__PURE__ */ operation<CreateAccessKeyRequest, CreateAccessKeyReply, CreateAccessKeyCode>({ version, name: 'CreateAccessKey' });

export interface CreateGroupRequest {
  /** Name of the group. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly GroupName: string;
  /** Remarks. 1 to 128 characters; all characters except control characters other than line breaks and tabs. */
  readonly Comments?: string | undefined;
}
export interface CreateGroupReply {
  readonly RequestId: string;
  readonly Group: {
    readonly GroupId: string;
    readonly GroupName: string;
    readonly Comments: string;
    readonly CreateDate: string;
  };
}
export type CreateGroupCode =
  | 'EntityAlreadyExists.Group'
  | 'LimitExceeded.Group'
  | 'MissingGroupName'
  | 'InvalidParameter.GroupName.Length'
  | 'InvalidParameter.GroupName.InvalidChars'
  | 'InvalidParameter.Comments.Length'
  | 'InvalidParameter.Comments.InvalidChars';
/** Creates a group. */
export const CreateGroup = /* @__PURE__ */ operation<CreateGroupRequest, CreateGroupReply, CreateGroupCode>({ version, name: 'CreateGroup' });

export interface CreateLoginProfileRequest {
  /** Name of the user. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName: string;
  /** The password; the password policy says what it must be like. 1 to 32 characters; all characters except control characters. */
  readonly Password: string;
  /** Whether the user must choose a password of its own at the next log-on. false by default. */
  readonly PasswordResetRequired?: boolean | undefined;
  /** Whether the user must bind a second factor at the next log-on. false by default. */
  readonly MFABindRequired?: boolean | undefined;
}
export interface CreateLoginProfileReply {
  readonly RequestId: string;
  readonly LoginProfile: {
    readonly UserName: string;
    readonly PasswordResetRequired: boolean;
    readonly MFABindRequired: boolean;
    readonly CreateDate: string;
  };
}
export type CreateLoginProfileCode =
  | 'EntityNotExist.User'
  | 'EntityAlreadyExists.User.LoginProfile'
  | 'InvalidParameter.Password.TooWeak'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars'
  | 'MissingPassword'
  | 'InvalidParameter.PasswordResetRequired.Format'
  | 'InvalidParameter.MFABindRequired.Format';
/** Lets a user log on to the console. */
export const CreateLoginProfile = /* @__PURE__ */ operation<CreateLoginProfileRequest, CreateLoginProfileReply, CreateLoginProfileCode>({ version, name: 'CreateLoginProfile' });

export interface CreatePolicyRequest {
  /** Name of the policy; letter case does not matter. 1 to 128 characters; letters, digits, "-". */
  readonly PolicyName: string;
  /** What the policy is for. 1 to 1024 characters; all characters except control characters other than line breaks and tabs. */
  readonly Description?: string | undefined;
  /** The policy as JSON text, up to the quota of characters that GetAccountSummary shows as PolicySizeQuota. 1 to 131072 characters. */
  readonly PolicyDocument: string;
  /** Tags to set. At most 20. */
  readonly Tag?: readonly { readonly Key: string; readonly Value?: string }[] | undefined;
}
export interface CreatePolicyReply {
  readonly RequestId: string;
  readonly Policy: {
    readonly PolicyName: string;
    readonly PolicyType: string;
    readonly Description: string;
    readonly DefaultVersion: string;
    readonly CreateDate: string;
  };
}
export type CreatePolicyCode =
  | 'InvalidParameter.PolicyDocument.Length'
  | 'MalformedPolicyDocument'
  | 'EntityAlreadyExists.Policy'
  | 'LimitExceeded.Policy'
  | 'InvalidParameter.Tag.Duplicate'
  | 'LimitExceeded.Policy.Tag'
  | 'MissingPolicyName'
  | 'InvalidParameter.PolicyName.Length'
  | 'InvalidParameter.PolicyName.InvalidChars'
  | 'InvalidParameter.Description.Length'
  | 'InvalidParameter.Description.InvalidChars'
  | 'MissingPolicyDocument'
  | 'InvalidParameter.Tag'
  | 'MissingTag.Key'
  | 'InvalidParameter.Tag.Key.Length'
  | 'InvalidParameter.Tag.Key.InvalidChars'
  | 'InvalidParameter.Tag.Key.Format'
  | 'InvalidParameter.Tag.Value.Length'
  | 'InvalidParameter.Tag.Value.InvalidChars'
  | 'InvalidParameter.Tag.Value.Format';
/** Creates a custom policy; its document becomes version v1. */
export const CreatePolicy = /* @__PURE__ */ operation<CreatePolicyRequest, CreatePolicyReply, CreatePolicyCode>({ version, name: 'CreatePolicy' });

export interface CreatePolicyVersionRequest {
  /** Name of the policy; letter case does not matter. 1 to 128 characters; letters, digits, "-". */
  readonly PolicyName: string;
  /** The policy as JSON text, up to the quota of characters that GetAccountSummary shows as PolicySizeQuota. 1 to 131072 characters. */
  readonly PolicyDocument: string;
  /** true puts the new version in force at once. false by default. */
  readonly SetAsDefault?: boolean | undefined;
  /** What to do when the policy has as many versions as it may have: refuse, or delete the oldest that is not the default. None by default. */
  readonly RotateStrategy?: 'None' | 'DeleteOldestNonDefaultVersionWhenLimitExceeded' | undefined;
}
export interface CreatePolicyVersionReply {
  readonly RequestId: string;
  readonly PolicyVersion: {
    readonly VersionId: string;
    readonly IsDefaultVersion: boolean;
    readonly PolicyDocument: string;
    readonly CreateDate: string;
  };
}
export type CreatePolicyVersionCode =
  | 'InvalidParameter.PolicyDocument.Length'
  | 'MalformedPolicyDocument'
  | 'EntityNotExist.Policy'
  | 'NoPermission'
  | 'LimitExceeded.Policy.Version'
  | 'MissingPolicyName'
  | 'InvalidParameter.PolicyName.Length'
  | 'InvalidParameter.PolicyName.InvalidChars'
  | 'MissingPolicyDocument'
  | 'InvalidParameter.SetAsDefault.Format'
  | 'InvalidParameter.RotateStrategy';
/** Adds a version to a custom policy. */
export const CreatePolicyVersion = /* @__PURE__ */ operation<CreatePolicyVersionRequest, CreatePolicyVersionReply, CreatePolicyVersionCode>({ version, name: 'CreatePolicyVersion' });

export interface CreateRoleRequest {
  /** Name of the role. 1 to 64 characters; letters, digits, "." "-". */
  readonly RoleName: string;
  /** The trust policy as JSON text: who may take the role on, and when. 1 to 4096 characters. */
  readonly AssumeRolePolicyDocument: string;
  /** What the role is for. 1 to 1024 characters; all characters except control characters other than line breaks and tabs. */
  readonly Description?: string | undefined;
  /** Seconds that a session of the role may last. 3600 to 43200, 3600 by default. */
  readonly MaxSessionDuration?: number | undefined;
  /** Tags to set. At most 20. */
  readonly Tag?: readonly { readonly Key: string; readonly Value?: string }[] | undefined;
}
export interface CreateRoleReply {
  readonly RequestId: string;
  readonly Role: {
    readonly RoleId: string;
    readonly RoleName: string;
    readonly Arn: string;
    readonly Description: string;
    readonly MaxSessionDuration: number;
    readonly CreateDate: string;
    readonly AssumeRolePolicyDocument: string;
  };
}
export type CreateRoleCode =
  | 'MalformedPolicyDocument'
  | 'InvalidParameter.RoleName.Reserved'
  | 'EntityAlreadyExists.Role'
  | 'LimitExceeded.Role'
  | 'InvalidParameter.Tag.Duplicate'
  | 'LimitExceeded.Role.Tag'
  | 'MissingRoleName'
  | 'InvalidParameter.RoleName.Length'
  | 'InvalidParameter.RoleName.InvalidChars'
  | 'MissingAssumeRolePolicyDocument'
  | 'InvalidParameter.AssumeRolePolicyDocument.Length'
  | 'InvalidParameter.Description.Length'
  | 'InvalidParameter.Description.InvalidChars'
  | 'InvalidParameter.MaxSessionDuration.Format'
  | 'InvalidParameter.MaxSessionDuration.Range'
  | 'InvalidParameter.Tag'
  | 'MissingTag.Key'
  | 'InvalidParameter.Tag.Key.Length'
  | 'InvalidParameter.Tag.Key.InvalidChars'
  | 'InvalidParameter.Tag.Key.Format'
  | 'InvalidParameter.Tag.Value.Length'
  | 'InvalidParameter.Tag.Value.InvalidChars'
  | 'InvalidParameter.Tag.Value.Format';
/** Creates a role. */
export const CreateRole = /* @__PURE__ */ operation<CreateRoleRequest, CreateRoleReply, CreateRoleCode>({ version, name: 'CreateRole' });

export interface CreateUserRequest {
  /** Name of the user. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName: string;
  /** Name to show for the user. 1 to 128 characters; all characters except control characters. */
  readonly DisplayName?: string | undefined;
  /** Mobile phone number: <country code>-<number>. 1 to 32 characters; <country code>-<number>, digits only, e.g. 86-18600008888. */
  readonly MobilePhone?: string | undefined;
  /** E-mail address. 1 to 254 characters; <name>@<domain>, e.g. alice@example.com. */
  readonly Email?: string | undefined;
  /** Remarks. 1 to 128 characters; all characters except control characters other than line breaks and tabs. */
  readonly Comments?: string | undefined;
}
export interface CreateUserReply {
  readonly RequestId: string;
  readonly User: {
    readonly UserId: string;
    readonly UserName: string;
    readonly DisplayName: string;
    readonly MobilePhone: string;
    readonly Email: string;
    readonly Comments: string;
    readonly CreateDate: string;
  };
}
export type CreateUserCode =
  | 'EntityAlreadyExists.User'
  | 'LimitExceeded.User'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars'
  | 'InvalidParameter.DisplayName.Length'
  | 'InvalidParameter.DisplayName.InvalidChars'
  | 'InvalidParameter.MobilePhone.Length'
  | 'InvalidParameter.MobilePhone.Format'
  | 'InvalidParameter.Email.Length'
  | 'InvalidParameter.Email.Format'
  | 'InvalidParameter.Comments.Length'
  | 'InvalidParameter.Comments.InvalidChars';
/** Creates a user. */
export const CreateUser = /* @__PURE__ */ operation<CreateUserRequest, CreateUserReply, CreateUserCode>({ version, name: 'CreateUser' });

export interface CreateVirtualMFADeviceRequest {
  /** Name of the device, unique in the account. 1 to 64 characters; letters, digits, "." "-". */
  readonly VirtualMFADeviceName: string;
}
export interface CreateVirtualMFADeviceReply {
  readonly RequestId: string;
  readonly VirtualMFADevice: {
    readonly SerialNumber: string;
    readonly Base32StringSeed: string;
    readonly QRCodePNG: string;
  };
}
export type CreateVirtualMFADeviceCode =
  | 'EntityAlreadyExists.VirtualMFADevice'
  | 'LimitExceeded.VirtualMFADevice'
  | 'MissingVirtualMFADeviceName'
  | 'InvalidParameter.VirtualMFADeviceName.Length'
  | 'InvalidParameter.VirtualMFADeviceName.InvalidChars';
/** Creates a virtual MFA device; its seed is shown this once. While AllowUserToManageMFADevices is on, only an explicit deny refuses it to a user who has none. */
export const CreateVirtualMFADevice = /* @__PURE__ */ operation<CreateVirtualMFADeviceRequest, CreateVirtualMFADeviceReply, CreateVirtualMFADeviceCode>({ version, name: 'CreateVirtualMFADevice' });

export interface DecodeDiagnosticMessageRequest {
  /** The EncodedDiagnosticMessage of a refusal. 1 to 32768 characters. */
  readonly EncodedDiagnosticMessage: string;
}
export interface DecodeDiagnosticMessageReply {
  readonly RequestId: string;
  readonly DecodedDiagnosticMessage: {
    readonly ExplicitDeny: boolean;
    readonly NoPermissionPolicyType: string;
    readonly AuthAction: string;
    readonly AuthResource: string;
    readonly AuthPrincipal: {
      readonly AuthPrincipalType: string;
      readonly AuthPrincipalOwnerId: string;
      readonly AuthPrincipalDisplayName: string;
    };
    readonly AuthConditions: readonly {
      readonly ConditionKey: string;
      readonly ConditionValues: readonly string[];
    }[];
    readonly MatchedPolicies: readonly {
      readonly Effect: string;
      readonly PolicyIdentifier: string;
      readonly PolicyType: string;
      readonly PolicyVersion?: string;
      readonly AttachedEntityType: string;
      readonly AttachedScope: string;
    }[];
  };
}
export type DecodeDiagnosticMessageCode =
  | 'NotSupport'
  | 'MissingEncodedDiagnosticMessage'
  | 'InvalidParameter.EncodedDiagnosticMessage.Length';
/** Decodes the diagnostic message of a refusal: which step and which policies refused what. */
export const DecodeDiagnosticMessage = /* @__PURE__ */ operation<DecodeDiagnosticMessageRequest, DecodeDiagnosticMessageReply, DecodeDiagnosticMessageCode>({ version, name: 'DecodeDiagnosticMessage' });

export interface DeleteAccessKeyRequest {
  /** Name of the user; the caller when absent. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName?: string | undefined;
  /** Id of the AccessKey. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserAccessKeyId: string;
}
export interface DeleteAccessKeyReply {
  readonly RequestId: string;
}
export type DeleteAccessKeyCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.AccessKey'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars'
  | 'MissingUserAccessKeyId'
  | 'InvalidParameter.UserAccessKeyId.Length'
  | 'InvalidParameter.UserAccessKeyId.InvalidChars';
/** Deletes an AccessKey, active or not: a user's goes into the recycle bin, one of the account itself is gone for good. While AllowUserToManageAccessKeys is on, only an explicit deny refuses it to a user who does it for itself. */
export const DeleteAccessKey = /* @__PURE__ */ operation<DeleteAccessKeyRequest, DeleteAccessKeyReply, DeleteAccessKeyCode>({ version, name: 'DeleteAccessKey' });

export interface DeleteGroupRequest {
  /** Name of the group. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly GroupName: string;
}
export interface DeleteGroupReply {
  readonly RequestId: string;
}
export type DeleteGroupCode =
  | 'EntityNotExist.Group'
  | 'DeleteConflict.Group.User'
  | 'DeleteConflict.Group.Policy'
  | 'MissingGroupName'
  | 'InvalidParameter.GroupName.Length'
  | 'InvalidParameter.GroupName.InvalidChars';
/** Deletes a group that has neither members nor policies. */
export const DeleteGroup = /* @__PURE__ */ operation<DeleteGroupRequest, DeleteGroupReply, DeleteGroupCode>({ version, name: 'DeleteGroup' });

export interface DeleteLoginProfileRequest {
  /** Name of the user. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName: string;
}
export interface DeleteLoginProfileReply {
  readonly RequestId: string;
}
export type DeleteLoginProfileCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.LoginProfile'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars';
/** Takes the log-on to the console away from a user, with its password. */
export const DeleteLoginProfile = /* @__PURE__ */ operation<DeleteLoginProfileRequest, DeleteLoginProfileReply, DeleteLoginProfileCode>({ version, name: 'DeleteLoginProfile' });

export interface DeletePolicyRequest {
  /** Name of the policy; letter case does not matter. 1 to 128 characters; letters, digits, "-". */
  readonly PolicyName: string;
  /** true deletes all versions too; false refuses while there are versions beside the default. false by default. */
  readonly CascadingDelete?: boolean | undefined;
}
export interface DeletePolicyReply {
  readonly RequestId: string;
}
export type DeletePolicyCode =
  | 'EntityNotExist.Policy'
  | 'NoPermission'
  | 'DeleteConflict.Policy.User'
  | 'DeleteConflict.Policy.Group'
  | 'DeleteConflict.Policy.Role'
  | 'DeleteConflict.Policy.Version'
  | 'MissingPolicyName'
  | 'InvalidParameter.PolicyName.Length'
  | 'InvalidParameter.PolicyName.InvalidChars'
  | 'InvalidParameter.CascadingDelete.Format';
/** Deletes a custom policy that nobody holds. */
export const DeletePolicy = /* @__PURE__ */ operation<DeletePolicyRequest, DeletePolicyReply, DeletePolicyCode>({ version, name: 'DeletePolicy' });

export interface DeletePolicyVersionRequest {
  /** Name of the policy; letter case does not matter. 1 to 128 characters; letters, digits, "-". */
  readonly PolicyName: string;
  /** Id of the version, such as v3. 1 to 128 characters; v and a number, such as v1. */
  readonly VersionId: string;
}
export interface DeletePolicyVersionReply {
  readonly RequestId: string;
}
export type DeletePolicyVersionCode =
  | 'EntityNotExist.Policy'
  | 'NoPermission'
  | 'EntityNotExist.Policy.Version'
  | 'DeleteConflict.Policy.Version.Default'
  | 'MissingPolicyName'
  | 'InvalidParameter.PolicyName.Length'
  | 'InvalidParameter.PolicyName.InvalidChars'
  | 'MissingVersionId'
  | 'InvalidParameter.VersionId.Length'
  | 'InvalidParameter.VersionId.Format';
/** Deletes a version of a custom policy that is not the default. */
export const DeletePolicyVersion = /* @__PURE__ */ operation<DeletePolicyVersionRequest, DeletePolicyVersionReply, DeletePolicyVersionCode>({ version, name: 'DeletePolicyVersion' });

export interface DeleteRoleRequest {
  /** Name of the role. 1 to 64 characters; letters, digits, "." "-". */
  readonly RoleName: string;
}
export interface DeleteRoleReply {
  readonly RequestId: string;
}
export type DeleteRoleCode =
  | 'EntityNotExist.Role'
  | 'NotSupport.ServiceLinkedRole'
  | 'DeleteConflict.Role.Policy'
  | 'MissingRoleName'
  | 'InvalidParameter.RoleName.Length'
  | 'InvalidParameter.RoleName.InvalidChars';
/** Deletes a role that holds no policies. */
export const DeleteRole = /* @__PURE__ */ operation<DeleteRoleRequest, DeleteRoleReply, DeleteRoleCode>({ version, name: 'DeleteRole' });

export interface DeleteUserRequest {
  /** Name of the user. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName: string;
}
export interface DeleteUserReply {
  readonly RequestId: string;
}
export type DeleteUserCode =
  | 'EntityNotExist.User'
  | 'DeleteConflict.User.Group'
  | 'DeleteConflict.User.AccessKey'
  | 'DeleteConflict.User.LoginProfile'
  | 'DeleteConflict.User.MFADevice'
  | 'DeleteConflict.User.Policy'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars';
/** Moves a user who has nothing left into the recycle bin. */
export const DeleteUser = /* @__PURE__ */ operation<DeleteUserRequest, DeleteUserReply, DeleteUserCode>({ version, name: 'DeleteUser' });

export interface DeleteVirtualMFADeviceRequest {
  /** Serial number of the device, which is its ARN. 1 to 128 characters; acs:ram::<account>:mfa/<name>. */
  readonly SerialNumber: string;
}
export interface DeleteVirtualMFADeviceReply {
  readonly RequestId: string;
}
export type DeleteVirtualMFADeviceCode =
  | 'EntityNotExist.VirtualMFADevice'
  | 'DeleteConflict.VirtualMFADevice.User'
  | 'MissingSerialNumber'
  | 'InvalidParameter.SerialNumber.Length'
  | 'InvalidParameter.SerialNumber.Format';
/** Deletes a virtual MFA device that is bound to nobody. While AllowUserToManageMFADevices is on, only an explicit deny refuses it to the user who made it. */
export const DeleteVirtualMFADevice = /* @__PURE__ */ operation<DeleteVirtualMFADeviceRequest, DeleteVirtualMFADeviceReply, DeleteVirtualMFADeviceCode>({ version, name: 'DeleteVirtualMFADevice' });

export interface DetachPolicyFromGroupRequest {
  /** Name of the group. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly GroupName: string;
  /** Name of the policy; letter case does not matter. 1 to 128 characters; letters, digits, "-". */
  readonly PolicyName: string;
  /** System for policies that are part of the product, Custom for those of the account. */
  readonly PolicyType: 'System' | 'Custom';
  /** Id of the resource group that the attachment is limited to; the whole account when absent or its id. 1 to 18 characters; letters, digits, "-". */
  readonly ResourceGroupId?: string | undefined;
}
export interface DetachPolicyFromGroupReply {
  readonly RequestId: string;
}
export type DetachPolicyFromGroupCode =
  | 'EntityNotExists.ResourceGroup'
  | 'EntityNotExist.Group'
  | 'EntityNotExist.Policy'
  | 'EntityNotExist.Group.Policy'
  | 'MissingGroupName'
  | 'InvalidParameter.GroupName.Length'
  | 'InvalidParameter.GroupName.InvalidChars'
  | 'MissingPolicyName'
  | 'InvalidParameter.PolicyName.Length'
  | 'InvalidParameter.PolicyName.InvalidChars'
  | 'MissingPolicyType'
  | 'InvalidParameter.PolicyType'
  | 'InvalidParameter.ResourceGroupId';
/** Detaches a policy from a group. */
export const DetachPolicyFromGroup = /* @__PURE__ */ operation<DetachPolicyFromGroupRequest, DetachPolicyFromGroupReply, DetachPolicyFromGroupCode>({ version, name: 'DetachPolicyFromGroup' });

export interface DetachPolicyFromRoleRequest {
  /** Name of the role. 1 to 64 characters; letters, digits, "." "-". */
  readonly RoleName: string;
  /** Name of the policy; letter case does not matter. 1 to 128 characters; letters, digits, "-". */
  readonly PolicyName: string;
  /** System for policies that are part of the product, Custom for those of the account. */
  readonly PolicyType: 'System' | 'Custom';
  /** Id of the resource group that the attachment is limited to; the whole account when absent or its id. 1 to 18 characters; letters, digits, "-". */
  readonly ResourceGroupId?: string | undefined;
}
export interface DetachPolicyFromRoleReply {
  readonly RequestId: string;
}
export type DetachPolicyFromRoleCode =
  | 'EntityNotExists.ResourceGroup'
  | 'EntityNotExist.Role'
  | 'NotSupport.ServiceLinkedRole'
  | 'EntityNotExist.Policy'
  | 'EntityNotExist.Role.Policy'
  | 'MissingRoleName'
  | 'InvalidParameter.RoleName.Length'
  | 'InvalidParameter.RoleName.InvalidChars'
  | 'MissingPolicyName'
  | 'InvalidParameter.PolicyName.Length'
  | 'InvalidParameter.PolicyName.InvalidChars'
  | 'MissingPolicyType'
  | 'InvalidParameter.PolicyType'
  | 'InvalidParameter.ResourceGroupId';
/** Detaches a policy from a role. */
export const DetachPolicyFromRole = /* @__PURE__ */ operation<DetachPolicyFromRoleRequest, DetachPolicyFromRoleReply, DetachPolicyFromRoleCode>({ version, name: 'DetachPolicyFromRole' });

export interface DetachPolicyFromUserRequest {
  /** Name of the user. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName: string;
  /** Name of the policy; letter case does not matter. 1 to 128 characters; letters, digits, "-". */
  readonly PolicyName: string;
  /** System for policies that are part of the product, Custom for those of the account. */
  readonly PolicyType: 'System' | 'Custom';
  /** Id of the resource group that the attachment is limited to; the whole account when absent or its id. 1 to 18 characters; letters, digits, "-". */
  readonly ResourceGroupId?: string | undefined;
}
export interface DetachPolicyFromUserReply {
  readonly RequestId: string;
}
export type DetachPolicyFromUserCode =
  | 'EntityNotExists.ResourceGroup'
  | 'EntityNotExist.User'
  | 'EntityNotExist.Policy'
  | 'EntityNotExist.User.Policy'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars'
  | 'MissingPolicyName'
  | 'InvalidParameter.PolicyName.Length'
  | 'InvalidParameter.PolicyName.InvalidChars'
  | 'MissingPolicyType'
  | 'InvalidParameter.PolicyType'
  | 'InvalidParameter.ResourceGroupId';
/** Detaches a policy from a user. */
export const DetachPolicyFromUser = /* @__PURE__ */ operation<DetachPolicyFromUserRequest, DetachPolicyFromUserReply, DetachPolicyFromUserCode>({ version, name: 'DetachPolicyFromUser' });

export interface GetAccessKeyLastUsedRequest {
  /** Name of the user; the caller when absent. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName?: string | undefined;
  /** Id of the AccessKey. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserAccessKeyId: string;
}
export interface GetAccessKeyLastUsedReply {
  readonly RequestId: string;
  readonly AccessKeyLastUsed: {
    readonly LastUsedDate: string;
  };
}
export type GetAccessKeyLastUsedCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.AccessKey'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars'
  | 'MissingUserAccessKeyId'
  | 'InvalidParameter.UserAccessKeyId.Length'
  | 'InvalidParameter.UserAccessKeyId.InvalidChars';
/** Shows when an AccessKey was used last. Only an explicit deny refuses it to a user about its own keys. */
export const GetAccessKeyLastUsed = /* @__PURE__ */ operation<GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedReply, GetAccessKeyLastUsedCode>({ version, name: 'GetAccessKeyLastUsed' });

export interface GetAccountAliasRequest {}
export interface GetAccountAliasReply {
  readonly RequestId: string;
  readonly AccountAlias: string;
}
export type GetAccountAliasCode = never;
/** Shows the alias of the account: its id as long as it has no other. */
export const GetAccountAlias = /* @__PURE__ */ operation<GetAccountAliasRequest, GetAccountAliasReply, GetAccountAliasCode>({ version, name: 'GetAccountAlias' });

export interface GetGroupRequest {
  /** Name of the group. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly GroupName: string;
}
export interface GetGroupReply {
  readonly RequestId: string;
  readonly Group: {
    readonly GroupId: string;
    readonly GroupName: string;
    readonly Comments: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
  };
}
export type GetGroupCode =
  | 'EntityNotExist.Group'
  | 'MissingGroupName'
  | 'InvalidParameter.GroupName.Length'
  | 'InvalidParameter.GroupName.InvalidChars';
/** Shows one group. */
export const GetGroup = /* @__PURE__ */ operation<GetGroupRequest, GetGroupReply, GetGroupCode>({ version, name: 'GetGroup' });

export interface GetLoginProfileRequest {
  /** Name of the user. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName: string;
}
export interface GetLoginProfileReply {
  readonly RequestId: string;
  readonly LoginProfile: {
    readonly UserName: string;
    readonly PasswordResetRequired: boolean;
    readonly MFABindRequired: boolean;
    readonly CreateDate: string;
  };
}
export type GetLoginProfileCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.LoginProfile'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars';
/** Shows how a user logs on to the console. */
export const GetLoginProfile = /* @__PURE__ */ operation<GetLoginProfileRequest, GetLoginProfileReply, GetLoginProfileCode>({ version, name: 'GetLoginProfile' });

export interface GetPasswordPolicyRequest {}
export interface GetPasswordPolicyReply {
  readonly RequestId: string;
  readonly PasswordPolicy: {
    readonly MinimumPasswordLength: number;
    readonly RequireLowercaseCharacters: boolean;
    readonly RequireUppercaseCharacters: boolean;
    readonly RequireNumbers: boolean;
    readonly RequireSymbols: boolean;
    readonly MaxPasswordAge: number;
    readonly PasswordReusePrevention: number;
    readonly MaxLoginAttemps: number;
    readonly HardExpiry: boolean;
  };
}
export type GetPasswordPolicyCode = never;
/** Shows what passwords of users must be like. */
export const GetPasswordPolicy = /* @__PURE__ */ operation<GetPasswordPolicyRequest, GetPasswordPolicyReply, GetPasswordPolicyCode>({ version, name: 'GetPasswordPolicy' });

export interface GetPolicyRequest {
  /** Name of the policy; letter case does not matter. 1 to 128 characters; letters, digits, "-". */
  readonly PolicyName: string;
  /** System for policies that are part of the product, Custom for those of the account. */
  readonly PolicyType: 'System' | 'Custom';
}
export interface GetPolicyReply {
  readonly RequestId: string;
  readonly Policy: {
    readonly PolicyName: string;
    readonly PolicyType: string;
    readonly Description: string;
    readonly DefaultVersion: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
    readonly AttachmentCount: number;
    readonly PolicyDocument: string;
  };
  readonly DefaultPolicyVersion: {
    readonly VersionId: string;
    readonly IsDefaultVersion: boolean;
    readonly PolicyDocument: string;
    readonly CreateDate: string;
  };
}
export type GetPolicyCode =
  | 'EntityNotExist.Policy'
  | 'EntityNotExist.Policy.Version'
  | 'MissingPolicyName'
  | 'InvalidParameter.PolicyName.Length'
  | 'InvalidParameter.PolicyName.InvalidChars'
  | 'MissingPolicyType'
  | 'InvalidParameter.PolicyType';
/** Shows a policy and the document that is in force. */
export const GetPolicy = /* @__PURE__ */ operation<GetPolicyRequest, GetPolicyReply, GetPolicyCode>({ version, name: 'GetPolicy' });

export interface GetPolicyVersionRequest {
  /** Name of the policy; letter case does not matter. 1 to 128 characters; letters, digits, "-". */
  readonly PolicyName: string;
  /** System for policies that are part of the product, Custom for those of the account. */
  readonly PolicyType: 'System' | 'Custom';
  /** Id of the version, such as v3. 1 to 128 characters; v and a number, such as v1. */
  readonly VersionId: string;
}
export interface GetPolicyVersionReply {
  readonly RequestId: string;
  readonly PolicyVersion: {
    readonly VersionId: string;
    readonly IsDefaultVersion: boolean;
    readonly PolicyDocument: string;
    readonly CreateDate: string;
  };
}
export type GetPolicyVersionCode =
  | 'EntityNotExist.Policy'
  | 'EntityNotExist.Policy.Version'
  | 'MissingPolicyName'
  | 'InvalidParameter.PolicyName.Length'
  | 'InvalidParameter.PolicyName.InvalidChars'
  | 'MissingPolicyType'
  | 'InvalidParameter.PolicyType'
  | 'MissingVersionId'
  | 'InvalidParameter.VersionId.Length'
  | 'InvalidParameter.VersionId.Format';
/** Shows one version of a policy. */
export const GetPolicyVersion = /* @__PURE__ */ operation<GetPolicyVersionRequest, GetPolicyVersionReply, GetPolicyVersionCode>({ version, name: 'GetPolicyVersion' });

export interface GetRoleRequest {
  /** Name of the role. 1 to 64 characters; letters, digits, "." "-". */
  readonly RoleName: string;
}
export interface GetRoleReply {
  readonly RequestId: string;
  readonly Role: {
    readonly RoleId: string;
    readonly RoleName: string;
    readonly Arn: string;
    readonly Description: string;
    readonly MaxSessionDuration: number;
    readonly CreateDate: string;
    readonly AssumeRolePolicyDocument: string;
    readonly UpdateDate: string;
  };
}
export type GetRoleCode =
  | 'EntityNotExist.Role'
  | 'MissingRoleName'
  | 'InvalidParameter.RoleName.Length'
  | 'InvalidParameter.RoleName.InvalidChars';
/** Shows one role with its trust policy. */
export const GetRole = /* @__PURE__ */ operation<GetRoleRequest, GetRoleReply, GetRoleCode>({ version, name: 'GetRole' });

export interface GetSecurityPreferenceRequest {}
export interface GetSecurityPreferenceReply {
  readonly RequestId: string;
  readonly SecurityPreference: {
    readonly LoginProfilePreference: {
      readonly EnableSaveMFATicket: boolean;
      readonly AllowUserToChangePassword: boolean;
      readonly LoginSessionDuration: number;
      readonly LoginNetworkMasks: string;
    };
    readonly AccessKeyPreference: {
      readonly AllowUserToManageAccessKeys: boolean;
    };
    readonly MFAPreference: {
      readonly AllowUserToManageMFADevices: boolean;
    };
    readonly PublicKeyPreference: {
      readonly AllowUserToManagePublicKeys: boolean;
    };
  };
}
export type GetSecurityPreferenceCode = never;
/** Shows what users may do for themselves and how they log on. */
export const GetSecurityPreference = /* @__PURE__ */ operation<GetSecurityPreferenceRequest, GetSecurityPreferenceReply, GetSecurityPreferenceCode>({ version, name: 'GetSecurityPreference' });

export interface GetUserRequest {
  /** Name of the user. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName: string;
}
export interface GetUserReply {
  readonly RequestId: string;
  readonly User: {
    readonly UserId: string;
    readonly UserName: string;
    readonly DisplayName: string;
    readonly MobilePhone: string;
    readonly Email: string;
    readonly Comments: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
    readonly LastLoginDate: string;
  };
}
export type GetUserCode =
  | 'EntityNotExist.User'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars';
/** Shows one user. */
export const GetUser = /* @__PURE__ */ operation<GetUserRequest, GetUserReply, GetUserCode>({ version, name: 'GetUser' });

export interface GetUserMFAInfoRequest {
  /** Name of the user. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName: string;
}
export interface GetUserMFAInfoReply {
  readonly RequestId: string;
  readonly MFADevice: {
    readonly SerialNumber: string;
    readonly Type: string;
  };
}
export type GetUserMFAInfoCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.MFADevice'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars';
/** Shows the MFA device that a user has. While AllowUserToManageMFADevices is on, only an explicit deny refuses it to a user who does it for itself. */
export const GetUserMFAInfo = /* @__PURE__ */ operation<GetUserMFAInfoRequest, GetUserMFAInfoReply, GetUserMFAInfoCode>({ version, name: 'GetUserMFAInfo' });

export interface ListAccessKeysRequest {
  /** Name of the user; the caller when absent. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName?: string | undefined;
}
export interface ListAccessKeysReply {
  readonly RequestId: string;
  readonly AccessKeys: {
    readonly AccessKey: readonly {
      readonly AccessKeyId: string;
      readonly Status: string;
      readonly CreateDate: string;
    }[];
  };
}
export type ListAccessKeysCode =
  | 'EntityNotExist.User'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars';
/** Lists the AccessKeys of a user or of the caller, the oldest first. While AllowUserToManageAccessKeys is on, only an explicit deny refuses it to a user who does it for itself. */
export const ListAccessKeys = /* @__PURE__ */ operation<ListAccessKeysRequest, ListAccessKeysReply, ListAccessKeysCode>({ version, name: 'ListAccessKeys' });

export interface ListEntitiesForPolicyRequest {
  /** Name of the policy; letter case does not matter. 1 to 128 characters; letters, digits, "-". */
  readonly PolicyName: string;
  /** System for policies that are part of the product, Custom for those of the account. */
  readonly PolicyType: 'System' | 'Custom';
}
export interface ListEntitiesForPolicyReply {
  readonly RequestId: string;
  readonly Users: {
    readonly User: readonly {
      readonly UserId: string;
      readonly UserName: string;
      readonly DisplayName: string;
      readonly AttachDate: string;
    }[];
  };
  readonly Groups: {
    readonly Group: readonly {
      readonly GroupName: string;
      readonly Comments: string;
      readonly AttachDate: string;
    }[];
  };
  readonly Roles: {
    readonly Role: readonly {
      readonly RoleId: string;
      readonly RoleName: string;
      readonly Arn: string;
      readonly Description: string;
      readonly AttachDate: string;
    }[];
  };
}
export type ListEntitiesForPolicyCode =
  | 'EntityNotExist.Policy'
  | 'MissingPolicyName'
  | 'InvalidParameter.PolicyName.Length'
  | 'InvalidParameter.PolicyName.InvalidChars'
  | 'MissingPolicyType'
  | 'InvalidParameter.PolicyType';
/** Lists the users, groups and roles that a policy is attached to. */
export const ListEntitiesForPolicy = /* @__PURE__ */ operation<ListEntitiesForPolicyRequest, ListEntitiesForPolicyReply, ListEntitiesForPolicyCode>({ version, name: 'ListEntitiesForPolicy' });

export interface ListGroupsRequest {
  /** Where the page starts: the marker that the page before returned. The first page when absent. 1 to 512 characters. */
  readonly Marker?: string | undefined;
  /** Entries of a page. 1 to 100, 100 by default. */
  readonly MaxItems?: number | undefined;
}
export interface ListGroupsReply {
  readonly RequestId: string;
  readonly Groups: {
    readonly Group: readonly {
      readonly GroupId: string;
      readonly GroupName: string;
      readonly Comments: string;
      readonly CreateDate: string;
      readonly UpdateDate: string;
    }[];
  };
  readonly IsTruncated: boolean;
  readonly Marker?: string;
}
export type ListGroupsCode =
  | 'InvalidParameter.Marker'
  | 'InvalidParameter.Marker.Length'
  | 'InvalidParameter.MaxItems.Format'
  | 'InvalidParameter.MaxItems.Range';
/** Lists the groups in the order of their names. */
export const ListGroups = /* @__PURE__ */ operation<ListGroupsRequest, ListGroupsReply, ListGroupsCode>({ version, name: 'ListGroups' });

export interface ListGroupsForUserRequest {
  /** Name of the user. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName: string;
}
export interface ListGroupsForUserReply {
  readonly RequestId: string;
  readonly Groups: {
    readonly Group: readonly {
      readonly GroupId: string;
      readonly GroupName: string;
      readonly Comments: string;
      readonly JoinDate: string;
    }[];
  };
}
export type ListGroupsForUserCode =
  | 'EntityNotExist.User'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars';
/** Lists the groups that a user belongs to. */
export const ListGroupsForUser = /* @__PURE__ */ operation<ListGroupsForUserRequest, ListGroupsForUserReply, ListGroupsForUserCode>({ version, name: 'ListGroupsForUser' });

export interface ListPoliciesRequest {
  /** Only policies of this type; both types when absent. */
  readonly PolicyType?: 'System' | 'Custom' | undefined;
  /** Where the page starts: the marker that the page before returned. The first page when absent. 1 to 512 characters. */
  readonly Marker?: string | undefined;
  /** Entries of a page. 1 to 1000, 100 by default. */
  readonly MaxItems?: number | undefined;
  /** Only what carries all of these tags. At most 20. */
  readonly Tag?: readonly { readonly Key: string; readonly Value?: string }[] | undefined;
}
export interface ListPoliciesReply {
  readonly RequestId: string;
  readonly Policies: {
    readonly Policy: readonly {
      readonly PolicyName: string;
      readonly PolicyType: string;
      readonly Description: string;
      readonly DefaultVersion: string;
      readonly CreateDate: string;
      readonly UpdateDate: string;
      readonly AttachmentCount: number;
      readonly Tags: {
        readonly Tag: readonly {
          readonly TagKey: string;
          readonly TagValue: string;
        }[];
      };
    }[];
  };
  readonly IsTruncated: boolean;
  readonly Marker?: string;
}
export type ListPoliciesCode =
  | 'InvalidParameter.Marker'
  | 'InvalidParameter.PolicyType'
  | 'InvalidParameter.Marker.Length'
  | 'InvalidParameter.MaxItems.Format'
  | 'InvalidParameter.MaxItems.Range'
  | 'InvalidParameter.Tag'
  | 'MissingTag.Key'
  | 'InvalidParameter.Tag.Key.Length'
  | 'InvalidParameter.Tag.Key.InvalidChars'
  | 'InvalidParameter.Tag.Value.Length'
  | 'InvalidParameter.Tag.Value.InvalidChars';
/** Lists policies, the system policies first. */
export const ListPolicies = /* @__PURE__ */ operation<ListPoliciesRequest, ListPoliciesReply, ListPoliciesCode>({ version, name: 'ListPolicies' });

export interface ListPoliciesForGroupRequest {
  /** Name of the group. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly GroupName: string;
}
export interface ListPoliciesForGroupReply {
  readonly RequestId: string;
  readonly Policies: {
    readonly Policy: readonly {
      readonly PolicyName: string;
      readonly PolicyType: string;
      readonly Description: string;
      readonly DefaultVersion: string;
      readonly AttachDate: string;
    }[];
  };
}
export type ListPoliciesForGroupCode =
  | 'EntityNotExist.Group'
  | 'MissingGroupName'
  | 'InvalidParameter.GroupName.Length'
  | 'InvalidParameter.GroupName.InvalidChars';
/** Lists the policies attached to a group. */
export const ListPoliciesForGroup = /* @__PURE__ */ operation<ListPoliciesForGroupRequest, ListPoliciesForGroupReply, ListPoliciesForGroupCode>({ version, name: 'ListPoliciesForGroup' });

export interface ListPoliciesForRoleRequest {
  /** Name of the role. 1 to 64 characters; letters, digits, "." "-". */
  readonly RoleName: string;
}
export interface ListPoliciesForRoleReply {
  readonly RequestId: string;
  readonly Policies: {
    readonly Policy: readonly {
      readonly PolicyName: string;
      readonly PolicyType: string;
      readonly Description: string;
      readonly DefaultVersion: string;
      readonly AttachDate: string;
    }[];
  };
}
export type ListPoliciesForRoleCode =
  | 'EntityNotExist.Role'
  | 'MissingRoleName'
  | 'InvalidParameter.RoleName.Length'
  | 'InvalidParameter.RoleName.InvalidChars';
/** Lists the policies attached to a role. */
export const ListPoliciesForRole = /* @__PURE__ */ operation<ListPoliciesForRoleRequest, ListPoliciesForRoleReply, ListPoliciesForRoleCode>({ version, name: 'ListPoliciesForRole' });

export interface ListPoliciesForUserRequest {
  /** Name of the user. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName: string;
}
export interface ListPoliciesForUserReply {
  readonly RequestId: string;
  readonly Policies: {
    readonly Policy: readonly {
      readonly PolicyName: string;
      readonly PolicyType: string;
      readonly Description: string;
      readonly DefaultVersion: string;
      readonly AttachDate: string;
    }[];
  };
}
export type ListPoliciesForUserCode =
  | 'EntityNotExist.User'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars';
/** Lists the policies attached to a user. */
export const ListPoliciesForUser = /* @__PURE__ */ operation<ListPoliciesForUserRequest, ListPoliciesForUserReply, ListPoliciesForUserCode>({ version, name: 'ListPoliciesForUser' });

export interface ListPolicyVersionsRequest {
  /** Name of the policy; letter case does not matter. 1 to 128 characters; letters, digits, "-". */
  readonly PolicyName: string;
  /** System for policies that are part of the product, Custom for those of the account. */
  readonly PolicyType: 'System' | 'Custom';
}
export interface ListPolicyVersionsReply {
  readonly RequestId: string;
  readonly PolicyVersions: {
    readonly PolicyVersion: readonly {
      readonly VersionId: string;
      readonly IsDefaultVersion: boolean;
      readonly PolicyDocument: string;
      readonly CreateDate: string;
    }[];
  };
}
export type ListPolicyVersionsCode =
  | 'EntityNotExist.Policy'
  | 'MissingPolicyName'
  | 'InvalidParameter.PolicyName.Length'
  | 'InvalidParameter.PolicyName.InvalidChars'
  | 'MissingPolicyType'
  | 'InvalidParameter.PolicyType';
/** Lists the versions of a policy, the oldest first. */
export const ListPolicyVersions = /* @__PURE__ */ operation<ListPolicyVersionsRequest, ListPolicyVersionsReply, ListPolicyVersionsCode>({ version, name: 'ListPolicyVersions' });

export interface ListRolesRequest {
  /** Where the page starts: the marker that the page before returned. The first page when absent. 1 to 512 characters. */
  readonly Marker?: string | undefined;
  /** Entries of a page. 1 to 1000, 100 by default. */
  readonly MaxItems?: number | undefined;
  /** Only what carries all of these tags. At most 20. */
  readonly Tag?: readonly { readonly Key: string; readonly Value?: string }[] | undefined;
}
export interface ListRolesReply {
  readonly RequestId: string;
  readonly Roles: {
    readonly Role: readonly {
      readonly RoleId: string;
      readonly RoleName: string;
      readonly Arn: string;
      readonly Description: string;
      readonly MaxSessionDuration: number;
      readonly CreateDate: string;
      readonly UpdateDate: string;
      readonly Tags: {
        readonly Tag: readonly {
          readonly TagKey: string;
          readonly TagValue: string;
        }[];
      };
    }[];
  };
  readonly IsTruncated: boolean;
  readonly Marker?: string;
}
export type ListRolesCode =
  | 'InvalidParameter.Marker'
  | 'InvalidParameter.Marker.Length'
  | 'InvalidParameter.MaxItems.Format'
  | 'InvalidParameter.MaxItems.Range'
  | 'InvalidParameter.Tag'
  | 'MissingTag.Key'
  | 'InvalidParameter.Tag.Key.Length'
  | 'InvalidParameter.Tag.Key.InvalidChars'
  | 'InvalidParameter.Tag.Value.Length'
  | 'InvalidParameter.Tag.Value.InvalidChars';
/** Lists the roles in the order of their names. */
export const ListRoles = /* @__PURE__ */ operation<ListRolesRequest, ListRolesReply, ListRolesCode>({ version, name: 'ListRoles' });

export interface ListTagResourcesRequest {
  /** What the names are of: roles, or custom policies. */
  readonly ResourceType: 'role' | 'policy';
  /** Names of roles or policies, as a JSON list. At most 50. */
  readonly ResourceNames?: readonly string[] | undefined;
  /** Only what carries all of these tags. At most 20. */
  readonly Tag?: readonly { readonly Key: string; readonly Value?: string }[] | undefined;
  /** Where the page starts: the token that the page before returned. The first page when absent. 1 to 2048 characters. */
  readonly NextToken?: string | undefined;
  /** Entries of a page. 1 to 100, 100 by default. */
  readonly PageSize?: number | undefined;
}
export interface ListTagResourcesReply {
  readonly RequestId: string;
  readonly TagResources: readonly {
    readonly ResourceType: string;
    readonly ResourceName: string;
    readonly TagKey: string;
    readonly TagValue: string;
  }[];
  readonly NextToken?: string;
}
export type ListTagResourcesCode =
  | 'EntityNotExist.Role'
  | 'EntityNotExist.Policy'
  | 'InvalidParameter.NextToken'
  | 'MissingResourceType'
  | 'InvalidParameter.ResourceType'
  | 'InvalidParameter.ResourceNames'
  | 'MissingResourceNames'
  | 'InvalidParameter.ResourceNames.Length'
  | 'InvalidParameter.ResourceNames.InvalidChars'
  | 'InvalidParameter.Tag'
  | 'MissingTag.Key'
  | 'InvalidParameter.Tag.Key.Length'
  | 'InvalidParameter.Tag.Key.InvalidChars'
  | 'InvalidParameter.Tag.Value.Length'
  | 'InvalidParameter.Tag.Value.InvalidChars'
  | 'InvalidParameter.NextToken.Length'
  | 'InvalidParameter.PageSize.Format'
  | 'InvalidParameter.PageSize.Range';
/** Lists the tags of roles or custom policies. */
export const ListTagResources = /* @__PURE__ */ operation<ListTagResourcesRequest, ListTagResourcesReply, ListTagResourcesCode>({ version, name: 'ListTagResources' });

export interface ListUsersRequest {
  /** Where the page starts: the marker that the page before returned. The first page when absent. 1 to 512 characters. */
  readonly Marker?: string | undefined;
  /** Entries of a page. 1 to 1000, 100 by default. */
  readonly MaxItems?: number | undefined;
}
export interface ListUsersReply {
  readonly RequestId: string;
  readonly Users: {
    readonly User: readonly {
      readonly UserId: string;
      readonly UserName: string;
      readonly DisplayName: string;
      readonly MobilePhone: string;
      readonly Email: string;
      readonly Comments: string;
      readonly CreateDate: string;
      readonly UpdateDate: string;
    }[];
  };
  readonly IsTruncated: boolean;
  readonly Marker?: string;
}
export type ListUsersCode =
  | 'InvalidParameter.Marker'
  | 'InvalidParameter.Marker.Length'
  | 'InvalidParameter.MaxItems.Format'
  | 'InvalidParameter.MaxItems.Range';
/** Lists the users in the order of their names. */
export const ListUsers = /* @__PURE__ */ operation<ListUsersRequest, ListUsersReply, ListUsersCode>({ version, name: 'ListUsers' });

export interface ListUsersForGroupRequest {
  /** Name of the group. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly GroupName: string;
  /** Where the page starts: the marker that the page before returned. The first page when absent. 1 to 512 characters. */
  readonly Marker?: string | undefined;
  /** Entries of a page. 1 to 1000, 100 by default. */
  readonly MaxItems?: number | undefined;
}
export interface ListUsersForGroupReply {
  readonly RequestId: string;
  readonly Users: {
    readonly User: readonly {
      readonly UserName: string;
      readonly DisplayName: string;
      readonly JoinDate: string;
    }[];
  };
  readonly IsTruncated: boolean;
  readonly Marker?: string;
}
export type ListUsersForGroupCode =
  | 'EntityNotExist.Group'
  | 'InvalidParameter.Marker'
  | 'MissingGroupName'
  | 'InvalidParameter.GroupName.Length'
  | 'InvalidParameter.GroupName.InvalidChars'
  | 'InvalidParameter.Marker.Length'
  | 'InvalidParameter.MaxItems.Format'
  | 'InvalidParameter.MaxItems.Range';
/** Lists the members of a group. */
export const ListUsersForGroup = /* @__PURE__ */ operation<ListUsersForGroupRequest, ListUsersForGroupReply, ListUsersForGroupCode>({ version, name: 'ListUsersForGroup' });

export interface ListVirtualMFADevicesRequest {}
export interface ListVirtualMFADevicesReply {
  readonly RequestId: string;
  readonly VirtualMFADevices: {
    readonly VirtualMFADevice: readonly {
      readonly SerialNumber: string;
      readonly ActivateDate: string;
      readonly User?: {
        readonly UserId: string;
        readonly UserName: string;
        readonly DisplayName: string;
      };
    }[];
  };
}
export type ListVirtualMFADevicesCode = never;
/** Lists the virtual MFA devices in the order of their names. */
export const ListVirtualMFADevices = /* @__PURE__ */ operation<ListVirtualMFADevicesRequest, ListVirtualMFADevicesReply, ListVirtualMFADevicesCode>({ version, name: 'ListVirtualMFADevices' });

export interface RemoveUserFromGroupRequest {
  /** Name of the user. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName: string;
  /** Name of the group. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly GroupName: string;
}
export interface RemoveUserFromGroupReply {
  readonly RequestId: string;
}
export type RemoveUserFromGroupCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.Group'
  | 'EntityNotExist.User.Group'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars'
  | 'MissingGroupName'
  | 'InvalidParameter.GroupName.Length'
  | 'InvalidParameter.GroupName.InvalidChars';
/** Removes a user from a group. */
export const RemoveUserFromGroup = /* @__PURE__ */ operation<RemoveUserFromGroupRequest, RemoveUserFromGroupReply, RemoveUserFromGroupCode>({ version, name: 'RemoveUserFromGroup' });

export interface SetAccountAliasRequest {
  /** The name of the account, in its default domain and in principal names. 3 to 63 characters; lower-case letters, digits and single hyphens, which stand at neither end. */
  readonly AccountAlias: string;
}
export interface SetAccountAliasReply {
  readonly RequestId: string;
}
export type SetAccountAliasCode =
  | 'InvalidParameter.AccountAlias.Length'
  | 'EntityAlreadyExists.AccountAlias'
  | 'MissingAccountAlias'
  | 'InvalidParameter.AccountAlias.Format';
/** Names the account. Its default domain and the principal names of its users follow at once. */
export const SetAccountAlias = /* @__PURE__ */ operation<SetAccountAliasRequest, SetAccountAliasReply, SetAccountAliasCode>({ version, name: 'SetAccountAlias' });

export interface SetDefaultPolicyVersionRequest {
  /** Name of the policy; letter case does not matter. 1 to 128 characters; letters, digits, "-". */
  readonly PolicyName: string;
  /** Id of the version, such as v3. 1 to 128 characters; v and a number, such as v1. */
  readonly VersionId: string;
}
export interface SetDefaultPolicyVersionReply {
  readonly RequestId: string;
}
export type SetDefaultPolicyVersionCode =
  | 'EntityNotExist.Policy'
  | 'NoPermission'
  | 'EntityNotExist.Policy.Version'
  | 'MissingPolicyName'
  | 'InvalidParameter.PolicyName.Length'
  | 'InvalidParameter.PolicyName.InvalidChars'
  | 'MissingVersionId'
  | 'InvalidParameter.VersionId.Length'
  | 'InvalidParameter.VersionId.Format';
/** Puts a version of a custom policy in force, for everybody who holds the policy. */
export const SetDefaultPolicyVersion = /* @__PURE__ */ operation<SetDefaultPolicyVersionRequest, SetDefaultPolicyVersionReply, SetDefaultPolicyVersionCode>({ version, name: 'SetDefaultPolicyVersion' });

export interface SetPasswordPolicyRequest {
  /** Characters that a password must have. 8 to 32, 8 by default. */
  readonly MinimumPasswordLength?: number | undefined;
  /** Whether it must have a small letter. false by default. */
  readonly RequireLowercaseCharacters?: boolean | undefined;
  /** Whether it must have a capital letter. false by default. */
  readonly RequireUppercaseCharacters?: boolean | undefined;
  /** Whether it must have a digit. false by default. */
  readonly RequireNumbers?: boolean | undefined;
  /** Whether it must have a character of any other kind. false by default. */
  readonly RequireSymbols?: boolean | undefined;
  /** Days after which a password expires; 0 for never. 0 to 1095, 0 by default. */
  readonly MaxPasswordAge?: number | undefined;
  /** Passwords, the one in force among them, that a new one must differ from. 0 to 24, 0 by default. */
  readonly PasswordReusePrevention?: number | undefined;
  /** Wrong passwords in a row after which none is accepted for an hour; 0 leaves it at the limit of the server. 0 to 32, 0 by default. */
  readonly MaxLoginAttemps?: number | undefined;
  /** Whether only an administrator can help a user whose password expired. false by default. */
  readonly HardExpiry?: boolean | undefined;
}
export interface SetPasswordPolicyReply {
  readonly RequestId: string;
  readonly PasswordPolicy: {
    readonly MinimumPasswordLength: number;
    readonly RequireLowercaseCharacters: boolean;
    readonly RequireUppercaseCharacters: boolean;
    readonly RequireNumbers: boolean;
    readonly RequireSymbols: boolean;
    readonly MaxPasswordAge: number;
    readonly PasswordReusePrevention: number;
    readonly MaxLoginAttemps: number;
    readonly HardExpiry: boolean;
  };
}
export type SetPasswordPolicyCode =
  | 'InvalidParameter.MinimumPasswordLength.Format'
  | 'InvalidParameter.MinimumPasswordLength.Range'
  | 'InvalidParameter.RequireLowercaseCharacters.Format'
  | 'InvalidParameter.RequireUppercaseCharacters.Format'
  | 'InvalidParameter.RequireNumbers.Format'
  | 'InvalidParameter.RequireSymbols.Format'
  | 'InvalidParameter.MaxPasswordAge.Format'
  | 'InvalidParameter.MaxPasswordAge.Range'
  | 'InvalidParameter.PasswordReusePrevention.Format'
  | 'InvalidParameter.PasswordReusePrevention.Range'
  | 'InvalidParameter.MaxLoginAttemps.Format'
  | 'InvalidParameter.MaxLoginAttemps.Range'
  | 'InvalidParameter.HardExpiry.Format';
/** Sets what passwords of users must be like from now on. What is left out takes its default; passwords that are there stay. */
export const SetPasswordPolicy = /* @__PURE__ */ operation<SetPasswordPolicyRequest, SetPasswordPolicyReply, SetPasswordPolicyCode>({ version, name: 'SetPasswordPolicy' });

export interface SetSecurityPreferenceRequest {
  /** Whether a browser may be remembered for seven days after a second factor. */
  readonly EnableSaveMFATicket?: boolean | undefined;
  /** Whether every user may change its own password. */
  readonly AllowUserToChangePassword?: boolean | undefined;
  /** Whether every user may manage its own AccessKeys. */
  readonly AllowUserToManageAccessKeys?: boolean | undefined;
  /** Whether every user may manage its own MFA devices. */
  readonly AllowUserToManageMFADevices?: boolean | undefined;
  /** Hours that a console session lasts at most. 1 to 24. */
  readonly LoginSessionDuration?: number | undefined;
  /** The only addresses that users may log on from; an empty text lets them log on from anywhere. Calls that are signed with an AccessKey are not concerned. 1 to 512 characters; at most 40 IP addresses or CIDR blocks with semicolons between them, e.g. 192.168.0.0/16;10.0.0.0/8. */
  readonly LoginNetworkMasks?: string | undefined;
  /** Whether every user may manage its own public keys. It is kept and has no effect. */
  readonly AllowUserToManagePublicKeys?: boolean | undefined;
}
export interface SetSecurityPreferenceReply {
  readonly RequestId: string;
  readonly SecurityPreference: {
    readonly LoginProfilePreference: {
      readonly EnableSaveMFATicket: boolean;
      readonly AllowUserToChangePassword: boolean;
      readonly LoginSessionDuration: number;
      readonly LoginNetworkMasks: string;
    };
    readonly AccessKeyPreference: {
      readonly AllowUserToManageAccessKeys: boolean;
    };
    readonly MFAPreference: {
      readonly AllowUserToManageMFADevices: boolean;
    };
    readonly PublicKeyPreference: {
      readonly AllowUserToManagePublicKeys: boolean;
    };
  };
}
export type SetSecurityPreferenceCode =
  | 'InvalidParameter.EnableSaveMFATicket.Format'
  | 'InvalidParameter.AllowUserToChangePassword.Format'
  | 'InvalidParameter.AllowUserToManageAccessKeys.Format'
  | 'InvalidParameter.AllowUserToManageMFADevices.Format'
  | 'InvalidParameter.LoginSessionDuration.Format'
  | 'InvalidParameter.LoginSessionDuration.Range'
  | 'InvalidParameter.LoginNetworkMasks.Length'
  | 'InvalidParameter.LoginNetworkMasks.Format'
  | 'InvalidParameter.AllowUserToManagePublicKeys.Format';
/** Sets what users may do for themselves and how they log on. What is left out stays. */
export const SetSecurityPreference = /* @__PURE__ */ operation<SetSecurityPreferenceRequest, SetSecurityPreferenceReply, SetSecurityPreferenceCode>({ version, name: 'SetSecurityPreference' });

export interface TagResourcesRequest {
  /** What the names are of: roles, or custom policies. */
  readonly ResourceType: 'role' | 'policy';
  /** Names of roles or policies, as a JSON list. At most 50. */
  readonly ResourceNames: readonly string[];
  /** Tags to set. At most 20. */
  readonly Tag: readonly { readonly Key: string; readonly Value?: string }[];
}
export interface TagResourcesReply {
  readonly RequestId: string;
}
export type TagResourcesCode =
  | 'EntityNotExist.Role'
  | 'EntityNotExist.Policy'
  | 'InvalidParameter.Tag.Duplicate'
  | 'LimitExceeded.Role.Tag'
  | 'LimitExceeded.Policy.Tag'
  | 'MissingResourceType'
  | 'InvalidParameter.ResourceType'
  | 'MissingResourceNames'
  | 'InvalidParameter.ResourceNames'
  | 'InvalidParameter.ResourceNames.Length'
  | 'InvalidParameter.ResourceNames.InvalidChars'
  | 'MissingTag'
  | 'InvalidParameter.Tag'
  | 'MissingTag.Key'
  | 'InvalidParameter.Tag.Key.Length'
  | 'InvalidParameter.Tag.Key.InvalidChars'
  | 'InvalidParameter.Tag.Key.Format'
  | 'InvalidParameter.Tag.Value.Length'
  | 'InvalidParameter.Tag.Value.InvalidChars'
  | 'InvalidParameter.Tag.Value.Format';
/** Sets tags on roles or custom policies. */
export const TagResources = /* @__PURE__ */ operation<TagResourcesRequest, TagResourcesReply, TagResourcesCode>({ version, name: 'TagResources' });

export interface UnbindMFADeviceRequest {
  /** Name of the user. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName: string;
}
export interface UnbindMFADeviceReply {
  readonly RequestId: string;
  readonly MFADevice: {
    readonly SerialNumber: string;
  };
}
export type UnbindMFADeviceCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.MFADevice'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars';
/** Unbinds the MFA device of a user; the device stays and can be bound again. */
export const UnbindMFADevice = /* @__PURE__ */ operation<UnbindMFADeviceRequest, UnbindMFADeviceReply, UnbindMFADeviceCode>({ version, name: 'UnbindMFADevice' });

export interface UntagResourcesRequest {
  /** What the names are of: roles, or custom policies. */
  readonly ResourceType: 'role' | 'policy';
  /** Names of roles or policies, as a JSON list. At most 50. */
  readonly ResourceNames: readonly string[];
  /** Keys of the tags to remove. At most 20. */
  readonly TagKeys?: readonly string[] | undefined;
  /** true removes every tag; it counts only when no keys are given. false by default. */
  readonly All?: boolean | undefined;
}
export interface UntagResourcesReply {
  readonly RequestId: string;
}
export type UntagResourcesCode =
  | 'MissingTagKeys'
  | 'EntityNotExist.Role'
  | 'EntityNotExist.Policy'
  | 'MissingResourceType'
  | 'InvalidParameter.ResourceType'
  | 'MissingResourceNames'
  | 'InvalidParameter.ResourceNames'
  | 'InvalidParameter.ResourceNames.Length'
  | 'InvalidParameter.ResourceNames.InvalidChars'
  | 'InvalidParameter.TagKeys'
  | 'InvalidParameter.TagKeys.Length'
  | 'InvalidParameter.TagKeys.InvalidChars'
  | 'InvalidParameter.All.Format';
/** Removes tags from roles or custom policies. */
export const UntagResources = /* @__PURE__ */ operation<UntagResourcesRequest, UntagResourcesReply, UntagResourcesCode>({ version, name: 'UntagResources' });

export interface UpdateAccessKeyRequest {
  /** Name of the user; the caller when absent. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName?: string | undefined;
  /** Id of the AccessKey. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserAccessKeyId: string;
  /** Active to let the key sign requests, Inactive to refuse what it signs. */
  readonly Status: 'Active' | 'Inactive';
}
export interface UpdateAccessKeyReply {
  readonly RequestId: string;
}
export type UpdateAccessKeyCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.AccessKey'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars'
  | 'MissingUserAccessKeyId'
  | 'InvalidParameter.UserAccessKeyId.Length'
  | 'InvalidParameter.UserAccessKeyId.InvalidChars'
  | 'MissingStatus'
  | 'InvalidParameter.Status';
/** Enables or disables an AccessKey. While AllowUserToManageAccessKeys is on, only an explicit deny refuses it to a user who does it for itself. */
export const UpdateAccessKey = /* @__PURE__ */ operation<UpdateAccessKeyRequest, UpdateAccessKeyReply, UpdateAccessKeyCode>({ version, name: 'UpdateAccessKey' });

export interface UpdateGroupRequest {
  /** Name of the group. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly GroupName: string;
  /** New name of the group; its id stays. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly NewGroupName?: string | undefined;
  /** Remarks. 1 to 128 characters; all characters except control characters other than line breaks and tabs. */
  readonly NewComments?: string | undefined;
}
export interface UpdateGroupReply {
  readonly RequestId: string;
  readonly Group: {
    readonly GroupId: string;
    readonly GroupName: string;
    readonly Comments: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
  };
}
export type UpdateGroupCode =
  | 'EntityNotExist.Group'
  | 'EntityAlreadyExists.Group'
  | 'MissingGroupName'
  | 'InvalidParameter.GroupName.Length'
  | 'InvalidParameter.GroupName.InvalidChars'
  | 'InvalidParameter.NewGroupName.Length'
  | 'InvalidParameter.NewGroupName.InvalidChars'
  | 'InvalidParameter.NewComments.Length'
  | 'InvalidParameter.NewComments.InvalidChars';
/** Changes name and remarks of a group. */
export const UpdateGroup = /* @__PURE__ */ operation<UpdateGroupRequest, UpdateGroupReply, UpdateGroupCode>({ version, name: 'UpdateGroup' });

export interface UpdateLoginProfileRequest {
  /** Name of the user. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName: string;
  /** The password; the password policy says what it must be like. The one in force is taken too: its age starts anew, and failed attempts are forgotten. 1 to 32 characters; all characters except control characters. */
  readonly Password?: string | undefined;
  /** Whether the user must choose a password of its own at the next log-on. */
  readonly PasswordResetRequired?: boolean | undefined;
  /** Whether the user must bind a second factor at the next log-on. */
  readonly MFABindRequired?: boolean | undefined;
}
export interface UpdateLoginProfileReply {
  readonly RequestId: string;
}
export type UpdateLoginProfileCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.LoginProfile'
  | 'InvalidParameter.Password.TooWeak'
  | 'InvalidParameter.Password.ReusePrevention'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars'
  | 'InvalidParameter.PasswordResetRequired.Format'
  | 'InvalidParameter.MFABindRequired.Format';
/** Changes how a user logs on to the console, or sets another password. What is left out stays. */
export const UpdateLoginProfile = /* @__PURE__ */ operation<UpdateLoginProfileRequest, UpdateLoginProfileReply, UpdateLoginProfileCode>({ version, name: 'UpdateLoginProfile' });

export interface UpdatePolicyDescriptionRequest {
  /** Name of the policy; letter case does not matter. 1 to 128 characters; letters, digits, "-". */
  readonly PolicyName: string;
  /** The new description; empty to have none, absent to keep the old one. 1 to 1024 characters; all characters except control characters other than line breaks and tabs. */
  readonly NewDescription?: string | undefined;
}
export interface UpdatePolicyDescriptionReply {
  readonly RequestId: string;
  readonly Policy: {
    readonly PolicyName: string;
    readonly PolicyType: string;
    readonly Description: string;
    readonly DefaultVersion: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
  };
}
export type UpdatePolicyDescriptionCode =
  | 'EntityNotExist.Policy'
  | 'NoPermission'
  | 'MissingPolicyName'
  | 'InvalidParameter.PolicyName.Length'
  | 'InvalidParameter.PolicyName.InvalidChars'
  | 'InvalidParameter.NewDescription.Length'
  | 'InvalidParameter.NewDescription.InvalidChars';
/** Changes the description of a custom policy. */
export const UpdatePolicyDescription = /* @__PURE__ */ operation<UpdatePolicyDescriptionRequest, UpdatePolicyDescriptionReply, UpdatePolicyDescriptionCode>({ version, name: 'UpdatePolicyDescription' });

export interface UpdateRoleRequest {
  /** Name of the role. 1 to 64 characters; letters, digits, "." "-". */
  readonly RoleName: string;
  /** The new trust policy as JSON text. 1 to 4096 characters. */
  readonly NewAssumeRolePolicyDocument?: string | undefined;
  /** What the role is for. 1 to 1024 characters; all characters except control characters other than line breaks and tabs. */
  readonly NewDescription?: string | undefined;
  /** Seconds that a session of the role may last; unchanged when absent. 3600 to 43200. */
  readonly NewMaxSessionDuration?: number | undefined;
}
export interface UpdateRoleReply {
  readonly RequestId: string;
  readonly Role: {
    readonly RoleId: string;
    readonly RoleName: string;
    readonly Arn: string;
    readonly Description: string;
    readonly MaxSessionDuration: number;
    readonly CreateDate: string;
    readonly AssumeRolePolicyDocument: string;
    readonly UpdateDate: string;
  };
}
export type UpdateRoleCode =
  | 'MalformedPolicyDocument'
  | 'EntityNotExist.Role'
  | 'NotSupport.ServiceLinkedRole'
  | 'MissingRoleName'
  | 'InvalidParameter.RoleName.Length'
  | 'InvalidParameter.RoleName.InvalidChars'
  | 'InvalidParameter.NewAssumeRolePolicyDocument.Length'
  | 'InvalidParameter.NewDescription.Length'
  | 'InvalidParameter.NewDescription.InvalidChars'
  | 'InvalidParameter.NewMaxSessionDuration.Format'
  | 'InvalidParameter.NewMaxSessionDuration.Range';
/** Changes trust policy, description and longest session of a role. */
export const UpdateRole = /* @__PURE__ */ operation<UpdateRoleRequest, UpdateRoleReply, UpdateRoleCode>({ version, name: 'UpdateRole' });

export interface UpdateUserRequest {
  /** Name of the user. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserName: string;
  /** New name of the user; its id stays. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly NewUserName?: string | undefined;
  /** Name to show for the user. 1 to 128 characters; all characters except control characters. */
  readonly NewDisplayName?: string | undefined;
  /** Mobile phone number: <country code>-<number>. 1 to 32 characters; <country code>-<number>, digits only, e.g. 86-18600008888. */
  readonly NewMobilePhone?: string | undefined;
  /** E-mail address. 1 to 254 characters; <name>@<domain>, e.g. alice@example.com. */
  readonly NewEmail?: string | undefined;
  /** Remarks. 1 to 128 characters; all characters except control characters other than line breaks and tabs. */
  readonly NewComments?: string | undefined;
}
export interface UpdateUserReply {
  readonly RequestId: string;
  readonly User: {
    readonly UserId: string;
    readonly UserName: string;
    readonly DisplayName: string;
    readonly MobilePhone: string;
    readonly Email: string;
    readonly Comments: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
  };
}
export type UpdateUserCode =
  | 'EntityNotExist.User'
  | 'EntityAlreadyExists.User'
  | 'MissingUserName'
  | 'InvalidParameter.UserName.Length'
  | 'InvalidParameter.UserName.InvalidChars'
  | 'InvalidParameter.NewUserName.Length'
  | 'InvalidParameter.NewUserName.InvalidChars'
  | 'InvalidParameter.NewDisplayName.Length'
  | 'InvalidParameter.NewDisplayName.InvalidChars'
  | 'InvalidParameter.NewMobilePhone.Length'
  | 'InvalidParameter.NewMobilePhone.Format'
  | 'InvalidParameter.NewEmail.Length'
  | 'InvalidParameter.NewEmail.Format'
  | 'InvalidParameter.NewComments.Length'
  | 'InvalidParameter.NewComments.InvalidChars';
/** Changes a user: name, display name, contacts, remarks. */
export const UpdateUser = /* @__PURE__ */ operation<UpdateUserRequest, UpdateUserReply, UpdateUserCode>({ version, name: 'UpdateUser' });
