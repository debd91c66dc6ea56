/** A server with two accounts, and sessions of their roles. */
import type { WireObject } from '../../src/kernel/response.ts';
import { Account, documentOf, textOf } from '../contract/account.ts';
import { Contract } from '../contract/contract.ts';
import { startInProcess } from '../contract/server.ts';
import type { Signer } from '../contract/wire.ts';
import type { WireParameters } from '../test-account.ts';

/** Two accounts of one server. */
export interface Sessions {
  readonly contract: Contract;
  readonly home: Account;
  readonly away: Account;
}

/** Starts a server; it is stopped by whoever opened it. */
export async function openSessions(variables: Readonly<Record<string, string>> = {}): Promise<Sessions> {
  const server = await startInProcess(variables);
  const contract = new Contract(server);
  const [first, second] = server.accounts;
  return {
    contract,
    home: new Account(contract, first, 'home'),
    away: new Account(contract, second, 'away'),
  };
}

/** A trust policy of statements about whoever may take a role on. */
export function trustOf(...statements: readonly object[]): string {
  return JSON.stringify({
    Version: '1',
    Statement: statements.map(statement => ({ Effect: 'Allow', Action: 'sts:AssumeRole', ...statement })),
  });
}

/** What a role is made with. */
export interface RoleOptions {
  /** Trusts the account itself unless given. */
  readonly trust?: string;
  /** What the role may do; everything unless given. */
  readonly document?: string;
  readonly maxSessionDuration?: number;
  readonly name?: string;
}

/** Makes a role of an account that may do something; gives its name. */
export async function roleOf(account: Account, options: RoleOptions = {}): Promise<string> {
  const {
    trust = trustOf({ Principal: { RAM: [`acs:ram::${account.id}:root`] } }),
    name = account.fresh('role'),
  } = options;
  const { document = documentOf('Allow', ['*']), maxSessionDuration = 3600 } = options;
  await account.do('Ram CreateRole', {
    RoleName: name,
    AssumeRolePolicyDocument: trust,
    MaxSessionDuration: String(maxSessionDuration),
  });
  const PolicyName = await account.policy(document);
  await account.do('Ram AttachPolicyToRole', { RoleName: name, PolicyName, PolicyType: 'Custom' });
  return name;
}

/** A caller who may take on every role. */
export async function assumerOf(account: Account): Promise<Signer> {
  const { signer } = await account.callerWith(documentOf('Allow', ['sts:AssumeRole']));
  return signer;
}

/** The parameters of AssumeRole. */
export function asking(account: Account, role: string, more: WireParameters = {}): WireParameters {
  return { RoleArn: `acs:ram::${account.id}:role/${role}`, RoleSessionName: 'work@1', ...more };
}

/** Takes a role on; gives what its session signs with. */
export async function assume(
  account: Account,
  role: string,
  signer: Signer,
  more: WireParameters = {},
): Promise<Signer> {
  const { code, members, text } = await account.call('Sts AssumeRole', asking(account, role, more), signer);
  if (code !== 'Success') throw new Error(`the role was not assumed: ${text}`);
  return sessionIn(account, members);
}

/** What the session in a reply signs with. */
export function sessionIn(account: Account, { Credentials, AssumedRoleUser }: WireObject): Signer {
  return {
    accessKeyId: textOf(Credentials, 'AccessKeyId'),
    accessKeySecret: textOf(Credentials, 'AccessKeySecret'),
    securityToken: textOf(Credentials, 'SecurityToken'),
    accountId: account.id,
    userId: textOf(AssumedRoleUser, 'AssumedRoleId'),
    userName: textOf(AssumedRoleUser, 'Arn').split('/').slice(1).join(':'),
  };
}

/** The code that a session is answered with when it asks for something that its role may do. */
export async function used(account: Account, session: Signer): Promise<string> {
  const { code } = await account.call('Ram ListRoles', { MaxItems: '1' }, session);
  return code;
}
