/** Identity providers, applications, and the tokens of proxies. */

export interface OidcProvidersTable {
  account_id: string;
  provider_id: string;
  /** The name in lower case. */
  name_key: string;
  name: string;
  issuer_url: string;
  /** With commas between them, as is the next. */
  client_ids: string;
  fingerprints: string;
  issuance_limit_hours: number;
  description: string;
  /** Sessions born under another number have ended. */
  session_epoch: number;
  created_at: number;
  updated_at: number;
}

/** What is kept of the metadata of a SAML identity provider; all empty when there is none. */
export interface IdpMetadataColumns {
  /** Base64, as it was given. */
  metadata_document: string;
  entity_id: string;
  redirect_url: string;
  post_url: string;
  /** DER in Base64, with commas between them. */
  certificates: string;
  wants_signed_requests: number;
}

export interface SamlProvidersTable extends IdpMetadataColumns {
  account_id: string;
  provider_id: string;
  name: string;
  /** The name in lower case. */
  name_key: string;
  description: string;
  sign_algorithm: 'rsa-sha256' | 'rsa-sha1';
  /** Sessions born under another number have ended. */
  session_epoch: number;
  created_at: number;
  updated_at: number;
}

/** How the users of an account log on through an identity provider; one row at most. */
export interface UserSsoSettingsTable extends IdpMetadataColumns {
  account_id: string;
  enabled: number;
  auxiliary_domain: string;
  domain_required: number;
  sign_algorithm: 'rsa-sha256' | 'rsa-sha1';
}

/** Lists stand in one text, with semicolons between their items. */
export interface ApplicationsTable {
  account_id: string;
  application_id: string;
  /** The name in lower case. */
  name_key: string;
  name: string;
  display_name: string;
  type: 'WebApp' | 'NativeApp' | 'ServerApp';
  redirect_uris: string;
  scopes: string;
  required_scopes: string;
  secret_required: number;
  access_token_seconds: number;
  refresh_token_seconds: number;
  multi_tenant: number;
  protocol_version: '2.0' | '2.1';
  created_at: number;
  updated_at: number;
}

export interface ApplicationSecretsTable {
  account_id: string;
  application_id: string;
  secret_id: string;
  /** Sealed for the row `<application_id>/<secret_id>`: it opens for no other application. */
  sealed_secret: string;
  created_at: number;
}

/** Applications of the account that are installed in it. */
export interface ApplicationProvisionsTable {
  account_id: string;
  application_id: string;
  scopes: string;
  created_at: number;
  updated_at: number;
}

/** Applications of other accounts that are installed in the account; kept without an effect. */
export interface ExternalApplicationsTable {
  account_id: string;
  application_id: string;
  scopes: string;
  created_at: number;
  updated_at: number;
}

/** Keys for single services; kept without an effect. */
export interface ServiceCredentialsTable {
  account_id: string;
  credential_id: string;
  /** Id of the user; empty for the account itself. */
  owner_id: string;
  name: string;
  service_name: string;
  status: 'Active' | 'Inactive';
  /** SHA-256 of the secret, in hexadecimal: it was drawn, so that a slow hash would add nothing. */
  secret_hash: string;
  /** Null for a credential that does not expire. */
  expires_at: number | null;
  created_at: number;
}

/** Tokens with which proxies ask about the requests that they receive. */
export interface GatewayTokensTable {
  account_id: string;
  token_id: string;
  description: string;
  /** SHA-256 of the secret, in hexadecimal: it was drawn, so that a slow hash would add nothing. */
  secret_hash: string;
  dry_run: number;
  created_at: number;
}
