/** `wardenry credentials` as a process of its own, with a token service that does as it is told. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SECRETS, startTokenService, type TokenService } from './token-service.ts';
import { started, wardenry } from './wardenry.ts';

const ROLE = 'acs:ram::1000000000000001:role/app';
const ROLES = '/latest/meta-data/ram/security-credentials/';

let folder: string;
let service: TokenService;
let running: ChildProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardenry-credentials-'));
  service = await startTokenService();
  running = [];
});

afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await service.close();
  await rm(folder, { recursive: true });
});

function environment(): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    WARDENRY_ENDPOINT: service.endpoint,
    ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAIlong',
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'long-lived-secret',
  };
}

/** Starts the command; what is left of it when its test is over is ended. */
function begun(...args: readonly string[]) {
  const child = started(['credentials', ...args], { cwd: folder, environment: environment() });
  running.push(child);
  return child;
}

function ran(...args: readonly string[]) {
  return wardenry(['credentials', ...args], { cwd: folder, environment: environment() });
}

/** A child that says its environment, and ends as it is told. */
function command(script: string): readonly string[] {
  return ['--role', ROLE, '--', process.execPath, '-e', script];
}

describe('wardenry credentials exec', () => {
  it('gives the session to the command and to nobody else, and takes the AccessKey away', async () => {
    const script = `console.log(JSON.stringify(process.env))`;
    const { code, out, err } = await ran('exec', ...command(script));
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({
      ALIBABA_CLOUD_ACCESS_KEY_ID: 'STS.session1',
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: SECRETS[0],
      ALIBABA_CLOUD_SECURITY_TOKEN: SECRETS[1],
      WARDENRY_ENDPOINT: service.endpoint,
    });
    expect(out).not.toContain('long');
    expect(service.asked).toMatchObject([
      { action: 'AssumeRole', parameters: { RoleArn: ROLE, RoleSessionName: 'wardenry-cli' } },
    ]);
    expect(service.asked[0]?.authorization).toContain('Credential=LTAIlong');
  });

  it.each([0, 7])('ends with the exit code %d of the command', async code => {
    expect((await ran('exec', ...command(`process.exit(${code})`))).code).toBe(code);
  });

  it.each([
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ] as const)('passes %s on, and ends as the command ends of it', async (signal, number) => {
    const child = begun('exec', ...command(`console.log('up'); setInterval(() => {}, 1000)`));
    await once(child.stdout, 'data');
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([128 + number, null]);
  });

  it('leaves it to the command what a signal means', async () => {
    const script = `process.on('SIGTERM', () => process.exit(42)); console.log('up'); setInterval(() => {}, 1000)`;
    const child = begun('exec', ...command(script));
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([42, null]);
  });

  it('hands words over as they are, since no shell reads them', async () => {
    const words = ['$(touch x)', '`touch x`', "a'b", 'a b', '*', '--json', '-x', ''];
    const script = 'console.log(JSON.stringify(process.argv.slice(1)))';
    const { out } = await ran('exec', ...command(script), '--', ...words);
    expect(JSON.parse(out)).toEqual(words);
    expect(await readdir(folder)).toEqual([]);
  });

  it('does not start the command when there are no credentials', async () => {
    service.state.refusal = 'NoPermission';
    const { code, out, err } = await ran('exec', ...command(`console.log('started')`));
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(`No session of ${ROLE}: NoPermission: Refused. (request R-1)\n`);
  });

  it('says which command is not there, with the exit codes of shells', async () => {
    const missing = await ran('exec', '--role', ROLE, '--', 'no-such-command');
    expect(missing).toMatchObject({ code: 127, err: 'no-such-command: There is no such command.\n' });
    await writeFile(join(folder, 'text'), 'text');
    const text = await ran('exec', '--role', ROLE, '--', './text');
    expect(text).toMatchObject({ code: 126, err: './text: It cannot be executed.\n' });
  });
});

