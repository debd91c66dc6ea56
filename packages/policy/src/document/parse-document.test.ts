import { describe, expect, it } from 'vitest';
import type { DocumentKind } from './document.ts';
import { documentLimits } from './limits.ts';
import { parseDocument } from './parse-document.ts';

/** The findings of a text, one line each, as a person may read them. */
function findingsOf(text: string, kind: DocumentKind = 'identity'): string[] {
  const parsed = parseDocument(text, kind);
  if (parsed.ok) return [];
  return parsed.findings.map(
    ({ code, path, line, column, message }) => `${line}:${column} ${path} ${code}: ${message}`,
  );
}

/** A document of one statement, which is valid but for what is given. */
function withStatement(parts: object, kind: DocumentKind = 'identity'): string {
  const resource = kind === 'trust' ? {} : { Resource: '*' };
  const isNaming = kind === 'trust' || kind === 'resource';
  const principal = isNaming ? { Principal: { RAM: 'acs:ram::1:root' } } : {};
  return JSON.stringify({
    Version: '1',
    Statement: [{ Effect: 'Allow', Action: 'ecs:*', ...resource, ...principal, ...parts }],
  });
}

const withConditions = (block: unknown) => withStatement({ Condition: block });

/** The codes and paths of the findings of a statement. */
function codesOf(parts: object, kind: DocumentKind = 'identity'): string[] {
  const parsed = parseDocument(withStatement(parts, kind), kind);
  return parsed.ok ? [] : parsed.findings.map(({ code, path }) => `${code} ${path}`);
}

