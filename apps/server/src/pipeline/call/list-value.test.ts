import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../kernel/errors.ts';
import { type ListParameter, list, text } from '../../kernel/parameters.ts';
import { listValue } from './list-value.ts';

const doc = ['d', 'd'] as const;
const key = text('Key', { min: 1, max: 5, required: true, doc });
const value = text('Value', { min: 0, max: 5, emptyClears: true, doc });
const numbered = list('Tag', { key, value }, { form: 'numbered', max: 3, doc });
const inJson = list('Tag', { key, value }, { form: 'json', max: 3, doc });
const names = list('Name', text('', { min: 1, max: 5, doc }), { form: 'numbered', max: 3, doc });
const namesInJson = list('Name', text('', { min: 1, max: 5, doc }), { form: 'json', max: 3, doc });

function read(parameter: ListParameter, sent: Record<string, string>): unknown {
  return listValue(parameter, new Map(Object.entries(sent)));
}

/** The code of the refusal. */
function refusal(parameter: ListParameter, sent: Record<string, string>): string {
  try {
    read(parameter, sent);
  } catch (error) {
    if (error instanceof ApiError) return error.code;
    throw error;
  }
  return 'none';
}

describe('a list of objects', () => {
  const tags = [
    { key: 'a', value: '1' },
    { key: 'b', value: '' },
  ];

  it('is read from numbered parameters in any order, and from JSON', () => {
    expect(read(numbered, { 'Tag.2.Key': 'b', 'Tag.1.Value': '1', Other: 'x', 'Tag.1.Key': 'a' })).toEqual(
      tags,
    );
    expect(read(inJson, { Tag: '[{"Key":"a","Value":"1"},{"Key":"b"}]' })).toEqual(tags);
  });

  it('is absent when nothing of it was sent, or nothing stands in it', () => {
    expect(read(numbered, { Tag: 'x', Tagged: 'x' })).toBeUndefined();
    expect(read(inJson, {})).toBeUndefined();
    expect(read(inJson, { Tag: '' })).toBeUndefined();
    expect(read(inJson, { Tag: '[]' })).toBeUndefined();
  });

  it.each([
    [{ 'Tag.2.Key': 'a' }, 'InvalidParameter.Tag'],
    [{ 'Tag.1.Key': 'a', 'Tag.3.Key': 'b' }, 'InvalidParameter.Tag'],
    [{ 'Tag.0.Key': 'a' }, 'InvalidParameter.Tag'],
    [{ 'Tag.01.Key': 'a' }, 'InvalidParameter.Tag'],
    [{ 'Tag.1': 'a' }, 'InvalidParameter.Tag'],
    [{ 'Tag.1.Key.x': 'a' }, 'InvalidParameter.Tag'],
    [{ 'Tag.x.Key': 'a' }, 'InvalidParameter.Tag'],
    [{ 'Tag.1.Value': 'a' }, 'MissingTag.Key'],
    [{ 'Tag.1.Key': '' }, 'MissingTag.Key'],
    [{ 'Tag.1.Key': 'abcdef' }, 'InvalidParameter.Tag.Key.Length'],
    [{ 'Tag.1.Key': 'a', 'Tag.2.Key': 'b', 'Tag.3.Key': 'c', 'Tag.4.Key': 'd' }, 'InvalidParameter.Tag'],
  ])('is refused as %j', (sent, code) => {
    expect(refusal(numbered, sent)).toBe(code);
  });

  it.each(['{', '{}', '1', '"x"', '[1]', '[null]', '[[]]', '[{"Key":1}]', '[{"Key":"a","Key":"b"}]'])(
    'is refused as the JSON %s',
    Tag => {
      expect(refusal(inJson, { Tag })).toBe('InvalidParameter.Tag');
    },
  );
});

describe('a list of texts', () => {
  it('is the same numbered and in JSON', () => {
    const texts = fc.array(fc.string({ minLength: 1, maxLength: 5, unit: 'binary-ascii' }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(texts, items => {
        const sent = Object.fromEntries(items.map((item, at) => [`Name.${at + 1}`, item]));
        expect(read(names, sent)).toEqual(items);
        expect(read(namesInJson, { Name: JSON.stringify(items) })).toEqual(items);
      }),
    );
  });

  it('refuses an empty item, one that is too long, and one with fields', () => {
    expect(refusal(names, { 'Name.1': '' })).toBe('MissingName');
    expect(refusal(names, { 'Name.1': 'abcdef' })).toBe('InvalidParameter.Name.Length');
    expect(refusal(names, { 'Name.1.Key': 'a' })).toBe('InvalidParameter.Name');
  });
});
