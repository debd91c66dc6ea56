/** Clients that we did not write take a role on, and sign with what they get (spec: wire 3, 7). */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Door, outcomeOf, type Signer } from '../../../../e2e/doors/door.ts';
import { officialSdk } from '../../../../e2e/doors/official-sdk.ts';
import { popCore } from '../../../../e2e/doors/pop-core.ts';
import { acs3Door, rpcV1Door } from '../../../../e2e/doors/raw-http.ts';
import { documentOf } from '../contract/account.ts';
import { asking, assumerOf, openSessions, roleOf } from './suite.ts';

const { contract, home } = await openSessions({ WARDENRY_TLS_LISTEN: '127.0.0.1:0' });
const address = { protocol: 'http', host: contract.server.host } as const;
let caller: Signer;
let role: string;

beforeAll(async () => {
  const { accessKeyId, accessKeySecret } = await assumerOf(home);
  caller = { accessKeyId, accessKeySecret };
  role = await roleOf(home, { document: documentOf('Allow', ['ram:ListRoles']) });
});

afterAll(() => contract.stop());

function credentialsIn(reply: Readonly<Record<string, unknown>>): Signer {
  const { AccessKeyId, AccessKeySecret, SecurityToken } = reply.Credentials as Record<string, string>;
  return {
    accessKeyId: String(AccessKeyId),
    accessKeySecret: String(AccessKeySecret),
    securityToken: String(SecurityToken),
  };
}

const doors: readonly Door[] = [
  officialSdk,
  popCore('GET'),
  popCore('POST'),
  acs3Door('query', 'ACS3-HMAC-SHA256'),
  acs3Door('form', 'ACS3-HMAC-SHA256'),
  rpcV1Door('GET', 'XML'),
];

describe.each(doors.map(door => [door.name, door] as const))('%s', (_, door) => {
  test('takes a role on, is told who it is, and calls as the role', async () => {
    const assumed = await door.call(address, caller, 'Sts', 'AssumeRole', { ...asking(home, role) });
    const session = credentialsIn(assumed);
    expect(await door.call(address, session, 'Sts', 'GetCallerIdentity', {})).toMatchObject({
      IdentityType: 'AssumedRoleUser',
      Arn: `acs:ram::${home.id}:assumed-role/${role}/work@1`,
    });
    expect(await door.call(address, session, 'Ram', 'ListRoles', {})).toHaveProperty('Roles');
    expect(await outcomeOf(door.call(address, session, 'Ram', 'ListUsers', {}))).toBe('NoPermission');
  });

  test('is told when its token is missing', async () => {
    const { securityToken: _, ...without } = credentialsIn(
      await door.call(address, caller, 'Sts', 'AssumeRole', { ...asking(home, role) }),
    );
    expect(await outcomeOf(door.call(address, without, 'Ram', 'ListRoles', {}))).toBe('MissingSecurityToken');
  });
});

interface StsSdk {
  assumeRole(
    role: string,
    session: string,
    policy: string | undefined,
    seconds: number,
    runtime: object,
  ): Promise<Readonly<Record<string, unknown>>>;
  getCallerIdentity(runtime: object): Promise<Readonly<Record<string, unknown>>>;
}

/** This client takes no authority of its own: whoever runs it names the server's in NODE_EXTRA_CA_CERTS. */
function trustTheServer(): void {
  const { bootstrapFile = '' } = contract.server.settings;
  const { tlsCaFile } = JSON.parse(readFileSync(bootstrapFile, 'utf8')) as { readonly tlsCaFile: string };
  setDefaultCACertificates([...getCACertificates(), readFileSync(tlsCaFile, 'utf8')]);
}

test('@alicloud/sts-sdk takes a role on over TLS, and its session calls', async () => {
  trustTheServer();
  const require = createRequire(import.meta.url);
  const Sdk = require('@alicloud/sts-sdk') as new (config: object) => StsSdk;
  const endpoint = contract.server.tlsHost;
  const runtime = {};
  const assumed = await new Sdk({ endpoint, ...caller }).assumeRole(
    `acs:ram::${home.id}:role/${role}`,
    'sdk',
    // It signs no asterisk as the published algorithm wants it, so that no policy of use goes through it.
    undefined,
    900,
    runtime,
  );
  const session = credentialsIn(assumed);
  const credential = { getCredential: async () => session };
  const identity = await new Sdk({ endpoint, credential }).getCallerIdentity(runtime);
  expect(identity).toMatchObject({ Arn: `acs:ram::${home.id}:assumed-role/${role}/sdk` });
  for (const door of [officialSdk, popCore('POST')]) {
    expect(await door.call(address, session, 'Ram', 'ListRoles', {})).toHaveProperty('Roles');
  }
});
