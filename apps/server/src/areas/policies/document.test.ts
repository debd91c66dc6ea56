import { describe, expect, it } from 'vitest';
import { ApiError } from '../../kernel/errors.ts';
import { checkPolicyDocument } from './document.ts';

const limits = { policyDocument: 6144 };

function refusalOf(document: string, policyDocument = limits.policyDocument): ApiError {
  try {
    checkPolicyDocument(document, { policyDocument });
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('the document was accepted');
}

const allowed = '{"Version":"1","Statement":[{"Effect":"Allow","Action":"ecs:*","Resource":"*"}]}';

describe('the document of a custom policy', () => {
  it('is accepted when it follows the grammar and fits the quota', () => {
    expect(() => checkPolicyDocument(allowed, limits)).not.toThrow();
    expect(() => checkPolicyDocument(allowed, { policyDocument: allowed.length })).not.toThrow();
  });

  it('is refused one character above the quota, before it is read', () => {
    const refusal = refusalOf(allowed, allowed.length - 1);
    expect(refusal.code).toBe('InvalidParameter.PolicyDocument.Length');
    expect(refusal.status).toBe(400);
  });

  it('is measured in characters, not in UTF-16 code units', () => {
    const smiling = allowed.replace('ecs:*', 'ecs:😀');
    expect(refusalOf(smiling, [...smiling].length).code).toBe('MalformedPolicyDocument');
    expect(refusalOf(smiling, [...smiling].length - 1).code).toBe('InvalidParameter.PolicyDocument.Length');
  });

  it('is refused with every finding and its position', () => {
    const refusal = refusalOf(
      '{\n  "Version": "2",\n  "Statement": [{ "Effect": "Permit", "Resource": "*" }]\n}',
    );
    expect(refusal.code).toBe('MalformedPolicyDocument');
    expect(refusal.status).toBe(400);
    expect(refusal.message).toContain('Line 2, column 14, /Version:');
    expect(refusal.message).toContain('/Statement/0/Effect:');
    expect(refusal.message).toContain('/Statement/0:');
  });

  it('may be longer than 6144 characters where the quota says so', () => {
    const long = allowed.padEnd(20_000, ' ');
    expect(refusalOf(long).code).toBe('InvalidParameter.PolicyDocument.Length');
    expect(() => checkPolicyDocument(long, { policyDocument: 20_000 })).not.toThrow();
    expect(refusalOf(long, 19_999).code).toBe('InvalidParameter.PolicyDocument.Length');
  });

  it('is refused in a message that stays short where names in it are long', () => {
    const operator = 'x'.repeat(3000);
    const values = Array(100).fill(1);
    const condition = JSON.stringify({ [operator]: { 'acs:SourceVpc': values } });
    const { message } = refusalOf(allowed.replace('}]', `,"Condition":${condition}}]`));
    expect(message).toContain('/Statement/0/Condition/xxx');
    expect(message.length).toBeLessThan(101 * 400);
  });

  it.each([
    ['is a trust policy', allowed.replace('"Resource":"*"', '"Principal":{"Service":["ecs.aliyuncs.com"]}')],
    ['hides a second effect', allowed.replace('"Effect":"Allow"', '"Effect":"Deny","Effect":"Allow"')],
    ['is no JSON', `${allowed},`],
    ['is empty', ' '],
  ])('is refused when it %s', (_what, document) => {
    expect(refusalOf(document).code).toBe('MalformedPolicyDocument');
  });
});
