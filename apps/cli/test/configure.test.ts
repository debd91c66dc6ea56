/** `wardenry configure` as a process of its own, in a home of its own. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { startTokenService, type TokenService } from './token-service.ts';
import { commandLine, wardenry } from './wardenry.ts';

/** util-linux: runs a command on a pseudo terminal and copies what it shows. */
const SCRIPT = '/usr/bin/script';
const CSV = '"AccessKey ID","AccessKey Secret"\r\n"LTAIone","secret-one"\r\n';

let home: string;
let service: TokenService;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'wardenry-configure-'));
  await writeFile(join(home, 'AccessKey.csv'), CSV);
  service = await startTokenService();
});

afterEach(async () => {
  await service.close();
  await rm(home, { recursive: true });
});

function configured(...args: readonly string[]) {
  return wardenry(['configure', ...args], { cwd: home, environment: { HOME: home } });
}

function read(...path: readonly string[]): Promise<string> {
  return readFile(join(home, ...path), 'utf8');
}

/** What stands in the home, by name: mode, and a digest of what files hold. */
async function contents(): Promise<readonly string[]> {
  const names = await readdir(home, { recursive: true });
  const described = names.map(async name => {
    const about = await stat(join(home, name));
    const mode = (about.mode & 0o777).toString(8);
    if (about.isDirectory()) return `${name} ${mode}`;
    return `${name} ${mode} ${createHash('sha256')
      .update(await readFile(join(home, name)))
      .digest('hex')}`;
  });
  return (await Promise.all(described)).sort();
}

describe('wardenry configure', () => {
  it('writes the profiles of all tools, readable by their owner only, and says nothing secret', async () => {
    const { code, out, err } = await configured(
      ...['--for', 'aliyun', 'sdk', 'serverless-devs', '--csv', 'AccessKey.csv', '--json'],
      ...['--endpoint', service.endpoint, '--verify', '--profile', 'lab'],
    );
    expect([code, err]).toEqual([0, '']);
    const files = ['.aliyun/config.json', '.alibabacloud/credentials', '.s/access.yaml'].map(name =>
      join(home, name),
    );
    expect(JSON.parse(out)).toEqual({
      written: ['aliyun', 'sdk', 'serverless-devs'].map((tool, at) => ({
        tool,
        file: files[at],
        profile: 'lab',
      })),
      identity: { arn: 'acs:ram::1000000000000001:user/app', accountId: '1000000000000001' },
    });
    expect(out).not.toContain('secret');
    expect(
      (await contents()).filter(line => line.startsWith('.')).map(line => line.split(' ', 2).join(' ')),
    ).toEqual([
      '.alibabacloud 700',
      '.alibabacloud/credentials 600',
      '.aliyun 700',
      '.aliyun/config.json 600',
      '.s 700',
      '.s/access.yaml 600',
    ]);
    expect(JSON.parse(await read('.aliyun', 'config.json'))).toMatchObject({
      current: 'lab',
      profiles: [{ name: 'lab', mode: 'AK', access_key_id: 'LTAIone', access_key_secret: 'secret-one' }],
    });
    expect(await read('.alibabacloud', 'credentials')).toContain('access_key_secret = secret-one\n');
    expect(parse(await read('.s', 'access.yaml')).lab).toMatchObject({ AccountID: '1000000000000001' });
    expect(service.asked.map(({ action }) => action)).toEqual(['GetCallerIdentity']);
  });

  it('does not touch a profile that is there, in any file, unless it is forced', async () => {
    await configured('--csv', 'AccessKey.csv');
    await writeFile(join(home, 'AccessKey.csv'), CSV.replaceAll('one', 'two'));
    const before = await contents();
    const refused = await configured('--for', 'sdk', 'aliyun', '--csv', 'AccessKey.csv');
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain('has a profile default. Replace it with --force.');
    expect(await contents()).toEqual(before);
    expect((await configured('--for', 'sdk', 'aliyun', '--csv', 'AccessKey.csv', '--force')).code).toBe(0);
    expect(await read('.aliyun', 'config.json')).toContain('secret-two');
    expect(await read('.aliyun', 'config.json')).not.toContain('secret-one');
  });

  it('writes nothing when the server does not know the AccessKey, or knows it as that of another account', async () => {
    const before = await contents();
    const asking = ['--csv', 'AccessKey.csv', '--endpoint', service.endpoint, '--verify'];
    const other = await configured(...asking, '--account-id', '2000000000000002');
    expect(other).toMatchObject({ code: 1, err: expect.stringContaining('not to 2000000000000002') });
    service.state.refusal = 'InvalidAccessKeyId.NotFound';
    const unknown = await configured(...asking);
    expect(unknown).toMatchObject({
      code: 1,
      err: 'LTAIone is not accepted: InvalidAccessKeyId.NotFound: Refused. (request R-1)\n',
    });
    expect(await contents()).toEqual(before);
  });

  it('writes nothing when one of the files cannot be changed safely', async () => {
    await mkdir(join(home, '.s'));
    await writeFile(join(home, '.s', 'access.yml'), 'prod: [');
    const before = await contents();
    const { code, err } = await configured(
      ...['--for', 'aliyun', 'serverless-devs', '--csv', 'AccessKey.csv', '--account-id', '1'],
    );
    expect([code, err]).toEqual([1, expect.stringContaining('access.yml: It is not YAML')]);
    expect(await contents()).toEqual(before);
  });

  it('needs a file where there is no terminal, and never takes a secret as a word', async () => {
    expect(await configured()).toMatchObject({ code: 2, err: expect.stringContaining('give --csv') });
    expect(await configured('--access-key-secret', 'x')).toMatchObject({ code: 2 });
    expect((await configured('--help')).out).not.toMatch(/--\S*secret/);
  });

  it.each(['', 'a\nb', '__proto__'])('does not take %j for the name of a profile', async profile => {
    expect(await configured('--csv', 'AccessKey.csv', '--profile', profile)).toMatchObject({ code: 2 });
  });
});

