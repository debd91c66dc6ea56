import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readProfile } from './profiles.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wardenry-profiles-'));
  file = join(folder, 'config.json');
});

afterEach(() => rmSync(folder, { recursive: true }));

const ak = { name: 'ak', mode: 'AK', access_key_id: 'LTAI1', access_key_secret: 's1', sts_token: '' };
const key = { accessKeyId: 'LTAI1', accessKeySecret: 's1' };
const role = (name: string) => `acs:ram::1:role/${name}`;

function read(name: string | undefined, ...profiles: readonly object[]) {
  writeFileSync(file, JSON.stringify({ current: 'ak', profiles }));
  return readProfile(file, name, 'by-default');
}

describe('a profile of the aliyun CLI', () => {
  it('is the current one unless another is named', () => {
    expect(read(undefined, ak).source).toEqual(key);
    expect(read('other', ak, { ...ak, name: 'other', access_key_id: 'LTAI2' }).source).toMatchObject({
      accessKeyId: 'LTAI2',
    });
  });

  it('of the mode StsToken is a key with a token', () => {
    const sts = { ...ak, mode: 'StsToken', sts_token: 'token' };
    expect(read('ak', sts).source).toEqual({ ...key, securityToken: 'token' });
    expect(() => read('ak', { ...sts, sts_token: '' })).toThrow('Profile ak has no sts_token.');
  });

  it('of the mode RamRoleArn is a role on top of its key', () => {
    const members = { mode: 'RamRoleArn', ram_role_arn: role('a'), expired_seconds: 1800, external_id: 'ex' };
    const { source, endpoint } = read('ak', {
      ...ak,
      ...members,
      sts_endpoint: 'iam.example:8443',
      endpoint: 'x',
    });
    expect(source).toEqual({
      kind: 'assume-role',
      base: key,
      session: { roleArn: role('a'), sessionName: 'by-default', durationSeconds: 1800, externalId: 'ex' },
    });
    expect(endpoint).toBe('iam.example:8443');
  });

  it('may stand on others, as far down as they go', () => {
    const chained = (name: string, source: string) => ({
      name,
      mode: 'ChainableRamRoleArn',
      source_profile: source,
      ram_role_arn: role(name),
      ram_session_name: name,
    });
    expect(read('b', ak, chained('a', 'ak'), chained('b', 'a')).source).toEqual({
      kind: 'assume-role',
      base: { kind: 'assume-role', base: key, session: { roleArn: role('a'), sessionName: 'a' } },
      session: { roleArn: role('b'), sessionName: 'b' },
    });
    expect(() => read('a', chained('a', 'b'), chained('b', 'a'))).toThrow(
      'Profiles stand on each other: a, b, a.',
    );
    expect(() => read('a', chained('a', 'missing'))).toThrow('no profile missing');
  });

  it('of the mode OIDC names a token and who signed it', () => {
    const oidc = {
      name: 'o',
      mode: 'OIDC',
      oidc_provider_arn: 'acs:ram::1:oidc-provider/p',
      oidc_token_file: '/token',
      ram_role_arn: role('a'),
    };
    expect(read('o', oidc).source).toEqual({
      kind: 'oidc',
      providerArn: 'acs:ram::1:oidc-provider/p',
      tokenFile: '/token',
      session: { roleArn: role('a'), sessionName: 'by-default' },
    });
  });

  it('of another mode is refused with the modes that are read', () => {
    const external = { name: 'e', mode: 'External', process_command: 'touch x' };
    expect(() => read('e', external)).toThrow('mode External. Modes that are read: AK, StsToken');
  });

  it('is not repeated when its file cannot be read', () => {
    writeFileSync(file, '{"access_key_secret": "s3cret",}');
    expect(() => readProfile(file, undefined, 'x')).toThrow(`${file} is not JSON.`);
    expect(() => readProfile(join(folder, 'missing'), undefined, 'x')).toThrow('There is no such file.');
  });
});
