/** The OpenAPI documents, as the server serves them. */
import { languages } from '../../apps/server/src/reference/language.ts';
import { openApiDocument } from '../../apps/server/src/reference/openapi/document.ts';
import { declaredAreas } from './declared.ts';
import type { Generator } from './generator.ts';
import { referencePath } from './language.ts';

/** The document in each language. */
export const openApiFiles: Generator = {
  name: 'openapi',
  run: async () =>
    languages.map(language => ({
      path: referencePath('openapi', language, 'json'),
      text: `${written(openApiDocument(declaredAreas(), language), 2)}\n`,
    })),
};

/**
 * JSON with a line for each operation, so that a change shows which ones it is about.
 *
 * @param depth of the objects that are written over several lines
 */
function written(value: object, depth: number): string {
  if (depth === 0) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]: [string, unknown]) => {
    const nested = typeof member === 'object' && member !== null && !Array.isArray(member);
    return `${JSON.stringify(name)}: ${nested ? written(member, depth - 1) : JSON.stringify(member)}`;
  });
  return `{\n${members.join(',\n')}\n}`;
}
