/** Sources, table, pages and client know the same errors, in both directions. */
import { globSync, readFileSync } from 'node:fs';
import { errors as clientErrors } from '@wardenry/client';
import { describe, expect, it, test } from 'vitest';
import { productAreas, productOperations } from '../../apps/server/src/areas/index.ts';
import type { ErrorKind } from '../../apps/server/src/kernel/errors.ts';
import { gatewayErrors } from '../../apps/server/src/pipeline/errors.ts';
import { type ErrorRow, errorTable, rowsOfTable } from '../../apps/server/src/reference/error-table.ts';
import { languages, said } from '../../apps/server/src/reference/language.ts';
import { openApiDocument } from '../../apps/server/src/reference/openapi/document.ts';
import { errorsOfParameters } from '../../apps/server/src/reference/possible-errors.ts';
import { declaredParts } from '../../apps/server/test/product-parts.ts';

const operations = productOperations(declaredParts);
const rows = rowsOfTable(errorTable(operations));
const sources = new URL('../../apps/server/src/', import.meta.url);

/** Codes with their status as they are written down; `{}` stands for what is put in. */
function declaredIn(text: string): string[] {
  const calls = [...text.matchAll(/\berrorKind\(\s*(?:(['`])([^'`]+)\1,\s*(\d{3}),)?/g)];
  return calls.map(([call, , code, status]) =>
    code === undefined ? call : `${status} ${code.replaceAll(/\$?\{[^}]+\}/g, '{}')}`,
  );
}

const declared = new Set(
  globSync('**/*.ts', { cwd: sources })
    .filter(path => !path.endsWith('.test.ts') && path !== 'kernel/errors.ts')
    .flatMap(path => declaredIn(readFileSync(new URL(path, sources), 'utf8'))),
);

/** Whether a code is one that a pattern with `{}` gives. */
function fits({ code, status }: ErrorKind, pattern: string): boolean {
  const parts = `${pattern}`.split('{}').map(part => part.replaceAll('.', '\\.'));
  return new RegExp(`^${parts.join('.+')}$`).test(`${status} ${code}`);
}

describe('the table of errors', () => {
  it('has a row for every error that the sources declare', () => {
    expect([...declared].filter(pattern => !rows.some(row => fits(row, pattern)))).toEqual([]);
  });

  it('has no row that the sources do not declare', () => {
    expect(rows.filter(row => ![...declared].some(pattern => fits(row, pattern)))).toEqual([]);
  });

  it('says of each row where it can occur, and says nothing twice', () => {
    for (const { code, where } of rows)
      expect([code, where.every(text => text !== '')]).toEqual([code, true]);
    const keys = rows.map(({ code, status, message, where }) => `${code} ${status} ${message} ${where[0]}`);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('names the operations that declare an error, and no others', () => {
    const { operations: ofOperations } = errorTable(operations);
    for (const { api, name, errors } of operations) {
      const listed = ofOperations.filter(({ where }) =>
        where[0].split(', ').includes(`${api.product} ${name}`),
      );
      expect(new Set(listed.map(({ code }) => code))).toEqual(new Set(errors.map(({ code }) => code)));
    }
  });

  test.each(languages)('is the page of errors (%s)', language => {
    const page = readFileSync(
      new URL(`../../docs/reference/errors${language === 'en' ? '' : '.zh-CN'}.md`, import.meta.url),
      'utf8',
    );
    const lines = page.split('\n').filter(line => line.startsWith('| `'));
    const shown = ({ code, status, message, where }: ErrorRow) =>
      `| \`${code}\` | ${status} | ${message.replaceAll('|', '\\|')} | ${said(where, language)} |`;
    expect(lines).toEqual(rows.map(shown));
  });

  it('is the table of the client', () => {
    expect(clientErrors).toEqual(rows.map(row => ({ ...row, where: row.where[0] })));
  });
});

describe('the OpenAPI document', () => {
  const document = openApiDocument(productAreas(declaredParts), 'en');

  test.each(operations.map(operation => [`${operation.api.product}.${operation.name}`, operation] as const))(
    'lists for %s the codes that it can answer, under their status',
    (id, operation) => {
      const responses = document.paths[`/#${id}`]?.post?.responses ?? {};
      const kinds = [...operation.errors, ...errorsOfParameters(operation), ...Object.values(gatewayErrors)];
      const expected = new Set(kinds.map(({ status, code }) => `${status} ${code}`));
      const listed = Object.entries(responses).flatMap(([status, response]) =>
        status === '200'
          ? []
          : codesIn(JSON.parse(withReferences(response))).map(code => `${status} ${code}`),
      );
      expect(new Set(listed)).toEqual(new Set([...expected].map(text => text.replaceAll(/\{\w+\}/g, '.+'))));
    },
  );

  /** A response with what it refers to in place of the references. */
  function withReferences(value: unknown): string {
    const text = JSON.stringify(value);
    const resolved = text.replaceAll(
      /\{"\$ref":"#\/components\/(\w+)\/(\w+)"\}/g,
      (_, kind: string, name: string) => {
        const found = (document.components as unknown as Record<string, Record<string, unknown>>)[kind]?.[
          name
        ];
        if (found === undefined) throw new Error(`nothing stands at ${kind}/${name}`);
        return JSON.stringify(found);
      },
    );
    return resolved === text ? text : withReferences(JSON.parse(resolved));
  }
});

/** Every code below a value: constants, lists of codes, and patterns. */
function codesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(codesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { const: code, enum: codes, pattern, ...others } = value as Record<string, unknown>;
  return [
    ...(typeof code === 'string' ? [code] : []),
    ...(Array.isArray(codes) ? codes.map(String) : []),
    ...(typeof pattern === 'string' ? [pattern.slice(1, -1).replaceAll('\\.', '.')] : []),
    ...codesIn(Object.values(others)),
  ];
}
