/**
 * Programs that find out who they are through `@alicloud/credentials`, unmodified, each by a way of its own, and then make a
 * signed call of RAM with what they found.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, ims, ram, sts } from '@wardenry/client';
import { acs3 } from '@wardenry/client/signing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { wardenry } from '../apps/cli/test/wardenry.ts';
import { type Issuer, startIssuer } from './credentials/issuer.ts';
import { callRam, type Serving, serveCredentials, shellLine } from './credentials/programs.ts';
import { makeReader, makeWorld, type World } from './credentials/world.ts';

const USERS = ['admin', 'app', 'automation'];
const PROVIDER = 'platform';

/** util-linux: runs a program in a network of its own, where the system lets users have one. */
const UNSHARE = '/usr/bin/unshare';

let issuer: Issuer;
let world: World;
let folder: string;
let home: string;
let serving: Serving[];

beforeAll(async () => {
  issuer = await startIssuer();
  folder = await mkdtemp(join(tmpdir(), 'wardenry-programs-'));
  await writeFile(join(folder, 'platform-ca.pem'), issuer.authority.pem);
  world = await makeWorld({
    env: { WARDENRY_OUTBOUND_ALLOW: issuer.host, WARDENRY_EXTRA_CA_FILE: join(folder, 'platform-ca.pem') },
  });
  const { admin, server } = world;
  await admin.call(ims.CreateOIDCProvider, {
    OIDCProviderName: PROVIDER,
    IssuerUrl: issuer.url,
    ClientIds: 'sts.aliyuncs.com',
    Fingerprints: issuer.authority.fingerprint,
  });
  const condition = { StringEquals: { 'oidc:sub': ['system:serviceaccount:shop:web'] } };
  const principal = { Federated: [`acs:ram::${server.credentials.accountId}:oidc-provider/${PROVIDER}`] };
  await makeReader(admin, 'workload', principal, { Condition: condition });
}, 90_000);

afterAll(async () => {
  await world?.server.remove();
  await issuer?.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  home = await mkdtemp(join(folder, 'home-'));
  serving = [];
});

afterEach(() => Promise.all(serving.map(each => each.stop())));

/** What every program here is told. */
function environment(): Record<string, string> {
  const { host, credentials } = world.server;
  return {
    PATH: process.env.PATH ?? '',
    HOME: home,
    RAM_ENDPOINT: host,
    WARDENRY_ENDPOINT: `http://${host}`,
    // The library calls STS over https, whatever it is told.
    NODE_EXTRA_CA_CERTS: credentials.tlsCaFile,
  };
}

function keyVariables(): Record<string, string> {
  const { accessKeyId, accessKeySecret } = world.key;
  return { ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId, ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret };
}

/** The token file of a workload, and the roles that it is for. */
async function workload(subject = 'system:serviceaccount:shop:web') {
  const { accountId } = world.server.credentials;
  const file = join(home, 'token');
  await writeFile(file, `${issuer.token(subject)}\n`);
  return {
    file,
    roleArn: `acs:ram::${accountId}:role/workload`,
    oidcProviderArn: `acs:ram::${accountId}:oidc-provider/${PROVIDER}`,
  };
}

/** What a platform puts into the environment of a workload (spec: domain 13.6). */
function federationVariables(of: Awaited<ReturnType<typeof workload>>): Record<string, string> {
  return {
    ALIBABA_CLOUD_ROLE_ARN: of.roleArn,
    ALIBABA_CLOUD_OIDC_PROVIDER_ARN: of.oidcProviderArn,
    ALIBABA_CLOUD_OIDC_TOKEN_FILE: of.file,
    ALIBABA_CLOUD_ROLE_SESSION_NAME: 'web',
  };
}

async function serve(...args: readonly string[]): Promise<Serving> {
  const started = await serveCredentials(home, { ...environment(), ...keyVariables() }, args);
  serving.push(started);
  return started;
}

function configured(config: object) {
  return callRam(home, { ...environment(), CREDENTIAL_CONFIG: JSON.stringify(config) });
}

