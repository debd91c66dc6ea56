// Made from the declarations of the server by npm run gen.

import { operation } from '../operation.ts';

const version = '2019-08-15';

export interface AddClientIdToOIDCProviderRequest {
  /** Name of the provider. 1 to 128 characters; letters, digits, "." "-" "_"; a letter or digit at both ends. */
  readonly OIDCProviderName: string;
  /** One audience. 1 to 128 characters; letters, digits, "." "-" "_" ":" "/"; a letter or digit at the beginning. */
  readonly ClientId: string;
}
export interface AddClientIdToOIDCProviderReply {
  readonly RequestId: string;
  readonly OIDCProvider: {
    readonly OIDCProviderName: string;
    readonly Arn: string;
    readonly IssuerUrl: string;
    readonly ClientIds: string;
    readonly Fingerprints: string;
    readonly IssuanceLimitTime: number;
    readonly Description: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
    readonly GmtCreate: string;
    readonly GmtModified: string;
  };
}
export type AddClientIdToOIDCProviderCode =
  | 'EntityNotExist.OIDCProvider'
  | 'EntityAlreadyExists.OIDCProvider.ClientId'
  | 'LimitExceeded.OIDCProvider.ClientId'
  | 'MissingOIDCProviderName'
  | 'InvalidParameter.OIDCProviderName.Length'
  | 'InvalidParameter.OIDCProviderName.InvalidChars'
  | 'InvalidParameter.OIDCProviderName.Format'
  | 'MissingClientId'
  | 'InvalidParameter.ClientId.Length'
  | 'InvalidParameter.ClientId.InvalidChars'
  | 'InvalidParameter.ClientId.Format';
/** Adds a client id to an OIDC provider. */
export const AddClientIdToOIDCProvider = /* @__PURE__ */ operation<AddClientIdToOIDCProviderRequest, AddClientIdToOIDCProviderReply, AddClientIdToOIDCProviderCode>({ version, name: 'AddClientIdToOIDCProvider' });

export interface AddFingerprintToOIDCProviderRequest {
  /** Name of the provider. 1 to 128 characters; letters, digits, "." "-" "_"; a letter or digit at both ends. */
  readonly OIDCProviderName: string;
  /** One fingerprint. 1 to 128 characters; hexadecimal digits. */
  readonly Fingerprint: string;
}
export interface AddFingerprintToOIDCProviderReply {
  readonly RequestId: string;
  readonly OIDCProvider: {
    readonly OIDCProviderName: string;
    readonly Arn: string;
    readonly IssuerUrl: string;
    readonly ClientIds: string;
    readonly Fingerprints: string;
    readonly IssuanceLimitTime: number;
    readonly Description: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
    readonly GmtCreate: string;
    readonly GmtModified: string;
  };
}
export type AddFingerprintToOIDCProviderCode =
  | 'EntityNotExist.OIDCProvider'
  | 'EntityAlreadyExists.OIDCProvider.Fingerprint'
  | 'LimitExceeded.OIDCProvider.Fingerprint'
  | 'MissingOIDCProviderName'
  | 'InvalidParameter.OIDCProviderName.Length'
  | 'InvalidParameter.OIDCProviderName.InvalidChars'
  | 'InvalidParameter.OIDCProviderName.Format'
  | 'MissingFingerprint'
  | 'InvalidParameter.Fingerprint.Length'
  | 'InvalidParameter.Fingerprint.InvalidChars';
/** Adds a fingerprint to an OIDC provider. */
export const AddFingerprintToOIDCProvider = /* @__PURE__ */ operation<AddFingerprintToOIDCProviderRequest, AddFingerprintToOIDCProviderReply, AddFingerprintToOIDCProviderCode>({ version, name: 'AddFingerprintToOIDCProvider' });

