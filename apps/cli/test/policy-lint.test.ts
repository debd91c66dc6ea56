import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wardenry } from './wardenry.ts';

const policyOf = (...statements: object[]) =>
  JSON.stringify({ Version: '1', Statement: statements }, null, 2);

const ALLOW = { Effect: 'Allow', Action: 'oss:GetObject', Resource: 'acs:oss:*:*:reports/*' };
const TRUST = {
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal: { RAM: 'acs:ram::1000000000000001:user/alice' },
};

const files: Readonly<Record<string, string | Buffer>> = {
  'good.json': policyOf(ALLOW),
  'bad.json': policyOf({ ...ALLOW, Effect: 'allow' }, { Effect: 'Allow', Action: 'oss:GetObject' }),
  'broad.json': policyOf(
    { ...ALLOW, Action: ['oss:*', 'oss:GetObject'] },
    { Effect: 'Allow', Action: '*', Resource: '*' },
  ),
  'trust.json': policyOf(TRUST),
  'no.json': '{ "Version": "1", ',
  'empty.json': '',
  'latin.json': Buffer.from('{\n"Version": "\xe9"}', 'latin1'),
  'deep.json': '['.repeat(100_000),
  'proto.json': '{"__proto__": {}, "Version": "1", "Version": "1", "Statement": "\\ud800"}',
};

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardenry-policy-lint-'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
});

afterAll(() => rm(folder, { recursive: true }));

const run = (...args: string[]) => wardenry(['policy', 'lint', ...args], { cwd: folder });

describe('wardenry policy lint', () => {
  it('is silent about a good document', async () => {
    expect(await run('good.json')).toEqual({ code: 0, out: '', err: '' });
  });

  it('lists every finding of every file with its place', async () => {
    const { code, out, err } = await run('bad.json', 'good.json', 'no.json');
    expect([code, err]).toEqual([1, '']);
    const errors = out.split('\n').filter(line => line.includes(' error '));
    expect(errors).toEqual([
      expect.stringMatching(/^bad\.json:5:17 error invalid-effect ./),
      expect.stringMatching(/^bad\.json:9:5 error missing-resource ./),
      expect.stringMatching(/^no\.json:1:\d+ error json-syntax ./),
    ]);
  });

  it('advises on valid documents, and fails on what it is told to fail on', async () => {
    const { out } = await run('broad.json');
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^broad\.json:4:5 suggestion shadowed-statement ./),
      expect.stringMatching(/^broad\.json:8:9 suggestion redundant-pattern ./),
      expect.stringMatching(/^broad\.json:12:5 security allow-everything ./),
      '',
    ]);
    expect(await run('--fail-on', 'error', 'broad.json')).toMatchObject({ code: 0 });
    expect(await run('--fail-on', 'security', 'broad.json')).toMatchObject({ code: 1 });
    expect(await run('--fail-on', 'suggestion', 'good.json')).toMatchObject({ code: 0, out: '' });
    expect(await run('--fail-on', 'suggestion', 'bad.json')).toMatchObject({ code: 1 });
  });

  it('reads the documents as the kind that was said', async () => {
    expect(await run('--kind', 'trust', 'trust.json')).toMatchObject({ code: 0 });
    expect(await run('trust.json')).toMatchObject({ code: 1 });
    expect(await run('--kind', 'trust', 'good.json')).toMatchObject({ code: 1 });
  });

  it.each(['empty.json', 'deep.json', 'proto.json'])(
    'has a finding for %s, and does not fall over it',
    async file => {
      const { code, out, err } = await run(file);
      expect([code, err]).toEqual([1, '']);
      expect(out).toMatch(/^\w+\.json:1:\d+ error [a-z-]+ ./);
    },
  );

  it('refuses what cannot be read, and looks at the rest', async () => {
    const { code, out, err } = await run('gone.json', 'latin.json', 'bad.json');
    expect(code).toBe(2);
    expect(err).toBe('gone.json: There is no such file.\nlatin.json: Line 2 is not UTF-8.\n');
    expect(out).toContain('bad.json:5:17 error invalid-effect');
  });

  it('writes one JSON document on request', async () => {
    const { code, out, err } = await run('--json', '--kind', 'identity', 'bad.json', 'gone.json');
    expect([code, err]).toEqual([2, '']);
    expect(JSON.parse(out)).toEqual({
      errors: 2,
      security: expect.any(Number),
      suggestions: expect.any(Number),
      files: [
        {
          file: 'bad.json',
          kind: 'identity',
          problems: [],
          findings: expect.arrayContaining([
            {
              level: 'error',
              code: 'invalid-effect',
              path: '/Statement/0/Effect',
              line: 5,
              column: 17,
              message: expect.any(String),
            },
          ]),
        },
        {
          file: 'gone.json',
          kind: 'identity',
          problems: [{ path: '', line: 1, column: 1, message: 'There is no such file.' }],
          findings: [],
        },
      ],
    });
  });

  it.each([
    [[]],
    [['--kind', 'identiy', 'good.json']],
    [['--fail-on', 'warning', 'good.json']],
    [['--strict', 'good.json']],
  ])('is called wrong with %j', async args => {
    expect(await run(...args)).toMatchObject({ code: 2, out: '' });
  });

  it('shows its help, with examples and exit codes', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toContain('wardenry policy lint policies/*.json');
    expect(out).toContain('Exit codes: 0 fine, 1 ');
  });
});
