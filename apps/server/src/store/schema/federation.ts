/** Identity providers, applications, and the tokens of proxies. */

export interface OidcProvidersTable {
  account_id: string;
  /** The name in lower case. */
  name_key: string;
  name: string;
  issuer_url: string;
  /** With commas between them, as is the next. */
  client_ids: string;
  fingerprints: string;
  issuance_limit_hours: number;
  description: string;
  created_at: number;
  updated_at: number;
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
