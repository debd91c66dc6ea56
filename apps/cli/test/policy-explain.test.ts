import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseAuthorization, parseRequest, SigningSecret, verifyAcs3 } from '@wardenry/signature';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { wardenry } from './wardenry.ts';

const ALICE = 'acs:ram::1000000000000001:user/alice';
const REPORT = 'acs:oss:*:1000000000000001:reports/2026.csv';
const QUESTION = ['--principal', ALICE, '--action', 'oss:GetObject', '--resource', REPORT];

const allow = (action: string, more: object = {}) => ({
  Version: '1',
  Statement: [{ Effect: 'Allow', Action: action, Resource: '*', ...more }],
});
const documents: Readonly<Record<string, object>> = {
  'oss.json': allow('oss:*'),
  'ecs.json': allow('ecs:*'),
  'deny.json': { Version: '1', Statement: [{ Effect: 'Deny', Action: 'oss:*', Resource: '*' }] },
  'office.json': allow('oss:*', { Condition: { IpAddress: { 'acs:SourceIp': '192.0.2.0/24' } } }),
  'assume.json': allow('sts:AssumeRole'),
  'invalid.json': allow('oss'),
  'trust.json': {
    Version: '1',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { Service: ['ecs.aliyuncs.com'], RAM: [ALICE] },
      },
    ],
  },
};

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardenry-policy-explain-'));
  for (const [name, document] of Object.entries(documents)) {
    await writeFile(join(folder, name), JSON.stringify(document));
  }
});

afterAll(() => rm(folder, { recursive: true }));

const run = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  wardenry(['policy', 'explain', ...args], { cwd: folder, environment });

/** The decision of a run, by its JSON document. */
async function decided(...args: string[]): Promise<unknown> {
  const { code, out, err } = await run([...args, '--json']);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out).decision;
}

