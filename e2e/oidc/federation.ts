/** An account whose role `deployer` workloads of an OIDC provider may take on. */
import type { AccountCredentials } from '../../apps/server/test/contract/server.ts';
import { type RealProvider, workload } from '../../apps/server/test/oidc/real-provider.ts';
import type { Address, Product, Reply, Signer } from '../doors/door.ts';
import { callSdk, officialSdk, sdks } from '../doors/official-sdk.ts';
import { acs3Door, membersOf, send } from '../doors/raw-http.ts';

/** The parts of a successful reply. */
export interface OidcSession {
  readonly AssumedRoleUser: Readonly<Record<'Arn' | 'AssumedRoleId', string>>;
  readonly Credentials: Readonly<
    Record<'AccessKeyId' | 'AccessKeySecret' | 'SecurityToken' | 'Expiration', string>
  >;
  readonly OIDCTokenInfo: Readonly<Record<string, string>>;
}

export interface Federation {
  readonly address: Address;
  readonly provider: RealProvider;
  readonly accountId: string;
  readonly providerArn: string;
  readonly roleArn: string;
  /** Calls an operation as the account itself. */
  call(product: Product, action: string, parameters: Readonly<Record<string, string>>): Promise<Reply>;
  /** Registers the provider, as it was before too. */
  register(): Promise<unknown>;
  /** Writes the trust policy of the role. */
  trust(condition: object): Promise<unknown>;
}

const { AssumeRoleWithOIDCRequest } = sdks.Sts as Readonly<Record<string, new (fields: object) => object>>;

const arranging = acs3Door('form', 'ACS3-HMAC-SHA256');

/** Makes the provider `ci`, the role `deployer` that trusts its workload, and a policy by which the role may list users. */
export async function federate(
  address: Address,
  account: AccountCredentials,
  provider: RealProvider,
): Promise<Federation> {
  const { accountId } = account;
  const providerArn = `acs:ram::${accountId}:oidc-provider/ci`;
  const call: Federation['call'] = (product, action, parameters) =>
    arranging.call(address, account, product, action, parameters);
  const trust = (condition: object) =>
    JSON.stringify({
      Version: '1',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { Federated: [providerArn] },
          Condition: condition,
        },
      ],
    });
  const federation: Federation = {
    address,
    provider,
    accountId,
    providerArn,
    roleArn: `acs:ram::${accountId}:role/deployer`,
    call,
    register: () =>
      call('Ims', 'CreateOIDCProvider', {
        OIDCProviderName: 'ci',
        IssuerUrl: provider.issuer,
        ClientIds: 'sts.aliyuncs.com',
        Fingerprints: provider.authority.fingerprint,
      }),
    trust: condition =>
      call('Ram', 'UpdateRole', { RoleName: 'deployer', NewAssumeRolePolicyDocument: trust(condition) }),
  };
  await federation.register();
  await call('Ram', 'CreateRole', {
    RoleName: 'deployer',
    AssumeRolePolicyDocument: trust(usualTrust(provider)),
  });
  const policy = { Version: '1', Statement: [{ Effect: 'Allow', Action: 'ram:ListUsers', Resource: '*' }] };
  await call('Ram', 'CreatePolicy', { PolicyName: 'readers', PolicyDocument: JSON.stringify(policy) });
  await call('Ram', 'AttachPolicyToRole', {
    PolicyType: 'Custom',
    PolicyName: 'readers',
    RoleName: 'deployer',
  });
  return federation;
}

/** Trusts one workload of a provider, and no other. */
export function usualTrust({ issuer }: RealProvider): object {
  return {
    StringEquals: { 'oidc:iss': issuer, 'oidc:aud': 'sts.aliyuncs.com', 'oidc:sub': workload },
  };
}

/** Exchanges a token as the official SDK does without a key: everything in the query, nothing signed. */
export async function exchangeBySdk(
  { address, providerArn, roleArn }: Federation,
  token: string,
  more: object = {},
): Promise<OidcSession> {
  if (AssumeRoleWithOIDCRequest === undefined) throw new Error('the SDK has no AssumeRoleWithOIDC');
  const request = new AssumeRoleWithOIDCRequest({
    OIDCProviderArn: providerArn,
    OIDCToken: token,
    roleArn,
    roleSessionName: 'build-17',
    ...more,
  });
  const body = await callSdk(address, {} as Signer, 'Sts', 'AssumeRoleWithOIDC', request);
  return body.toMap() as unknown as OidcSession;
}

/** Exchanges a token by a form, as the credentials libraries do (spec: wire 7.3). */
export async function exchangeByForm(
  { address, providerArn, roleArn }: Federation,
  token: string,
  more: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly members: Reply }> {
  const timestamp = `${new Date().toISOString().slice(0, 19)}Z`;
  const query = new URLSearchParams({
    Action: 'AssumeRoleWithOIDC',
    Version: '2015-04-01',
    Format: 'JSON',
    Timestamp: timestamp,
  });
  const body = new URLSearchParams({
    OIDCProviderArn: providerArn,
    OIDCToken: token,
    RoleArn: roleArn,
    RoleSessionName: 'build-17',
    ...more,
  });
  const reply = await send(address, {
    method: 'POST',
    target: `/?${query}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', host: address.host },
    body: body.toString(),
  });
  return { status: reply.status, members: membersOf(reply) };
}

/** Calls as a session by the official SDK. */
export function callAs(
  { address }: Federation,
  { Credentials }: OidcSession,
  product: Product,
  action: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const signer = {
    accessKeyId: Credentials.AccessKeyId,
    accessKeySecret: Credentials.AccessKeySecret,
    securityToken: Credentials.SecurityToken,
  };
  return officialSdk.call(address, signer, product, action, parameters);
}
