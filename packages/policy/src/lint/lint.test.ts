import { describe, expect, it } from 'vitest';
import { lintExamples } from '../../test/lint-examples.ts';
import type { DocumentKind } from '../document/document.ts';
import { parseDocument } from '../document/parse-document.ts';
import { lint } from './lint.ts';
import { lintReference } from './lint-reference.ts';

const NOW = new Date('2026-11-01T00:00:00Z');

function textOf(...statements: readonly object[]): string {
  return JSON.stringify({ Version: '1', Statement: statements });
}

/** What lint says of statements, as `level code path`. */
function found(statements: readonly object[], kind: DocumentKind = 'identity'): string[] {
  return lint(textOf(...statements), kind, { now: NOW }).map(
    ({ level, code, path }) => `${level} ${code} ${path}`,
  );
}

const codes = (statements: readonly object[], kind?: DocumentKind) =>
  found(statements, kind).map(line => line.split(' ')[1]);

const allow = (parts: object) => ({ Effect: 'Allow', Action: 'ecs:*', Resource: '*', ...parts });
const deny = (parts: object) => ({ Effect: 'Deny', Action: 'ecs:*', Resource: '*', ...parts });

describe('lint', () => {
  it('knows an example of every rule', () => {
    const rules = lintReference()
      .filter(({ level }) => level !== 'error')
      .map(({ code }) => code);
    expect(Object.keys(lintExamples).toSorted()).toEqual(
      rules.filter(code => code !== 'comparison-incomplete').toSorted(),
    );
  });

  it.each(Object.entries(lintExamples))(
    'finds %s in its example, and not in the correction',
    (code, example) => {
      const { kind, wrong, right } = example;
      expect(parseDocument(textOf(...wrong), kind ?? 'identity').ok).toBe(true);
      expect(codes(wrong, kind)).toContain(code);
      expect(codes(right, kind)).not.toContain(code);
      expect(found(right, kind).filter(line => line.startsWith('error'))).toEqual([]);
    },
  );

  it('lists what parseDocument refuses, as errors, together with advice on the other statements', () => {
    const text = textOf(allow({ Action: 'ecs' }), allow({ Action: '*' }));
    const parsed = parseDocument(text, 'identity');
    const findings = lint(text, 'identity');
    expect(findings.filter(({ level }) => level === 'error').map(({ level: _, ...rest }) => rest)).toEqual(
      parsed.ok ? [] : parsed.findings,
    );
    expect(findings.map(({ code }) => code)).toEqual(['invalid-action', 'allow-everything']);
  });

  it('gives every finding its place, in the order of the text', () => {
    const text = `{
  "Version": "1",
  "Statement": [
    { "Effect": "Deny", "Action": ["ecs:*", "ecs:Stop"], "Resource": "*",
      "Condition": { "Bool": { "acs:MFAPresent": "false" } } },
    { "Effect": "Allow", "Action": "ram:LstUsers", "Resource": "*" }
  ]
}`;
    expect(
      lint(text, 'identity').map(({ line, column, path, code }) => `${line}:${column} ${path} ${code}`),
    ).toEqual([
      '4:45 /Statement/0/Action/1 redundant-pattern',
      '5:32 /Statement/0/Condition/Bool/acs:MFAPresent mfa-gap',
      '6:36 /Statement/1/Action unknown-action',
    ]);
  });

  it('says nothing of a document that has nothing the matter', () => {
    expect(
      found([
        allow({ Action: ['ecs:Start*', 'ecs:Stop*'], Resource: 'acs:ecs:*:*:instance/*' }),
        allow({ Action: 'newservice:DoIt', Condition: { StringEquals: { 'newservice:Kind': 'a' } } }),
        deny({ Action: 'ecs:StopInstance', Resource: 'acs:ecs:*:*:instance/i-1' }),
      ]),
    ).toEqual([]);
  });

  it('can be given another limit', () => {
    const text = textOf(allow({})).padEnd(7000, ' ');
    expect(lint(text, 'identity').map(({ code }) => code)).toEqual(['document-too-long']);
    expect(lint(text, 'identity', { limit: 7000 })).toEqual([]);
  });
});