describe('a program that is configured', () => {
  test('with ram_role_arn assumes the role itself', async () => {
    const config = {
      type: 'ram_role_arn',
      ...world.key,
      roleArn: world.role,
      stsEndpoint: world.server.tlsHost,
    };
    const call = await configured({ ...config, roleSessionName: 'program' });
    expect(call).toEqual({ keyKind: 'STS', providerName: 'ram_role_arn/static_ak', users: USERS });
  });

  test('with oidc_role_arn hands in the token of its workload, which its environment names', async () => {
    const config = { type: 'oidc_role_arn', stsEndpoint: world.server.tlsHost };
    const variables = { CREDENTIAL_CONFIG: JSON.stringify(config), ...federationVariables(await workload()) };
    const call = await callRam(home, { ...environment(), ...variables });
    expect(call).toEqual({ keyKind: 'STS', providerName: 'oidc_role_arn', users: USERS });
  });

  test('with oidc_role_arn gets nothing for the token of another workload', async () => {
    const { file: oidcTokenFilePath, ...arns } = await workload('system:serviceaccount:shop:other');
    const config = { type: 'oidc_role_arn', ...arns, oidcTokenFilePath, stsEndpoint: world.server.tlsHost };
    await expect(configured(config)).rejects.toThrow('AuthenticationFail.NoPermission');
  });

  test('with credentials_uri asks wardenry credentials serve', async () => {
    await serve('--role', world.role, '--uri-file', 'uri.env');
    const credentialsURI = (await readFile(join(home, 'uri.env'), 'utf8')).trim().split('=')[1];
    const call = await configured({ type: 'credentials_uri', credentialsURI });
    expect(call).toEqual({ keyKind: 'STS', providerName: 'credential_uri', users: USERS });
  });
});

