import { describe, expect, it, test } from 'vitest';
import { productAreas } from '../../src/areas/index.ts';
import { languages } from '../../src/reference/language.ts';
import { hasTitle } from '../../src/reference/nouns.ts';
import { openApiDocument } from '../../src/reference/openapi/document.ts';
import { declaredParts } from '../product-parts.ts';

const areas = productAreas(declaredParts);
const operations = areas.flatMap(area => area.operations);

describe.each(languages)('the OpenAPI document (%s)', language => {
  const document = openApiDocument(areas, language);

  it('has every operation once, and nothing else but the paths of their own', () => {
    const ids = operations.map(({ api, name }) => `/#${api.product}.${name}`);
    const doors = operations.flatMap(operation =>
      operation.effect === 'anonymous' ? [] : (operation.aliases ?? []).map(({ path }) => path),
    );
    expect(Object.keys(document.paths).sort()).toEqual([...ids, ...doors].sort());
  });

  it('calls no two operations the same', () => {
    const ids = Object.values(document.paths).flatMap(({ get, post }) =>
      [get, post].map(each => each?.operationId),
    );
    const named = ids.filter(id => id !== undefined);
    expect(new Set(named).size).toBe(named.length);
  });

  it('refers only to what it holds', () => {
    const text = JSON.stringify(document);
    for (const [, path = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = path
        .split('/')
        .reduce<unknown>((value, name) => (value as Record<string, unknown>)?.[name], document);
      expect([path, typeof found]).toEqual([path, 'object']);
    }
  });

  it('marks what is secret in requests and replies', () => {
    const created = document.paths['/#Ram.CreateAccessKey']?.post?.responses['200'];
    expect(JSON.stringify(created)).toContain('"AccessKeySecret":{"type":"string","format":"password"}');
    const profile = document.paths['/#Ram.CreateLoginProfile']?.post?.requestBody;
    expect(profile?.content['application/x-www-form-urlencoded']?.schema.properties?.Password?.format).toBe(
      'password',
    );
  });

  it('asks for a signature except where the operation asks for none', () => {
    for (const { api, name, effect } of operations) {
      const declared = document.paths[`/#${api.product}.${name}`]?.post;
      expect(declared?.security).toEqual(effect === 'anonymous' ? [] : undefined);
    }
    expect(document.security).toEqual([{ acs3: [] }]);
  });
});

test('every noun has a title', () => {
  expect(areas.map(area => area.name).filter(name => !hasTitle(name))).toEqual([]);
});