export interface AddUserToGroupRequest {
  /** Principal name of the user: <user name>@<default domain>. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName: string;
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
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format'
  | 'MissingGroupName'
  | 'InvalidParameter.GroupName.Length'
  | 'InvalidParameter.GroupName.InvalidChars';
/** Adds a user to a group. */
export const AddUserToGroup = /* @__PURE__ */ operation<AddUserToGroupRequest, AddUserToGroupReply, AddUserToGroupCode>({ version, name: 'AddUserToGroup' });

export interface BindMFADeviceRequest {
  /** Principal name of the user: <user name>@<default domain>. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName: string;
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
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format'
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

export interface CreateAccessKeyRequest {
  /** Principal name of the user; the caller when absent. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
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
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format';
/** Creates an AccessKey; its secret is shown this once. While AllowUserToManageAccessKeys is on, only an explicit deny refuses it to a user who does it for itself. */
export const CreateAccessKey = /* @__PURE__ */ operation<CreateAccessKeyRequest, CreateAccessKeyReply, CreateAccessKeyCode>({ version, name: 'CreateAccessKey' });

export interface CreateAppSecretRequest {
  /** Id of the application. 1 to 64 characters; digits. */
  readonly AppId: string;
}
export interface CreateAppSecretReply {
  readonly RequestId: string;
  readonly AppSecret: {
    readonly AppId: string;
    readonly AppSecretId: string;
    readonly CreateDate: string;
    readonly AppSecretValue: string;
  };
}
export type CreateAppSecretCode =
  | 'EntityNotExist.Application'
  | 'LimitExceeded.Application.AppSecret'
  | 'MissingAppId'
  | 'InvalidParameter.AppId.Length'
  | 'InvalidParameter.AppId.InvalidChars';
/** Creates a secret of an application; it is shown this once. */
export const CreateAppSecret = /* @__PURE__ */ operation<CreateAppSecretRequest, CreateAppSecretReply, CreateAppSecretCode>({ version, name: 'CreateAppSecret' });

export interface CreateApplicationRequest {
  /** Name of the application. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly AppName: string;
  /** Name that people are shown. 1 to 24 characters; all characters except control characters. */
  readonly DisplayName: string;
  /** Where the program runs: on a web server, on the device of its user, or on a server without users. */
  readonly AppType: 'WebApp' | 'NativeApp' | 'ServerApp';
  /** Where log-ons may lead back to; only exactly these are accepted. 1 to 4096 characters; 20 URIs at most, separated by ";", none twice, without "#" and "@": https, http to the own machine, or a scheme with a dot. */
  readonly RedirectUris?: string | undefined;
  /** Scopes that the application may ask for, besides openid. One of another service, such as /acs/other, is kept and has no effect. 1 to 1024 characters; 20 names at most, separated by ";", none twice: those that ListPredefinedScopes shows, or "/acs/" and lower-case letters, digits, "-" and "_". */
  readonly PredefinedScopes?: string | undefined;
  /** Those of its scopes without which the application cannot be installed, besides openid. 1 to 1024 characters; 20 names at most, separated by ";", none twice: those that ListPredefinedScopes shows, or "/acs/" and lower-case letters, digits, "-" and "_". */
  readonly RequiredScopes?: string | undefined;
  /** Whether the application must present a secret; a WebApp and a ServerApp always must. Default for a NativeApp: false. */
  readonly SecretRequired?: boolean | undefined;
  /** Seconds that an access token is good for. 900 to 10800, 3600 by default. */
  readonly AccessTokenValidity?: number | undefined;
  /** Seconds that a refresh token is good for. Default: 7776000 for a WebApp, 2592000 for others. 7200 to 31536000. */
  readonly RefreshTokenValidity?: number | undefined;
  /** Whether other accounts may install it. Default: false for a WebApp. */
  readonly IsMultiTenant?: boolean | undefined;
  /** Version of OAuth. 2.0 by default. */
  readonly ProtocolVersion?: '2.0' | '2.1' | undefined;
}
export interface CreateApplicationReply {
  readonly RequestId: string;
  readonly Application: {
    readonly AppId: string;
    readonly AppName: string;
    readonly DisplayName: string;
    readonly AppType: string;
    readonly AccountId: string;
    readonly RedirectUris: {
      readonly RedirectUri: readonly string[];
    };
    readonly DelegatedScope: {
      readonly PredefinedScopes: {
        readonly PredefinedScope: readonly {
          readonly Name: string;
          readonly Description: string;
          readonly Required: boolean;
        }[];
      };
    };
    readonly SecretRequired: boolean;
    readonly AccessTokenValidity: number;
    readonly RefreshTokenValidity: number;
    readonly IsMultiTenant: boolean;
    readonly ProtocolVersion: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
  };
}
export type CreateApplicationCode =
  | 'EntityAlreadyExists.Application'
  | 'LimitExceeded.Application'
  | 'InvalidParameter.PredefinedScopes'
  | 'InvalidParameter.RequiredScopes'
  | 'InvalidParameter.RedirectUris'
  | 'MissingAppName'
  | 'InvalidParameter.AppName.Length'
  | 'InvalidParameter.AppName.InvalidChars'
  | 'MissingDisplayName'
  | 'InvalidParameter.DisplayName.Length'
  | 'InvalidParameter.DisplayName.InvalidChars'
  | 'MissingAppType'
  | 'InvalidParameter.AppType'
  | 'InvalidParameter.RedirectUris.Length'
  | 'InvalidParameter.RedirectUris.Format'
  | 'InvalidParameter.PredefinedScopes.Length'
  | 'InvalidParameter.PredefinedScopes.Format'
  | 'InvalidParameter.RequiredScopes.Length'
  | 'InvalidParameter.RequiredScopes.Format'
  | 'InvalidParameter.SecretRequired.Format'
  | 'InvalidParameter.AccessTokenValidity.Format'
  | 'InvalidParameter.AccessTokenValidity.Range'
  | 'InvalidParameter.RefreshTokenValidity.Format'
  | 'InvalidParameter.RefreshTokenValidity.Range'
  | 'InvalidParameter.IsMultiTenant.Format'
  | 'InvalidParameter.ProtocolVersion';
/** Registers an application that users may let act for them. */
export const CreateApplication = /* @__PURE__ */ operation<CreateApplicationRequest, CreateApplicationReply, CreateApplicationCode>({ version, name: 'CreateApplication' });

export interface CreateGroupRequest {
  /** Name of the group. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly GroupName: string;
  /** Name to show for the group. 1 to 24 characters; all characters except control characters. */
  readonly DisplayName?: string | undefined;
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
    readonly UpdateDate: string;
    readonly DisplayName: string;
  };
}
export type CreateGroupCode =
  | 'EntityAlreadyExists.Group'
  | 'LimitExceeded.Group'
  | 'MissingGroupName'
  | 'InvalidParameter.GroupName.Length'
  | 'InvalidParameter.GroupName.InvalidChars'
  | 'InvalidParameter.DisplayName.Length'
  | 'InvalidParameter.DisplayName.InvalidChars'
  | 'InvalidParameter.Comments.Length'
  | 'InvalidParameter.Comments.InvalidChars';
/** Creates a group. */
export const CreateGroup = /* @__PURE__ */ operation<CreateGroupRequest, CreateGroupReply, CreateGroupCode>({ version, name: 'CreateGroup' });

export interface CreateLoginProfileRequest {
  /** Principal name of the user: <user name>@<default domain>. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName: string;
  /** The password; the password policy says what it must be like. 1 to 32 characters; all characters except control characters. */
  readonly Password?: string | undefined;
  /** Whether the user must choose a password of its own at the next log-on. false by default. */
  readonly PasswordResetRequired?: boolean | undefined;
  /** Whether the user must bind a second factor at the next log-on. false by default. */
  readonly MFABindRequired?: boolean | undefined;
  /** Active to let the password open the console, Inactive to keep the profile and refuse it. Active by default. */
  readonly Status?: 'Active' | 'Inactive' | undefined;
}
export interface CreateLoginProfileReply {
  readonly RequestId: string;
  readonly LoginProfile: {
    readonly UserPrincipalName: string;
    readonly Status: string;
    readonly PasswordResetRequired: boolean;
    readonly MFABindRequired: boolean;
    readonly PasswordStatus: string;
    readonly UpdateDate: string;
  };
}
export type CreateLoginProfileCode =
  | 'EntityNotExist.User'
  | 'EntityAlreadyExists.User.LoginProfile'
  | 'InvalidParameter.Password.TooWeak'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format'
  | 'InvalidParameter.PasswordResetRequired.Format'
  | 'InvalidParameter.MFABindRequired.Format'
  | 'InvalidParameter.Status';
/** Lets a user log on to the console. */
export const CreateLoginProfile = /* @__PURE__ */ operation<CreateLoginProfileRequest, CreateLoginProfileReply, CreateLoginProfileCode>({ version, name: 'CreateLoginProfile' });

export interface CreateOIDCProviderRequest {
  /** Name of the provider. 1 to 128 characters; letters, digits, "." "-" "_"; a letter or digit at both ends. */
  readonly OIDCProviderName: string;
  /** URL of the issuer, exactly as its tokens carry it. 1 to 255 characters; an https URL in ASCII without "?", "#" and "@". */
  readonly IssuerUrl: string;
  /** Audiences that are accepted. 1 to 64500 characters; separated by commas, each of letters, digits, "." "-" "_" ":" "/", beginning with a letter or digit, none twice. */
  readonly ClientIds?: string | undefined;
  /** SHA-1 fingerprints of authorities whose certificates the issuer uses. 1 to 6450 characters; separated by commas, each of hexadecimal digits, beginning with a letter or digit, none twice. */
  readonly Fingerprints?: string | undefined;
  /** Hours after its issue in which a token is accepted. 1 to 168, 12 by default. */
  readonly IssuanceLimitTime?: number | undefined;
  /** Remarks. 1 to 256 characters; all characters except control characters other than line breaks and tabs. */
  readonly Description?: string | undefined;
}
export interface CreateOIDCProviderReply {
  readonly RequestId: string;
  readonly OIDCProvider: {
    readonly OIDCProviderName: string;
    readonly Arn: string;
    readonly IssuerUrl: string;
    readonly ClientIds: string;
    readonly Fingerprints: string;
    readonly IssuanceLimitTime: number;
    readonly Description: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
    readonly GmtCreate: string;
    readonly GmtModified: string;
  };
}
export type CreateOIDCProviderCode =
  | 'EntityAlreadyExists.OIDCProvider'
  | 'EntityAlreadyExists.OIDCProvider.Url'
  | 'LimitExceeded.OIDCProvider'
  | 'LimitExceeded.OIDCProvider.ClientId'
  | 'LimitExceeded.OIDCProvider.Fingerprint'
  | 'MissingOIDCProviderName'
  | 'InvalidParameter.OIDCProviderName.Length'
  | 'InvalidParameter.OIDCProviderName.InvalidChars'
  | 'InvalidParameter.OIDCProviderName.Format'
  | 'MissingIssuerUrl'
  | 'InvalidParameter.IssuerUrl.Length'
  | 'InvalidParameter.IssuerUrl.Format'
  | 'InvalidParameter.ClientIds.Length'
  | 'InvalidParameter.ClientIds.Format'
  | 'InvalidParameter.Fingerprints.Length'
  | 'InvalidParameter.Fingerprints.Format'
  | 'InvalidParameter.IssuanceLimitTime.Format'
  | 'InvalidParameter.IssuanceLimitTime.Range'
  | 'InvalidParameter.Description.Length'
  | 'InvalidParameter.Description.InvalidChars';
/** Registers an OIDC provider that roles may trust. */
export const CreateOIDCProvider = /* @__PURE__ */ operation<CreateOIDCProviderRequest, CreateOIDCProviderReply, CreateOIDCProviderCode>({ version, name: 'CreateOIDCProvider' });

export interface CreateSAMLProviderRequest {
  /** Name of the provider. 1 to 128 characters; letters, digits, "." "-" "_"; a letter or digit at both ends. */
  readonly SAMLProviderName: string;
  /** Metadata of the identity provider, in Base64: one EntityDescriptor with one IDPSSODescriptor and at most two certificates to check signatures with. It can be given later; until then nobody is let in through the provider. 1 to 131072 characters; Base64, on one line or broken into lines. */
  readonly EncodedSAMLMetadataDocument?: string | undefined;
  /** Remarks. 1 to 256 characters; all characters except control characters other than line breaks and tabs. */
  readonly Description?: string | undefined;
  /** How requests to the identity provider are signed. What it signs itself is never accepted with SHA-1. rsa-sha1 by default. */
  readonly AuthnSignAlgo?: 'rsa-sha256' | 'rsa-sha1' | undefined;
}
export interface CreateSAMLProviderReply {
  readonly RequestId: string;
  readonly SAMLProvider: {
    readonly SAMLProviderName: string;
    readonly Arn: string;
    readonly Description: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
    readonly AuthnSignAlgo: string;
  };
}
export type CreateSAMLProviderCode =
  | `InvalidParameter.${string}.Format`
  | 'EntityAlreadyExists.SAMLProvider'
  | 'LimitExceeded.SAMLProvider'
  | 'MissingSAMLProviderName'
  | 'InvalidParameter.SAMLProviderName.Length'
  | 'InvalidParameter.SAMLProviderName.InvalidChars'
  | 'InvalidParameter.SAMLProviderName.Format'
  | 'InvalidParameter.EncodedSAMLMetadataDocument.Length'
  | 'InvalidParameter.EncodedSAMLMetadataDocument.Format'
  | 'InvalidParameter.Description.Length'
  | 'InvalidParameter.Description.InvalidChars'
  | 'InvalidParameter.AuthnSignAlgo';
/** Registers a SAML provider that roles may trust. */
export const CreateSAMLProvider = /* @__PURE__ */ operation<CreateSAMLProviderRequest, CreateSAMLProviderReply, CreateSAMLProviderCode>({ version, name: 'CreateSAMLProvider' });

export interface CreateServiceCredentialRequest {
  /** Name of the credential. 1 to 128 characters; letters, digits, "." "-" "_". */
  readonly ServiceCredentialName: string;
  /** Service that the credential is for. 1 to 128 characters; letters, digits, "." "-" "_". */
  readonly ServiceName: string;
  /** Days after which it expires; never when absent. 1 to 36600. */
  readonly CredentialAgeDays?: number | undefined;
  /** Principal name of the user; the caller when absent. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
}
export interface CreateServiceCredentialReply {
  readonly RequestId: string;
  readonly ServiceCredential: {
    readonly ServiceCredentialId: string;
    readonly ServiceCredentialName: string;
    readonly ServiceName: string;
    readonly UserPrincipalName: string;
    readonly Status: string;
    readonly CreateTime: string;
    readonly ExpirationTime: string;
    readonly ServiceCredentialSecret: string;
  };
}
export type CreateServiceCredentialCode =
  | 'EntityNotExist.User'
  | 'LimitExceeded.User.ServiceCredential'
  | 'MissingServiceCredentialName'
  | 'InvalidParameter.ServiceCredentialName.Length'
  | 'InvalidParameter.ServiceCredentialName.InvalidChars'
  | 'MissingServiceName'
  | 'InvalidParameter.ServiceName.Length'
  | 'InvalidParameter.ServiceName.InvalidChars'
  | 'InvalidParameter.CredentialAgeDays.Format'
  | 'InvalidParameter.CredentialAgeDays.Range'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format';
/** Creates a key of a user for one service alone; its secret is shown this once. It is kept and has no effect. While AllowUserToManageServiceCredentials is on, only an explicit deny refuses it to a user who does it for itself. */
export const CreateServiceCredential = /* @__PURE__ */ operation<CreateServiceCredentialRequest, CreateServiceCredentialReply, CreateServiceCredentialCode>({ version, name: 'CreateServiceCredential' });

export interface CreateUserRequest {
  /** Principal name of the user: <user name>@<default domain>. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName: string;
  /** Name to show for the user. 1 to 24 characters; all characters except control characters. */
  readonly DisplayName: string;
  /** Mobile phone number: <country code>-<number>. 1 to 32 characters; <country code>-<number>, digits only, e.g. 86-18600008888. */
  readonly MobilePhone?: string | undefined;
  /** E-mail address. 1 to 254 characters; <name>@<domain>, e.g. alice@example.com. */
  readonly Email?: string | undefined;
  /** Remarks. 1 to 128 characters; all characters except control characters other than line breaks and tabs. */
  readonly Comments?: string | undefined;
  /** Tags to set. At most 20. */
  readonly Tag?: readonly { readonly Key: string; readonly Value?: string }[] | undefined;
}
export interface CreateUserReply {
  readonly RequestId: string;
  readonly User: {
    readonly UserId: string;
    readonly UserPrincipalName: string;
    readonly DisplayName: string;
    readonly MobilePhone: string;
    readonly Email: string;
    readonly Comments: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
    readonly LastLoginDate: string;
    readonly ProvisionType: string;
    readonly Tags: {
      readonly Tag: readonly {
        readonly TagKey: string;
        readonly TagValue: string;
      }[];
    };
  };
}
export type CreateUserCode =
  | `InvalidParameter.${string}.Format`
  | 'EntityAlreadyExists.User'
  | 'LimitExceeded.User'
  | 'InvalidParameter.Tag.Duplicate'
  | 'LimitExceeded.User.Tag'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format'
  | 'MissingDisplayName'
  | 'InvalidParameter.DisplayName.Length'
  | 'InvalidParameter.DisplayName.InvalidChars'
  | 'InvalidParameter.MobilePhone.Length'
  | 'InvalidParameter.MobilePhone.Format'
  | 'InvalidParameter.Email.Length'
  | 'InvalidParameter.Email.Format'
  | 'InvalidParameter.Comments.Length'
  | 'InvalidParameter.Comments.InvalidChars'
  | 'InvalidParameter.Tag'
  | 'MissingTag.Key'
  | 'InvalidParameter.Tag.Key.Length'
  | 'InvalidParameter.Tag.Key.InvalidChars'
  | 'InvalidParameter.Tag.Key.Format'
  | 'InvalidParameter.Tag.Value.Length'
  | 'InvalidParameter.Tag.Value.InvalidChars'
  | 'InvalidParameter.Tag.Value.Format';
/** Creates a user. */
export const CreateUser = /* @__PURE__ */ operation<CreateUserRequest, CreateUserReply, CreateUserCode>({ version, name: 'CreateUser', numbered: ['Tag'] });

export interface CreateVirtualMFADeviceRequest {
  /** Name of the device, unique in the account. 1 to 64 characters; letters, digits, "-". */
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

export interface DeleteAccessKeyRequest {
  /** Principal name of the user; the caller when absent. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
  /** Id of the AccessKey. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserAccessKeyId: string;
}
export interface DeleteAccessKeyReply {
  readonly RequestId: string;
}
export type DeleteAccessKeyCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.AccessKey'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format'
  | 'MissingUserAccessKeyId'
  | 'InvalidParameter.UserAccessKeyId.Length'
  | 'InvalidParameter.UserAccessKeyId.InvalidChars';
/** Deletes an AccessKey, active or not: a user's goes into the recycle bin, one of the account itself is gone for good. While AllowUserToManageAccessKeys is on, only an explicit deny refuses it to a user who does it for itself. */
export const DeleteAccessKey = /* @__PURE__ */ operation<DeleteAccessKeyRequest, DeleteAccessKeyReply, DeleteAccessKeyCode>({ version, name: 'DeleteAccessKey' });

export interface DeleteAccessKeyInRecycleBinRequest {
  /** Id of the user, in the recycle bin or not; the user who calls when absent. 1 to 64 characters; digits. */
  readonly UserId?: string | undefined;
  /** Id of the AccessKey. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserAccessKeyId: string;
}
export interface DeleteAccessKeyInRecycleBinReply {
  readonly RequestId: string;
}
export type DeleteAccessKeyInRecycleBinCode =
  | 'MissingUserId'
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.AccessKey'
  | 'InvalidParameter.UserId.Length'
  | 'InvalidParameter.UserId.InvalidChars'
  | 'MissingUserAccessKeyId'
  | 'InvalidParameter.UserAccessKeyId.Length'
  | 'InvalidParameter.UserAccessKeyId.InvalidChars';
/** Purges an AccessKey of the recycle bin: nothing brings it back. */
export const DeleteAccessKeyInRecycleBin = /* @__PURE__ */ operation<DeleteAccessKeyInRecycleBinRequest, DeleteAccessKeyInRecycleBinReply, DeleteAccessKeyInRecycleBinCode>({ version, name: 'DeleteAccessKeyInRecycleBin' });

export interface DeleteAppSecretRequest {
  /** Id of the application. 1 to 64 characters; digits. */
  readonly AppId: string;
  /** Id of the secret. 1 to 64 characters; letters, digits, "-". */
  readonly AppSecretId: string;
}
export interface DeleteAppSecretReply {
  readonly RequestId: string;
}
export type DeleteAppSecretCode =
  | 'EntityNotExist.Application'
  | 'EntityNotExist.Application.AppSecret'
  | 'MissingAppId'
  | 'InvalidParameter.AppId.Length'
  | 'InvalidParameter.AppId.InvalidChars'
  | 'MissingAppSecretId'
  | 'InvalidParameter.AppSecretId.Length'
  | 'InvalidParameter.AppSecretId.InvalidChars';
/** Deletes a secret of an application, which cannot present it from then on. */
export const DeleteAppSecret = /* @__PURE__ */ operation<DeleteAppSecretRequest, DeleteAppSecretReply, DeleteAppSecretCode>({ version, name: 'DeleteAppSecret' });

export interface DeleteApplicationRequest {
  /** Id of the application. 1 to 64 characters; digits. */
  readonly AppId: string;
}
export interface DeleteApplicationReply {
  readonly RequestId: string;
}
export type DeleteApplicationCode =
  | 'EntityNotExist.Application'
  | 'MissingAppId'
  | 'InvalidParameter.AppId.Length'
  | 'InvalidParameter.AppId.InvalidChars';
/** Deletes an application with its secrets and its installation. */
export const DeleteApplication = /* @__PURE__ */ operation<DeleteApplicationRequest, DeleteApplicationReply, DeleteApplicationCode>({ version, name: 'DeleteApplication' });

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
  /** Principal name of the user: <user name>@<default domain>. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName: string;
}
export interface DeleteLoginProfileReply {
  readonly RequestId: string;
}
export type DeleteLoginProfileCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.LoginProfile'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format';
/** Takes the log-on to the console away from a user, with its password. */
export const DeleteLoginProfile = /* @__PURE__ */ operation<DeleteLoginProfileRequest, DeleteLoginProfileReply, DeleteLoginProfileCode>({ version, name: 'DeleteLoginProfile' });

export interface DeleteOIDCProviderRequest {
  /** Name of the provider. 1 to 128 characters; letters, digits, "." "-" "_"; a letter or digit at both ends. */
  readonly OIDCProviderName: string;
}
export interface DeleteOIDCProviderReply {
  readonly RequestId: string;
}
export type DeleteOIDCProviderCode =
  | 'EntityNotExist.OIDCProvider'
  | 'MissingOIDCProviderName'
  | 'InvalidParameter.OIDCProviderName.Length'
  | 'InvalidParameter.OIDCProviderName.InvalidChars'
  | 'InvalidParameter.OIDCProviderName.Format';
/** Deletes an OIDC provider; roles that trust it can no longer be assumed through it. */
export const DeleteOIDCProvider = /* @__PURE__ */ operation<DeleteOIDCProviderRequest, DeleteOIDCProviderReply, DeleteOIDCProviderCode>({ version, name: 'DeleteOIDCProvider' });

export interface DeletePasskeyRequest {
  /** Principal name of the user; the caller when absent. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
  /** Id of the passkey. 1 to 64 characters; letters, digits, "-" "_". */
  readonly PasskeyId: string;
}
export interface DeletePasskeyReply {
  readonly RequestId: string;
}
export type DeletePasskeyCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.Passkey'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format'
  | 'MissingPasskeyId'
  | 'InvalidParameter.PasskeyId.Length'
  | 'InvalidParameter.PasskeyId.InvalidChars';
/** Deletes a passkey of a user or of the caller. */
export const DeletePasskey = /* @__PURE__ */ operation<DeletePasskeyRequest, DeletePasskeyReply, DeletePasskeyCode>({ version, name: 'DeletePasskey' });

export interface DeleteSAMLProviderRequest {
  /** Name of the provider. 1 to 128 characters; letters, digits, "." "-" "_"; a letter or digit at both ends. */
  readonly SAMLProviderName: string;
}
export interface DeleteSAMLProviderReply {
  readonly RequestId: string;
}
export type DeleteSAMLProviderCode =
  | 'EntityNotExist.SAMLProvider'
  | 'MissingSAMLProviderName'
  | 'InvalidParameter.SAMLProviderName.Length'
  | 'InvalidParameter.SAMLProviderName.InvalidChars'
  | 'InvalidParameter.SAMLProviderName.Format';
/** Deletes a SAML provider; roles that trust it can no longer be assumed through it. */
export const DeleteSAMLProvider = /* @__PURE__ */ operation<DeleteSAMLProviderRequest, DeleteSAMLProviderReply, DeleteSAMLProviderCode>({ version, name: 'DeleteSAMLProvider' });

export interface DeleteServiceCredentialRequest {
  /** Id of the credential. 1 to 64 characters; letters, digits, "-". */
  readonly ServiceCredentialId: string;
  /** Principal name of the user; the caller when absent. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
}
export interface DeleteServiceCredentialReply {
  readonly RequestId: string;
}
export type DeleteServiceCredentialCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.ServiceCredential'
  | 'MissingServiceCredentialId'
  | 'InvalidParameter.ServiceCredentialId.Length'
  | 'InvalidParameter.ServiceCredentialId.InvalidChars'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format';
/** Deletes a service credential. It is kept and has no effect. While AllowUserToManageServiceCredentials is on, only an explicit deny refuses it to a user who does it for itself. */
export const DeleteServiceCredential = /* @__PURE__ */ operation<DeleteServiceCredentialRequest, DeleteServiceCredentialReply, DeleteServiceCredentialCode>({ version, name: 'DeleteServiceCredential' });

export interface DeleteUserRequest {
  /** Principal name of the user: <user name>@<default domain>. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
  /** Id of the user. 1 to 64 characters; digits. */
  readonly UserId?: string | undefined;
}
export interface DeleteUserReply {
  readonly RequestId: string;
}
export type DeleteUserCode =
  | 'InvalidParameter'
  | 'EntityNotExist.User'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format'
  | 'InvalidParameter.UserId.Length'
  | 'InvalidParameter.UserId.InvalidChars';
/** Moves a user into the recycle bin, with its AccessKeys; all else that it has is removed. */
export const DeleteUser = /* @__PURE__ */ operation<DeleteUserRequest, DeleteUserReply, DeleteUserCode>({ version, name: 'DeleteUser' });

export interface DeleteUserInRecycleBinRequest {
  /** Id of the user. 1 to 64 characters; digits. */
  readonly UserId: string;
}
export interface DeleteUserInRecycleBinReply {
  readonly RequestId: string;
}
export type DeleteUserInRecycleBinCode =
  | 'EntityNotExist.User'
  | 'MissingUserId'
  | 'InvalidParameter.UserId.Length'
  | 'InvalidParameter.UserId.InvalidChars';
/** Purges a user of the recycle bin with its AccessKeys: nothing brings them back. */
export const DeleteUserInRecycleBin = /* @__PURE__ */ operation<DeleteUserInRecycleBinRequest, DeleteUserInRecycleBinReply, DeleteUserInRecycleBinCode>({ version, name: 'DeleteUserInRecycleBin' });

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

export interface DeprovisionApplicationRequest {
  /** Id of the application. 1 to 64 characters; digits. */
  readonly AppId: string;
}
export interface DeprovisionApplicationReply {
  readonly RequestId: string;
}
export type DeprovisionApplicationCode =
  | 'EntityNotExist.Application'
  | 'EntityNotExist.Application.Provision'
  | 'MissingAppId'
  | 'InvalidParameter.AppId.Length'
  | 'InvalidParameter.AppId.InvalidChars';
/** Uninstalls an application from the account; the application itself stays. */
export const DeprovisionApplication = /* @__PURE__ */ operation<DeprovisionApplicationRequest, DeprovisionApplicationReply, DeprovisionApplicationCode>({ version, name: 'DeprovisionApplication' });

export interface DeprovisionExternalApplicationRequest {
  /** Id of the application. 1 to 64 characters; digits. */
  readonly AppId: string;
}
export interface DeprovisionExternalApplicationReply {
  readonly RequestId: string;
}
export type DeprovisionExternalApplicationCode =
  | 'EntityNotExist.Application'
  | 'MissingAppId'
  | 'InvalidParameter.AppId.Length'
  | 'InvalidParameter.AppId.InvalidChars';
/** Uninstalls an application of another account. It is kept and has no effect. */
export const DeprovisionExternalApplication = /* @__PURE__ */ operation<DeprovisionExternalApplicationRequest, DeprovisionExternalApplicationReply, DeprovisionExternalApplicationCode>({ version, name: 'DeprovisionExternalApplication' });

export interface DisableVirtualMFARequest {
  /** Principal name of the user: <user name>@<default domain>. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName: string;
}
export interface DisableVirtualMFAReply {
  readonly RequestId: string;
}
export type DisableVirtualMFACode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.MFADevice'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format';
/** Unbinds the virtual MFA device of a user and deletes it. */
export const DisableVirtualMFA = /* @__PURE__ */ operation<DisableVirtualMFARequest, DisableVirtualMFAReply, DisableVirtualMFACode>({ version, name: 'DisableVirtualMFA' });

export interface GenerateCredentialReportRequest {}
export interface GenerateCredentialReportReply {
  readonly RequestId: string;
  readonly State: string;
}
export type GenerateCredentialReportCode = never;
/** Makes a report on the credentials of the account and its users; at most every four hours a new one. */
export const GenerateCredentialReport = /* @__PURE__ */ operation<GenerateCredentialReportRequest, GenerateCredentialReportReply, GenerateCredentialReportCode>({ version, name: 'GenerateCredentialReport' });

export interface GenerateGovernanceReportRequest {}
export interface GenerateGovernanceReportReply {
  readonly RequestId: string;
  readonly State: string;
}
export type GenerateGovernanceReportCode = never;
/** Makes a report on how the account and its users keep to the recommendations. */
export const GenerateGovernanceReport = /* @__PURE__ */ operation<GenerateGovernanceReportRequest, GenerateGovernanceReportReply, GenerateGovernanceReportCode>({ version, name: 'GenerateGovernanceReport' });

export interface GetAccessKeyInfoInRecycleBinRequest {
  /** Id of the AccessKey. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserAccessKeyId: string;
}
export interface GetAccessKeyInfoInRecycleBinReply {
  readonly RequestId: string;
  readonly AccessKey: {
    readonly AccessKeyId: string;
    readonly CreateDate: string;
    readonly RecycleDate: string;
    readonly DeleteDate: string;
    readonly UserId: string;
    readonly UserPrincipalName: string;
    readonly UserRecycled: boolean;
  };
}
export type GetAccessKeyInfoInRecycleBinCode =
  | 'EntityNotExist.User.AccessKey'
  | 'EntityNotExist.User'
  | 'MissingUserAccessKeyId'
  | 'InvalidParameter.UserAccessKeyId.Length'
  | 'InvalidParameter.UserAccessKeyId.InvalidChars';
/** Shows an AccessKey of the recycle bin, and whether its user is there too. */
export const GetAccessKeyInfoInRecycleBin = /* @__PURE__ */ operation<GetAccessKeyInfoInRecycleBinRequest, GetAccessKeyInfoInRecycleBinReply, GetAccessKeyInfoInRecycleBinCode>({ version, name: 'GetAccessKeyInfoInRecycleBin' });

export interface GetAccessKeyLastUsedRequest {
  /** Principal name of the user; the caller when absent. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
  /** Id of the AccessKey. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserAccessKeyId: string;
}
export interface GetAccessKeyLastUsedReply {
  readonly RequestId: string;
  readonly AccessKeyLastUsed: {
    readonly LastUsedDate: string;
    readonly ServiceName: string;
  };
}
export type GetAccessKeyLastUsedCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.AccessKey'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format'
  | 'MissingUserAccessKeyId'
  | 'InvalidParameter.UserAccessKeyId.Length'
  | 'InvalidParameter.UserAccessKeyId.InvalidChars';
/** Shows when an AccessKey was used last. Only an explicit deny refuses it to a user about its own keys. */
export const GetAccessKeyLastUsed = /* @__PURE__ */ operation<GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedReply, GetAccessKeyLastUsedCode>({ version, name: 'GetAccessKeyLastUsed' });

export interface GetAccessKeyPolicyRequest {
  /** Principal name of the user; the caller when absent. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
  /** Id of the AccessKey. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserAccessKeyId: string;
}
export interface GetAccessKeyPolicyReply {
  readonly RequestId: string;
  readonly AccessKeyId: string;
  readonly AccessKeyPolicy: string;
}
export type GetAccessKeyPolicyCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.AccessKey'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format'
  | 'MissingUserAccessKeyId'
  | 'InvalidParameter.UserAccessKeyId.Length'
  | 'InvalidParameter.UserAccessKeyId.InvalidChars';
/** Shows from where an AccessKey may be used, as far as a policy of its own says so. */
export const GetAccessKeyPolicy = /* @__PURE__ */ operation<GetAccessKeyPolicyRequest, GetAccessKeyPolicyReply, GetAccessKeyPolicyCode>({ version, name: 'GetAccessKeyPolicy' });

export interface GetAccessKeyPolicyForAccountRequest {}
export interface GetAccessKeyPolicyForAccountReply {
  readonly RequestId: string;
  readonly AccessKeyPolicy: string;
}
export type GetAccessKeyPolicyForAccountCode = never;
/** Shows from where AccessKeys may be used that have no active policy of their own. */
export const GetAccessKeyPolicyForAccount = /* @__PURE__ */ operation<GetAccessKeyPolicyForAccountRequest, GetAccessKeyPolicyForAccountReply, GetAccessKeyPolicyForAccountCode>({ version, name: 'GetAccessKeyPolicyForAccount' });

export interface GetAccountMFAInfoRequest {}
export interface GetAccountMFAInfoReply {
  readonly RequestId: string;
  readonly IsMFAEnable: boolean;
}
export type GetAccountMFAInfoCode = never;
/** Shows whether the account itself has an MFA device. */
export const GetAccountMFAInfo = /* @__PURE__ */ operation<GetAccountMFAInfoRequest, GetAccountMFAInfoReply, GetAccountMFAInfoCode>({ version, name: 'GetAccountMFAInfo' });

export interface GetAccountSecurityPracticeReportRequest {}
export interface GetAccountSecurityPracticeReportReply {
  readonly RequestId: string;
  readonly AccountSecurityPracticeInfo: {
    readonly Score: number;
    readonly AccountSecurityPracticeUserInfo: {
      readonly SubUser: number;
      readonly SubUserBindMfa: number;
      readonly SubUserWithUnusedAccessKey: number;
      readonly SubUserWithOldAccessKey: number;
      readonly RootWithAccessKey: number;
      readonly UnusedAkNum: number;
      readonly OldAkNum: number;
      readonly SubUserPwdLevel: string;
      readonly BindMfa: boolean;
    };
  };
}
export type GetAccountSecurityPracticeReportCode = never;
/** Shows how safe the account is, in nine figures and a score. */
export const GetAccountSecurityPracticeReport = /* @__PURE__ */ operation<GetAccountSecurityPracticeReportRequest, GetAccountSecurityPracticeReportReply, GetAccountSecurityPracticeReportCode>({ version, name: 'GetAccountSecurityPracticeReport' });

export interface GetAccountSummaryRequest {}
export interface GetAccountSummaryReply {
  readonly RequestId: string;
  readonly SummaryMap: {
    readonly Users: number;
    readonly UsersQuota: number;
    readonly Groups: number;
    readonly GroupsQuota: number;
    readonly GroupsPerUserQuota: number;
    readonly Roles: number;
    readonly RolesQuota: number;
    readonly Policies: number;
    readonly PoliciesQuota: number;
    readonly PolicySizeQuota: number;
    readonly VersionsPerPolicyQuota: number;
    readonly AttachedPoliciesPerUserQuota: number;
    readonly AttachedPoliciesPerGroupQuota: number;
    readonly AttachedPoliciesPerRoleQuota: number;
    readonly AttachedSystemPoliciesPerUserQuota: number;
    readonly AttachedSystemPoliciesPerGroupQuota: number;
    readonly AttachedSystemPoliciesPerRoleQuota: number;
    readonly AccessKeysPerUserQuota: number;
    readonly AccountAccessKeysPerAccountQuota: number;
    readonly AuthorizedClientPerUserQuota: number;
    readonly ConditionsPerAKPolicyQuota: number;
    readonly IPItemsPerAKPolicyQuota: number;
    readonly ServiceCredentialsPerUserPerServiceQuota: number;
    readonly MFADevices: number;
    readonly MFADevicesInUse: number;
    readonly VirtualMFADevicesQuota: number;
  };
}
export type GetAccountSummaryCode = never;
/** Shows how much the account holds and how much it may hold. */
export const GetAccountSummary = /* @__PURE__ */ operation<GetAccountSummaryRequest, GetAccountSummaryReply, GetAccountSummaryCode>({ version, name: 'GetAccountSummary' });

export interface GetAppSecretRequest {
  /** Id of the application. 1 to 64 characters; digits. */
  readonly AppId: string;
  /** Id of the secret. 1 to 64 characters; letters, digits, "-". */
  readonly AppSecretId: string;
}
export interface GetAppSecretReply {
  readonly RequestId: string;
  readonly AppSecret: {
    readonly AppId: string;
    readonly AppSecretId: string;
    readonly CreateDate: string;
    readonly AppSecretValue: string;
  };
}
export type GetAppSecretCode =
  | 'EntityNotExist.Application'
  | 'EntityNotExist.Application.AppSecret'
  | 'MissingAppId'
  | 'InvalidParameter.AppId.Length'
  | 'InvalidParameter.AppId.InvalidChars'
  | 'MissingAppSecretId'
  | 'InvalidParameter.AppSecretId.Length'
  | 'InvalidParameter.AppSecretId.InvalidChars';
/** Shows one secret of an application; AppSecretValue is empty, only CreateAppSecret shows it. */
export const GetAppSecret = /* @__PURE__ */ operation<GetAppSecretRequest, GetAppSecretReply, GetAppSecretCode>({ version, name: 'GetAppSecret' });

export interface GetApplicationRequest {
  /** Id of the application. 1 to 64 characters; digits. */
  readonly AppId: string;
}
export interface GetApplicationReply {
  readonly RequestId: string;
  readonly Application: {
    readonly AppId: string;
    readonly AppName: string;
    readonly DisplayName: string;
    readonly AppType: string;
    readonly AccountId: string;
    readonly RedirectUris: {
      readonly RedirectUri: readonly string[];
    };
    readonly DelegatedScope: {
      readonly PredefinedScopes: {
        readonly PredefinedScope: readonly {
          readonly Name: string;
          readonly Description: string;
          readonly Required: boolean;
        }[];
      };
    };
    readonly SecretRequired: boolean;
    readonly AccessTokenValidity: number;
    readonly RefreshTokenValidity: number;
    readonly IsMultiTenant: boolean;
    readonly ProtocolVersion: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
  };
}
export type GetApplicationCode =
  | 'EntityNotExist.Application'
  | 'MissingAppId'
  | 'InvalidParameter.AppId.Length'
  | 'InvalidParameter.AppId.InvalidChars';
/** Shows one application. */
export const GetApplication = /* @__PURE__ */ operation<GetApplicationRequest, GetApplicationReply, GetApplicationCode>({ version, name: 'GetApplication' });

export interface GetApplicationProvisionInfoRequest {
  /** Id of the application. 1 to 64 characters; digits. */
  readonly AppId: string;
}
export interface GetApplicationProvisionInfoReply {
  readonly RequestId: string;
  readonly ApplicationProvisionInfo: {
    readonly AppId: string;
    readonly AppName: string;
    readonly DisplayName: string;
    readonly AccountId: string;
    readonly DelegatedScope: {
      readonly PredefinedScopes: {
        readonly PredefinedScope: readonly {
          readonly Name: string;
          readonly Description: string;
        }[];
      };
    };
    readonly CreateDate: string;
    readonly UpdateDate: string;
  };
}
export type GetApplicationProvisionInfoCode =
  | 'EntityNotExist.Application'
  | 'EntityNotExist.Application.Provision'
  | 'MissingAppId'
  | 'InvalidParameter.AppId.Length'
  | 'InvalidParameter.AppId.InvalidChars';
/** Shows the installation of an application. */
export const GetApplicationProvisionInfo = /* @__PURE__ */ operation<GetApplicationProvisionInfoRequest, GetApplicationProvisionInfoReply, GetApplicationProvisionInfoCode>({ version, name: 'GetApplicationProvisionInfo' });

export interface GetCredentialReportRequest {
  /** Where the page starts: the token that the page before returned. The first page when absent. 1 to 2048 characters. */
  readonly NextToken?: string | undefined;
  /** Entries of a page. 1 to 3501, 3501 by default. */
  readonly MaxItems?: number | undefined;
}
export interface GetCredentialReportReply {
  readonly RequestId: string;
  readonly Content: string;
  readonly GeneratedTime: string;
  readonly IsTruncated: string;
  readonly NextToken?: string;
}
export type GetCredentialReportCode =
  | 'EntityNotExist.CredentialReport'
  | 'InvalidParameter.NextToken'
  | 'InvalidParameter.NextToken.Length'
  | 'InvalidParameter.MaxItems.Format'
  | 'InvalidParameter.MaxItems.Range';
/** Shows the credential report that was made last. */
export const GetCredentialReport = /* @__PURE__ */ operation<GetCredentialReportRequest, GetCredentialReportReply, GetCredentialReportCode>({ version, name: 'GetCredentialReport' });

export interface GetDefaultDomainRequest {}
export interface GetDefaultDomainReply {
  readonly RequestId: string;
  readonly DefaultDomainName: string;
}
export type GetDefaultDomainCode = never;
/** Shows the domain of principal names. */
export const GetDefaultDomain = /* @__PURE__ */ operation<GetDefaultDomainRequest, GetDefaultDomainReply, GetDefaultDomainCode>({ version, name: 'GetDefaultDomain' });

export interface GetExternalApplicationRequest {
  /** Id of the application. 1 to 64 characters; digits. */
  readonly AppId: string;
}
export interface GetExternalApplicationReply {
  readonly RequestId: string;
  readonly ExternalApplication: {
    readonly ForeignAppId: string;
    readonly AppPrincipalName: string;
    readonly DisplayName: string;
    readonly TenantId: string;
    readonly DelegatedScope: {
      readonly PredefinedScopes: {
        readonly PredefinedScope: readonly {
          readonly Name: string;
          readonly Description: string;
        }[];
      };
    };
    readonly CreateDate: string;
    readonly UpdateDate: string;
  };
}
export type GetExternalApplicationCode =
  | 'EntityNotExist.Application'
  | 'MissingAppId'
  | 'InvalidParameter.AppId.Length'
  | 'InvalidParameter.AppId.InvalidChars';
/** Shows an installed application of another account. */
export const GetExternalApplication = /* @__PURE__ */ operation<GetExternalApplicationRequest, GetExternalApplicationReply, GetExternalApplicationCode>({ version, name: 'GetExternalApplication' });

export interface GetGovernanceItemReportRequest {
  /** What to show of the report. Items whose names begin with "Wardenry" are this server's own. */
  readonly GovernanceItemType?: 'AccountRecentUsingAccessKey' | 'RecentAccountLoginTimes' | 'SSOLoginEnabled' | 'WardenryAccountAccessKeys' | 'WardenryAccountMFAEnabled' | 'WardenryAdministrators' | 'WardenryIdleUsers' | 'WardenryOldAccessKeys' | 'WardenryPasswordPolicyLevel' | 'WardenryUnconditionalFullAccessPolicies' | 'WardenryUngroupedUsersWithPolicies' | 'WardenryUnusedAccessKeys' | 'WardenryUsersWithActiveKeysAndInactiveLogon' | 'WardenryUsersWithLogonAndAccessKey' | 'WardenryUsersWithoutMFA' | undefined;
  /** Where the page starts: the marker that the page before returned. The first page when absent. 1 to 512 characters. */
  readonly Marker?: string | undefined;
  /** Entries of a page. 1 to 1000, 1000 by default. */
  readonly MaxItems?: number | undefined;
}
export interface GetGovernanceItemReportReply {
  readonly RequestId: string;
  readonly GenerateTime: string;
  readonly MetricType: string;
  readonly MetricValue: string | number | boolean;
  readonly ColumnsSchema: {
    readonly ColumnSchema: readonly {
      readonly ColumnName: string;
      readonly ColumnType: string;
    }[];
  };
  readonly ColumnsValue: {
    readonly ColumnRow: readonly {
      readonly ColumnValue: readonly (string | number | boolean)[];
    }[];
  };
  readonly IsTruncated: boolean;
  readonly Marker?: string;
}
export type GetGovernanceItemReportCode =
  | 'EntityNotExist.GovernanceReport'
  | 'InvalidParameter.Marker'
  | 'InvalidParameter.GovernanceItemType'
  | 'InvalidParameter.Marker.Length'
  | 'InvalidParameter.MaxItems.Format'
  | 'InvalidParameter.MaxItems.Range';
/** Shows what one item of the governance report found. */
export const GetGovernanceItemReport = /* @__PURE__ */ operation<GetGovernanceItemReportRequest, GetGovernanceItemReportReply, GetGovernanceItemReportCode>({ version, name: 'GetGovernanceItemReport' });

export interface GetGovernanceReportStatusRequest {}
export interface GetGovernanceReportStatusReply {
  readonly RequestId: string;
  readonly WholeReportStatus: string;
  readonly GovernanceItemsStatus: {
    readonly GovernanceItemStatus: readonly {
      readonly GovernanceItem: string;
      readonly Status: string;
    }[];
  };
}
export type GetGovernanceReportStatusCode =
  | 'EntityNotExist.GovernanceReport';
/** Shows how far the governance report is. */
export const GetGovernanceReportStatus = /* @__PURE__ */ operation<GetGovernanceReportStatusRequest, GetGovernanceReportStatusReply, GetGovernanceReportStatusCode>({ version, name: 'GetGovernanceReportStatus' });

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
    readonly DisplayName: string;
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
  /** Principal name of the user: <user name>@<default domain>. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName: string;
}
export interface GetLoginProfileReply {
  readonly RequestId: string;
  readonly LoginProfile: {
    readonly UserPrincipalName: string;
    readonly Status: string;
    readonly PasswordResetRequired: boolean;
    readonly MFABindRequired: boolean;
    readonly PasswordStatus: string;
    readonly UpdateDate: string;
    readonly AutoDisableLoginStatus: string;
    readonly LastLoginTime: string;
  };
}
export type GetLoginProfileCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.LoginProfile'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format';
/** Shows how a user logs on to the console. */
export const GetLoginProfile = /* @__PURE__ */ operation<GetLoginProfileRequest, GetLoginProfileReply, GetLoginProfileCode>({ version, name: 'GetLoginProfile' });

export interface GetOIDCProviderRequest {
  /** Name of the provider. 1 to 128 characters; letters, digits, "." "-" "_"; a letter or digit at both ends. */
  readonly OIDCProviderName: string;
}
export interface GetOIDCProviderReply {
  readonly RequestId: string;
  readonly OIDCProvider: {
    readonly OIDCProviderName: string;
    readonly Arn: string;
    readonly IssuerUrl: string;
    readonly ClientIds: string;
    readonly Fingerprints: string;
    readonly IssuanceLimitTime: number;
    readonly Description: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
    readonly GmtCreate: string;
    readonly GmtModified: string;
  };
}
export type GetOIDCProviderCode =
  | 'EntityNotExist.OIDCProvider'
  | 'MissingOIDCProviderName'
  | 'InvalidParameter.OIDCProviderName.Length'
  | 'InvalidParameter.OIDCProviderName.InvalidChars'
  | 'InvalidParameter.OIDCProviderName.Format';
/** Shows one OIDC provider. */
export const GetOIDCProvider = /* @__PURE__ */ operation<GetOIDCProviderRequest, GetOIDCProviderReply, GetOIDCProviderCode>({ version, name: 'GetOIDCProvider' });

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
    readonly HardExpire: boolean;
    readonly MinimumPasswordDifferentCharacter: number;
    readonly PasswordNotContainUserName: boolean;
    readonly InitialPasswordAge: number;
    readonly InterceptRiskPasswordOnApi: boolean;
  };
}
export type GetPasswordPolicyCode = never;
/** Shows what passwords of users must be like. */
export const GetPasswordPolicy = /* @__PURE__ */ operation<GetPasswordPolicyRequest, GetPasswordPolicyReply, GetPasswordPolicyCode>({ version, name: 'GetPasswordPolicy' });

export interface GetSAMLProviderRequest {
  /** Name of the provider. 1 to 128 characters; letters, digits, "." "-" "_"; a letter or digit at both ends. */
  readonly SAMLProviderName: string;
}
export interface GetSAMLProviderReply {
  readonly RequestId: string;
  readonly SAMLProvider: {
    readonly SAMLProviderName: string;
    readonly Arn: string;
    readonly Description: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
    readonly AuthnSignAlgo: string;
    readonly EncodedSAMLMetadataDocument: string;
  };
}
export type GetSAMLProviderCode =
  | 'EntityNotExist.SAMLProvider'
  | 'MissingSAMLProviderName'
  | 'InvalidParameter.SAMLProviderName.Length'
  | 'InvalidParameter.SAMLProviderName.InvalidChars'
  | 'InvalidParameter.SAMLProviderName.Format';
/** Shows one SAML provider with its metadata. */
export const GetSAMLProvider = /* @__PURE__ */ operation<GetSAMLProviderRequest, GetSAMLProviderReply, GetSAMLProviderCode>({ version, name: 'GetSAMLProvider' });

export interface GetSecurityPreferenceRequest {}
export interface GetSecurityPreferenceReply {
  readonly RequestId: string;
  readonly SecurityPreference: {
    readonly LoginProfilePreference: {
      readonly EnableSaveMFATicket: boolean;
      readonly AllowUserToChangePassword: boolean;
      readonly LoginSessionDuration: number;
      readonly LoginNetworkMasks: string;
      readonly AllowUserToLoginWithPasskey: boolean;
      readonly MFAOperationForLogin: string;
      readonly OperationForRiskLogin: string;
    };
    readonly AccessKeyPreference: {
      readonly AllowUserToManageAccessKeys: boolean;
      readonly AllowUserToManageServiceCredentials: boolean;
    };
    readonly MFAPreference: {
      readonly AllowUserToManageMFADevices: boolean;
    };
    readonly PersonalInfoPreference: {
      readonly AllowUserToManagePersonalDingTalk: boolean;
    };
    readonly VerificationPreference: {
      readonly VerificationTypes: readonly string[];
    };
    readonly MaxIdleDays: {
      readonly MaxIdleDaysForUsers: number;
      readonly MaxIdleDaysForAccessKeys: number;
    };
  };
}
export type GetSecurityPreferenceCode = never;
/** Shows what users may do for themselves and how they log on. */
export const GetSecurityPreference = /* @__PURE__ */ operation<GetSecurityPreferenceRequest, GetSecurityPreferenceReply, GetSecurityPreferenceCode>({ version, name: 'GetSecurityPreference' });

export interface GetServiceCredentialRequest {
  /** Id of the credential. 1 to 64 characters; letters, digits, "-". */
  readonly ServiceCredentialId: string;
  /** Principal name of the user; the caller when absent. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
}
export interface GetServiceCredentialReply {
  readonly RequestId: string;
  readonly ServiceCredential: {
    readonly ServiceCredentialId: string;
    readonly ServiceCredentialName: string;
    readonly ServiceName: string;
    readonly UserPrincipalName: string;
    readonly Status: string;
    readonly CreateTime: string;
    readonly ExpirationTime: string;
  };
}
export type GetServiceCredentialCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.ServiceCredential'
  | 'MissingServiceCredentialId'
  | 'InvalidParameter.ServiceCredentialId.Length'
  | 'InvalidParameter.ServiceCredentialId.InvalidChars'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format';
/** Shows one service credential, without its secret. While AllowUserToManageServiceCredentials is on, only an explicit deny refuses it to a user who does it for itself. */
export const GetServiceCredential = /* @__PURE__ */ operation<GetServiceCredentialRequest, GetServiceCredentialReply, GetServiceCredentialCode>({ version, name: 'GetServiceCredential' });

export interface GetUserRequest {
  /** Principal name of the user: <user name>@<default domain>. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
  /** Id of the user. 1 to 64 characters; digits. */
  readonly UserId?: string | undefined;
  /** Id of an AccessKey of the user. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserAccessKeyId?: string | undefined;
}
export interface GetUserReply {
  readonly RequestId: string;
  readonly User: {
    readonly UserId: string;
    readonly UserPrincipalName: string;
    readonly DisplayName: string;
    readonly MobilePhone: string;
    readonly Email: string;
    readonly Comments: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
    readonly LastLoginDate: string;
    readonly ProvisionType: string;
    readonly Tags: {
      readonly Tag: readonly {
        readonly TagKey: string;
        readonly TagValue: string;
      }[];
    };
    readonly UserName: string;
  };
}
export type GetUserCode =
  | 'InvalidParameter'
  | 'EntityNotExist.User'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format'
  | 'InvalidParameter.UserId.Length'
  | 'InvalidParameter.UserId.InvalidChars'
  | 'InvalidParameter.UserAccessKeyId.Length'
  | 'InvalidParameter.UserAccessKeyId.InvalidChars';
/** Shows one user. */
export const GetUser = /* @__PURE__ */ operation<GetUserRequest, GetUserReply, GetUserCode>({ version, name: 'GetUser' });

export interface GetUserInRecycleBinRequest {
  /** Id of the user. 1 to 64 characters; digits. */
  readonly UserId?: string | undefined;
  /** Id of an AccessKey of the user. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserAccessKeyId?: string | undefined;
}
export interface GetUserInRecycleBinReply {
  readonly RequestId: string;
  readonly User: {
    readonly UserId: string;
    readonly UserPrincipalName: string;
    readonly DisplayName: string;
    readonly CreateDate: string;
    readonly RecycleDate: string;
    readonly DeleteDate: string;
  };
}
export type GetUserInRecycleBinCode =
  | 'InvalidParameter'
  | 'EntityNotExist.User'
  | 'InvalidParameter.UserId.Length'
  | 'InvalidParameter.UserId.InvalidChars'
  | 'InvalidParameter.UserAccessKeyId.Length'
  | 'InvalidParameter.UserAccessKeyId.InvalidChars';
/** Shows a user of the recycle bin, by its id or by a key that is there too. */
export const GetUserInRecycleBin = /* @__PURE__ */ operation<GetUserInRecycleBinRequest, GetUserInRecycleBinReply, GetUserInRecycleBinCode>({ version, name: 'GetUserInRecycleBin' });

export interface GetUserMFAInfoRequest {
  /** Principal name of the user; the caller when absent. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
}
export interface GetUserMFAInfoReply {
  readonly RequestId: string;
  readonly IsMFAEnable: boolean;
  readonly MFADevice?: {
    readonly SerialNumber: string;
    readonly Type: string;
  };
}
export type GetUserMFAInfoCode =
  | 'MissingUserPrincipalName'
  | 'EntityNotExist.User'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format';
/** Shows whether a user, or the user who calls, has an MFA device, and which. While AllowUserToManageMFADevices is on, only an explicit deny refuses it to a user who does it for itself. */
export const GetUserMFAInfo = /* @__PURE__ */ operation<GetUserMFAInfoRequest, GetUserMFAInfoReply, GetUserMFAInfoCode>({ version, name: 'GetUserMFAInfo' });

export interface GetUserSsoSettingsRequest {}
export interface GetUserSsoSettingsReply {
  readonly RequestId: string;
  readonly UserSsoSettings: {
    readonly SsoEnabled: boolean;
    readonly MetadataDocument: string;
    readonly AuxiliaryDomain: string;
    readonly SsoLoginWithDomain: boolean;
    readonly AuthnSignAlgo: string;
  };
}
export type GetUserSsoSettingsCode = never;
/** Shows whether and how users log on through an identity provider. */
export const GetUserSsoSettings = /* @__PURE__ */ operation<GetUserSsoSettingsRequest, GetUserSsoSettingsReply, GetUserSsoSettingsCode>({ version, name: 'GetUserSsoSettings' });

export interface GetVerificationInfoRequest {
  /** Principal name of the user; the caller when absent. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
}
export interface GetVerificationInfoReply {
  readonly RequestId: string;
  readonly SecurityPhoneDevice?: {
    readonly AreaCode: string;
    readonly PhoneNumber: string;
    readonly Status: string;
  };
  readonly SecurityEmailDevice?: {
    readonly Email: string;
    readonly Status: string;
  };
}
export type GetVerificationInfoCode =
  | 'EntityNotExist.User'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format';
/** Shows the phone and the mailbox for verification codes of a user or of the caller. While AllowUserToManageMFADevices is on, only an explicit deny refuses it to a user who does it for itself. */
export const GetVerificationInfo = /* @__PURE__ */ operation<GetVerificationInfoRequest, GetVerificationInfoReply, GetVerificationInfoCode>({ version, name: 'GetVerificationInfo' });

export interface ListAccessKeysRequest {
  /** Principal name of the user; the caller when absent. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
}
export interface ListAccessKeysReply {
  readonly RequestId: string;
  readonly AccessKeys: {
    readonly AccessKey: readonly {
      readonly AccessKeyId: string;
      readonly Status: string;
      readonly CreateDate: string;
      readonly UpdateDate: string;
    }[];
  };
}
export type ListAccessKeysCode =
  | 'EntityNotExist.User'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format';
/** Lists the AccessKeys of a user or of the caller, the oldest first. While AllowUserToManageAccessKeys is on, only an explicit deny refuses it to a user who does it for itself. */
export const ListAccessKeys = /* @__PURE__ */ operation<ListAccessKeysRequest, ListAccessKeysReply, ListAccessKeysCode>({ version, name: 'ListAccessKeys' });

export interface ListAccessKeysInRecycleBinRequest {
  /** Id of the user, in the recycle bin or not; the user who calls when absent. 1 to 64 characters; digits. */
  readonly UserId?: string | undefined;
}
export interface ListAccessKeysInRecycleBinReply {
  readonly RequestId: string;
  readonly AccessKeys: {
    readonly AccessKey: readonly {
      readonly AccessKeyId: string;
      readonly CreateDate: string;
      readonly RecycleDate: string;
      readonly DeleteDate: string;
    }[];
  };
}
export type ListAccessKeysInRecycleBinCode =
  | 'MissingUserId'
  | 'EntityNotExist.User'
  | 'InvalidParameter.UserId.Length'
  | 'InvalidParameter.UserId.InvalidChars';
/** Lists the AccessKeys of a user in the recycle bin, those first that leave it first. While AllowUserToManageAccessKeys is on, only an explicit deny refuses it to a user who does it for itself. */
export const ListAccessKeysInRecycleBin = /* @__PURE__ */ operation<ListAccessKeysInRecycleBinRequest, ListAccessKeysInRecycleBinReply, ListAccessKeysInRecycleBinCode>({ version, name: 'ListAccessKeysInRecycleBin' });

export interface ListAppSecretIdsRequest {
  /** Id of the application. 1 to 64 characters; digits. */
  readonly AppId: string;
}
export interface ListAppSecretIdsReply {
  readonly RequestId: string;
  readonly AppSecrets: {
    readonly AppSecret: readonly {
      readonly AppId: string;
      readonly AppSecretId: string;
      readonly CreateDate: string;
    }[];
  };
}
export type ListAppSecretIdsCode =
  | 'EntityNotExist.Application'
  | 'MissingAppId'
  | 'InvalidParameter.AppId.Length'
  | 'InvalidParameter.AppId.InvalidChars';
/** Lists the ids of the secrets of an application, the oldest first. */
export const ListAppSecretIds = /* @__PURE__ */ operation<ListAppSecretIdsRequest, ListAppSecretIdsReply, ListAppSecretIdsCode>({ version, name: 'ListAppSecretIds' });

export interface ListApplicationProvisionInfosRequest {
  /** Whose applications to show: those of the account itself, or those of other accounts; both when absent. */
  readonly SourceType?: 'inner' | 'external' | undefined;
}
export interface ListApplicationProvisionInfosReply {
  readonly RequestId: string;
  readonly ApplicationProvisionInfos: {
    readonly ApplicationProvisionInfo: readonly {
      readonly AppId: string;
      readonly AppName: string;
      readonly DisplayName: string;
      readonly AccountId: string;
      readonly DelegatedScope: {
        readonly PredefinedScopes: {
          readonly PredefinedScope: readonly {
            readonly Name: string;
            readonly Description: string;
          }[];
        };
      };
      readonly CreateDate: string;
      readonly UpdateDate: string;
    }[];
  };
}
export type ListApplicationProvisionInfosCode =
  | 'InvalidParameter.SourceType';
/** Lists the installed applications: those of the account in the order of their names, then those of other accounts in the order of their ids. */
export const ListApplicationProvisionInfos = /* @__PURE__ */ operation<ListApplicationProvisionInfosRequest, ListApplicationProvisionInfosReply, ListApplicationProvisionInfosCode>({ version, name: 'ListApplicationProvisionInfos' });

export interface ListApplicationsRequest {}
export interface ListApplicationsReply {
  readonly RequestId: string;
  readonly Applications: {
    readonly Application: readonly {
      readonly AppId: string;
      readonly AppName: string;
      readonly DisplayName: string;
      readonly AppType: string;
      readonly AccountId: string;
      readonly RedirectUris: {
        readonly RedirectUri: readonly string[];
      };
      readonly DelegatedScope: {
        readonly PredefinedScopes: {
          readonly PredefinedScope: readonly {
            readonly Name: string;
            readonly Description: string;
            readonly Required: boolean;
          }[];
        };
      };
      readonly SecretRequired: boolean;
      readonly AccessTokenValidity: number;
      readonly RefreshTokenValidity: number;
      readonly IsMultiTenant: boolean;
      readonly ProtocolVersion: string;
      readonly CreateDate: string;
      readonly UpdateDate: string;
    }[];
  };
}
export type ListApplicationsCode = never;
/** Lists the applications of the account in the order of their names. */
export const ListApplications = /* @__PURE__ */ operation<ListApplicationsRequest, ListApplicationsReply, ListApplicationsCode>({ version, name: 'ListApplications' });

export interface ListExternalApplicationsRequest {}
export interface ListExternalApplicationsReply {
  readonly RequestId: string;
  readonly ExternalApplications: {
    readonly ExternalApplication: readonly {
      readonly ForeignAppId: string;
      readonly AppPrincipalName: string;
      readonly DisplayName: string;
      readonly TenantId: string;
      readonly DelegatedScope: {
        readonly PredefinedScopes: {
          readonly PredefinedScope: readonly {
            readonly Name: string;
            readonly Description: string;
          }[];
        };
      };
      readonly CreateDate: string;
      readonly UpdateDate: string;
    }[];
  };
  readonly IsTruncated: boolean;
  readonly Marker?: string;
}
export type ListExternalApplicationsCode = never;
/** Lists the installed applications of other accounts in the order of their ids. */
export const ListExternalApplications = /* @__PURE__ */ operation<ListExternalApplicationsRequest, ListExternalApplicationsReply, ListExternalApplicationsCode>({ version, name: 'ListExternalApplications' });

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
      readonly DisplayName: string;
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
  /** Principal name of the user: <user name>@<default domain>. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName: string;
}
export interface ListGroupsForUserReply {
  readonly RequestId: string;
  readonly Groups: {
    readonly Group: readonly {
      readonly GroupId: string;
      readonly GroupName: string;
      readonly Comments: string;
      readonly JoinDate: string;
      readonly DisplayName: string;
    }[];
  };
}
export type ListGroupsForUserCode =
  | 'EntityNotExist.User'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format';
/** Lists the groups that a user belongs to. */
export const ListGroupsForUser = /* @__PURE__ */ operation<ListGroupsForUserRequest, ListGroupsForUserReply, ListGroupsForUserCode>({ version, name: 'ListGroupsForUser' });

export interface ListOIDCProvidersRequest {
  /** Where the page starts: the marker that the page before returned. The first page when absent. 1 to 512 characters. */
  readonly Marker?: string | undefined;
  /** Entries of a page. 1 to 100, 100 by default. */
  readonly MaxItems?: number | undefined;
}
export interface ListOIDCProvidersReply {
  readonly RequestId: string;
  readonly OIDCProviders: {
    readonly OIDCProvider: readonly {
      readonly OIDCProviderName: string;
      readonly Arn: string;
      readonly IssuerUrl: string;
      readonly ClientIds: string;
      readonly Fingerprints: string;
      readonly IssuanceLimitTime: number;
      readonly Description: string;
      readonly CreateDate: string;
      readonly UpdateDate: string;
      readonly GmtCreate: string;
      readonly GmtModified: string;
    }[];
  };
  readonly IsTruncated: boolean;
  readonly Marker?: string;
}
export type ListOIDCProvidersCode =
  | 'InvalidParameter.Marker'
  | 'InvalidParameter.Marker.Length'
  | 'InvalidParameter.MaxItems.Format'
  | 'InvalidParameter.MaxItems.Range';
/** Lists the OIDC providers in the order of their names. */
export const ListOIDCProviders = /* @__PURE__ */ operation<ListOIDCProvidersRequest, ListOIDCProvidersReply, ListOIDCProvidersCode>({ version, name: 'ListOIDCProviders' });

export interface ListPasskeysRequest {
  /** Principal name of the user; the caller when absent. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
}
export interface ListPasskeysReply {
  readonly RequestId: string;
  readonly Passkeys: readonly {
    readonly PasskeyId: string;
    readonly PasskeyName: string;
    readonly CreateDate: string;
    readonly LastUseDate: string;
  }[];
}
export type ListPasskeysCode =
  | 'EntityNotExist.User'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format';
/** Lists the passkeys of a user or of the caller, the oldest first. While AllowUserToManageMFADevices is on, only an explicit deny refuses it to a user who does it for itself. */
export const ListPasskeys = /* @__PURE__ */ operation<ListPasskeysRequest, ListPasskeysReply, ListPasskeysCode>({ version, name: 'ListPasskeys' });

export interface ListPredefinedScopesRequest {
  /** Where the program runs: on a web server, on the device of its user, or on a server without users. */
  readonly AppType?: 'WebApp' | 'NativeApp' | 'ServerApp' | undefined;
}
export interface ListPredefinedScopesReply {
  readonly RequestId: string;
  readonly PredefinedScopes: {
    readonly PredefinedScope: readonly {
      readonly Name: string;
      readonly Description: string;
    }[];
  };
}
export type ListPredefinedScopesCode =
  | 'InvalidParameter.AppType';
/** Lists the scopes that applications of a type, or of any, can ask for. */
export const ListPredefinedScopes = /* @__PURE__ */ operation<ListPredefinedScopesRequest, ListPredefinedScopesReply, ListPredefinedScopesCode>({ version, name: 'ListPredefinedScopes' });

export interface ListRecentGovernanceMetricsRequest {}
export interface ListRecentGovernanceMetricsReply {
  readonly RequestId: string;
  readonly GenerateTime: string;
  readonly GovernanceMetrics: {
    readonly GovernanceMetric: readonly {
      readonly GovernanceItem: string;
      readonly MetricType: string;
      readonly MetricValue: string | number | boolean;
    }[];
  };
}
export type ListRecentGovernanceMetricsCode =
  | 'EntityNotExist.GovernanceReport';
/** Lists what sums up each item of the governance report that was made last. */
export const ListRecentGovernanceMetrics = /* @__PURE__ */ operation<ListRecentGovernanceMetricsRequest, ListRecentGovernanceMetricsReply, ListRecentGovernanceMetricsCode>({ version, name: 'ListRecentGovernanceMetrics' });

export interface ListSAMLProvidersRequest {
  /** Where the page starts: the marker that the page before returned. The first page when absent. 1 to 512 characters. */
  readonly Marker?: string | undefined;
  /** Entries of a page. 1 to 100, 100 by default. */
  readonly MaxItems?: number | undefined;
}
export interface ListSAMLProvidersReply {
  readonly RequestId: string;
  readonly SAMLProviders: {
    readonly SAMLProvider: readonly {
      readonly SAMLProviderName: string;
      readonly Arn: string;
      readonly Description: string;
      readonly CreateDate: string;
      readonly UpdateDate: string;
    }[];
  };
  readonly IsTruncated: boolean;
  readonly Marker?: string;
}
export type ListSAMLProvidersCode =
  | 'InvalidParameter.Marker'
  | 'InvalidParameter.Marker.Length'
  | 'InvalidParameter.MaxItems.Format'
  | 'InvalidParameter.MaxItems.Range';
/** Lists the SAML providers in the order of their names. */
export const ListSAMLProviders = /* @__PURE__ */ operation<ListSAMLProvidersRequest, ListSAMLProvidersReply, ListSAMLProvidersCode>({ version, name: 'ListSAMLProviders' });

export interface ListServiceCredentialsRequest {
  /** Principal name of the user; the caller when absent. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
  /** Whether to list those of all users; then no user is named. false by default. */
  readonly AllUsers?: boolean | undefined;
  /** Service that the credential is for. 1 to 128 characters; letters, digits, "." "-" "_". */
  readonly ServiceName?: string | undefined;
  /** Where the page starts: the token that the page before returned. The first page when absent. 1 to 2048 characters. */
  readonly NextToken?: string | undefined;
  /** Entries of a page. 1 to 100, 10 by default. */
  readonly MaxResults?: number | undefined;
}
export interface ListServiceCredentialsReply {
  readonly RequestId: string;
  readonly ServiceCredentials: readonly {
    readonly ServiceCredentialId: string;
    readonly ServiceCredentialName: string;
    readonly ServiceName: string;
    readonly UserPrincipalName: string;
    readonly Status: string;
    readonly CreateTime: string;
    readonly ExpirationTime: string;
  }[];
  readonly IsTruncated: boolean;
  readonly MaxResults: number;
  readonly NextToken?: string;
}
export type ListServiceCredentialsCode =
  | 'InvalidParameter'
  | 'EntityNotExist.User'
  | 'InvalidParameter.NextToken'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format'
  | 'InvalidParameter.AllUsers.Format'
  | 'InvalidParameter.ServiceName.Length'
  | 'InvalidParameter.ServiceName.InvalidChars'
  | 'InvalidParameter.NextToken.Length'
  | 'InvalidParameter.MaxResults.Format'
  | 'InvalidParameter.MaxResults.Range';
/** Lists the service credentials of a user or of all users in the order of their ids. While AllowUserToManageServiceCredentials is on, only an explicit deny refuses it to a user who does it for itself. */
export const ListServiceCredentials = /* @__PURE__ */ operation<ListServiceCredentialsRequest, ListServiceCredentialsReply, ListServiceCredentialsCode>({ version, name: 'ListServiceCredentials' });

export interface ListTagResourcesRequest {
  /** Always user. */
  readonly ResourceType: 'user';
  /** Ids of users. At most 50. */
  readonly ResourceId?: readonly string[] | undefined;
  /** Principal names of users. At most 50. */
  readonly ResourcePrincipalName?: readonly string[] | undefined;
  /** Only what carries all of these tags. At most 20. */
  readonly Tag?: readonly { readonly Key: string; readonly Value?: string }[] | undefined;
  /** Where the page starts: the token that the page before returned. The first page when absent. 1 to 2048 characters. */
  readonly NextToken?: string | undefined;
  /** Entries of a page. 1 to 100, 100 by default. */
  readonly PageSize?: number | undefined;
}
export interface ListTagResourcesReply {
  readonly RequestId: string;
  readonly TagResources: {
    readonly TagResource: readonly {
      readonly ResourceType: string;
      readonly ResourceId: string;
      readonly TagKey: string;
      readonly TagValue: string;
    }[];
  };
  readonly IsTruncated: boolean;
  readonly NextToken?: string;
}
export type ListTagResourcesCode =
  | 'InvalidParameter'
  | 'EntityNotExist.User'
  | 'InvalidParameter.NextToken'
  | 'MissingResourceType'
  | 'InvalidParameter.ResourceType'
  | 'InvalidParameter.ResourceId'
  | 'MissingResourceId'
  | 'InvalidParameter.ResourceId.Length'
  | 'InvalidParameter.ResourceId.InvalidChars'
  | 'InvalidParameter.ResourcePrincipalName'
  | 'MissingResourcePrincipalName'
  | 'InvalidParameter.ResourcePrincipalName.Length'
  | 'InvalidParameter.ResourcePrincipalName.Format'
  | 'InvalidParameter.Tag'
  | 'MissingTag.Key'
  | 'InvalidParameter.Tag.Key.Length'
  | 'InvalidParameter.Tag.Key.InvalidChars'
  | 'InvalidParameter.Tag.Value.Length'
  | 'InvalidParameter.Tag.Value.InvalidChars'
  | 'InvalidParameter.NextToken.Length'
  | 'InvalidParameter.PageSize.Format'
  | 'InvalidParameter.PageSize.Range';
/** Lists the tags of users. */
export const ListTagResources = /* @__PURE__ */ operation<ListTagResourcesRequest, ListTagResourcesReply, ListTagResourcesCode>({ version, name: 'ListTagResources', numbered: ['ResourceId', 'ResourcePrincipalName', 'Tag'] });

export interface ListUserBasicInfosRequest {
  /** Where the page starts: the marker that the page before returned. The first page when absent. 1 to 512 characters. */
  readonly Marker?: string | undefined;
  /** Entries of a page. 1 to 1000, 100 by default. */
  readonly MaxItems?: number | undefined;
  /** Which users to list: active ones, frozen ones or both. active by default. */
  readonly Status?: 'active' | 'freeze' | 'active,freeze' | undefined;
  /** Only what carries all of these tags. At most 20. */
  readonly Tag?: readonly { readonly Key: string; readonly Value?: string }[] | undefined;
}
export interface ListUserBasicInfosReply {
  readonly RequestId: string;
  readonly UserBasicInfos: {
    readonly UserBasicInfo: readonly {
      readonly UserId: string;
      readonly UserPrincipalName: string;
      readonly DisplayName: string;
      readonly Status: string;
    }[];
  };
  readonly IsTruncated: boolean;
  readonly Marker?: string;
}
export type ListUserBasicInfosCode =
  | 'InvalidParameter.Marker'
  | 'InvalidParameter.Marker.Length'
  | 'InvalidParameter.MaxItems.Format'
  | 'InvalidParameter.MaxItems.Range'
  | 'InvalidParameter.Status'
  | 'InvalidParameter.Tag'
  | 'MissingTag.Key'
  | 'InvalidParameter.Tag.Key.Length'
  | 'InvalidParameter.Tag.Key.InvalidChars'
  | 'InvalidParameter.Tag.Value.Length'
  | 'InvalidParameter.Tag.Value.InvalidChars';
/** Lists names and ids of the users in the order of their names, of those that carry some tags in that of their ids. */
export const ListUserBasicInfos = /* @__PURE__ */ operation<ListUserBasicInfosRequest, ListUserBasicInfosReply, ListUserBasicInfosCode>({ version, name: 'ListUserBasicInfos', numbered: ['Tag'] });

export interface ListUsersRequest {
  /** Where the page starts: the marker that the page before returned. The first page when absent. 1 to 512 characters. */
  readonly Marker?: string | undefined;
  /** Entries of a page. 1 to 1000, 1000 by default. */
  readonly MaxItems?: number | undefined;
  /** Which users to list: active ones, frozen ones or both. active by default. */
  readonly Status?: 'active' | 'freeze' | 'active,freeze' | undefined;
  /** Only what carries all of these tags. At most 20. */
  readonly Tag?: readonly { readonly Key: string; readonly Value?: string }[] | undefined;
}
export interface ListUsersReply {
  readonly RequestId: string;
  readonly Users: {
    readonly User: readonly {
      readonly UserId: string;
      readonly UserPrincipalName: string;
      readonly DisplayName: string;
      readonly MobilePhone: string;
      readonly Email: string;
      readonly Comments: string;
      readonly CreateDate: string;
      readonly UpdateDate: string;
      readonly LastLoginDate: string;
      readonly ProvisionType: string;
      readonly Tags: {
        readonly Tag: readonly {
          readonly TagKey: string;
          readonly TagValue: string;
        }[];
      };
      readonly Status: string;
    }[];
  };
  readonly IsTruncated: boolean;
  readonly Marker?: string;
}
export type ListUsersCode =
  | 'InvalidParameter.Marker'
  | 'InvalidParameter.Marker.Length'
  | 'InvalidParameter.MaxItems.Format'
  | 'InvalidParameter.MaxItems.Range'
  | 'InvalidParameter.Status'
  | 'InvalidParameter.Tag'
  | 'MissingTag.Key'
  | 'InvalidParameter.Tag.Key.Length'
  | 'InvalidParameter.Tag.Key.InvalidChars'
  | 'InvalidParameter.Tag.Value.Length'
  | 'InvalidParameter.Tag.Value.InvalidChars';
/** Lists the users in the order of their names, those that carry some tags in the order of their ids. */
export const ListUsers = /* @__PURE__ */ operation<ListUsersRequest, ListUsersReply, ListUsersCode>({ version, name: 'ListUsers', numbered: ['Tag'] });

export interface ListUsersForGroupRequest {
  /** Name of the group. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly GroupName: string;
  /** Where the page starts: the marker that the page before returned. The first page when absent. 1 to 512 characters. */
  readonly Marker?: string | undefined;
  /** Entries of a page. 1 to 100, 100 by default. */
  readonly MaxItems?: number | undefined;
}
export interface ListUsersForGroupReply {
  readonly RequestId: string;
  readonly Users: {
    readonly User: readonly {
      readonly UserId: string;
      readonly UserPrincipalName: string;
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

export interface ListUsersInRecycleBinRequest {
  /** Whom to list: UserPrincipalName eq <principal name>. 1 to 256 characters; UserPrincipalName eq <principal name>. */
  readonly Filter?: string | undefined;
  /** Where the page starts: the marker that the page before returned. The first page when absent. 1 to 512 characters. */
  readonly Marker?: string | undefined;
  /** Entries of a page. 1 to 100, 100 by default. */
  readonly MaxItems?: number | undefined;
}
export interface ListUsersInRecycleBinReply {
  readonly RequestId: string;
  readonly Users: {
    readonly User: readonly {
      readonly UserId: string;
      readonly UserPrincipalName: string;
      readonly DisplayName: string;
      readonly CreateDate: string;
      readonly RecycleDate: string;
      readonly DeleteDate: string;
    }[];
  };
  readonly IsTruncated: boolean;
  readonly Marker?: string;
}
export type ListUsersInRecycleBinCode =
  | 'InvalidParameter.Marker'
  | 'InvalidParameter.Filter.Length'
  | 'InvalidParameter.Filter.Format'
  | 'InvalidParameter.Marker.Length'
  | 'InvalidParameter.MaxItems.Format'
  | 'InvalidParameter.MaxItems.Range';
/** Lists the users of the recycle bin, those first who leave it first. */
export const ListUsersInRecycleBin = /* @__PURE__ */ operation<ListUsersInRecycleBinRequest, ListUsersInRecycleBinReply, ListUsersInRecycleBinCode>({ version, name: 'ListUsersInRecycleBin' });

export interface ListVirtualMFADevicesRequest {
  /** Where the page starts: the marker that the page before returned. The first page when absent. 1 to 512 characters. */
  readonly Marker?: string | undefined;
  /** Entries of a page. 1 to 100, 100 by default. */
  readonly MaxItems?: number | undefined;
}
export interface ListVirtualMFADevicesReply {
  readonly RequestId: string;
  readonly VirtualMFADevices: {
    readonly VirtualMFADevice: readonly {
      readonly SerialNumber: string;
      readonly ActivateDate: string;
      readonly User?: {
        readonly UserId: string;
        readonly UserPrincipalName: string;
        readonly DisplayName: string;
      };
    }[];
  };
  readonly IsTruncated: boolean;
  readonly Marker?: string;
}
export type ListVirtualMFADevicesCode =
  | 'InvalidParameter.Marker'
  | 'InvalidParameter.Marker.Length'
  | 'InvalidParameter.MaxItems.Format'
  | 'InvalidParameter.MaxItems.Range';
/** Lists the virtual MFA devices in the order of their names. */
export const ListVirtualMFADevices = /* @__PURE__ */ operation<ListVirtualMFADevicesRequest, ListVirtualMFADevicesReply, ListVirtualMFADevicesCode>({ version, name: 'ListVirtualMFADevices' });

export interface ProvisionApplicationRequest {
  /** Id of the application. 1 to 64 characters; digits. */
  readonly AppId: string;
  /** Scopes that the application gets, openid always among them; all that it asks for when absent. 1 to 1024 characters; 20 names at most, separated by ";", none twice: those that ListPredefinedScopes shows, or "/acs/" and lower-case letters, digits, "-" and "_". */
  readonly Scopes?: string | undefined;
}
export interface ProvisionApplicationReply {
  readonly RequestId: string;
  readonly ApplicationProvisionInfo: {
    readonly AppId: string;
    readonly AppName: string;
    readonly DisplayName: string;
    readonly AccountId: string;
    readonly DelegatedScope: {
      readonly PredefinedScopes: {
        readonly PredefinedScope: readonly {
          readonly Name: string;
          readonly Description: string;
        }[];
      };
    };
    readonly CreateDate: string;
    readonly UpdateDate: string;
    readonly AppPrincipalName: string;
    readonly TenantId: string;
  };
}
export type ProvisionApplicationCode =
  | 'EntityNotExist.Application'
  | 'InvalidParameter.Scopes'
  | 'InvalidParameter.Scopes.Required'
  | 'MissingAppId'
  | 'InvalidParameter.AppId.Length'
  | 'InvalidParameter.AppId.InvalidChars'
  | 'InvalidParameter.Scopes.Length'
  | 'InvalidParameter.Scopes.Format';
/** Installs an application of the account, or sets what an installed one is granted. */
export const ProvisionApplication = /* @__PURE__ */ operation<ProvisionApplicationRequest, ProvisionApplicationReply, ProvisionApplicationCode>({ version, name: 'ProvisionApplication' });

export interface ProvisionExternalApplicationRequest {
  /** Id of the application. 1 to 64 characters; digits. */
  readonly AppId: string;
  /** Scopes that the application gets, openid always among them; that alone when absent. 1 to 1024 characters; 20 names at most, separated by ";", none twice: those that ListPredefinedScopes shows, or "/acs/" and lower-case letters, digits, "-" and "_". */
  readonly Scopes?: string | undefined;
}
export interface ProvisionExternalApplicationReply {
  readonly RequestId: string;
  readonly ExternalApplication: {
    readonly ForeignAppId: string;
    readonly AppPrincipalName: string;
    readonly DisplayName: string;
    readonly TenantId: string;
    readonly DelegatedScope: {
      readonly PredefinedScopes: {
        readonly PredefinedScope: readonly {
          readonly Name: string;
          readonly Description: string;
        }[];
      };
    };
    readonly CreateDate: string;
    readonly UpdateDate: string;
  };
}
export type ProvisionExternalApplicationCode =
  | 'InvalidParameter.AppId'
  | 'LimitExceeded.Application'
  | 'MissingAppId'
  | 'InvalidParameter.AppId.Length'
  | 'InvalidParameter.AppId.InvalidChars'
  | 'InvalidParameter.Scopes.Length'
  | 'InvalidParameter.Scopes.Format';
/** Installs an application of another account, or sets what an installed one is granted. It is kept and has no effect. */
export const ProvisionExternalApplication = /* @__PURE__ */ operation<ProvisionExternalApplicationRequest, ProvisionExternalApplicationReply, ProvisionExternalApplicationCode>({ version, name: 'ProvisionExternalApplication' });

export interface RemoveClientIdFromOIDCProviderRequest {
  /** Name of the provider. 1 to 128 characters; letters, digits, "." "-" "_"; a letter or digit at both ends. */
  readonly OIDCProviderName: string;
  /** One audience. 1 to 128 characters; letters, digits, "." "-" "_" ":" "/"; a letter or digit at the beginning. */
  readonly ClientId: string;
}
export interface RemoveClientIdFromOIDCProviderReply {
  readonly RequestId: string;
  readonly OIDCProvider: {
    readonly OIDCProviderName: string;
    readonly Arn: string;
    readonly IssuerUrl: string;
    readonly ClientIds: string;
    readonly Fingerprints: string;
    readonly IssuanceLimitTime: number;
    readonly Description: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
    readonly GmtCreate: string;
    readonly GmtModified: string;
  };
}
export type RemoveClientIdFromOIDCProviderCode =
  | 'EntityNotExist.OIDCProvider'
  | 'EntityNotExist.OIDCProvider.ClientId'
  | 'MissingOIDCProviderName'
  | 'InvalidParameter.OIDCProviderName.Length'
  | 'InvalidParameter.OIDCProviderName.InvalidChars'
  | 'InvalidParameter.OIDCProviderName.Format'
  | 'MissingClientId'
  | 'InvalidParameter.ClientId.Length'
  | 'InvalidParameter.ClientId.InvalidChars'
  | 'InvalidParameter.ClientId.Format';
/** Takes a client id away from an OIDC provider. */
export const RemoveClientIdFromOIDCProvider = /* @__PURE__ */ operation<RemoveClientIdFromOIDCProviderRequest, RemoveClientIdFromOIDCProviderReply, RemoveClientIdFromOIDCProviderCode>({ version, name: 'RemoveClientIdFromOIDCProvider' });

export interface RemoveFingerprintFromOIDCProviderRequest {
  /** Name of the provider. 1 to 128 characters; letters, digits, "." "-" "_"; a letter or digit at both ends. */
  readonly OIDCProviderName: string;
  /** One fingerprint. 1 to 128 characters; hexadecimal digits. */
  readonly Fingerprint: string;
}
export interface RemoveFingerprintFromOIDCProviderReply {
  readonly RequestId: string;
  readonly OIDCProvider: {
    readonly OIDCProviderName: string;
    readonly Arn: string;
    readonly IssuerUrl: string;
    readonly ClientIds: string;
    readonly Fingerprints: string;
    readonly IssuanceLimitTime: number;
    readonly Description: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
    readonly GmtCreate: string;
    readonly GmtModified: string;
  };
}
export type RemoveFingerprintFromOIDCProviderCode =
  | 'EntityNotExist.OIDCProvider'
  | 'EntityNotExist.OIDCProvider.Fingerprint'
  | 'MissingOIDCProviderName'
  | 'InvalidParameter.OIDCProviderName.Length'
  | 'InvalidParameter.OIDCProviderName.InvalidChars'
  | 'InvalidParameter.OIDCProviderName.Format'
  | 'MissingFingerprint'
  | 'InvalidParameter.Fingerprint.Length'
  | 'InvalidParameter.Fingerprint.InvalidChars';
/** Takes a fingerprint away from an OIDC provider. */
export const RemoveFingerprintFromOIDCProvider = /* @__PURE__ */ operation<RemoveFingerprintFromOIDCProviderRequest, RemoveFingerprintFromOIDCProviderReply, RemoveFingerprintFromOIDCProviderCode>({ version, name: 'RemoveFingerprintFromOIDCProvider' });

export interface RemoveUserFromGroupRequest {
  /** Principal name of the user: <user name>@<default domain>. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName: string;
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
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format'
  | 'MissingGroupName'
  | 'InvalidParameter.GroupName.Length'
  | 'InvalidParameter.GroupName.InvalidChars';
/** Removes a user from a group. */
export const RemoveUserFromGroup = /* @__PURE__ */ operation<RemoveUserFromGroupRequest, RemoveUserFromGroupReply, RemoveUserFromGroupCode>({ version, name: 'RemoveUserFromGroup' });

export interface RestoreAccessKeyFromRecycleBinRequest {
  /** Id of the user, in the recycle bin or not; the user who calls when absent. 1 to 64 characters; digits. */
  readonly UserId?: string | undefined;
  /** Id of the AccessKey. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserAccessKeyId: string;
}
export interface RestoreAccessKeyFromRecycleBinReply {
  readonly RequestId: string;
}
export type RestoreAccessKeyFromRecycleBinCode =
  | 'MissingUserId'
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.AccessKey'
  | 'LimitExceeded.User.AccessKey'
  | 'InvalidParameter.UserId.Length'
  | 'InvalidParameter.UserId.InvalidChars'
  | 'MissingUserAccessKeyId'
  | 'InvalidParameter.UserAccessKeyId.Length'
  | 'InvalidParameter.UserAccessKeyId.InvalidChars';
/** Gives a user an AccessKey of the recycle bin back, disabled. */
export const RestoreAccessKeyFromRecycleBin = /* @__PURE__ */ operation<RestoreAccessKeyFromRecycleBinRequest, RestoreAccessKeyFromRecycleBinReply, RestoreAccessKeyFromRecycleBinCode>({ version, name: 'RestoreAccessKeyFromRecycleBin' });

export interface RestoreUserFromRecycleBinRequest {
  /** Id of the user. 1 to 64 characters; digits. */
  readonly UserId: string;
}
export interface RestoreUserFromRecycleBinReply {
  readonly RequestId: string;
}
export type RestoreUserFromRecycleBinCode =
  | 'EntityNotExist.User'
  | 'EntityAlreadyExists.User'
  | 'LimitExceeded.User'
  | 'MissingUserId'
  | 'InvalidParameter.UserId.Length'
  | 'InvalidParameter.UserId.InvalidChars';
/** Brings a user back from the recycle bin, without permissions, groups and AccessKeys, its log-on switched off. */
export const RestoreUserFromRecycleBin = /* @__PURE__ */ operation<RestoreUserFromRecycleBinRequest, RestoreUserFromRecycleBinReply, RestoreUserFromRecycleBinCode>({ version, name: 'RestoreUserFromRecycleBin' });

export interface SetAccessKeyPolicyRequest {
  /** Principal name of the user; the caller when absent. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
  /** Id of the AccessKey. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly UserAccessKeyId: string;
  /** From where requests may come, in JSON: {"Status":"Active","Statements":[{"Type":"ClassicWhiteList","IPList":["203.0.113.0/24"]}]}; a statement of the type VPCWhiteList has a Value: the id of a VPC, or AllowAllVPC. The status Inactive with an empty list of statements takes the restriction away. 1 to 131072 characters. */
  readonly AccessKeyPolicy: string;
}
export interface SetAccessKeyPolicyReply {
  readonly RequestId: string;
  readonly AccessKeyId: string;
  readonly AccessKeyPolicy: string;
}
export type SetAccessKeyPolicyCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.AccessKey'
  | 'InvalidParameter.AccessKeyPolicy.Format'
  | 'InvalidParameter.AccessKeyPolicy.Length'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format'
  | 'MissingUserAccessKeyId'
  | 'InvalidParameter.UserAccessKeyId.Length'
  | 'InvalidParameter.UserAccessKeyId.InvalidChars'
  | 'MissingAccessKeyPolicy';
/** Says from where an AccessKey may be used. An active policy of the key stands in place of that of the account. */
export const SetAccessKeyPolicy = /* @__PURE__ */ operation<SetAccessKeyPolicyRequest, SetAccessKeyPolicyReply, SetAccessKeyPolicyCode>({ version, name: 'SetAccessKeyPolicy' });

export interface SetAccessKeyPolicyForAccountRequest {
  /** From where requests may come, in JSON: {"Status":"Active","Statements":[{"Type":"ClassicWhiteList","IPList":["203.0.113.0/24"]}]}; a statement of the type VPCWhiteList has a Value: the id of a VPC, or AllowAllVPC. The status Inactive with an empty list of statements takes the restriction away. 1 to 131072 characters. */
  readonly AccessKeyPolicy: string;
}
export interface SetAccessKeyPolicyForAccountReply {
  readonly RequestId: string;
}
export type SetAccessKeyPolicyForAccountCode =
  | 'InvalidParameter.AccessKeyPolicy.Format'
  | 'InvalidParameter.AccessKeyPolicy.Length'
  | 'MissingAccessKeyPolicy';
/** Says from where the AccessKeys of the account and its users may be used that have no active policy of their own. */
export const SetAccessKeyPolicyForAccount = /* @__PURE__ */ operation<SetAccessKeyPolicyForAccountRequest, SetAccessKeyPolicyForAccountReply, SetAccessKeyPolicyForAccountCode>({ version, name: 'SetAccessKeyPolicyForAccount' });

export interface SetDefaultDomainRequest {
  /** The domain of principal names: the account's alias and the suffix of this installation, .onaliyun.com unless it is set to another. 1 to 64 characters. */
  readonly DefaultDomainName: string;
}
export interface SetDefaultDomainReply {
  readonly RequestId: string;
  readonly DefaultDomainName: string;
}
export type SetDefaultDomainCode =
  | 'InvalidParameter.DefaultDomainName.Format'
  | 'EntityAlreadyExists.AccountAlias'
  | 'MissingDefaultDomainName'
  | 'InvalidParameter.DefaultDomainName.Length';
/** Sets the domain of principal names, which follow at once, and with it the alias of the account. */
export const SetDefaultDomain = /* @__PURE__ */ operation<SetDefaultDomainRequest, SetDefaultDomainReply, SetDefaultDomainCode>({ version, name: 'SetDefaultDomain' });

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
  readonly HardExpire?: boolean | undefined;
  /** Different characters that a password must have. 0 to 8, 0 by default. */
  readonly MinimumPasswordDifferentCharacter?: number | undefined;
  /** Whether the name of its user is refused in it. false by default. */
  readonly PasswordNotContainUserName?: boolean | undefined;
  /** Days in which a user must replace a password that somebody else chose; 0 for no limit. 0 to 90, 14 by default. */
  readonly InitialPasswordAge?: number | undefined;
  /** Whether passwords that everybody tries first are refused. false by default. */
  readonly InterceptRiskPasswordOnApi?: boolean | undefined;
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
    readonly HardExpire: boolean;
    readonly MinimumPasswordDifferentCharacter: number;
    readonly PasswordNotContainUserName: boolean;
    readonly InitialPasswordAge: number;
    readonly InterceptRiskPasswordOnApi: boolean;
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
  | 'InvalidParameter.HardExpire.Format'
  | 'InvalidParameter.MinimumPasswordDifferentCharacter.Format'
  | 'InvalidParameter.MinimumPasswordDifferentCharacter.Range'
  | 'InvalidParameter.PasswordNotContainUserName.Format'
  | 'InvalidParameter.InitialPasswordAge.Format'
  | 'InvalidParameter.InitialPasswordAge.Range'
  | 'InvalidParameter.InterceptRiskPasswordOnApi.Format';
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
  /** Whether users may log on with a passkey. */
  readonly AllowUserToLoginWithPasskey?: boolean | undefined;
  /** Whether every user may bind its own DingTalk. It is kept and has no effect. */
  readonly AllowUserToManagePersonalDingTalk?: boolean | undefined;
  /** Whether every user may manage its own service credentials. */
  readonly AllowUserToManageServiceCredentials?: boolean | undefined;
  /** Whether a second factor is asked for at every log-on, as each user is set up, or on a new browser or network. */
  readonly MFAOperationForLogin?: 'mandatory' | 'independent' | 'adaptive' | undefined;
  /** The older way to say mandatory (true) or independent (false); without effect beside MFAOperationForLogin. */
  readonly EnforceMFAForLogin?: boolean | undefined;
  /** Deprecated: whether a risky log-on must be verified. It is kept and has no effect. */
  readonly OperationForRiskLogin?: 'autonomous' | 'enforceVerify' | undefined;
  /** By what a sensitive operation may be verified: a JSON list, which may be empty. 1 to 64 characters; a JSON list of "sms" and "email", or []. */
  readonly VerificationTypes?: string | undefined;
  /** Days without log-on after which it is switched off. */
  readonly MaxIdleDaysForUsers?: '90' | '180' | '365' | '730' | undefined;
  /** Days without use after which an AccessKey is disabled. */
  readonly MaxIdleDaysForAccessKeys?: '90' | '180' | '365' | '730' | undefined;
}
export interface SetSecurityPreferenceReply {
  readonly RequestId: string;
  readonly SecurityPreference: {
    readonly LoginProfilePreference: {
      readonly EnableSaveMFATicket: boolean;
      readonly AllowUserToChangePassword: boolean;
      readonly LoginSessionDuration: number;
      readonly LoginNetworkMasks: string;
      readonly AllowUserToLoginWithPasskey: boolean;
      readonly MFAOperationForLogin: string;
      readonly OperationForRiskLogin: string;
    };
    readonly AccessKeyPreference: {
      readonly AllowUserToManageAccessKeys: boolean;
      readonly AllowUserToManageServiceCredentials: boolean;
    };
    readonly MFAPreference: {
      readonly AllowUserToManageMFADevices: boolean;
    };
    readonly PersonalInfoPreference: {
      readonly AllowUserToManagePersonalDingTalk: boolean;
    };
    readonly VerificationPreference: {
      readonly VerificationTypes: readonly string[];
    };
    readonly MaxIdleDays: {
      readonly MaxIdleDaysForUsers: number;
      readonly MaxIdleDaysForAccessKeys: number;
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
  | 'InvalidParameter.AllowUserToLoginWithPasskey.Format'
  | 'InvalidParameter.AllowUserToManagePersonalDingTalk.Format'
  | 'InvalidParameter.AllowUserToManageServiceCredentials.Format'
  | 'InvalidParameter.MFAOperationForLogin'
  | 'InvalidParameter.EnforceMFAForLogin.Format'
  | 'InvalidParameter.OperationForRiskLogin'
  | 'InvalidParameter.VerificationTypes.Length'
  | 'InvalidParameter.VerificationTypes.Format'
  | 'InvalidParameter.MaxIdleDaysForUsers'
  | 'InvalidParameter.MaxIdleDaysForAccessKeys';
/** Sets what users may do for themselves and how they log on. What is left out stays. */
export const SetSecurityPreference = /* @__PURE__ */ operation<SetSecurityPreferenceRequest, SetSecurityPreferenceReply, SetSecurityPreferenceCode>({ version, name: 'SetSecurityPreference' });

export interface SetUserSsoSettingsRequest {
  /** Whether users log on through the identity provider; their passwords are not asked for while they do. The account itself is not concerned. false by default. */
  readonly SsoEnabled?: boolean | undefined;
  /** Metadata of the identity provider, in Base64: one EntityDescriptor with one IDPSSODescriptor and at most two certificates to check signatures with. What was given before stays when absent; an empty text takes it away. 1 to 131072 characters; Base64, on one line or broken into lines. */
  readonly MetadataDocument?: string | undefined;
  /** A domain of the company that names in assertions may end in besides those of the account; never one of this installation. What was given before stays when absent; an empty text takes it away. 1 to 253 characters; a domain name such as example.com. */
  readonly AuxiliaryDomain?: string | undefined;
  /** Whether names in assertions must end in a domain; without, they must be bare user names. true by default. */
  readonly SsoLoginWithDomain?: boolean | undefined;
  /** How requests to the identity provider are signed. What it signs itself is never accepted with SHA-1. rsa-sha1 by default. */
  readonly AuthnSignAlgo?: 'rsa-sha256' | 'rsa-sha1' | undefined;
}
export interface SetUserSsoSettingsReply {
  readonly RequestId: string;
  readonly UserSsoSettings: {
    readonly SsoEnabled: boolean;
    readonly MetadataDocument: string;
    readonly AuxiliaryDomain: string;
    readonly SsoLoginWithDomain: boolean;
    readonly AuthnSignAlgo: string;
  };
}
export type SetUserSsoSettingsCode =
  | `InvalidParameter.${string}.Format`
  | 'MissingMetadataDocument'
  | 'InvalidParameter.AuxiliaryDomain'
  | 'InvalidParameter.SsoEnabled.Format'
  | 'InvalidParameter.MetadataDocument.Length'
  | 'InvalidParameter.MetadataDocument.Format'
  | 'InvalidParameter.AuxiliaryDomain.Length'
  | 'InvalidParameter.AuxiliaryDomain.Format'
  | 'InvalidParameter.SsoLoginWithDomain.Format'
  | 'InvalidParameter.AuthnSignAlgo';
/** Sets whether and how users log on through an identity provider. Left out, the metadata and the auxiliary domain stay, everything else takes its default. */
export const SetUserSsoSettings = /* @__PURE__ */ operation<SetUserSsoSettingsRequest, SetUserSsoSettingsReply, SetUserSsoSettingsCode>({ version, name: 'SetUserSsoSettings' });

export interface SetVerificationInfoRequest {
  /** Principal name of the user; the caller when absent. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
  /** sms for a phone, email for a mailbox. */
  readonly VerifyType: 'sms' | 'email';
  /** Number of the phone: <country code>-<number>. 1 to 32 characters; <country code>-<number>, digits only, e.g. 86-18600008888. */
  readonly MobilePhone?: string | undefined;
  /** Address of the mailbox. 1 to 254 characters; <name>@<domain>, e.g. alice@example.com. */
  readonly Email?: string | undefined;
}
export interface SetVerificationInfoReply {
  readonly RequestId: string;
}
export type SetVerificationInfoCode =
  | `Missing${string}`
  | 'EntityNotExist.User'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format'
  | 'MissingVerifyType'
  | 'InvalidParameter.VerifyType'
  | 'InvalidParameter.MobilePhone.Length'
  | 'InvalidParameter.MobilePhone.Format'
  | 'InvalidParameter.Email.Length'
  | 'InvalidParameter.Email.Format';
/** Binds a phone or a mailbox for verification codes to a user or to the caller, in place of the one before. While AllowUserToManageMFADevices is on, only an explicit deny refuses it to a user who does it for itself and replaces no confirmed address. */
export const SetVerificationInfo = /* @__PURE__ */ operation<SetVerificationInfoRequest, SetVerificationInfoReply, SetVerificationInfoCode>({ version, name: 'SetVerificationInfo' });

export interface TagResourcesRequest {
  /** Always user. */
  readonly ResourceType: 'user';
  /** Ids of users. At most 50. */
  readonly ResourceId?: readonly string[] | undefined;
  /** Principal names of users. At most 50. */
  readonly ResourcePrincipalName?: readonly string[] | undefined;
  /** Tags to set. At most 20. */
  readonly Tag: readonly { readonly Key: string; readonly Value?: string }[];
}
export interface TagResourcesReply {
  readonly RequestId: string;
}
export type TagResourcesCode =
  | 'InvalidParameter'
  | 'EntityNotExist.User'
  | 'InvalidParameter.Tag.Duplicate'
  | 'LimitExceeded.User.Tag'
  | 'MissingResourceType'
  | 'InvalidParameter.ResourceType'
  | 'InvalidParameter.ResourceId'
  | 'MissingResourceId'
  | 'InvalidParameter.ResourceId.Length'
  | 'InvalidParameter.ResourceId.InvalidChars'
  | 'InvalidParameter.ResourcePrincipalName'
  | 'MissingResourcePrincipalName'
  | 'InvalidParameter.ResourcePrincipalName.Length'
  | 'InvalidParameter.ResourcePrincipalName.Format'
  | 'MissingTag'
  | 'InvalidParameter.Tag'
  | 'MissingTag.Key'
  | 'InvalidParameter.Tag.Key.Length'
  | 'InvalidParameter.Tag.Key.InvalidChars'
  | 'InvalidParameter.Tag.Key.Format'
  | 'InvalidParameter.Tag.Value.Length'
  | 'InvalidParameter.Tag.Value.InvalidChars'
  | 'InvalidParameter.Tag.Value.Format';
/** Sets tags on users. */
export const TagResources = /* @__PURE__ */ operation<TagResourcesRequest, TagResourcesReply, TagResourcesCode>({ version, name: 'TagResources', numbered: ['ResourceId', 'ResourcePrincipalName', 'Tag'] });

export interface UnbindMFADeviceRequest {
  /** Principal name of the user: <user name>@<default domain>. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName: string;
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
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format';
/** Unbinds the MFA device of a user; the device stays and can be bound again. */
export const UnbindMFADevice = /* @__PURE__ */ operation<UnbindMFADeviceRequest, UnbindMFADeviceReply, UnbindMFADeviceCode>({ version, name: 'UnbindMFADevice' });

export interface UnbindVerificationRequest {
  /** Principal name of the user; the caller when absent. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
  /** sms for a phone, email for a mailbox. */
  readonly VerifyType: 'sms' | 'email';
  /** Number of the phone: <country code>-<number>. 1 to 32 characters; <country code>-<number>, digits only, e.g. 86-18600008888. */
  readonly MobilePhone?: string | undefined;
  /** Address of the mailbox. 1 to 254 characters; <name>@<domain>, e.g. alice@example.com. */
  readonly Email?: string | undefined;
}
export interface UnbindVerificationReply {
  readonly RequestId: string;
}
export type UnbindVerificationCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.Verification'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format'
  | 'MissingVerifyType'
  | 'InvalidParameter.VerifyType'
  | 'InvalidParameter.MobilePhone.Length'
  | 'InvalidParameter.MobilePhone.Format'
  | 'InvalidParameter.Email.Length'
  | 'InvalidParameter.Email.Format';
/** Unbinds the phone or the mailbox for verification codes from a user or from the caller. */
export const UnbindVerification = /* @__PURE__ */ operation<UnbindVerificationRequest, UnbindVerificationReply, UnbindVerificationCode>({ version, name: 'UnbindVerification' });

export interface UntagResourcesRequest {
  /** Always user. */
  readonly ResourceType: 'user';
  /** Ids of users. At most 50. */
  readonly ResourceId?: readonly string[] | undefined;
  /** Principal names of users. At most 50. */
  readonly ResourcePrincipalName?: readonly string[] | undefined;
  /** Keys of the tags to remove. At most 20. */
  readonly TagKey?: readonly string[] | undefined;
  /** true removes every tag; it counts only when no keys are given. false by default. */
  readonly All?: boolean | undefined;
}
export interface UntagResourcesReply {
  readonly RequestId: string;
}
export type UntagResourcesCode =
  | 'InvalidParameter'
  | 'MissingTagKey'
  | 'EntityNotExist.User'
  | 'MissingResourceType'
  | 'InvalidParameter.ResourceType'
  | 'InvalidParameter.ResourceId'
  | 'MissingResourceId'
  | 'InvalidParameter.ResourceId.Length'
  | 'InvalidParameter.ResourceId.InvalidChars'
  | 'InvalidParameter.ResourcePrincipalName'
  | 'MissingResourcePrincipalName'
  | 'InvalidParameter.ResourcePrincipalName.Length'
  | 'InvalidParameter.ResourcePrincipalName.Format'
  | 'InvalidParameter.TagKey'
  | 'InvalidParameter.TagKey.Length'
  | 'InvalidParameter.TagKey.InvalidChars'
  | 'InvalidParameter.All.Format';
/** Removes tags from users. */
export const UntagResources = /* @__PURE__ */ operation<UntagResourcesRequest, UntagResourcesReply, UntagResourcesCode>({ version, name: 'UntagResources', numbered: ['ResourceId', 'ResourcePrincipalName', 'TagKey'] });

export interface UpdateAccessKeyRequest {
  /** Principal name of the user; the caller when absent. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
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
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format'
  | 'MissingUserAccessKeyId'
  | 'InvalidParameter.UserAccessKeyId.Length'
  | 'InvalidParameter.UserAccessKeyId.InvalidChars'
  | 'MissingStatus'
  | 'InvalidParameter.Status';
/** Enables or disables an AccessKey. While AllowUserToManageAccessKeys is on, only an explicit deny refuses it to a user who does it for itself. */
export const UpdateAccessKey = /* @__PURE__ */ operation<UpdateAccessKeyRequest, UpdateAccessKeyReply, UpdateAccessKeyCode>({ version, name: 'UpdateAccessKey' });

export interface UpdateApplicationRequest {
  /** Id of the application. 1 to 64 characters; digits. */
  readonly AppId: string;
  /** New name that people are shown. 1 to 24 characters; all characters except control characters. */
  readonly NewDisplayName?: string | undefined;
  /** All URIs that log-ons may lead back to from now on; an empty text takes them all away. 1 to 4096 characters; 20 URIs at most, separated by ";", none twice, without "#" and "@": https, http to the own machine, or a scheme with a dot. */
  readonly NewRedirectUris?: string | undefined;
  /** All scopes that the application may ask for from now on; an empty text leaves openid alone. One of another service, such as /acs/other, is kept and has no effect. 1 to 1024 characters; 20 names at most, separated by ";", none twice: those that ListPredefinedScopes shows, or "/acs/" and lower-case letters, digits, "-" and "_". */
  readonly NewPredefinedScopes?: string | undefined;
  /** All scopes that must be granted from now on; an empty text leaves openid alone. Those that were required stay so when absent, unless the application does not ask for them any more. 1 to 1024 characters; 20 names at most, separated by ";", none twice: those that ListPredefinedScopes shows, or "/acs/" and lower-case letters, digits, "-" and "_". */
  readonly NewRequiredScopes?: string | undefined;
  /** Whether the application must present a secret; a WebApp and a ServerApp always must. Default for a NativeApp: false. */
  readonly NewSecretRequired?: boolean | undefined;
  /** Seconds that an access token is good for. 900 to 10800. */
  readonly NewAccessTokenValidity?: number | undefined;
  /** Seconds that a refresh token is good for. 7200 to 31536000. */
  readonly NewRefreshTokenValidity?: number | undefined;
  /** Whether other accounts may install it. */
  readonly NewIsMultiTenant?: boolean | undefined;
}
export interface UpdateApplicationReply {
  readonly RequestId: string;
  readonly Application: {
    readonly AppId: string;
    readonly AppName: string;
    readonly DisplayName: string;
    readonly AppType: string;
    readonly AccountId: string;
    readonly RedirectUris: {
      readonly RedirectUri: readonly string[];
    };
    readonly DelegatedScope: {
      readonly PredefinedScopes: {
        readonly PredefinedScope: readonly {
          readonly Name: string;
          readonly Description: string;
          readonly Required: boolean;
        }[];
      };
    };
    readonly SecretRequired: boolean;
    readonly AccessTokenValidity: number;
    readonly RefreshTokenValidity: number;
    readonly IsMultiTenant: boolean;
    readonly ProtocolVersion: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
  };
}
export type UpdateApplicationCode =
  | 'EntityNotExist.Application'
  | 'InvalidParameter.NewPredefinedScopes'
  | 'InvalidParameter.NewRequiredScopes'
  | 'InvalidParameter.NewRedirectUris'
  | 'MissingAppId'
  | 'InvalidParameter.AppId.Length'
  | 'InvalidParameter.AppId.InvalidChars'
  | 'InvalidParameter.NewDisplayName.Length'
  | 'InvalidParameter.NewDisplayName.InvalidChars'
  | 'InvalidParameter.NewRedirectUris.Length'
  | 'InvalidParameter.NewRedirectUris.Format'
  | 'InvalidParameter.NewPredefinedScopes.Length'
  | 'InvalidParameter.NewPredefinedScopes.Format'
  | 'InvalidParameter.NewRequiredScopes.Length'
  | 'InvalidParameter.NewRequiredScopes.Format'
  | 'InvalidParameter.NewSecretRequired.Format'
  | 'InvalidParameter.NewAccessTokenValidity.Format'
  | 'InvalidParameter.NewAccessTokenValidity.Range'
  | 'InvalidParameter.NewRefreshTokenValidity.Format'
  | 'InvalidParameter.NewRefreshTokenValidity.Range'
  | 'InvalidParameter.NewIsMultiTenant.Format';
/** Changes an application; URIs and scopes that are given replace all that it has. */
export const UpdateApplication = /* @__PURE__ */ operation<UpdateApplicationRequest, UpdateApplicationReply, UpdateApplicationCode>({ version, name: 'UpdateApplication' });

export interface UpdateGroupRequest {
  /** Name of the group. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly GroupName: string;
  /** New name of the group; its id stays. 1 to 64 characters; letters, digits, "." "-" "_". */
  readonly NewGroupName?: string | undefined;
  /** Name to show for the group. 1 to 24 characters; all characters except control characters. */
  readonly NewDisplayName?: string | undefined;
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
    readonly DisplayName: string;
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
  | 'InvalidParameter.NewDisplayName.Length'
  | 'InvalidParameter.NewDisplayName.InvalidChars'
  | 'InvalidParameter.NewComments.Length'
  | 'InvalidParameter.NewComments.InvalidChars';
/** Changes name and remarks of a group. */
export const UpdateGroup = /* @__PURE__ */ operation<UpdateGroupRequest, UpdateGroupReply, UpdateGroupCode>({ version, name: 'UpdateGroup' });

export interface UpdateLoginProfileRequest {
  /** Principal name of the user: <user name>@<default domain>. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName: string;
  /** The password; the password policy says what it must be like. The one in force is taken too: its age starts anew, and failed attempts are forgotten. 1 to 32 characters; all characters except control characters. */
  readonly Password?: string | undefined;
  /** Whether the user must choose a password of its own at the next log-on. */
  readonly PasswordResetRequired?: boolean | undefined;
  /** Whether the user must bind a second factor at the next log-on. */
  readonly MFABindRequired?: boolean | undefined;
  /** Active to let the password open the console, Inactive to keep the profile and refuse it. */
  readonly Status?: 'Active' | 'Inactive' | undefined;
}
export interface UpdateLoginProfileReply {
  readonly RequestId: string;
  readonly LoginProfile: {
    readonly UserPrincipalName: string;
    readonly Status: string;
    readonly PasswordResetRequired: boolean;
    readonly MFABindRequired: boolean;
    readonly PasswordStatus: string;
    readonly UpdateDate: string;
    readonly AutoDisableLoginStatus: string;
  };
}
export type UpdateLoginProfileCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.LoginProfile'
  | 'InvalidParameter.Password.TooWeak'
  | 'InvalidParameter.Password.ReusePrevention'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format'
  | 'InvalidParameter.PasswordResetRequired.Format'
  | 'InvalidParameter.MFABindRequired.Format'
  | 'InvalidParameter.Status';
/** Changes how a user logs on to the console, or sets another password. What is left out stays. */
export const UpdateLoginProfile = /* @__PURE__ */ operation<UpdateLoginProfileRequest, UpdateLoginProfileReply, UpdateLoginProfileCode>({ version, name: 'UpdateLoginProfile' });

export interface UpdateOIDCProviderRequest {
  /** Name of the provider. 1 to 128 characters; letters, digits, "." "-" "_"; a letter or digit at both ends. */
  readonly OIDCProviderName: string;
  /** Audiences that are accepted. 1 to 64500 characters; separated by commas, each of letters, digits, "." "-" "_" ":" "/", beginning with a letter or digit, none twice. */
  readonly ClientIds?: string | undefined;
  /** Hours after its issue in which a token is accepted. 1 to 168. */
  readonly IssuanceLimitTime?: number | undefined;
  /** New remarks; an empty text clears them. 1 to 256 characters; all characters except control characters other than line breaks and tabs. */
  readonly NewDescription?: string | undefined;
}
export interface UpdateOIDCProviderReply {
  readonly RequestId: string;
  readonly OIDCProvider: {
    readonly OIDCProviderName: string;
    readonly Arn: string;
    readonly IssuerUrl: string;
    readonly ClientIds: string;
    readonly Fingerprints: string;
    readonly IssuanceLimitTime: number;
    readonly Description: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
    readonly GmtCreate: string;
    readonly GmtModified: string;
  };
}
export type UpdateOIDCProviderCode =
  | 'EntityNotExist.OIDCProvider'
  | 'LimitExceeded.OIDCProvider.ClientId'
  | 'MissingOIDCProviderName'
  | 'InvalidParameter.OIDCProviderName.Length'
  | 'InvalidParameter.OIDCProviderName.InvalidChars'
  | 'InvalidParameter.OIDCProviderName.Format'
  | 'InvalidParameter.ClientIds.Length'
  | 'InvalidParameter.ClientIds.Format'
  | 'InvalidParameter.IssuanceLimitTime.Format'
  | 'InvalidParameter.IssuanceLimitTime.Range'
  | 'InvalidParameter.NewDescription.Length'
  | 'InvalidParameter.NewDescription.InvalidChars';
/** Changes an OIDC provider; client ids that are given replace all that it has. */
export const UpdateOIDCProvider = /* @__PURE__ */ operation<UpdateOIDCProviderRequest, UpdateOIDCProviderReply, UpdateOIDCProviderCode>({ version, name: 'UpdateOIDCProvider' });

export interface UpdatePasskeyRequest {
  /** Principal name of the user; the caller when absent. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
  /** Id of the passkey. 1 to 64 characters; letters, digits, "-" "_". */
  readonly PasskeyId: string;
  /** New name of the passkey; it keeps its name when absent. 1 to 64 characters; all characters except control characters. */
  readonly PasskeyName?: string | undefined;
}
export interface UpdatePasskeyReply {
  readonly RequestId: string;
}
export type UpdatePasskeyCode =
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.Passkey'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format'
  | 'MissingPasskeyId'
  | 'InvalidParameter.PasskeyId.Length'
  | 'InvalidParameter.PasskeyId.InvalidChars'
  | 'InvalidParameter.PasskeyName.Length'
  | 'InvalidParameter.PasskeyName.InvalidChars';
/** Gives a passkey of a user or of the caller another name. While AllowUserToManageMFADevices is on, only an explicit deny refuses it to a user who does it for itself. */
export const UpdatePasskey = /* @__PURE__ */ operation<UpdatePasskeyRequest, UpdatePasskeyReply, UpdatePasskeyCode>({ version, name: 'UpdatePasskey' });

export interface UpdateSAMLProviderRequest {
  /** Name of the provider. 1 to 128 characters; letters, digits, "." "-" "_"; a letter or digit at both ends. */
  readonly SAMLProviderName: string;
  /** New remarks; an empty text clears them. 1 to 256 characters; all characters except control characters other than line breaks and tabs. */
  readonly NewDescription?: string | undefined;
  /** New metadata of the identity provider, in Base64; it takes effect at once and in whole. 1 to 131072 characters; Base64, on one line or broken into lines. */
  readonly NewEncodedSAMLMetadataDocument?: string | undefined;
  /** How requests to the identity provider are signed. What it signs itself is never accepted with SHA-1. */
  readonly AuthnSignAlgo?: 'rsa-sha256' | 'rsa-sha1' | undefined;
}
export interface UpdateSAMLProviderReply {
  readonly RequestId: string;
  readonly SAMLProvider: {
    readonly SAMLProviderName: string;
    readonly Arn: string;
    readonly Description: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
    readonly AuthnSignAlgo: string;
  };
}
export type UpdateSAMLProviderCode =
  | 'InvalidParameter'
  | `InvalidParameter.${string}.Format`
  | 'EntityNotExist.SAMLProvider'
  | 'MissingSAMLProviderName'
  | 'InvalidParameter.SAMLProviderName.Length'
  | 'InvalidParameter.SAMLProviderName.InvalidChars'
  | 'InvalidParameter.SAMLProviderName.Format'
  | 'InvalidParameter.NewDescription.Length'
  | 'InvalidParameter.NewDescription.InvalidChars'
  | 'InvalidParameter.NewEncodedSAMLMetadataDocument.Length'
  | 'InvalidParameter.NewEncodedSAMLMetadataDocument.Format'
  | 'InvalidParameter.AuthnSignAlgo';
/** Changes a SAML provider; what is left out stays. The remarks or the metadata must be given. */
export const UpdateSAMLProvider = /* @__PURE__ */ operation<UpdateSAMLProviderRequest, UpdateSAMLProviderReply, UpdateSAMLProviderCode>({ version, name: 'UpdateSAMLProvider' });

export interface UpdateServiceCredentialRequest {
  /** Id of the credential. 1 to 64 characters; letters, digits, "-". */
  readonly ServiceCredentialId: string;
  /** Name of the credential. 1 to 128 characters; letters, digits, "." "-" "_". */
  readonly ServiceCredentialName?: string | undefined;
  /** Whether the credential is to be used. */
  readonly Status?: 'Active' | 'Inactive' | undefined;
  /** Principal name of the user; the caller when absent. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
}
export interface UpdateServiceCredentialReply {
  readonly RequestId: string;
}
export type UpdateServiceCredentialCode =
  | 'InvalidParameter'
  | 'EntityNotExist.User'
  | 'EntityNotExist.User.ServiceCredential'
  | 'MissingServiceCredentialId'
  | 'InvalidParameter.ServiceCredentialId.Length'
  | 'InvalidParameter.ServiceCredentialId.InvalidChars'
  | 'InvalidParameter.ServiceCredentialName.Length'
  | 'InvalidParameter.ServiceCredentialName.InvalidChars'
  | 'InvalidParameter.Status'
  | 'MissingUserPrincipalName'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format';
/** Renames a service credential, or switches it on or off; one of both must be given. It is kept and has no effect. While AllowUserToManageServiceCredentials is on, only an explicit deny refuses it to a user who does it for itself. */
export const UpdateServiceCredential = /* @__PURE__ */ operation<UpdateServiceCredentialRequest, UpdateServiceCredentialReply, UpdateServiceCredentialCode>({ version, name: 'UpdateServiceCredential' });

export interface UpdateUserRequest {
  /** Principal name of the user: <user name>@<default domain>. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly UserPrincipalName?: string | undefined;
  /** Id of the user. 1 to 64 characters; digits. */
  readonly UserId?: string | undefined;
  /** New principal name of the user; its id stays. 1 to 169 characters; <user name>@<domain>, with a user name of 1 to 64 letters, digits, "." "-" "_". */
  readonly NewUserPrincipalName?: string | undefined;
  /** Name to show for the user. 1 to 24 characters; all characters except control characters. */
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
    readonly UserPrincipalName: string;
    readonly DisplayName: string;
    readonly MobilePhone: string;
    readonly Email: string;
    readonly Comments: string;
    readonly CreateDate: string;
    readonly UpdateDate: string;
    readonly LastLoginDate: string;
    readonly ProvisionType: string;
  };
}
export type UpdateUserCode =
  | 'InvalidParameter'
  | 'EntityNotExist.User'
  | `InvalidParameter.${string}.Format`
  | 'EntityAlreadyExists.User'
  | 'InvalidParameter.UserPrincipalName.Length'
  | 'InvalidParameter.UserPrincipalName.Format'
  | 'InvalidParameter.UserId.Length'
  | 'InvalidParameter.UserId.InvalidChars'
  | 'InvalidParameter.NewUserPrincipalName.Length'
  | 'InvalidParameter.NewUserPrincipalName.Format'
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