describe('wardenry credentials print', () => {
  it('prints what the command of a profile of the mode External is to print', async () => {
    const { code, out, err } = await ran('print', '--role', ROLE, '--json', '--duration', '900');
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual({
      mode: 'StsToken',
      access_key_id: 'STS.session1',
      access_key_secret: SECRETS[0],
      sts_token: SECRETS[1],
      expiration: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
    expect(service.asked[0]?.parameters.DurationSeconds).toBe('900');
  });

  it('sends the token of a workload without a signature, and without what ends its file', async () => {
    await writeFile(join(folder, 'token'), 'header.payload.signature\n');
    const { code } = await ran(
      'print',
      ...['--role', ROLE, '--oidc-token-file', 'token', '--oidc-provider', 'acs:ram::1:oidc-provider/p'],
    );
    expect(code).toBe(0);
    expect(service.asked).toEqual([
      {
        action: 'AssumeRoleWithOIDC',
        authorization: undefined,
        parameters: {
          Action: 'AssumeRoleWithOIDC',
          Version: '2015-04-01',
          Format: 'JSON',
          RoleArn: ROLE,
          RoleSessionName: 'wardenry-cli',
          OIDCProviderArn: 'acs:ram::1:oidc-provider/p',
          OIDCToken: 'header.payload.signature',
        },
      },
    ]);
  });

  it('goes through all roles of a chain, each with the session of the one before', async () => {
    const chained = (name: string, source: string) => ({
      ...{ name, mode: 'ChainableRamRoleArn', source_profile: source, ram_session_name: name },
      ram_role_arn: `acs:ram::1000000000000001:role/${name}`,
    });
    const base = { name: 'base', mode: 'AK', access_key_id: 'LTAIbase', access_key_secret: 'base-secret' };
    const profiles = [base, chained('a', 'base'), chained('b', 'a')];
    await mkdir(join(folder, '.aliyun'));
    await writeFile(join(folder, '.aliyun', 'config.json'), JSON.stringify({ current: 'base', profiles }));
    await writeFile(join(folder, 'session.json'), '{"Version":"1","Statement":[]}');
    const { out } = await ran('print', '--profile', 'b', '--policy', 'session.json');
    expect(out).toContain("export ALIBABA_CLOUD_ACCESS_KEY_ID='STS.session2'\n");
    expect(service.asked).toMatchObject([
      { parameters: { RoleSessionName: 'a' }, authorization: expect.stringContaining('Credential=LTAIbase') },
      {
        parameters: { RoleSessionName: 'b', Policy: '{"Version":"1","Statement":[]}' },
        authorization: expect.stringContaining('Credential=STS.session1'),
      },
    ]);
    expect(service.asked[0]?.parameters).not.toHaveProperty('Policy');
  });

  it('asks nobody when it is called in a wrong way', async () => {
    const { code, out, err } = await ran('print', '--role', ROLE, '--duration', 'long');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^error: .*Give whole seconds/);
    expect(service.asked).toEqual([]);
  });
});

describe('wardenry credentials serve', () => {
  /** Starts serving and gives what it said first, and all that it has printed so far. */
  async function serving(...args: readonly string[]) {
    const child = begun('serve', '--role', ROLE, '--json', ...args);
    let printed = '';
    child.stdout.on('data', chunk => {
      printed += chunk;
    });
    child.stderr.on('data', chunk => {
      printed += chunk;
    });
    const ended = once(child, 'exit').then(([code]) => code as number | null);
    const until = async (isSo: () => boolean) => {
      while (!isSo()) await Promise.race([once(child.stdout, 'data'), ended.then(() => fail(printed))]);
    };
    const lines = () => printed.split('\n').slice(0, -1);
    const events = () => lines().map(line => JSON.parse(line));
    await until(() => lines().length > 0);
    return {
      ...(events()[0] as { readonly endpoint: string; readonly roleName: string }),
      events,
      until,
      printed: () => printed,
      async stop(signal: NodeJS.Signals = 'SIGTERM') {
        child.kill(signal);
        return ended;
      },
    };
  }

  function fail(printed: string): never {
    throw new Error(`it ended: ${printed}`);
  }

  it('answers both protocols, prints nothing secret, and takes its file away when it is told to stop', async () => {
    const serve = await serving('--metadata', '--uri-file', 'app.env');
    const [line = ''] = (await readFile(join(folder, 'app.env'), 'utf8')).split('\n');
    expect((await stat(join(folder, 'app.env'))).mode & 0o777).toBe(0o600);
    const uri = line.replace('ALIBABA_CLOUD_CREDENTIALS_URI=', '');
    expect(uri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/credentials\/[\w-]{43}$/);
    for (const address of [uri, `${serve.endpoint}${ROLES}app`]) {
      expect(await (await fetch(address)).json()).toMatchObject({
        AccessKeyId: 'STS.session1',
        AccessKeySecret: SECRETS[0],
      });
    }
    expect(service.asked).toHaveLength(1);
    expect(await serve.stop()).toBe(0);
    expect(serve.events()).toMatchObject([{ event: 'listening', roleName: 'app' }, { event: 'stopped' }]);
    for (const secret of [...SECRETS, 'long-lived-secret', new URL(uri).pathname]) {
      expect(serve.printed()).not.toContain(secret);
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it('ends in order when its terminal interrupts it', async () => {
    const serve = await serving('--metadata');
    expect(await serve.stop('SIGINT')).toBe(0);
  });

  it('leaves a file that another process has written since', async () => {
    const serve = await serving('--uri-file', 'app.env');
    await writeFile(join(folder, 'app.env'), 'of another process');
    await serve.stop();
    expect(await readFile(join(folder, 'app.env'), 'utf8')).toBe('of another process');
  });

  it('serves what is valid while renewing fails, and says so', async () => {
    // Half of the life is over after six seconds.
    service.state.life = 12;
    const serve = await serving('--metadata');
    service.state.refusal = 'ServiceUnavailable';
    await serve.until(() => serve.events().length > 1);
    expect(serve.events()[1]).toMatchObject({
      event: 'renewal-failed',
      reason: expect.stringContaining('ServiceUnavailable'),
      validUntil: expect.any(String),
    });
    expect((await fetch(`${serve.endpoint}${ROLES}app`)).status).toBe(200);
    service.state.refusal = undefined;
    await serve.until(() => serve.events().some(({ event }) => event === 'renewed'));
    expect(await (await fetch(`${serve.endpoint}${ROLES}app`)).json()).toMatchObject({
      AccessKeyId: `STS.session${service.asked.length}`,
    });
    await serve.stop();
  });

  it('does not begin without credentials, nor leave anything behind', async () => {
    service.state.refusal = 'EntityNotExist.Role';
    const { code, out, err } = await ran('serve', '--role', ROLE, '--metadata', '--uri-file', 'app.env');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('EntityNotExist.Role');
    expect(await readdir(folder)).toEqual([]);
  });

  it('ends when its file cannot be written', async () => {
    await mkdir(join(folder, 'app.env'));
    const { code, err } = await ran('serve', '--role', ROLE, '--uri-file', 'app.env');
    expect([code, err]).toEqual([1, expect.stringContaining('app.env cannot be written')]);
  });

  it('goes on and ends in order when whoever read what it says has gone', async () => {
    const child = begun('serve', '--role', ROLE, '--metadata', '--json');
    const [line] = await once(child.stdout, 'data');
    const { endpoint } = JSON.parse(line);
    child.stdout.destroy();
    await once(child.stdout, 'close');
    expect((await fetch(`${endpoint}${ROLES}app`)).status).toBe(200);
    // Stopping is said, as renewals are, to nobody.
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('says when its address is taken', async () => {
    const { host } = new URL(service.endpoint);
    const { code, err } = await ran('serve', '--role', ROLE, '--metadata', '--listen', host);
    expect([code, err]).toEqual([1, `${host}: Another program listens there.\n`]);
  });
});
