import { describe, expect, it } from 'vitest';
import { readCases } from './read-cases.ts';

const DOCUMENT = { Version: '1', Statement: [{ Effect: 'Allow', Action: 'ecs:*', Resource: '*' }] };
const ALICE = { type: 'user', account: '1000000000000001', name: 'alice' };
const INSTANCE = 'acs:ecs:cn-hangzhou:1000000000000001:instance/i-1';

const aRequest = { principal: ALICE, action: 'ecs:StopInstance', resource: INSTANCE };
const aCase = { id: 'C-1', policies: { identity: [DOCUMENT] }, request: aRequest, expected: 'Allow' };
const aValidation = { id: 'V-1', kind: 'identity', document: DOCUMENT, expected: 'Accept' };

/** What is wrong with the file, as `path message`. */
function problemsOf(file: unknown, open?: (name: string) => string | undefined): readonly string[] {
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  const read = readCases(text, open);
  return read.ok ? [] : read.problems.map(({ path, message }) => `${path} ${message}`);
}

/** What is wrong with the case once some of its fields are others. */
const problemsWith = (fields: object) => problemsOf({ cases: [{ ...aCase, ...fields }] });

const problemsWithRequest = (fields: object) => problemsWith({ request: { ...aRequest, ...fields } });

const problemsWithValidation = (fields: object) =>
  problemsOf({ validation: [{ ...aValidation, ...fields }] });

describe('a file of cases', () => {
  it('is read with what a case needs, and no more', () => {
    expect(readCases(JSON.stringify({ cases: [aCase], validation: [aValidation] }))).toEqual({
      ok: true,
      file: {
        cases: [
          {
            id: 'C-1',
            title: '',
            basis: '',
            policies: {
              identity: [{ name: 'identity[0]', text: JSON.stringify(DOCUMENT) }],
              groups: [],
              resourceGroupIdentity: new Map(),
            },
            request: {
              principal: { ...ALICE, serviceLinked: false },
              action: 'ecs:StopInstance',
              resources: [INSTANCE],
              context: {},
            },
            options: { resourceGroupDenyWins: false },
            expected: 'Allow',
          },
        ],
        validation: [
          {
            id: 'V-1',
            title: '',
            basis: '',
            kind: 'identity',
            text: JSON.stringify(DOCUMENT),
            expected: 'Accept',
          },
        ],
      },
    });
  });

  it.each([['{}'], ['{"cases":[]}'], ['{"cases":[],"validation":[]}'], ['{"meta":{},"validation":null}']])(
    'without cases, such as %s, is refused',
    text => {
      expect(problemsOf(text)).toEqual([' The file holds no cases. Add some to "cases" or "validation".']);
    },
  );

  it.each([
    [''],
    ['{'],
    ['[]'],
    ['"cases"'],
    ['null'],
    ['{"cases":{}}'],
    ['{"cases":[1]}'],
    ['{"cases":[{}]}'],
  ])('is refused when it is %j', text => {
    expect(problemsOf(text)).not.toEqual([]);
  });

  it('is refused when a name stands twice, since one of the two would not be tested', () => {
    const text = JSON.stringify({ cases: [aCase] });
    expect(problemsOf(text.replace('"expected":', '"expected":"ImplicitDeny","expected":'))).toEqual([
      expect.stringMatching('^/cases/0/expected .*stands twice'),
    ]);
  });

  it('tells the line and column of what is wrong', () => {
    const text = JSON.stringify({ cases: [{ ...aCase, expect: 'Allow' }] }, undefined, 2);
    const read = readCases(text);
    const line = text.split('\n').findIndex(each => each.includes('"expect"')) + 1;
    expect(read).toMatchObject({ ok: false, problems: [{ path: '/cases/0/expect', line, column: 7 }] });
  });

  it('lists everything that is wrong, in the order of the text', () => {
    const problems = problemsOf({
      cases: [
        { ...aCase, expected: 'allow' },
        { ...aCase, titel: 'x' },
      ],
      more: 1,
    });
    expect(problems.map(problem => problem.split(' ')[0])).toEqual([
      '/cases/0/expected',
      '/cases/1',
      '/cases/1/titel',
      '/more',
    ]);
  });

  it('has no id twice, not even in its two lists', () => {
    expect(problemsOf({ cases: [aCase], validation: [{ ...aValidation, id: 'C-1' }] })).toEqual([
      '/validation/0 The id "C-1" stands twice in the file.',
    ]);
  });
});

