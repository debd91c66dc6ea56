import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { Failure } from '../failure.ts';
import { editServerlessDevsFile } from './serverless-devs-file.ts';

const key = {
  profile: 'lab',
  accessKeyId: 'LTAInew',
  accessKeySecret: 'new-secret',
  accountId: '1000000000000001',
};
const fields = {
  __provider: 'Alibaba Cloud',
  AccountID: '1000000000000001',
  AccessKeyID: 'LTAInew',
  AccessKeySecret: 'new-secret',
};

const existing = `# aliases
prod:   # do not touch
    __provider: 'Alibaba Cloud'
    AccountID: "0123"
    AccessKeyID: U2FsdGVkX19abc=
    AccessKeySecret: U2FsdGVkX19def=   # encrypted
    __default: "true"

# the laboratory
lab:
  __provider: Alibaba Cloud
  AccessKeyID: LTAIold
  AccessKeySecret: old-secret
  SecurityToken: old-token
  Note: mine

# behind it
other: { AccountID: '1' }
`;

describe('the file of Serverless Devs', () => {
  it('is begun with the alias as the default one, its account a text', () => {
    const { text, replaced } = editServerlessDevsFile(undefined, key);
    expect([parse(text), replaced]).toEqual([{ lab: { ...fields, __default: 'true' } }, false]);
    expect(text).toContain('AccountID: "1000000000000001"');
  });

  it('keeps every byte when an alias is added, and leaves the default one', () => {
    const { text, replaced } = editServerlessDevsFile(existing, { ...key, profile: 'third' });
    expect([text.startsWith(existing), replaced]).toEqual([true, false]);
    expect(parse(text).third).toEqual(fields);
  });

  it('keeps every other byte when an alias is replaced, and of it what is no credential', () => {
    const { text, replaced } = editServerlessDevsFile(existing, key);
    expect(replaced).toBe(true);
    expect(text.startsWith(existing.slice(0, existing.indexOf('lab:\n')))).toBe(true);
    expect(text.endsWith("\n\n# behind it\nother: { AccountID: '1' }\n")).toBe(true);
    expect(parse(text).lab).toEqual({ ...fields, Note: 'mine' });
    expect(text).not.toContain('old-');
  });

  it('takes a file without an end of its last line', () => {
    const { text } = editServerlessDevsFile('prod:\n  AccountID: "1"', key);
    expect(parse(text)).toEqual({ prod: { AccountID: '1' }, lab: fields });
  });

  it.each([
    '- a',
    'text',
    '{ prod: { AccountID: "1" } }',
    'a: 1\na: 2\n',
    'a: [',
    'lab: &x\n  A: "1"\nother: *x\n',
  ])('that holds %j is left alone', text => {
    expect(() => editServerlessDevsFile(text, key)).toThrow();
  });

  it('is left alone in words of its own when another alias refers to the one that is replaced', () => {
    const anchored = 'lab: &x\n  A: "1"\nother: *x\n';
    expect(() => editServerlessDevsFile(anchored, key)).toThrow('It cannot be changed without touching');
    expect(() => editServerlessDevsFile('prod: *x\n', key)).toThrow('It refers to what is not in it.');
    for (const text of [anchored, 'prod: *x\n']) {
      expect(() => editServerlessDevsFile(text, key)).toThrow(Failure);
    }
  });

  it('may have aliases that refer to each other beside the one that is changed', () => {
    const before = 'prod: &x\n  A: "1"\nother: *x\n';
    const { text } = editServerlessDevsFile(before, key);
    expect(text.startsWith(before)).toBe(true);
    expect(parse(text)).toEqual({ prod: { A: '1' }, other: { A: '1' }, lab: fields });
  });

  it('is never quoted when it is left alone, since it holds secrets', () => {
    expect(() => editServerlessDevsFile('prod:\n  AccessKeySecret: "s3cret\n', key)).toThrow(
      /^(?!.*s3cret)/s,
    );
  });

  it('changes nothing but the alias, whatever else there is', () => {
    const alias = fc.dictionary(fc.string({ maxLength: 6 }), fc.string({ maxLength: 12 }), {
      noNullPrototype: true,
    });
    const aliases = fc.dictionary(
      fc.string({ maxLength: 6 }).filter(name => name !== 'lab' && name !== '__proto__'),
      alias,
      { minKeys: 1, noNullPrototype: true },
    );
    fc.assert(
      fc.property(aliases, before => {
        const source = stringify(before, { lineWidth: 0 });
        const once = editServerlessDevsFile(source, key);
        expect(once.text.startsWith(source)).toBe(true);
        expect(parse(once.text)).toEqual({ ...before, lab: fields });
        const twice = editServerlessDevsFile(once.text, { ...key, accessKeySecret: 'newer-secret' });
        expect(twice).toEqual({ text: once.text.replace('new-secret', 'newer-secret'), replaced: true });
      }),
    );
  });
});