describe('comparing statements', () => {
  const inVpc = (value: unknown, operator = 'StringEquals') => ({
    Condition: { [operator]: { 'acs:SourceVpc': value } },
  });

  it.each([
    ['a statement of the same words', allow({}), allow({})],
    ['fewer resources', allow({}), allow({ Resource: 'acs:ecs:*:*:instance/i-1' })],
    ['another condition', allow({}), allow(inVpc('vpc-1'))],
    ['fewer values of a condition', allow(inVpc(['vpc-1', 'vpc-2'])), allow(inVpc('vpc-2'))],
    [
      'more values that are refused',
      deny(inVpc('vpc-1', 'StringNotEquals')),
      deny(inVpc(['vpc-1', 'vpc-2'], 'StringNotEquals')),
    ],
    [
      'a longer exclusion',
      deny({ NotAction: 'ram:*', Action: undefined }),
      deny({ NotAction: ['ram:*', 'ecs:*'], Action: undefined }),
    ],
    [
      'a global resource in other words',
      allow({ Resource: 'acs:ram:*:*:user/*' }),
      allow({ Resource: 'acs:RAM::1:USER/a' }),
    ],
  ])('finds a statement shadowed by one that differs in %s', (_what, wide, narrow) => {
    const at = (place: number) => `suggestion shadowed-statement /Statement/${place}`;
    const shadowed = (statements: object[]) => found(statements).filter(line => line.includes('shadowed'));
    expect(shadowed([wide, narrow])).toEqual([at(1)]);
    expect(shadowed([narrow, wide])).toEqual([at(JSON.stringify(wide) === JSON.stringify(narrow) ? 1 : 0)]);
  });

  it.each([
    ['another effect', allow({ Action: 'ecs:Stop' }), deny({})],
    ['a condition', allow(inVpc('vpc-1')), allow({ Action: 'ecs:Stop' })],
    ['a condition of other values', allow(inVpc('vpc-1')), allow({ Action: 'ecs:Stop', ...inVpc('vpc-2') })],
    [
      'a condition of another operator',
      allow(inVpc('vpc-1', 'StringLike')),
      allow({ Action: 'ecs:Stop', ...inVpc('vpc-1') }),
    ],
    ['a concrete region', allow({ Resource: 'acs:ecs:cn-?:*:*' }), allow({ Resource: 'acs:ecs:*:*:disk/a' })],
    ['an empty region', allow({ Resource: 'acs:ecs::*:*' }), allow({ Resource: 'acs:ecs:*:*:disk/a' })],
    ['letter case', allow({ Resource: 'acs:ecs:*:*:disk/A*' }), allow({ Resource: 'acs:ecs:*:*:disk/ab' })],
    ['an exclusion', allow({ NotAction: 'ram:*', Action: undefined }), allow({ Action: 'ims:GetUser' })],
    ['what is no ARN', allow({ Resource: 'acs:*:*:*:*' }), allow({ Action: 'ecs:Stop' })],
  ])('finds no statement shadowed by one that differs in %s', (_what, wide, narrow) => {
    expect(codes([wide, narrow])).not.toContain('shadowed-statement');
  });

  it('reports one of two equal statements, the later', () => {
    expect(found([allow({}), allow({})])).toEqual(['suggestion shadowed-statement /Statement/1']);
  });

  it('finds an Allow overruled by a Deny, and not the other way round', () => {
    expect(found([deny({}), allow({ Action: 'ecs:Stop' })])).toEqual([
      'suggestion overruled-statement /Statement/1',
    ]);
    expect(found([deny(inVpc('vpc-1')), allow({ Action: 'ecs:Stop' })])).toEqual([]);
  });

  it('says that it could not compare everything in a document that is far too long', () => {
    const actions = Array.from({ length: 3000 }, (_, index) => `ecs:*${1000 + index}*a?b*`);
    expect(lint(textOf(allow({ Action: actions })), 'identity', { limit: 100_000 }).at(0)?.code).toBe(
      'comparison-incomplete',
    );
  });
});

