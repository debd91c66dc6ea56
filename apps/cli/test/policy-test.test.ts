import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wardenry } from './wardenry.ts';

const CORPUS = fileURLToPath(new URL('../../../packages/policy/corpus/', import.meta.url));

const READER = {
  Version: '1',
  Statement: [
    {
      Effect: 'Allow',
      Action: 'oss:GetObject',
      Resource: 'acs:oss:*:*:reports/*',
      Condition: { IpAddress: { 'acs:SourceIp': '192.0.2.0/24' } },
    },
  ],
};
const aRequest = {
  principal: { type: 'user', account: '1000000000000001', name: 'alice' },
  action: 'oss:GetObject',
  resource: 'acs:oss:*:1000000000000001:reports/2026.csv',
  context: { 'acs:SourceIp': '192.0.2.7' },
};
const aCase = {
  id: 'R-1',
  title: 'reads reports',
  policies: { identity: [READER] },
  request: aRequest,
  expected: 'Allow',
};
const fromElsewhere = { ...aRequest, context: { 'acs:SourceIp': '203.0.113.9' } };
const aFailure = { ...aCase, id: 'R-2', title: 'reads from elsewhere', request: fromElsewhere };

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardenry-policy-test-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** Writes a file into the working folder. */
async function write(name: string, content: unknown): Promise<string> {
  await writeFile(
    join(folder, name),
    typeof content === 'string' ? content : JSON.stringify(content, null, 2),
  );
  return name;
}

const run = (...args: string[]) => wardenry(['policy', 'test', ...args], { cwd: folder });

