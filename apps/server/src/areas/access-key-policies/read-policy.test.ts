import { describe, expect, it } from 'vitest';
import { ApiError } from '../../kernel/errors.ts';
import { readPolicy, textOfPolicy } from './read-policy.ts';

const classic = { Type: 'ClassicWhiteList', IPList: ['203.0.113.7', '10.0.0.0/8', '2001:db8::/32', '::1'] };
const vpc = { Type: 'VPCWhiteList', Value: 'vpc-abc123', IPList: ['192.168.0.0/16'] };

const withStatements = (...Statements: unknown[]) => ({ Status: 'Active', Statements });
const withAddress = (address: unknown) => withStatements({ ...classic, IPList: ['10.0.0.1', address] });

/** Where a policy is wrong; fails the test when it is not. */
function placeOfProblem(text: string): string {
  try {
    readPolicy(text);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    expect(error.code).toBe('InvalidParameter.AccessKeyPolicy.Format');
    return /not valid(?: at (\S+))?: \S/.exec(error.message)?.[1] ?? '';
  }
  throw new Error('the policy was read');
}

describe('a network access policy', () => {
  it('is shown as it was given, with its version', () => {
    const given = withStatements(classic, vpc, { ...vpc, Value: 'AllowAllVPC', IPList: [] });
    const policy = readPolicy(JSON.stringify(given));
    expect(JSON.parse(textOfPolicy(policy))).toEqual({ Version: 1, ...given });
    expect(readPolicy(textOfPolicy(policy))).toEqual(policy);
  });

  it('may name its version and have no statement', () => {
    expect(readPolicy('{"Version":1,"Status":"Inactive","Statements":[]}')).toEqual({
      status: 'Inactive',
      statements: [],
    });
  });

  it.each([
    ['nothing', null, ''],
    ['an empty object', {}, '/Status'],
    ['a text', 'Active', ''],
    ['a list', [], ''],
    ['another version', { Version: 2, Status: 'Active', Statements: [] }, '/Version'],
    ['a version in a text', { Version: '1', Status: 'Active', Statements: [] }, '/Version'],
    ['no version', { Version: null, Status: 'Active', Statements: [] }, '/Version'],
    ['another status', { Status: 'active', Statements: [] }, '/Status'],
    ['no list of statements', { Status: 'Active' }, '/Statements'],
    ['null for it', { Status: 'Active', Statements: null }, '/Statements'],
    ['a strange member', { Status: 'Active', Statements: [], Statement: [] }, '/Statement'],
    ['a statement that is none', withStatements(null), '/Statements/0'],
    ['a statement of no type', withStatements(vpc, { IPList: [] }), '/Statements/1/Type'],
    ['a second public statement', withStatements(classic, vpc, classic), '/Statements/2'],
    ['a public statement of a VPC', withStatements({ ...classic, Value: 'vpc-a' }), '/Statements/0/Value'],
    ['a VPC without an id', withStatements({ ...vpc, Value: undefined }), '/Statements/0/Value'],
    ['a VPC of an empty id', withStatements({ ...vpc, Value: 'vpc-' }), '/Statements/0/Value'],
    ['a VPC of a strange id', withStatements({ ...vpc, Value: 'vpc-a/b' }), '/Statements/0/Value'],
    ['a strange member of a statement', withStatements({ ...vpc, Ip: [] }), '/Statements/0/Ip'],
    ['no list of addresses', withStatements({ Type: 'ClassicWhiteList' }), '/Statements/0/IPList'],
  ])('is not %s', (_, value, path) => {
    expect(placeOfProblem(JSON.stringify(value))).toBe(path);
  });

  it.each([
    '',
    '{',
    '{}{}',
    '{"Status":"Active","Status":"Inactive","Statements":[]}',
    '\ufeff{}',
    '{"a":"\\ud800"}',
  ])('is not the text %j', text => {
    expect(() => readPolicy(text)).toThrow(ApiError);
  });

  it.each([
    '',
    '10.0.0',
    '010.0.0.1',
    '10.0.0.1/33',
    '10.0.0.1/-1',
    '10.0.0.0/',
    '10.0.0.1/8',
    '0.0.0.1/0',
    '2001:db8::1/32',
    '2001:db8::/129',
    '::ffff:10.0.0.0/104',
    'fe80::1%eth0',
    'fe80::%eth0/10',
    '*',
    'example.com',
    7,
    null,
  ])('has no address %j', address => {
    expect(placeOfProblem(JSON.stringify(withAddress(address)))).toBe('/Statements/0/IPList/1');
  });

  it.each(['0.0.0.0/0', '10.128.0.0/9', '10.0.0.1/32', '::/0', '2001:db8:8000::/33', '::1/128'])(
    'has the network %s',
    address => {
      expect(readPolicy(JSON.stringify(withAddress(address))).status).toBe('Active');
    },
  );
});
