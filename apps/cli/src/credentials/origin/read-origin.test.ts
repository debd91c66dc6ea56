import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOrigin } from './read-origin.ts';
import type { SourceOptions } from './source-options.ts';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'wardenry-origin-'));
});

afterEach(() => rmSync(home, { recursive: true }));

const role = 'acs:ram::1:role/app';
const endpoint = 'https://iam.example';
const keyVariables = { ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAI1', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 's1' };
const key = { accessKeyId: 'LTAI1', accessKeySecret: 's1' };
const tokenVariables = {
  ALIBABA_CLOUD_ROLE_ARN: role,
  ALIBABA_CLOUD_OIDC_PROVIDER_ARN: 'acs:ram::1:oidc-provider/p',
  ALIBABA_CLOUD_OIDC_TOKEN_FILE: '/token',
  ALIBABA_CLOUD_ROLE_SESSION_NAME: 'pod',
};
const fromToken = {
  kind: 'oidc',
  providerArn: 'acs:ram::1:oidc-provider/p',
  tokenFile: '/token',
  session: { roleArn: role, sessionName: 'pod' },
};

function origin(options: SourceOptions, environment: Readonly<Record<string, string>> = {}) {
  return readOrigin(
    { endpoint, ...options },
    {
      environment,
      home,
      server: async () => 0,
      out: () => undefined,
      err: () => undefined,
      untilStopped: async () => undefined,
      ask: async () => undefined,
    },
  );
}

function writeProfiles(...profiles: readonly object[]): void {
  mkdirSync(join(home, '.aliyun'));
  writeFileSync(join(home, '.aliyun', 'config.json'), JSON.stringify({ current: 'default', profiles }));
}

const profileKey = { mode: 'AK', access_key_id: 'LTAI2', access_key_secret: 's2' };

describe('who assumes a role', () => {
  it('is the AccessKey of the environment', () => {
    expect(origin({ role }, keyVariables)).toEqual({
      source: { kind: 'assume-role', base: key, session: { roleArn: role, sessionName: 'wardenry-cli' } },
      endpoint: new URL(endpoint),
      roleName: 'app',
    });
  });

  it('is the profile that is named, whatever the environment holds', () => {
    writeProfiles({ name: 'lab', ...profileKey });
    expect(origin({ role, profile: 'lab' }, keyVariables).source).toMatchObject({
      base: { accessKeyId: 'LTAI2' },
    });
  });

  it('is the token that is named, whatever the environment holds', () => {
    const options = { role, oidcTokenFile: '/other', oidcProvider: 'acs:ram::1:oidc-provider/q' };
    expect(origin(options, { ...keyVariables, ...tokenVariables }).source).toMatchObject({
      kind: 'oidc',
      tokenFile: '/other',
      providerArn: 'acs:ram::1:oidc-provider/q',
    });
  });

  it('is an AccessKey before a token of the environment, and a token before the current profile', () => {
    writeProfiles({ name: 'default', ...profileKey });
    expect(origin({}, { ...keyVariables, ...tokenVariables }).source).toMatchObject({ base: key });
    expect(origin({}, tokenVariables).source).toEqual(fromToken);
    expect(origin({ role }).source).toMatchObject({ base: { accessKeyId: 'LTAI2' } });
  });

  it('may be a session of the role that a profile names, which the environment puts nothing on', () => {
    writeProfiles({ name: 'lab', ...profileKey, mode: 'RamRoleArn', ram_role_arn: 'acs:ram::1:role/lab' });
    const options = { profile: 'lab', duration: 900, sessionName: 'mine' };
    expect(origin(options, { ALIBABA_CLOUD_ROLE_ARN: role })).toMatchObject({
      roleName: 'lab',
      source: { session: { roleArn: 'acs:ram::1:role/lab', sessionName: 'mine', durationSeconds: 900 } },
    });
    expect(origin({ profile: 'lab', role })).toMatchObject({
      roleName: 'app',
      source: { base: { kind: 'assume-role' }, session: { roleArn: role } },
    });
  });
});

describe('what leads to no session', () => {
  it.each([
    ['an AccessKey without a role', {}, keyVariables, 'an AccessKey is not handed on'],
    ['a role that is none', { role: 'app' }, keyVariables, 'app is no role'],
    ['a role of no account', { role: 'acs:ram::*:role/app' }, keyVariables, 'is no role'],
    ['a token without a role', { oidcTokenFile: '/t', oidcProvider: 'p' }, {}, '--role'],
    ['a token without a provider', { oidcTokenFile: '/t', role }, {}, '--oidc-provider'],
    ['a token and a profile', { oidcTokenFile: '/t', profile: 'lab', role }, {}, 'two callers'],
    ['a token with an external id', { externalId: 'ab' }, tokenVariables, 'leave out --external-id'],
    ['no server', { role, endpoint: '' }, keyVariables, '--endpoint'],
    ['a server that is none', { role, endpoint: 'ftp://iam.example' }, keyVariables, 'is no endpoint'],
    [
      'a server that is reached in clear',
      { role, endpoint: 'http://iam.example' },
      keyVariables,
      'without TLS',
    ],
  ] as const)('is %s', (_what, options, environment, message) => {
    expect(() => origin(options, environment)).toThrow(message);
  });

  it.each(['', ' \n', '\ufeff\n'])('is a policy that holds %j and narrows nothing', text => {
    const policy = join(home, 'policy.json');
    writeFileSync(policy, text);
    writeProfiles({ name: 'lab', ...profileKey, mode: 'RamRoleArn', ram_role_arn: role });
    const message = `${policy} is empty: it narrows nothing.`;
    expect(() => origin({ role, policy }, keyVariables)).toThrow(message);
    expect(() => origin({ profile: 'lab', policy })).toThrow(message);
    expect(() => origin({ policy }, tokenVariables)).toThrow(message);
  });

  it('is nobody at all', () => {
    expect(() => origin({ role })).toThrow('There is no such file.');
  });
});

describe('the server', () => {
  it.each(['http://127.0.0.1:8440', 'http://localhost:8440', 'http://[::1]:8440'])(
    'is reached in clear on this machine: %s',
    local => {
      expect(origin({ role, endpoint: local }, keyVariables).endpoint.origin).toBe(local);
    },
  );

  it('is the one of the option, else of the environment, else of the profile, which is reached over https', () => {
    writeProfiles({ name: 'lab', ...profileKey, endpoint: 'profile.example:8443' });
    const variables = { WARDENRY_ENDPOINT: 'https://environment.example' };
    const host = (options: SourceOptions, environment = {}) =>
      origin({ role, profile: 'lab', ...options }, environment).endpoint.href;
    expect(host({}, variables)).toBe('https://iam.example/');
    expect(host({ endpoint: '' }, variables)).toBe('https://environment.example/');
    expect(host({ endpoint: '' })).toBe('https://profile.example:8443/');
  });

  it('is reached in clear on another machine only when that is said', () => {
    const options = { role, endpoint: 'http://iam.example', allowPlainHttp: true } as const;
    expect(origin(options, keyVariables).endpoint.origin).toBe('http://iam.example');
  });
});