describe('wardenry policy explain', () => {
  it.each([
    ['ram:*', REPORT, 'ram:* is not the name of one action'],
    ['ram', REPORT, 'ram is not the name of one action'],
    ['oss:GetObject', 'foo', 'foo is no resource'],
  ])('refuses the action %s on %s as a server does', async (action, resource, message) => {
    const { code, out, err } = await run([
      ...['--principal', ALICE, '--action', action, '--resource', resource, '--policy', 'oss.json'],
    ]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it('knows who asks and when, as every server does, unless it is told', async () => {
    const document = (operator: string, key: string, value: string) =>
      allow('oss:*', { Condition: { [operator]: { [key]: value } } });
    const name = 'acs:ram:*:1000000000000001:user/alice';
    await writeFile(
      join(folder, 'alice.json'),
      JSON.stringify(document('StringEquals', 'acs:PrincipalARN', name)),
    );
    await writeFile(
      join(folder, 'later.json'),
      JSON.stringify(document('DateGreaterThan', 'acs:CurrentTime', '2026-01-01T00:00:00Z')),
    );
    expect(await decided(...QUESTION, '--policy', 'alice.json')).toBe('Allow');
    expect(await decided(...QUESTION, '--policy', 'later.json')).toBe('Allow');
    const early = 'ACS:currenttime=2025-01-01T00:00:00Z';
    expect(await decided(...QUESTION, '--policy', 'later.json', '--context', early)).toBe('ImplicitDeny');
    const bob = 'acs:PrincipalARN=acs:ram:*:1000000000000001:user/bob';
    expect(await decided(...QUESTION, '--policy', 'alice.json', '--context', bob)).toBe('ImplicitDeny');
  });
});

describe('wardenry policy explain with local documents', () => {
  it('tells the decision and the step that ended it', async () => {
    const { code, out, err } = await run([
      ...QUESTION,
      '--policy',
      'office.json',
      '--context',
      'acs:SourceIp=203.0.113.9',
    ]);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')).toEqual([
      'ImplicitDeny',
      `ImplicitDeny on ${REPORT}`,
      '  AccountLevelIdentityBasedPolicy: ImplicitDeny',
      '    NearMiss: Allow of office.json, statement 0',
      '      Condition: IpAddress acs:SourceIp "192.0.2.0/24"; the request has "203.0.113.9"',
      '',
    ]);
  });

  it('writes the explanation as one JSON document on request', async () => {
    const { out } = await run([...QUESTION, '--policy', 'oss.json', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      decision: 'Allow',
      explanation: { decision: { effect: 'Allow' } },
    });
  });

  it('reads the context, several values for one key included', async () => {
    const office = [...QUESTION, '--policy', 'office.json', '--context'];
    expect(await decided(...office, 'acs:SourceIp=192.0.2.7')).toBe('Allow');
    expect(await decided(...office, 'acs:SourceIp=203.0.113.9')).toBe('ImplicitDeny');
    expect(await decided(...office, 'acs:SourceIp=203.0.113.9', 'acs:SourceIp=192.0.2.7')).toBe('Allow');
  });

  it('asks for every resource', async () => {
    const other = 'acs:oss:*:1000000000000002:reports/2026.csv';
    expect(await decided(...QUESTION, REPORT, '--policy', 'oss.json')).toBe('Allow');
    expect(await decided(...QUESTION, other, '--policy', 'oss.json')).toBe('ImplicitDeny');
  });

  it('takes the policies of a session, of control levels and of a resource group each at its step', async () => {
    const allowed = [...QUESTION, '--policy', 'oss.json'];
    expect(await decided(...allowed, '--session-policy', 'ecs.json')).toBe('ImplicitDeny');
    expect(await decided(...allowed, '--session-policy', 'oss.json')).toBe('Allow');
    expect(await decided(...allowed, '--control-policy', 'oss.json', 'ecs.json')).toBe('ImplicitDeny');
    expect(await decided(...allowed, '--control-policy', 'oss.json', 'oss.json')).toBe('Allow');
    const inGroup = [...QUESTION, '--resource-group-policy', 'oss.json', '--resource-group'];
    expect(await decided(...inGroup, 'rg-1')).toBe('Allow');
  });

  it('lets a deny of the resource group count where it is told to', async () => {
    const asked = [...QUESTION, '--policy', 'oss.json', '--resource-group', 'rg-1'];
    const denied = [...asked, '--resource-group-policy', 'deny.json'];
    expect(await decided(...denied)).toBe('Allow');
    expect(await decided(...denied, '--resource-group-deny-wins')).toBe('ExplicitDeny');
    expect(await decided(...asked, '--resource-group-deny-wins')).toBe('Allow');
  });

  it('decides about assuming a role when there is a trust policy', async () => {
    const role = 'acs:ram::1000000000000001:role/app';
    const assume = ['--action', 'sts:AssumeRole', '--resource', role, '--trust-policy', 'trust.json'];
    expect(await decided('--principal', ALICE, ...assume)).toBe('ImplicitDeny');
    expect(await decided('--principal', ALICE, ...assume, '--policy', 'assume.json')).toBe('Allow');
    expect(await decided('--principal', 'ecs.aliyuncs.com', ...assume)).toBe('Allow');
    expect(await decided('--principal', 'oss.aliyuncs.com', ...assume)).toBe('ImplicitDeny');
  });

  it.each([
    ['a principal that is none', ['--principal', 'alice', '--policy', 'oss.json'], 'alice names nobody'],
    ['nothing to decide by', [], 'say what decides'],
    [
      'a server and documents',
      ['--endpoint', 'https://127.0.0.1:1', '--policy', 'oss.json'],
      'leave out --endpoint or --policy',
    ],
    [
      "a server and a choice that is the server's",
      ['--endpoint', 'https://127.0.0.1:1', '--resource-group-deny-wins'],
      'leave out --endpoint or --resource-group-deny-wins',
    ],
    ['a switch and nothing to decide by', ['--resource-group-deny-wins'], 'say what decides'],
    [
      'a context that is no pair',
      ['--policy', 'oss.json', '--context', 'acs:SourceIp'],
      'Write it as key=value',
    ],
    [
      'one condition key in two spellings',
      ['--policy', 'oss.json', '--context', 'acs:SourceIp=192.0.2.1', 'ACS:SourceIp=192.0.2.2'],
      'two spellings',
    ],
    ['a group policy without the group', ['--resource-group-policy', 'oss.json'], 'needs --resource-group'],
    [
      'a service that does not ask for a role',
      ['--principal', 'ecs.aliyuncs.com', '--policy', 'oss.json'],
      'give --trust-policy',
    ],
    ['a file that is not there', ['--policy', 'gone.json'], 'gone.json: There is no such file.'],
    [
      'a document that is not valid',
      ['--policy', 'invalid.json'],
      /^invalid\.json:1:\d+ error invalid-action /,
    ],
    [
      'a server without credentials',
      ['--endpoint', 'https://127.0.0.1:1'],
      'set ALIBABA_CLOUD_ACCESS_KEY_ID',
    ],
    ['an endpoint that is none', ['--endpoint', 'ftp://127.0.0.1'], 'is no endpoint'],
    ['an endpoint with a path', ['--endpoint', 'https://127.0.0.1/v1'], 'is no endpoint'],
  ])('is called wrong with %s', async (_what, args, message) => {
    const { code, out, err } = await run([...QUESTION, ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toEqual(
      typeof message === 'string' ? expect.stringContaining(message) : expect.stringMatching(message),
    );
  });

  it('shows its help, with examples and exit codes', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('wardenry policy explain --policy reader.json');
    expect(out).toContain('Exit codes: 0 fine, 1 ');
  });
});

describe('wardenry policy explain with a server', () => {
  const environment = { ALIBABA_CLOUD_ACCESS_KEY_ID: 'an-id', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'a-secret' };
  const servers: Server[] = [];

  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  /** A listener that answers every request so; gives its address and what it was sent. */
  async function answering(status: number, answer: object | string) {
    const received: { request: IncomingMessage; body: Uint8Array }[] = [];
    const server = createServer(async (request, response) => {
      received.push({ request, body: await buffer(request) });
      const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
      response.writeHead(status, { 'content-type': 'application/json' }).end(text);
    });
    servers.push(server);
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return { endpoint: `http://127.0.0.1:${port}`, received };
  }

  const denied = {
    RequestId: 'R-1',
    decisions: [{ decision: 'ExplicitDeny', explanation: { of: 'another version' } }],
  };

  it('sends one signed check, and shows what the server decided', async () => {
    const { endpoint, received } = await answering(200, denied);
    const { code, out, err } = await run(
      [
        ...QUESTION,
        '--context',
        'acs:SourceIp=192.0.2.7',
        '--resource-group',
        'rg-1',
        '--endpoint',
        endpoint,
      ],
      environment,
    );
    expect([code, out, err]).toEqual([0, 'ExplicitDeny\n{\n  "of": "another version"\n}\n', '']);
    expect(received).toHaveLength(1);
    for (const { request, body } of received) {
      expect(JSON.parse(Buffer.from(body).toString())).toEqual({
        checks: [
          {
            principal: ALICE,
            action: 'oss:GetObject',
            resource: [REPORT],
            context: { 'acs:SourceIp': '192.0.2.7' },
            resourceGroupId: 'rg-1',
          },
        ],
        explain: true,
      });
      const { method = '', url = '', rawHeaders, headers } = request;
      const signed = parseRequest({ method, target: url, rawHeaders, body });
      const authorization = parseAuthorization(headers.authorization ?? '');
      expect(authorization && verifyAcs3(signed, authorization, new SigningSecret('a-secret'))).toMatchObject(
        { valid: true },
      );
      expect([method, url, headers['x-acs-action'], headers['x-acs-version']]).toEqual([
        'POST',
        '/v1/authorize',
        'Authorize',
        '2026-11-01',
      ]);
    }
  });

  it('signs with a security token when there is one', async () => {
    const { endpoint, received } = await answering(200, denied);
    await run([...QUESTION, '--endpoint', endpoint], {
      ...environment,
      ALIBABA_CLOUD_SECURITY_TOKEN: 'a-token',
    });
    expect(received.map(({ request }) => request.headers['x-acs-security-token'])).toEqual(['a-token']);
  });

  it('writes what the server said as one JSON document on request', async () => {
    const { endpoint } = await answering(200, denied);
    const { code, out } = await run([...QUESTION, '--json', '--endpoint', endpoint], environment);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      decision: 'ExplicitDeny',
      explanation: { of: 'another version' },
      requestId: 'R-1',
    });
  });

  it.each([
    [
      'a refusal',
      403,
      { Code: 'NoPermission', Message: 'Not authorized.', RequestId: 'R-2' },
      'NoPermission: Not authorized. (request R-2)',
    ],
    ['a page of something else', 502, '<html>', 'status 502'],
    ['an answer without decisions', 200, { RequestId: 'R-3', decisions: [] }, 'without a decision'],
    ['an answer that is no JSON', 200, 'Allow', 'without a decision'],
  ])('fails on %s, and takes nothing for a decision', async (_what, status, answer, message) => {
    const { endpoint } = await answering(status, answer);
    const { code, out, err } = await run([...QUESTION, '--endpoint', endpoint], environment);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(message);
    expect(err).not.toContain('a-secret');
  });

  it('fails when nobody answers', async () => {
    const { code, out, err } = await run([...QUESTION, '--endpoint', 'http://127.0.0.1:1'], environment);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^127\.0\.0\.1:1 did not answer: /);
  });
});
