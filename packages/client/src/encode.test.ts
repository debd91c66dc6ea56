import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeForm, flatParameters } from './encode.ts';
import { operation } from './operation.ts';

const numbered = operation({ version: '2019-08-15', name: 'TagResources', numbered: ['Tag', 'Id'] });

function flat(request: object): [string, string][] {
  return flatParameters(numbered, request).map(({ name, value }) => [name, value]);
}

describe('a request', () => {
  it('is flat: texts as they are, numbers and booleans as words, what is undefined left out', () => {
    expect(flat({ UserName: ' a ', MaxItems: 10, All: false, Marker: undefined, Comments: '' })).toEqual([
      ['UserName', ' a '],
      ['MaxItems', '10'],
      ['All', 'false'],
      ['Comments', ''],
    ]);
  });

  it('has a parameter for each item of a numbered list, and for each member of such an item', () => {
    expect(
      flat({
        Tag: [
          { Key: 'team', Value: 'a' },
          { Key: 'stage', Value: undefined },
        ],
        Id: ['x', 'y'],
      }),
    ).toEqual([
      ['Tag.1.Key', 'team'],
      ['Tag.1.Value', 'a'],
      ['Tag.2.Key', 'stage'],
      ['Id.1', 'x'],
      ['Id.2', 'y'],
    ]);
  });

  it('has all other lists and objects as JSON text', () => {
    expect(flat({ Names: ['x'], check: { action: 'shop:GetOrder' } })).toEqual([
      ['Names', '["x"]'],
      ['check', '{"action":"shop:GetOrder"}'],
    ]);
  });

  it('refuses what no parameter can hold', () => {
    for (const value of [() => 'x', Symbol('x'), 1n]) {
      expect(() => flat({ UserName: value })).toThrow(TypeError);
    }
  });
});

describe('a form', () => {
  it('says what was put in, whatever the text is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))),
        pairs => {
          const form = encodeForm(pairs.map(([name, value]) => ({ name, value })));
          expect([...new URLSearchParams(form)]).toEqual(pairs);
        },
      ),
    );
  });
});