describe('the rules', () => {
  it.each<[what: string, statements: object[], expected: string[], kind?: DocumentKind]>([
    ['MFA as text', [deny({ Condition: { StringLike: { 'acs:mfapresent': 'f*' } } })], ['mfa-gap']],
    ['MFA that is there', [deny({ Condition: { Bool: { 'acs:MFAPresent': 'true' } } })], []],
    ['MFA on Allow', [allow({ Condition: { Bool: { 'acs:MFAPresent': 'false' } } })], []],
    ['an always present key', [allow({ Condition: { NotIpAddress: { 'acs:SourceIp': '192.0.2.1' } } })], []],
    [
      'ForAnyValue with a negated operator',
      [allow({ Condition: { 'ForAnyValue:StringNotLike': { 'acs:TagKeys': 'a*' } } })],
      [],
    ],
    ['everything in a session', [allow({ Action: '*' })], [], 'session'],
    ['everything in other words', [allow({ Action: '*:*', Resource: 'acs:*:*:*:*' })], ['allow-everything']],
    [
      'everything under a condition',
      [allow({ Action: '*', Condition: { Bool: { 'acs:MFAPresent': 'true' } } })],
      [],
    ],
    ['all of RAM', [allow({ Action: 'ram:*' })], ['grants-more-rights', 'pass-any-role']],
    ['one role', [allow({ Action: 'ram:PassRole', Resource: 'acs:ram:*:1:role/web' })], []],
    [
      'all roles of an account',
      [allow({ Action: 'ram:PassRole', Resource: 'acs:ram:*:1:role/*' })],
      ['pass-any-role'],
    ],
    [
      'an ARN of a principal',
      [deny({ Condition: { StringEqualsIgnoreCase: { 'acs:PrincipalARN': 'acs:ram:*:1:user/A' } } })],
      [],
    ],
    [
      'a principal in lower case',
      [
        deny({
          Condition: { StringLike: { 'acs:PrincipalARN': ['acs:ram:*:1:role/A*', 'acs:ram:*:1:role/a*'] } },
        }),
      ],
      [],
    ],
    [
      'a collection listed with names',
      [allow({ Action: 'ram:ListUsers', Resource: ['acs:ram:*:*:user/alice', 'acs:ram:*:*:user/*'] })],
      ['redundant-pattern'],
    ],
    ['a name that a star covers', [allow({ Action: 'ram:ListUsers', Resource: 'acs:ram:*:*:*' })], []],
    [
      'a resource in another service',
      [allow({ Action: 'ram:GetUser', Resource: 'acs:ecs:*:*:user/*' })],
      ['resource-of-action'],
    ],
    ['IMS under its second name', [allow({ Action: 'ram:GetUser', Resource: 'acs:ims::*:user/alice' })], []],
    ['one of two resources', [allow({ Action: 'ram:AddUserToGroup', Resource: 'acs:ram:*:*:group/a' })], []],
    ['a role to assume', [allow({ Action: 'sts:AssumeRole', Resource: 'acs:ram::1:role/x' })], []],
    ['an unknown service', [allow({ Action: 'ram2:Nothing' })], []],
    ['a pattern that matches nothing', [allow({ Action: 'ram:Creat?User' })], []],
    [
      'a pattern of no action',
      [allow({ Action: 'ram:Make*', Resource: 'acs:ram:*:*:user/a' })],
      ['unknown-action'],
    ],
    ['another letter case', [allow({ Action: 'RAM:getuser', Resource: 'acs:ram:*:*:user/a' })], []],
    ['a tag key', [allow({ Condition: { StringEquals: { 'acs:requesttag/Team': 'a' } } })], []],
    ['a key of a service', [allow({ Condition: { StringEquals: { 'oss:Prefx': 'a' } } })], []],
    [
      'a key that is not there',
      [allow({ Condition: { StringEquals: { 'acs:Referer': 'a' } } })],
      ['unknown-condition-key'],
    ],
    ['addresses with wildcards', [allow({ Condition: { StringLike: { 'acs:SourceIp': '192.0.2.*' } } })], []],
    ['a whole address', [allow({ Condition: { IpAddress: { 'acs:SourceIp': '192.0.2.17' } } })], []],
    [
      'two networks',
      [allow({ Condition: { IpAddress: { 'acs:SourceIp': ['2001:db8::/32', '::ffff:192.0.2.0/120'] } } })],
      [],
    ],
    ['a bucket to list', [allow({ Action: 'oss:ListObjects', Resource: 'acs:oss:*:*:b' })], []],
    [
      'a bucket and objects apart',
      [
        allow({ Action: 'oss:*', Resource: 'acs:oss:*:*:b' }),
        allow({ Action: 'oss:GetObject', Resource: 'acs:oss:*:*:b/a*' }),
      ],
      [],
    ],
    ['NotAction that excludes everything', [deny({ Action: undefined, NotAction: '*' })], ['dead-statement']],
    [
      'two values of one key',
      [
        allow({
          Condition: {
            StringEquals: { 'acs:TagKeys': 'a' },
            'ForAnyValue:StringEquals': { 'acs:TagKeys': 'b' },
          },
        }),
      ],
      [],
    ],
    [
      'whom a provider vouches for',
      [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { Federated: 'acs:ram::1:saml-provider/p' },
          Condition: { StringEquals: { 'saml:recipient': 'x' } },
        },
      ],
      [],
      'trust',
    ],
    [
      'a time to come',
      [
        allow({
          Condition: {
            DateLessThan: { 'acs:CurrentTime': ['2020-01-01T00:00:00Z', '2030-01-01T00:00:00Z'] },
          },
        }),
      ],
      [],
    ],
  ])('judge %s', (_what, statements, expected, kind) => {
    expect(codes(statements, kind)).toEqual(expected);
  });

  const wants = (operator: string, key: string, value: string) => ({
    Condition: { [operator]: { [key]: value } },
  });
  const ofUsers = { Action: 'ram:GetUser', Resource: 'acs:ram:*:*:user/*' };
  it.each([
    ['unknown-action', { Action: 'ram:DeleteUsers' }],
    ['unknown-condition-key', wants('StringEquals', 'acs:SourceIpp', 'x')],
    ['wildcard-in-exact-value', wants('StringEquals', 'acs:UserAgent', 'curl*')],
    ['literal-variable', { ...ofUsers, Resource: `acs:ram:*:*:user/\${x}` }],
    ['region-of-global-service', { ...ofUsers, Resource: 'acs:ram:cn-hangzhou:*:user/*' }],
    ['list-on-named-resource', { Action: 'ram:ListUsers', Resource: 'acs:ram:*:*:user/bob' }],
    ['resource-of-action', { Action: 'ram:GetUser', Resource: 'acs:ram:*:*:group/*' }],
  ])('find %s graver in a Deny, which does not deny what it names', (code, parts) => {
    expect(found([allow(parts)]).filter(line => line.includes(code))).toMatchObject([
      expect.stringContaining('suggestion'),
    ]);
    expect(found([deny(parts)]).filter(line => line.includes(code))).toMatchObject([
      expect.stringContaining('security'),
    ]);
  });

  it('find an exclusion that excludes nothing graver in an Allow, which allows what it names', () => {
    const excluding = { Action: undefined, NotAction: ['ram:DeleteUsers', 'oss:*'] };
    expect(found([allow(excluding)])).toContain('security unknown-action /Statement/0/NotAction/0');
    expect(found([deny(excluding)])).toContain('suggestion unknown-action /Statement/0/NotAction/0');
    const negated = wants('StringNotEquals', 'acs:UserAgent', 'curl*');
    expect(found([allow(negated)])).toContainEqual(
      expect.stringContaining('security wildcard-in-exact-value'),
    );
    expect(found([deny(negated)])).toContainEqual(
      expect.stringContaining('suggestion wildcard-in-exact-value'),
    );
  });

  it('say of each rule whether it can be graver', () => {
    const levels = new Map(lintReference().map(({ code, level, graver }) => [code, { level, graver }]));
    expect([...levels].filter(([, { graver }]) => graver).map(([code]) => code)).toEqual([
      'list-on-named-resource',
      'literal-variable',
      'region-of-global-service',
      'resource-of-action',
      'unknown-action',
      'unknown-condition-key',
      'wildcard-in-exact-value',
    ]);
  });

  it('find a period that ends before it begins, and none that has an instant', () => {
    const period = (from: string, begin: string[], until: string, end: string) =>
      codes([
        allow({ Condition: { [from]: { 'acs:CurrentTime': begin }, [until]: { 'acs:CurrentTime': end } } }),
      ]);
    const [early, late] = ['2030-01-01T00:00:00Z', '2031-01-01T00:00:00+08:00'];
    expect(period('DateGreaterThan', [late], 'DateLessThan', early)).toEqual(['dead-statement']);
    expect(period('DateGreaterThanEquals', [early], 'DateLessThan', early)).toEqual(['dead-statement']);
    expect(period('DateGreaterThanEquals', [early], 'DateLessThanEquals', early)).toEqual([]);
    expect(period('DateGreaterThan', [late, early], 'DateLessThan', late)).toEqual([]);
  });

  it('name the nearest action and condition key', () => {
    const messages = lint(
      textOf(
        allow({ Action: 'ims:ListUserBasicInfo', Condition: { StringEquals: { 'acs:RequestTags/a': 'b' } } }),
      ),
      'identity',
    ).map(({ message }) => message);
    expect(messages[0]).toContain('Did you mean "ims:ListUserBasicInfos"?');
    expect(messages[1]).toContain('Did you mean "acs:RequestTag/<tag key>"?');
  });

  it('know nothing of periods when nobody says what time it is', () => {
    const example = lintExamples['time-over'];
    expect(lint(textOf(...(example?.wrong ?? [])), 'identity')).toEqual([]);
  });
});
