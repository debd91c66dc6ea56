/** Providers, applications and tokens: as many as the quotas of an account allow by default, whoever else is in it. */
import { digits, MADE_AT } from '../load/people.ts';
import type { Row } from '../load/state-tables.ts';

/** Providers of each kind, and applications. */
const EACH = 100;
const TOKENS = 20;
const SECRETS = 2;

const numbers = Array.from({ length: EACH }, (_, number) => number);
const made = { created_at: MADE_AT, updated_at: MADE_AT } as const;

/** Ids of applications are digits. */
export function applicationId(application: number): string {
  return `4${digits(application, 18)}`;
}

/** Rows of every table by its name, those that others refer to first. */
export function federationRows(accountId: string): ReadonlyMap<string, readonly Row[]> {
  const account = { account_id: accountId };
  return new Map([
    ['oidc_providers', numbers.map(number => ({ ...account, ...oidcProvider(number) }))],
    ['saml_providers', numbers.map(number => ({ ...account, ...samlProvider(number) }))],
    ['applications', numbers.map(number => ({ ...account, ...application(number) }))],
    ['application_secrets', numbers.flatMap(secrets).map(secret => ({ ...account, ...secret }))],
    ['application_provisions', numbers.map(number => ({ ...account, ...provision(number) }))],
    ['external_applications', numbers.map(number => ({ ...account, ...provision(EACH + number) }))],
    ['gateway_tokens', numbers.slice(0, TOKENS).map(number => ({ ...account, ...token(number) }))],
  ]);
}

function oidcProvider(number: number): Row {
  const name = `oidc-${digits(number, 4)}`;
  return {
    provider_id: `oidc-provider-${digits(number, 4)}`,
    name_key: name,
    name,
    issuer_url: `https://${name}.example.com`,
    client_ids: 'client',
    fingerprints: 'a'.repeat(40),
    issuance_limit_hours: 12,
    description: '',
    session_epoch: 0,
    ...made,
  };
}

function samlProvider(number: number): Row {
  const name = `saml-${digits(number, 4)}`;
  return {
    provider_id: `saml-provider-${digits(number, 4)}`,
    name,
    name_key: name,
    description: '',
    metadata_document: 'bWV0YWRhdGE=',
    entity_id: `https://${name}.example.com`,
    redirect_url: `https://${name}.example.com/sso`,
    post_url: '',
    certificates: 'Y2VydGlmaWNhdGU=',
    wants_signed_requests: 0,
    sign_algorithm: 'rsa-sha256',
    session_epoch: 0,
    ...made,
  };
}

function application(number: number): Row {
  const name = `application-${digits(number, 4)}`;
  return {
    application_id: applicationId(number),
    name_key: name,
    name,
    display_name: name,
    type: 'WebApp',
    redirect_uris: `https://${name}.example.com/back`,
    scopes: 'openid',
    required_scopes: '',
    secret_required: 1,
    access_token_seconds: 3600,
    refresh_token_seconds: 7_776_000,
    multi_tenant: 0,
    protocol_version: '2.0',
    ...made,
  };
}

function secrets(number: number): Row[] {
  return Array.from({ length: SECRETS }, (_, secret) => ({
    application_id: applicationId(number),
    secret_id: `secret-${secret}`,
    sealed_secret: 's1.1.never-opened',
    created_at: MADE_AT,
  }));
}

function provision(number: number): Row {
  return { application_id: applicationId(number), scopes: 'openid', ...made };
}

function token(number: number): Row {
  return {
    token_id: `token-${digits(number, 4)}`,
    description: '',
    secret_hash: digits(number, 64),
    dry_run: 0,
    created_at: MADE_AT,
  };
}
