import { describe, expect, it } from 'vitest';
import type { DocumentKind, Statement } from './document.ts';
import { parseDocument, readStoredDocument } from './parse-document.ts';
import { unreadableStatement } from './read-statement.ts';

const VALID = { Effect: 'Allow', Action: 'ecs:*', Resource: '*' };

function statementsOf(value: unknown, kind: DocumentKind = 'identity'): readonly Statement[] {
  return readStoredDocument(typeof value === 'string' ? value : JSON.stringify(value), kind).document
    .statements;
}

const statementOf = (statement: unknown, kind?: DocumentKind) =>
  statementsOf({ Version: '1', Statement: [statement] }, kind)[0];

describe('readStoredDocument', () => {
  it('reads a valid document as parseDocument does', () => {
    const text = JSON.stringify({ Version: '1', Statement: [VALID, { ...VALID, Effect: 'Deny' }] });
    const parsed = parseDocument(text, 'identity');
    expect(readStoredDocument(text, 'identity')).toEqual({
      document: parsed.ok && parsed.document,
      findings: [],
    });
  });

  it('does not mind the length', () => {
    const text = JSON.stringify({ Version: '1', Statement: [VALID] }).padEnd(100_000, ' ');
    expect(readStoredDocument(text, 'session').findings).toEqual([]);
  });

  it.each([
    '',
    'null',
    '[]',
    '{',
    '{"Version":"1"}',
    '{"Version":"1","Statement":{}}',
    `{"Version":"1","Statement":[],}`,
    '{"Version":"1","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Resource":"*"}]}',
    '{"Version":"1","Statement":[{"Effect":"Deny","Effect":"Allow","Action":"*","Resource":"*"}]}',
    '{"Version":"1","Statement":[],"Statement":[]}',
  ])('takes %j, which cannot be read, for a document that denies everything', text => {
    const { document, findings } = readStoredDocument(text, 'identity');
    expect(document.statements).toEqual([unreadableStatement]);
    expect(findings).not.toEqual([]);
  });

  it.each([{ Version: '2' }, { Version: 1 }, { Version: undefined }, { Id: 'x' }])(
    'trusts no Allow of a document with %j',
    frame => {
      const statements = statementsOf({
        Version: '1',
        Statement: [VALID, { ...VALID, Effect: 'Deny' }],
        ...frame,
      });
      expect(statements.map(({ effect, intact }) => ({ effect, intact }))).toEqual([
        { effect: 'Allow', intact: false },
        { effect: 'Deny', intact: false },
      ]);
    },
  );

  it.each([undefined, 'allow', 'Permit', true, null])('takes the effect %j for a Deny', effect => {
    expect(statementOf({ ...VALID, Effect: effect })).toMatchObject({ effect: 'Deny', intact: false });
  });

  it('reads a statement that is none as one that denies everything', () => {
    expect(statementsOf({ Version: '1', Statement: [VALID, 'x'] })[1]).toEqual(unreadableStatement);
  });

  it.each([
    [{ Action: ['ecs:*', 5] }, { action: undefined }],
    [{ NotAction: 'ram:*' }, { action: undefined }],
    [{ Action: undefined, NotAction: [] }, { action: { negated: true, patterns: [] } }],
    [{ Resource: undefined }, { resource: undefined }],
    [{ NotResource: '*' }, { resource: undefined }],
    [{ Condition: [] }, { conditions: undefined }],
    [{ Condition: { Bool: { 'acs:A': true } } }, { conditions: undefined }],
    [{ Condition: { Bool: 'true', StringEquals: { 'acs:A': 'a' } } }, { conditions: undefined }],
    [{ Sid: 'x' }, {}],
    [{ Principal: { RAM: 'acs:ram::1:root' } }, { principals: undefined }],
    [{ Action: 'StopInstance' }, { action: { negated: false, patterns: ['StopInstance'] } }],
    [
      { Condition: { Null: { 'acs:A': 'a' } } },
      { conditions: [{ operator: 'Null', key: 'acs:A', values: ['a'] }] },
    ],
  ])('keeps what can be read of a statement with %j, and distrusts it', (parts, expected) => {
    expect(statementOf({ ...VALID, ...parts })).toMatchObject({ ...expected, intact: false });
  });

  it('understands an empty list of actions or resources', () => {
    expect(statementOf({ ...VALID, Action: [], Resource: [] })).toMatchObject({
      action: { negated: false, patterns: [] },
      resource: { negated: false, patterns: [] },
      intact: true,
    });
    expect(statementsOf({ Version: '1', Statement: [] })).toEqual([]);
  });

  it('distrusts a trust policy that does not say readably whom it trusts', () => {
    const trust = { Effect: 'Allow', Action: 'sts:AssumeRole' };
    expect(statementOf({ ...trust, Principal: '*' }, 'trust')).toMatchObject({
      principals: undefined,
      intact: false,
    });
    expect(statementOf({ ...trust, Principal: { RAM: '*' } }, 'trust')).toMatchObject({ intact: false });
  });
});
