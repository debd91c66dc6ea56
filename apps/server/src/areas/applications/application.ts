/** What an application of an account is, with its secrets and its installation (spec: domain 10). */

export const applicationTypes = ['WebApp', 'NativeApp', 'ServerApp'] as const;

export type ApplicationType = (typeof applicationTypes)[number];

/** Versions of OAuth that an application can speak. */
export const protocolVersions = ['2.0', '2.1'] as const;

/** A program that users of the account may let act for them. */
export interface Application {
  readonly applicationId: string;
  readonly name: string;
  readonly displayName: string;
  readonly type: ApplicationType;
  /** Where log-ons may lead back to, compared exactly. */
  readonly redirectUris: readonly string[];
  /** Names of what it may ask for; `openid` is always among them. */
  readonly scopes: readonly string[];
  /** Those of its scopes without which it is not installed. */
  readonly requiredScopes: readonly string[];
  /** Whether it must present a secret to get tokens. */
  readonly isSecretRequired: boolean;
  /** Seconds, as is the next. */
  readonly accessTokenValidity: number;
  readonly refreshTokenValidity: number;
  /** Whether other accounts may install it. */
  readonly isMultiTenant: boolean;
  readonly protocolVersion: (typeof protocolVersions)[number];
  /** Milliseconds since 1970, as is the next. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A secret of an application, without the secret. */
export interface ApplicationSecret {
  readonly applicationId: string;
  readonly secretId: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** That an application is installed in the account, and with which of its scopes. */
export interface Provision {
  readonly application: Application;
  readonly scopes: readonly string[];
  /** Milliseconds since 1970, as is the next. */
  readonly createdAt: number;
  readonly updatedAt: number;
}