describe('a decision case', () => {
  it.each([
    ['an unknown field', { polices: {} }, '/cases/0/polices'],
    ['no expected answer', { expected: null }, '/cases/0'],
    ['an unknown answer', { expected: 'Deny' }, '/cases/0/expected'],
    ['an answer of another type', { expected: true }, '/cases/0/expected'],
    ['a switch that is a text', { resourceGroupDenyWins: 'true' }, '/cases/0/resourceGroupDenyWins'],
    ['an empty id', { id: '' }, '/cases/0/id'],
    ['policies that are a list', { policies: [] }, '/cases/0/policies'],
    ['an unknown place for policies', { policies: { idenity: [] } }, '/cases/0/policies/idenity'],
    ['a document that is not in a list', { policies: { identity: DOCUMENT } }, '/cases/0/policies/identity'],
    ['a document that is a text', { policies: { identity: ['{}'] } }, '/cases/0/policies/identity/0'],
    ['a session policy in a list', { policies: { session: [DOCUMENT] } }, '/cases/0/policies/session'],
    ['levels without lists', { policies: { control: [DOCUMENT] } }, '/cases/0/policies/control/0'],
    [
      'a resource group without a list',
      { policies: { resourceGroupIdentity: { 'rg-1': DOCUMENT } } },
      '/cases/0/policies/resourceGroupIdentity/rg-1',
    ],
  ])('is refused with %s', (_what, fields, path) => {
    expect(problemsWith(fields)).toEqual([expect.stringMatching(`^${path} `)]);
  });

  it.each([
    ['an unknown field', { resources: [INSTANCE] }, '/cases/0/request/resources'],
    ['no resource', { resource: [] }, '/cases/0/request/resource'],
    ['a resource that is no text', { resource: [1] }, '/cases/0/request/resource/0'],
    ['an empty action', { action: '' }, '/cases/0/request/action'],
    [
      'a value that is no text',
      { context: { 'acs:MFAPresent': true } },
      '/cases/0/request/context/acs:MFAPresent',
    ],
    ['a context that is a list', { context: [] }, '/cases/0/request/context'],
    [
      'a condition key in two spellings',
      { context: { 'acs:SourceIp': '192.0.2.1', 'ACS:sourceip': '192.0.2.2' } },
      '/cases/0/request/context/ACS:sourceip',
    ],
    ['a principal without an account', { principal: { type: 'root' } }, '/cases/0/request/principal'],
    [
      'a principal of an unknown type',
      { principal: { ...ALICE, type: 'User' } },
      '/cases/0/request/principal/type',
    ],
    [
      'a user linked to a service',
      { principal: { ...ALICE, serviceLinked: true } },
      '/cases/0/request/principal/serviceLinked',
    ],
    ['a root with a name', { principal: { ...ALICE, type: 'root' } }, '/cases/0/request/principal/name'],
    ['an empty resource group', { resourceGroup: '' }, '/cases/0/request/resourceGroup'],
  ])('is refused with a request that has %s', (_what, fields, path) => {
    expect(problemsWithRequest(fields)).toEqual([expect.stringMatching(`^${path} `)]);
  });

  it('about a service has a trust policy, and no policies of the service', () => {
    const request = { ...aRequest, principal: { type: 'service', name: 'ecs.aliyuncs.com' } };
    expect(problemsWith({ request })).toEqual([
      expect.stringContaining('can only assume roles'),
      expect.stringContaining('no policies of their own'),
    ]);
    expect(problemsWith({ request, policies: { identity: [], trust: DOCUMENT } })).toEqual([]);
  });
});

describe('a validation case', () => {
  it.each([
    ['an unknown field', { documents: [] }, '/validation/0/documents'],
    ['an unknown kind', { kind: 'Identity' }, '/validation/0/kind'],
    ['the answer of a decision', { expected: 'Allow' }, '/validation/0/expected'],
    ['no document', { document: null }, '/validation/0'],
    ['a document and a text', { rawText: '{}' }, '/validation/0'],
    ['a text that is none', { document: null, rawText: {} }, '/validation/0/rawText'],
    ['a length that is a text', { padTo: '6145' }, '/validation/0/padTo'],
    ['a length that no text should have', { padTo: 1e9 }, '/validation/0/padTo'],
  ])('is refused with %s', (_what, fields, path) => {
    expect(problemsWithValidation(fields)).toEqual([expect.stringMatching(`^${path} `)]);
  });

  it('takes the text as written, and fills it up', () => {
    const read = readCases(
      JSON.stringify({ validation: [{ ...aValidation, document: null, rawText: '{ }', padTo: 5 }] }),
    );
    expect(read).toMatchObject({ ok: true, file: { validation: [{ text: '{ }  ' }] } });
  });
});

describe('a document in a file of its own', () => {
  const files: Readonly<Record<string, string>> = {
    'reader.json': JSON.stringify(DOCUMENT, undefined, 2),
    'broken.json': '{ "Version": ',
    'list.json': '[]',
  };
  const open = (name: string) => files[name];
  const withPolicy = (policy: object) => ({ cases: [{ ...aCase, policies: { identity: [policy] } }] });

  it('is read as it stands there, and is called by its file', () => {
    const read = readCases(JSON.stringify(withPolicy({ file: 'reader.json' })), open);
    expect(read).toMatchObject({
      ok: true,
      file: { cases: [{ policies: { identity: [{ name: 'reader.json', text: files['reader.json'] }] } }] },
    });
  });

  it.each([
    ['does not exist', { file: 'reade.json' }],
    ['is no JSON', { file: 'broken.json' }],
    ['is no object', { file: 'list.json' }],
    ['has no name', { file: '' }],
    ['has a name that is no text', { file: ['reader.json'] }],
    ['stands beside a document', { file: 'reader.json', ...DOCUMENT }],
  ])('is refused when the file %s', (_what, policy) => {
    expect(problemsOf(withPolicy(policy), open)).not.toEqual([]);
  });

  it('is refused where no files can be read', () => {
    expect(problemsOf(withPolicy({ file: 'reader.json' }))).toEqual([
      '/cases/0/policies/identity/0 The file "reader.json" cannot be read.',
    ]);
  });

  it('may be broken where the case is about the document itself', () => {
    const file = { validation: [{ ...aValidation, document: { file: 'broken.json' }, expected: 'Reject' }] };
    expect(readCases(JSON.stringify(file), open)).toMatchObject({
      ok: true,
      file: { validation: [{ text: files['broken.json'] }] },
    });
  });
});
