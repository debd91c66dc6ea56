import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTemplate, UnfitParameter } from './template.ts';

const name = parseTemplate('acs:shop:*:1:shop/{shop}/order/{id}', undefined);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('a', '1', '-', '.', ':', '/', '*', '?', '%', '\\', ' ', '{', '}', '：', '＊'),
  }),
);

test('no parameter moves the border of another or adds a wildcard', () => {
  let filled = 0;
  fc.assert(
    fc.property(text, text, (shop, id) => {
      let resource: string;
      try {
        resource = name.fill({ shop, id });
      } catch (error) {
        expect(error).toBeInstanceOf(UnfitParameter);
        return;
      }
      filled += 1;
      expect(resource.split(':')).toHaveLength(5);
      expect(resource.slice('acs:shop:*:1:'.length).split('/')).toEqual(['shop', shop, 'order', id]);
      expect(resource.slice('acs:shop:*'.length)).not.toMatch(/[*?%\\\s]/);
      expect(resource.normalize('NFKC')).toBe(resource);
    }),
    { numRuns: 20_000 },
  );
  expect(filled).toBeGreaterThan(10);
});