describe('wardenry policy test', () => {
  it('passes a file whose cases all hold', async () => {
    const file = await write('good.json', { cases: [aCase] });
    expect(await run(file)).toEqual({ code: 0, out: '1 passed, 0 failed\n', err: '' });
  });

  it('says of a case that failed what was expected, what came out, and why', async () => {
    const file = await write('bad.json', { cases: [aCase, aFailure] });
    const { code, out, err } = await run(file);
    expect([code, err]).toEqual([1, '']);
    expect(out.split('\n')).toEqual([
      'FAIL bad.json: R-2 reads from elsewhere',
      '  expected Allow, got ImplicitDeny',
      '  ImplicitDeny on acs:oss:*:1000000000000001:reports/2026.csv',
      '    AccountLevelIdentityBasedPolicy: ImplicitDeny',
      '      NearMiss: Allow of identity[0], statement 0',
      '        Condition: IpAddress acs:SourceIp "192.0.2.0/24"; the request has "203.0.113.9"',
      '',
      '1 passed, 1 failed',
      '',
    ]);
  });

  it('says of a document that was judged otherwise what is wrong with it', async () => {
    const document = { Version: '1', Statement: [{ Effect: 'allow', Action: 'ecs:*', Resource: '*' }] };
    const file = await write('documents.json', {
      validation: [
        { id: 'V-1', kind: 'identity', document, expected: 'Accept' },
        { id: 'V-2', kind: 'identity', document: READER, expected: 'Reject' },
      ],
    });
    const { code, out } = await run(file);
    expect(code).toBe(1);
    expect(out).toContain('FAIL documents.json: V-1\n  expected Accept, got Reject\n');
    expect(out).toContain(' invalid-effect ');
    expect(out).toContain('FAIL documents.json: V-2\n  expected Reject, got Accept\n');
    expect(out).toMatch(/\n0 passed, 2 failed\n$/);
  });

  it('finds the policies of other files beside the file of cases', async () => {
    const { Statement } = READER;
    await write('closed.json', {
      ...READER,
      Statement: [...Statement, { Effect: 'Deny', Action: '*', Resource: '*' }],
    });
    const file = await write('referring.json', {
      cases: [{ ...aCase, policies: { identity: [{ file: 'closed.json' }] } }],
    });
    const { code, out } = await wardenry(['policy', 'test', join(folder, file)], { cwd: tmpdir() });
    expect(code).toBe(1);
    expect(out).toContain('expected Allow, got ExplicitDeny');
    expect(out).toContain('Applied: Deny of closed.json, statement 1\n');
  });

  it('keeps what a case says in its line', async () => {
    const title = 'x\n::error::y\u001b[2J';
    const file = await write('hostile.json', { cases: [{ ...aFailure, title }] });
    const { out } = await run(file);
    expect(out.split('\n')[0]).toBe('FAIL hostile.json: R-2 x\\u000a::error::y\\u001b[2J');
  });

  it('counts the cases of all files together', async () => {
    const good = await write('good.json', { cases: [aCase] });
    const bad = await write('bad.json', { cases: [aCase, aFailure] });
    const { code, out } = await run(good, bad);
    expect(code).toBe(1);
    expect(out).toMatch(/\n2 passed, 1 failed\n$/);
  });

  it.each([
    ['has no cases', '{"cases":[]}', /^broken\.json:1:1 error case-file The file holds no cases/],
    [
      'has an unknown field',
      { cases: [{ ...aCase, expect: 'Allow' }] },
      /^broken\.json:\d+:7 error case-file "expect" is no field/,
    ],
    ['is no JSON', '{"cases":', /^broken\.json:1:\d+ error case-file /],
    ['is empty', '', /^broken\.json:1:1 error case-file /],
    [
      'names a file that is not there',
      { cases: [{ ...aCase, policies: { identity: [{ file: 'gone.json' }] } }] },
      /"gone\.json" cannot be read/,
    ],
  ])('refuses a file that %s, and says where', async (_what, content, message) => {
    const file = await write('broken.json', content);
    const { code, out, err } = await run(file);
    expect([code, out]).toEqual([2, '0 passed, 0 failed\n']);
    expect(err).toMatch(message);
    expect(err).toContain('broken.json: none of its cases were run.');
  });

  it('runs the other files when one cannot be read, and does not end well', async () => {
    const file = await write('good.json', { cases: [aCase] });
    const { code, out, err } = await run('gone.json', file);
    expect([code, out]).toEqual([2, '1 passed, 0 failed\n']);
    expect(err).toContain('gone.json:1:1 error case-file There is no such file.');
  });

  it('refuses a file that is not UTF-8, and a folder', async () => {
    await writeFile(join(folder, 'latin.json'), Buffer.from('{\n"cases": ["\xe9"]}', 'latin1'));
    const { code, err } = await run('latin.json', '.');
    expect(code).toBe(2);
    expect(err).toContain('latin.json:1:1 error case-file Line 2 is not UTF-8.');
    expect(err).toContain('.:1:1 error case-file It is a folder, not a file.');
  });

  it('warns of a document that no server would accept', async () => {
    const policy = { Version: '1', Statement: [{ Effect: 'Allow', Action: 'oss:GetObject' }] };
    const file = await write('doubtful.json', {
      cases: [{ ...aCase, policies: { identity: [policy] }, expected: 'ImplicitDeny' }],
    });
    const { code, out, err } = await run(file);
    expect([code, out]).toEqual([0, '1 passed, 0 failed\n']);
    expect(err).toContain('doubtful.json: warning: case R-1, identity[0] /Statement/0: ');
  });

  it('passes the whole corpus of the policy language', async () => {
    const families = (await readdir(CORPUS)).filter(name => name.endsWith('.json'));
    const { code, out } = await run(...families.map(family => join(CORPUS, family)));
    expect([code, out]).toEqual([0, '214 passed, 0 failed\n']);
  });

  it('writes one JSON document on request', async () => {
    const file = await write('bad.json', { cases: [aCase, aFailure] });
    const { code, out, err } = await run('--json', file, 'gone.json');
    expect([code, err]).toEqual([2, '']);
    expect(JSON.parse(out)).toEqual({
      passed: 1,
      failed: 1,
      files: [
        {
          file: 'bad.json',
          problems: [],
          results: [
            {
              type: 'decision',
              id: 'R-1',
              title: 'reads reports',
              passed: true,
              expected: 'Allow',
              got: 'Allow',
            },
            {
              type: 'decision',
              id: 'R-2',
              title: 'reads from elsewhere',
              passed: false,
              expected: 'Allow',
              got: 'ImplicitDeny',
              explanation: expect.objectContaining({
                decision: expect.objectContaining({ effect: 'ImplicitDeny' }),
              }),
            },
          ],
          warnings: [],
        },
        {
          file: 'gone.json',
          problems: [{ path: '', line: 1, column: 1, message: 'There is no such file.' }],
          results: [],
          warnings: [],
        },
      ],
    });
  });

  it('is called wrong without a file and with an unknown option', async () => {
    expect(await run()).toMatchObject({ code: 2, out: '' });
    expect(await run('--jsn', 'x.json')).toMatchObject({ code: 2, out: '' });
  });

  it('shows its help, with examples and exit codes', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toContain('wardenry policy test policies/*.cases.json');
    expect(out).toContain('Exit codes: 0 fine, 1 ');
  });
});