describe('parseDocument', () => {
  it('reads a document of every kind', () => {
    for (const kind of ['identity', 'session', 'control'] as const) {
      const parsed = parseDocument(
        withStatement({ Condition: { Bool: { 'acs:MFAPresent': 'true' } } }),
        kind,
      );
      expect(parsed).toEqual({
        ok: true,
        document: {
          kind,
          statements: [
            {
              effect: 'Allow',
              action: { negated: false, patterns: ['ecs:*'] },
              resource: { negated: false, patterns: ['*'] },
              principals: undefined,
              conditions: [{ operator: 'Bool', key: 'acs:MFAPresent', values: ['true'] }],
              intact: true,
            },
          ],
        },
      });
    }
  });

  it('reads a trust policy with principals of every type', () => {
    const principals = {
      RAM: ['acs:ram::1000000000000001:root', 'acs:ram:*:1000000000000001:user/alice', 'acs:ram::1:role/r'],
      Service: ['ecs.aliyuncs.com'],
      Federated: ['acs:ram::1:saml-provider/corp', 'acs:ram::1:oidc-provider/corp'],
    };
    const parsed = parseDocument(withStatement({ Principal: principals }, 'trust'), 'trust');
    expect(parsed).toMatchObject({
      ok: true,
      document: { statements: [{ principals, resource: undefined }] },
    });
  });

  it('reads the policy of a resource, with principals and resources', () => {
    const text = withStatement({ Resource: 'acs:oss:*:1:bucket/*' }, 'resource');
    expect(parseDocument(text, 'resource')).toMatchObject({
      ok: true,
      document: {
        kind: 'resource',
        statements: [
          {
            principals: { RAM: ['acs:ram::1:root'] },
            resource: { negated: false, patterns: ['acs:oss:*:1:bucket/*'] },
          },
        ],
      },
    });
    expect(codesOf({ Principal: undefined }, 'resource')).toEqual(['missing-principal /Statement/0']);
    expect(codesOf({ Principal: '*' }, 'resource')).toEqual(['data-type /Statement/0/Principal']);
    expect(codesOf({ Resource: undefined }, 'resource')).toEqual(['missing-resource /Statement/0']);
  });

  it('reads NotAction and NotResource as negated lists', () => {
    const text = JSON.stringify({
      Version: '1',
      Statement: [{ Effect: 'Deny', NotAction: ['ram:*', 'ims:*'], NotResource: 'acs:oss:*:*:b' }],
    });
    expect(parseDocument(text, 'identity')).toMatchObject({
      ok: true,
      document: {
        statements: [
          {
            effect: 'Deny',
            action: { negated: true, patterns: ['ram:*', 'ims:*'] },
            resource: { negated: true, patterns: ['acs:oss:*:*:b'] },
            conditions: [],
          },
        ],
      },
    });
  });

  it('lists everything that is wrong, with its place, in the order of the text', () => {
    const text = `{
  "Version": 1,
  "Statement": [
    {
      "effect": "Allow",
      "Action": ["StopInstance", "ecs:*"],
      "NotAction": "ram:*",
      "Resource": ["arn:aws:s3:::b", "acs:ecs:*:*", 5],
      "Condition": {
        "IpAddress": { "acs:SourceIp": ["192.0.2.*"] },
        "StringLikeIfExists": { "SourceVpc": "vpc-*" }
      },
      "Sid": "one"
    },
    "and another",
    { "Effect": "allow", "Action": [], "Resource": {} }
  ],
  "Id": null
}`;
    expect(findingsOf(text)).toMatchInlineSnapshot(`
      [
        "2:14 /Version data-type: The number "1", which must be written in quotes, stands where "1" is expected.",
        "4:5 /Statement/0 missing-effect: The statement has no effect. Add "Effect": "Allow" or "Effect": "Deny".",
        "5:7 /Statement/0/effect unknown-element: "effect" is not an element of the policy language. Write it as "Effect".",
        "6:18 /Statement/0/Action/0 invalid-action: "StopInstance" is not an action. Write "<service>:<action>", such as "ecs:StopInstance" or "ecs:*", or "*".",
        "7:7 /Statement/0/NotAction action-and-not-action: The statement has both Action and NotAction. Keep one of them.",
        "8:20 /Statement/0/Resource/0 invalid-arn-prefix: "arn:aws:s3:::b" does not begin with "acs:". Write "acs:<service>:<region>:<account>:<resource>", with "*" for what does not matter, or "*" alone.",
        "8:38 /Statement/0/Resource/1 missing-arn-field: "acs:ecs:*:*" lacks one of the five fields of an ARN. Write "acs:<service>:<region>:<account>:<resource>", with "*" for what does not matter, or "*" alone.",
        "8:53 /Statement/0/Resource/2 data-type: The number "5", which must be written in quotes, stands where a string is expected.",
        "10:41 /Statement/0/Condition/IpAddress/acs:SourceIp/0 invalid-condition-value: "192.0.2.*" must be an IPv4 or IPv6 address or block such as "192.0.2.0/24" or "2001:db8::/32" (StringLike compares with wildcards).",
        "11:9 /Statement/0/Condition/StringLikeIfExists invalid-operator: "StringLikeIfExists" is not a condition operator. RAM knows neither IfExists nor Null: write a statement of its own for requests without the key.",
        "11:33 /Statement/0/Condition/StringLikeIfExists/SourceVpc invalid-condition-key: "SourceVpc" is not a condition key. Write "<service>:<name>", such as "acs:SourceIp".",
        "13:7 /Statement/0/Sid unknown-element: "Sid" is not an element of the policy language. Remove it. Known here are Effect, Action, NotAction, Resource, NotResource, Principal, Condition.",
        "15:5 /Statement/1 data-type: The string "and another" stands where a statement, an object, is expected.",
        "16:17 /Statement/2/Effect invalid-effect: "allow" is no effect. Write "Allow" or "Deny", exactly so.",
        "16:36 /Statement/2/Action empty-list: The list is empty. Name at least one value.",
        "16:52 /Statement/2/Resource data-type: An object stands where a string or a list of strings is expected.",
        "18:3 /Id unknown-element: "Id" is not an element of the policy language. Remove it. Known here are Version, Statement.",
      ]
    `);
  });

  it.each([
    ['[]', '1:1  data-type: A list stands where a policy document, an object, is expected.'],
    ['null', '1:1  data-type: null stands where a policy document, an object, is expected.'],
    ['{}', '1:1  missing-version: The document has no version. Add "Version": "1".'],
    [
      '{"Version":"1"}',
      '1:1  missing-statement: The document has no statements. Add "Statement" with a list of them.',
    ],
    [
      '{"Version":"2","Statement":[{}]}',
      '1:12 /Version invalid-version: "2" is no version of the language. Write "1".',
    ],
    [
      '{"Version":"1","Statement":[]}',
      '1:28 /Statement empty-list: The list is empty. Add at least one statement.',
    ],
    [
      '{"Version":"1","Statement":{"Effect":"Allow"}}',
      '1:28 /Statement data-type: An object stands where a list of statements is expected. Put it in [ ].',
    ],
    [
      withStatement({ Effect: 'Permit' }),
      '1:39 /Statement/0/Effect invalid-effect: "Permit" is no effect. Write "Allow" or "Deny", exactly so.',
    ],
    [
      withStatement({ Effect: undefined }),
      '1:29 /Statement/0 missing-effect: The statement has no effect. Add "Effect": "Allow" or "Effect": "Deny".',
    ],
    [
      withStatement({ Action: undefined }),
      '1:29 /Statement/0 missing-action: The statement names no actions. Add "Action" or "NotAction".',
    ],
    [
      withStatement({ Resource: undefined }),
      '1:29 /Statement/0 missing-resource: The statement names no resources. Add "Resource"; "*" stands for all of them.',
    ],
    [
      withStatement({ Principal: { RAM: 'acs:ram::1:root' } }),
      '1:79 /Statement/0/Principal unexpected-element: Only the policy of a resource, such as the trust policy of a role, has a Principal. Remove it; attach the policy to whom it is for.',
    ],
    [
      withStatement({ NotPrincipal: {} }),
      '1:79 /Statement/0/NotPrincipal unknown-element: "NotPrincipal" is not an element of the policy language. Remove it. Known here are Effect, Action, NotAction, Resource, NotResource, Principal, Condition.',
    ],
    [
      withConditions({ StringMatch: { 'acs:SourceVpc': 'x' } }),
      '1:92 /Statement/0/Condition/StringMatch invalid-operator: "StringMatch" is not a condition operator. Known are StringEquals, StringNotEquals, StringEqualsIgnoreCase, StringNotEqualsIgnoreCase, StringLike, StringNotLike, NumericEquals, NumericNotEquals, NumericLessThan, NumericLessThanEquals, NumericGreaterThan, NumericGreaterThanEquals, DateEquals, DateNotEquals, DateLessThan, DateLessThanEquals, DateGreaterThan, DateGreaterThanEquals, Bool, IpAddress, NotIpAddress, each also after "ForAllValues:" or "ForAnyValue:".',
    ],
    [
      withConditions({ stringlike: { 'acs:SourceVpc': 'x' } }),
      '1:92 /Statement/0/Condition/stringlike invalid-operator: "stringlike" is not a condition operator. Write "StringLike", in this letter case.',
    ],
    [
      withConditions({ 'ForEveryValue:StringLike': { 'acs:TagKeys': 'x' } }),
      '1:92 /Statement/0/Condition/ForEveryValue:StringLike invalid-operator: "ForEveryValue:StringLike" is not a condition operator. Before the colon stands "ForAllValues" or "ForAnyValue".',
    ],
    [
      withConditions({ Null: { 'acs:MFAPresent': 'true' } }),
      '1:92 /Statement/0/Condition/Null invalid-operator: "Null" is not a condition operator. RAM knows neither IfExists nor Null: write a statement of its own for requests without the key.',
    ],
    [
      withConditions({ Bool: { 'acs:MFAPresent': ['true', 'false'] } }),
      '1:117 /Statement/0/Condition/Bool/acs:MFAPresent multiple-booleans: Bool compares with one value. Write either "true" or "false".',
    ],
    [
      withConditions({ Bool: { 'acs:MFAPresent': true } }),
      '1:117 /Statement/0/Condition/Bool/acs:MFAPresent data-type: The boolean "true", which must be written in quotes, stands where a string or a list of strings is expected.',
    ],
    [
      withConditions({ Bool: { 'acs:MFAPresent': 'yes' } }),
      '1:117 /Statement/0/Condition/Bool/acs:MFAPresent invalid-condition-value: "yes" must be "true" or "false".',
    ],
    [
      withConditions({ NumericLessThan: { 'ram:N': '1e3' } }),
      '1:119 /Statement/0/Condition/NumericLessThan/ram:N invalid-condition-value: "1e3" must be a decimal number such as "10" or "-1.5", without an exponent.',
    ],
    [
      withConditions({ DateLessThan: { 'acs:CurrentTime': '2026-01-01' } }),
      '1:126 /Statement/0/Condition/DateLessThan/acs:CurrentTime invalid-condition-value: "2026-01-01" must be a date and time with its zone such as "2026-01-31T09:00:00+08:00" or "2026-01-31T01:00:00Z".',
    ],
    [
      withConditions({ StringEquals: { 'acs:SourceVpc': [] } }),
      '1:124 /Statement/0/Condition/StringEquals/acs:SourceVpc missing-condition-value: The list is empty. Name at least one value to compare with.',
    ],
    [
      withConditions([]),
      '1:91 /Statement/0/Condition data-type: A list stands where a condition block, an object, is expected.',
    ],
  ])('refuses %s', (text, first) => {
    expect(findingsOf(text)[0]).toBe(first);
  });

  it.each([
    [{ Action: 'ecs' }, 'invalid-action /Statement/0/Action'],
    [{ Action: 'ecs:' }, 'invalid-action /Statement/0/Action'],
    [{ Action: ':Stop' }, 'invalid-action /Statement/0/Action'],
    [{ Action: 'ecs:a:b' }, 'invalid-action /Statement/0/Action'],
    [{ Action: 'ecs:Stop Instance' }, 'invalid-action /Statement/0/Action'],
    [{ Action: ['ecs:*', ''] }, 'invalid-action /Statement/0/Action/1'],
    [{ Action: ['ecs:*', null] }, 'data-type /Statement/0/Action/1'],
    [{ Action: ['ecs:*', ['ecs:*']] }, 'data-type /Statement/0/Action/1'],
    [{ Resource: '**' }, 'invalid-arn-prefix /Statement/0/Resource'],
    [{ Resource: '' }, 'invalid-arn-prefix /Statement/0/Resource'],
    [{ Resource: 'ACS:ecs:*:*:*' }, 'invalid-arn-prefix /Statement/0/Resource'],
    [{ Resource: 'acs:ecs:*:*' }, 'missing-arn-field /Statement/0/Resource'],
    [{ Resource: 'acs:ecs:*:*:' }, 'missing-arn-field /Statement/0/Resource'],
    [{ Resource: 'acs::*:*:x' }, 'missing-arn-field /Statement/0/Resource'],
    [{ NotResource: '*' }, 'resource-and-not-resource /Statement/0/NotResource'],
    [{ NotAction: 'ram:*' }, 'action-and-not-action /Statement/0/NotAction'],
    [{ Resource: [] }, 'empty-list /Statement/0/Resource'],
    [{ Sid: 'x' }, 'unknown-element /Statement/0/Sid'],
    [{ Condition: { Bool: {} } }, 'missing-condition-key /Statement/0/Condition/Bool'],
    [{ Condition: {} }, undefined],
    [{ Condition: { StringEquals: { 'acs:RequestTag/a b': '' } } }, undefined],
    [
      { Condition: { StringEquals: { SourceVpc: 'x' } } },
      'invalid-condition-key /Statement/0/Condition/StringEquals/SourceVpc',
    ],
    [
      { Condition: { 'ForAnyValue:IpAddress': { 'acs:SourceIp': ['::/0', '1.2.3.4/40'] } } },
      'invalid-condition-value /Statement/0/Condition/ForAnyValue:IpAddress/acs:SourceIp/1',
    ],
    [{ Resource: ['acs:ram::1:user/*', 'acs:mns:*:*:/queues/a:b', 'acs:*:*cn-beijing*:*:*'] }, undefined],
    [{ Action: ['*', '*:Describe*', 'ecs:Stop?', 'yundun-waf:a_b.c'] }, undefined],
  ])('finds in %j: %s', (parts, expected) => {
    expect(codesOf(parts)).toEqual(expected === undefined ? [] : [expected]);
  });

  it.each([
    [{ Principal: undefined }, 'missing-principal /Statement/0'],
    [{ Principal: {} }, 'missing-principal /Statement/0/Principal'],
    [{ Principal: '*' }, 'data-type /Statement/0/Principal'],
    [{ Principal: { RAM: '*' } }, 'invalid-principal /Statement/0/Principal/RAM'],
    [{ Principal: { RAM: 'acs:ram::1:user/*' } }, 'invalid-principal /Statement/0/Principal/RAM'],
    [{ Principal: { RAM: 'acs:ram::*:root' } }, 'invalid-principal /Statement/0/Principal/RAM'],
    [{ Principal: { RAM: 'acs:ram:::root' } }, 'invalid-principal /Statement/0/Principal/RAM'],
    [
      { Principal: { RAM: ['acs:ram::1:root', 'acs:ecs::1:root'] } },
      'invalid-principal /Statement/0/Principal/RAM/1',
    ],
    [{ Principal: { RAM: 'acs:ram::1:user/' } }, 'invalid-principal /Statement/0/Principal/RAM'],
    [{ Principal: { RAM: 'acs:ram::1:saml-provider/p' } }, 'invalid-principal /Statement/0/Principal/RAM'],
    [{ Principal: { Federated: 'acs:ram::1:user/u' } }, 'invalid-principal /Statement/0/Principal/Federated'],
    [{ Principal: { Service: 'ecs.example.com' } }, 'invalid-principal /Statement/0/Principal/Service'],
    [{ Principal: { Service: '*.aliyuncs.com' } }, 'invalid-principal /Statement/0/Principal/Service'],
    [{ Principal: { Service: '.aliyuncs.com' } }, 'invalid-principal /Statement/0/Principal/Service'],
    [{ Principal: { ram: 'acs:ram::1:root' } }, 'missing-principal /Statement/0/Principal'],
    [{ Resource: '*' }, 'unexpected-element /Statement/0/Resource'],
    [{ NotResource: '*' }, 'unexpected-element /Statement/0/NotResource'],
  ])('finds in a trust policy with %j: %s', (parts, expected) => {
    expect(codesOf(parts, 'trust')).toContain(expected);
  });

  it('names the right spelling of an element in the wrong letter case', () => {
    expect(findingsOf('{"version":"1","Statement":[{}]}')[0]).toBe(
      '1:1  missing-version: The document has no version. Add "Version": "1".',
    );
    expect(findingsOf('{"version":"1","Statement":[{}]}')[1]).toBe(
      '1:2 /version unknown-element: "version" is not an element of the policy language. Write it as "Version".',
    );
  });

  it('refuses two readings of one document', () => {
    const text =
      '{"Version":"1","Statement":[{"Effect":"Deny","Effect":"Allow","Action":"*","Resource":"*"}]}';
    expect(findingsOf(text)).toEqual([
      '1:46 /Statement/0/Effect json-duplicate-name: "Effect" stands twice in one object. Write it once.',
    ]);
  });

  it('counts characters, not code units, and white space too', () => {
    for (const [kind, limit] of Object.entries(documentLimits) as [DocumentKind, number][]) {
      const text = withStatement({ Condition: { StringEquals: { 'acs:RequestTag/x': '😀' } } }, kind);
      const fitting = text.padEnd(limit + 1, ' ');
      expect([...fitting]).toHaveLength(limit);
      expect(findingsOf(fitting, kind)).toEqual([]);
      expect(findingsOf(`${fitting} `, kind)).toEqual([
        `1:1  document-too-long: The document has ${limit + 1} characters. The limit for a document of this kind is ${limit}.`,
      ]);
    }
  });

  it('can be given another limit', () => {
    const text = withStatement({}).padEnd(7000, ' ');
    expect(findingsOf(text)).toHaveLength(1);
    expect(parseDocument(text, 'identity', 7000).ok).toBe(true);
    expect(parseDocument(text, 'identity', 6999).ok).toBe(false);
  });

  it('lists the findings of a text that is too long as well, unless it is far too long', () => {
    const codes = (text: string) => {
      const parsed = parseDocument(text, 'session');
      return parsed.ok ? [] : parsed.findings.map(({ code }) => code);
    };
    expect(codes('{}'.padEnd(3000, ' '))).toEqual([
      'document-too-long',
      'missing-version',
      'missing-statement',
    ]);
    expect(codes('{}'.padEnd(100_000, ' '))).toEqual(['document-too-long']);
  });

  it('lists a hundred findings and says how many there are besides', () => {
    const parsed = parseDocument(withStatement({ Action: Array(150).fill('x') }), 'identity');
    const findings = parsed.ok ? [] : parsed.findings;
    expect(findings).toHaveLength(101);
    expect(findings[100]).toMatchObject({ code: 'too-many-findings', path: '/Statement/0/Action/100' });
    expect(findings[100]?.message).toBe(
      '50 more things are wrong from here on. Correct those listed, then check again.',
    );
  });

  it('shortens long texts in its messages', () => {
    const parsed = parseDocument(withStatement({ Action: '😀'.repeat(1000) }), 'identity');
    const [finding] = parsed.ok ? [] : parsed.findings;
    expect(finding?.message.length).toBeLessThan(200);
    expect(finding?.message.isWellFormed()).toBe(true);
  });
});
