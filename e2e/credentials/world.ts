/** A server with a program that may assume a role, and a role that may look at users. */
import { type Client, createClient, ram } from '@wardenry/client';
import { acs3 } from '@wardenry/client/signing';
import { type ServerOptions, type ServerProcess, startServer } from '../server-process.ts';

/** A server and who calls it. */
export interface World {
  readonly server: ServerProcess;
  readonly admin: Client;
  /** Of the program: it may assume roles and do nothing else. */
  readonly key: { readonly accessKeyId: string; readonly accessKeySecret: string };
  /** `acs:ram::<account>:role/reader`, which trusts the account. */
  readonly role: string;
}

/** Starts a server and makes what is in it. */
export async function makeWorld(options: ServerOptions = {}): Promise<World> {
  const server = await startServer(options);
  const { accountId, accessKeyId, accessKeySecret } = server.credentials;
  const authentication = acs3({ accessKeyId, accessKeySecret });
  const admin = createClient({ endpoint: `http://${server.host}`, authentication });
  await admin.call(ram.CreateUser, { UserName: 'app' });
  const { AccessKey } = await admin.call(ram.CreateAccessKey, { UserName: 'app' });
  const mayAssume = { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' };
  const assume = { PolicyName: 'assume', PolicyType: 'Custom' } as const;
  await admin.call(ram.CreatePolicy, { ...assume, PolicyDocument: documentOf(mayAssume) });
  await admin.call(ram.AttachPolicyToUser, { ...assume, UserName: 'app' });
  await makeReader(admin, 'reader', { RAM: [`acs:ram::${accountId}:root`] });
  return {
    server,
    admin,
    key: { accessKeyId: AccessKey.AccessKeyId, accessKeySecret: AccessKey.AccessKeySecret },
    role: `acs:ram::${accountId}:role/reader`,
  };
}

/** Makes a role that may look at everything, for those whom it trusts. */
export async function makeReader(
  admin: Client,
  name: string,
  principal: object,
  conditions: object = {},
): Promise<void> {
  const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal, ...conditions };
  await admin.call(ram.CreateRole, { RoleName: name, AssumeRolePolicyDocument: documentOf(trust) });
  await admin.call(ram.AttachPolicyToRole, {
    RoleName: name,
    PolicyName: 'ReadOnlyAccess',
    PolicyType: 'System',
  });
}

function documentOf(statement: object): string {
  return JSON.stringify({ Version: '1', Statement: [statement] });
}