describe('a program that is told nothing', () => {
  test('finds what wardenry credentials exec puts into its environment', async () => {
    const program = new URL('./parts/ram-call.mjs', import.meta.url).pathname;
    const { code, out } = await wardenry(
      ['credentials', 'exec', '--role', world.role, '--', process.execPath, program],
      { cwd: home, environment: { ...environment(), ...keyVariables() } },
    );
    expect([code, JSON.parse(out)]).toEqual([
      0,
      { keyKind: 'STS', providerName: 'default/env', users: USERS },
    ]);
  });

  test('finds what a shell evaluates of wardenry credentials print', async () => {
    const program = new URL('./parts/ram-call.mjs', import.meta.url).pathname;
    const script = `eval "$(${shellLine(['credentials', 'print', '--role', world.role])})" && exec '${process.execPath}' '${program}'`;
    const { stdout, stderr } = spawnSync('/bin/sh', ['-c', script], {
      cwd: home,
      encoding: 'utf8',
      env: { ...environment(), ...keyVariables() },
    });
    expect([stderr, JSON.parse(stdout)]).toEqual([
      '',
      { keyKind: 'STS', providerName: 'default/env', users: USERS },
    ]);
  });

  test('finds the profile External of the aliyun CLI, whose command is wardenry credentials print', async () => {
    await writeFile(
      join(home, 'key.csv'),
      `AccessKey ID,AccessKey Secret\n${Object.values(world.key).join(',')}\n`,
    );
    const place = { cwd: home, environment: environment() };
    await wardenry(['configure', '--csv', 'key.csv', '--profile', 'base'], place);
    const file = join(home, '.aliyun', 'config.json');
    const config = JSON.parse(await readFile(file, 'utf8'));
    const command = shellLine(['credentials', 'print', '--json', '--profile', 'base', '--role', world.role]);
    const external = { name: 'app', mode: 'External', process_command: command };
    await writeFile(
      file,
      JSON.stringify({ ...config, current: 'app', profiles: [...config.profiles, external] }),
    );
    expect(await callRam(home, environment())).toEqual({
      keyKind: 'STS',
      providerName: 'default/cli_profile',
      users: USERS,
    });
  });

  test('gets the session at the end of a chain of profiles', async () => {
    const { admin, server, key, role } = world;
    const { accountId } = server.credentials;
    const hop = `acs:ram::${accountId}:role/hop`;
    await makeReader(admin, 'hop', { RAM: [`acs:ram::${accountId}:user/app`] });
    await admin.call(ram.AttachPolicyToRole, { RoleName: 'hop', PolicyName: 'assume', PolicyType: 'Custom' });
    const chained = { mode: 'ChainableRamRoleArn', sts_endpoint: `http://${server.host}` };
    const { accessKeyId: access_key_id, accessKeySecret: access_key_secret } = key;
    const profiles = [
      { name: 'base', mode: 'AK', access_key_id, access_key_secret },
      { name: 'hop', ...chained, source_profile: 'base', ram_role_arn: hop },
      { name: 'end', ...chained, source_profile: 'hop', ram_role_arn: role, ram_session_name: 'at-the-end' },
    ];
    await mkdir(join(home, '.aliyun'));
    await writeFile(join(home, '.aliyun', 'config.json'), JSON.stringify({ current: 'end', profiles }));
    const script = 'process.stdout.write(JSON.stringify(process.env))';
    const args = ['credentials', 'exec', '--profile', 'end', '--', process.execPath, '-e', script];
    const { out } = await wardenry(args, { cwd: home, environment: environment() });
    const session = JSON.parse(out);
    const client = createClient({
      endpoint: `http://${server.host}`,
      authentication: acs3({
        accessKeyId: session.ALIBABA_CLOUD_ACCESS_KEY_ID,
        accessKeySecret: session.ALIBABA_CLOUD_ACCESS_KEY_SECRET,
        securityToken: session.ALIBABA_CLOUD_SECURITY_TOKEN,
      }),
    });
    expect(await client.call(sts.GetCallerIdentity, {})).toMatchObject({
      IdentityType: 'AssumedRoleUser',
      Arn: `acs:ram::${accountId}:assumed-role/reader/at-the-end`,
    });
  });

  test('finds the AccessKey that wardenry configure wrote for SDKs', async () => {
    const { accessKeyId, accessKeySecret } = world.server.credentials;
    await writeFile(
      join(home, 'key.csv'),
      `AccessKey ID,AccessKey Secret\n${accessKeyId},${accessKeySecret}\n`,
    );
    const args = ['configure', '--for', 'sdk', '--csv', 'key.csv', '--verify'];
    expect(await wardenry(args, { cwd: home, environment: environment() })).toMatchObject({ code: 0 });
    const call = await callRam(home, environment());
    expect(call).toEqual({ keyKind: accessKeyId, providerName: 'default/profile', users: USERS });
  });

  test('finds the credentials URI that its environment names', async () => {
    await serve('--role', world.role, '--uri-file', 'uri.env');
    const [name = '', uri = ''] = (await readFile(join(home, 'uri.env'), 'utf8')).trim().split('=');
    const variables = { ...environment(), [name]: uri, ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true' };
    const call = await callRam(home, variables);
    expect(call).toEqual({ keyKind: 'STS', providerName: 'default/credential_uri', users: USERS });
  });

  test('finds the credentials of its workload, which wardenry serves from the variables of federation', async () => {
    const federation = { ...environment(), ...federationVariables(await workload()) };
    const started = await serveCredentials(home, federation, ['--uri-file', 'uri.env']);
    serving.push(started);
    const uri = (await readFile(join(home, 'uri.env'), 'utf8')).trim().split('=')[1] ?? '';
    const variables = { ALIBABA_CLOUD_CREDENTIALS_URI: uri, ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true' };
    expect(await callRam(home, { ...environment(), ...variables })).toMatchObject({
      keyKind: 'STS',
      users: USERS,
    });
  });
});

describe('a program on an instance', () => {
  test('finds the metadata service at its well-known address, by both versions and in the default chain', async () => {
    // A network of its own has the address; where nobody may make one, connections to the address are led to a port.
    const isolation = [UNSHARE, '--net', '--map-root-user', '--'];
    const { status } = spawnSync(UNSHARE, [...isolation.slice(1), 'ip', 'link', 'set', 'lo', 'up']);
    const isolated = status === 0;
    const instance = new URL('./credentials/instance.ts', import.meta.url).pathname;
    const node = [process.execPath, '--conditions=source', '--disable-warning=ExperimentalWarning', instance];
    const inside = ['ip link set lo up', 'ip addr add 100.100.100.200/32 dev lo', 'exec "$@"'].join(' && ');
    const words = isolated ? [...isolation, '/bin/sh', '-c', inside, 'sh', ...node, 'isolated'] : node;
    const [program = '', ...args] = words;
    const { stdout, stderr } = spawnSync(program, args, {
      cwd: home,
      encoding: 'utf8',
      env: { PATH: `${process.env.PATH}:/usr/sbin:/sbin`, HOME: home },
    });
    const found = { keyKind: 'STS', users: USERS };
    expect([stderr, JSON.parse(stdout || 'null')]).toEqual([
      '',
      {
        first: { ...found, providerName: 'ecs_ram_role' },
        second: { ...found, providerName: 'ecs_ram_role' },
        chain: { ...found, providerName: 'default/ecs_ram_role' },
        otherRole: expect.stringContaining('404'),
      },
    ]);
  }, 120_000);
});