describe('at a terminal', () => {
  /** Runs the command on a terminal of its own, typing each answer when its question has come. */
  async function typed(
    args: readonly string[],
    answers: readonly (readonly [question: string, answer: string])[],
  ) {
    const words = commandLine(['configure', ...args]).map(word => `'${word}'`);
    const child = spawn(SCRIPT, ['--quiet', '--return', '--command', words.join(' '), '/dev/null'], {
      cwd: home,
      env: { HOME: home, PATH: process.env.PATH, TERM: 'dumb' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let shown = '';
    const left = [...answers];
    child.stdout.on('data', chunk => {
      shown += chunk;
      const [next] = left;
      if (next !== undefined && shown.includes(next[0])) {
        left.shift();
        child.stdin.write(`${next[1]}\r`);
      }
    });
    const code = await new Promise(resolve => child.once('close', resolve));
    return { code, shown };
  }

  it('asks for the AccessKey, and does not show the secret', async () => {
    const { code, shown } = await typed(
      [],
      [
        ['AccessKey ID: ', 'LTAItyped'],
        ['AccessKey Secret: ', 'secret-typed'],
      ],
    );
    expect(code).toBe(0);
    expect(shown).toContain('LTAItyped');
    expect(shown).not.toContain('secret-typed');
    expect(await read('.aliyun', 'config.json')).toContain('"access_key_secret": "secret-typed"');
  });

  it('asks before it replaces a profile, and takes only a yes for one', async () => {
    await configured('--csv', 'AccessKey.csv');
    await writeFile(join(home, 'AccessKey.csv'), CSV.replaceAll('one', 'two'));
    const before = await contents();
    for (const answer of ['', 'n', 'yess']) {
      const { code, shown } = await typed(['--csv', 'AccessKey.csv'], [['Replace it? [y/N] ', answer]]);
      expect([code, shown]).toEqual([1, expect.stringContaining('Nothing was written.')]);
    }
    expect(await contents()).toEqual(before);
    expect((await typed(['--csv', 'AccessKey.csv'], [['Replace it? [y/N] ', 'y']])).code).toBe(0);
    expect(await read('.aliyun', 'config.json')).toContain('secret-two');
  });
});
