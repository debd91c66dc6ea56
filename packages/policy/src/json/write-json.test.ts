import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from './read-json.ts';
import { writeJson } from './write-json.ts';

function rewritten(text: string): string {
  const node = readJson(text, (_code, _place, message) => expect.unreachable(message));
  return node === undefined ? expect.unreachable('not read') : writeJson(node);
}

describe('writing what was read', () => {
  it('leaves out white space and nothing else', () => {
    expect(rewritten(' { "a" : [ 1.0 , -0 , true , null , "x\\ny" ] , "b" : { } } ')).toBe(
      '{"a":[1.0,-0,true,null,"x\\ny"],"b":{}}',
    );
  });

  it('keeps names that mean something to JavaScript', () => {
    expect(rewritten('{"__proto__":{"constructor":"x"}}')).toBe('{"__proto__":{"constructor":"x"}}');
  });

  it('says the same as the text that was read', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), text => {
        fc.pre(readJson(text, () => undefined) !== undefined);
        expect(JSON.parse(rewritten(text))).toEqual(JSON.parse(text));
      }),
    );
  });
});
