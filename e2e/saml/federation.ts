/** An account whose role `dev` people of an identity provider may take on. */
import { keyDescriptor, metadataXml } from '../../apps/server/test/saml-metadata.ts';
import type { Address, Reply, Signer } from '../doors/door.ts';
import { callSdk, officialSdk, sdks } from '../doors/official-sdk.ts';
import { acs3Door, membersOf, send } from '../doors/raw-http.ts';
import type { ServerProcess } from '../server-process.ts';

/** Where providers deliver assertions for roles, as the published guides have it. */
export const RECIPIENT = 'https://signin.aliyun.com/saml-role/sso';
export const AUDIENCE = 'urn:alibaba:cloudcomputing';

/** Attributes that an assertion must have, by their names. */
export const attributes = {
  role: 'https://www.aliyun.com/SAML-Role/Attributes/Role',
  sessionName: 'https://www.aliyun.com/SAML-Role/Attributes/RoleSessionName',
} as const;

/** What signs as a session. */
interface SessionSigner extends Signer {
  readonly securityToken: string;
}

/** The parts of a successful reply. */
export interface SamlSession {
  readonly Credentials: Readonly<
    Record<'AccessKeyId' | 'AccessKeySecret' | 'SecurityToken' | 'Expiration', string>
  >;
  readonly AssumedRoleUser: Readonly<Record<'Arn' | 'AssumedRoleId', string>>;
  readonly SAMLAssertionInfo: Readonly<Record<string, string>>;
}

export interface Federation {
  readonly address: Address;
  readonly accountId: string;
  readonly providerArn: string;
  readonly roleArn: string;
  /** The value of the attribute `role` that offers the role. */
  readonly offer: string;
  /** Calls an operation as the account itself. */
  call(
    product: 'Ram' | 'Ims' | 'Sts',
    action: string,
    parameters: Readonly<Record<string, string>>,
  ): Promise<Reply>;
  /** Gives the provider other metadata. */
  register(metadata: string): Promise<unknown>;
}

const raw = acs3Door('form', 'ACS3-HMAC-SHA256');

/** A metadata document of a provider that tests play themselves. */
export function metadataOf(entityId: string, certificate: string): string {
  return metadataXml({ entityAttributes: `entityID="${entityId}"`, keys: keyDescriptor(certificate) });
}

/** A trust policy for whom a provider sends to a place. */
export function trustIn(providerArn: string, recipient: string): string {
  const statement = {
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { Federated: [providerArn] },
    Condition: { StringEquals: { 'saml:recipient': recipient } },
  };
  return JSON.stringify({ Version: '1', Statement: [statement] });
}

/** Makes the provider `corp`, the role `dev` that trusts it, and a policy by which the role may list users. */
export async function federate(server: ServerProcess, metadata: string): Promise<Federation> {
  const { accountId } = server.credentials;
  const address: Address = { protocol: 'http', host: server.host };
  const call: Federation['call'] = (product, action, parameters) =>
    raw.call(address, server.credentials, product, action, parameters);
  const encoded = (text: string) => Buffer.from(text).toString('base64');
  const providerArn = `acs:ram::${accountId}:saml-provider/corp`;
  const roleArn = `acs:ram::${accountId}:role/dev`;
  await call('Ims', 'CreateSAMLProvider', {
    SAMLProviderName: 'corp',
    EncodedSAMLMetadataDocument: encoded(metadata),
  });
  await call('Ram', 'CreateRole', {
    RoleName: 'dev',
    AssumeRolePolicyDocument: trustIn(providerArn, RECIPIENT),
  });
  await call('Ram', 'CreatePolicy', {
    PolicyName: 'readers',
    PolicyDocument: JSON.stringify({
      Version: '1',
      Statement: [{ Effect: 'Allow', Action: 'ram:ListUsers', Resource: '*' }],
    }),
  });
  await call('Ram', 'AttachPolicyToRole', { PolicyType: 'Custom', PolicyName: 'readers', RoleName: 'dev' });
  return {
    address,
    accountId,
    providerArn,
    roleArn,
    offer: `${roleArn},${providerArn}`,
    call,
    register: document =>
      call('Ims', 'UpdateSAMLProvider', {
        SAMLProviderName: 'corp',
        NewEncodedSAMLMetadataDocument: encoded(document),
      }),
  };
}

/** Parameters of the exchange. */
function exchangeOf(federation: Federation, assertion: string): Readonly<Record<string, string>> {
  return {
    SAMLProviderArn: federation.providerArn,
    RoleArn: federation.roleArn,
    SAMLAssertion: assertion,
  };
}

const { AssumeRoleWithSAMLRequest } = sdks.Sts as Readonly<Record<string, new (fields: object) => object>>;

/** Exchanges an assertion as the official SDK does without a key: everything in the query, nothing signed. */
export async function exchangeBySdk(
  federation: Federation,
  assertion: string,
  more: object = {},
): Promise<SamlSession> {
  if (AssumeRoleWithSAMLRequest === undefined) throw new Error('the SDK has no AssumeRoleWithSAML');
  const request = new AssumeRoleWithSAMLRequest({
    SAMLProviderArn: federation.providerArn,
    roleArn: federation.roleArn,
    SAMLAssertion: assertion,
    ...more,
  });
  const body = await callSdk(federation.address, {} as Signer, 'Sts', 'AssumeRoleWithSAML', request);
  return body.toMap() as unknown as SamlSession;
}

/** Exchanges an assertion by a form, as programs without an SDK do. */
export async function exchangeByForm(
  federation: Federation,
  assertion: string,
  more: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly members: Reply }> {
  const reply = await send(federation.address, {
    method: 'POST',
    target: '/?Action=AssumeRoleWithSAML&Version=2015-04-01&Format=JSON',
    headers: { 'content-type': 'application/x-www-form-urlencoded', host: federation.address.host },
    body: new URLSearchParams({ ...exchangeOf(federation, assertion), ...more }).toString(),
  });
  return { status: reply.status, members: membersOf(reply) };
}

/** What signs as a session that was exchanged. */
function signerOf({ Credentials }: SamlSession): SessionSigner {
  return {
    accessKeyId: Credentials.AccessKeyId,
    accessKeySecret: Credentials.AccessKeySecret,
    securityToken: Credentials.SecurityToken,
  };
}

/** Calls as a session by the official SDK. */
export function callAs(
  { address }: Federation,
  session: SamlSession,
  product: 'Ram' | 'Ims' | 'Sts',
  action: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  return officialSdk.call(address, signerOf(session), product, action, parameters);
}
