/** The reference of the API as a page that can call it, and the OpenAPI documents that the page reads. */
import { readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { Area } from '../kernel/area.ts';
import { type Language, languages } from '../reference/language.ts';
import type { Page, Pages } from './health.ts';

/** The files of the page, in the folder `explorer` of this package. */
const files = [
  'acs3.js',
  'call.js',
  'document.js',
  'elements.css',
  'elements.js',
  'fields.js',
  'icon.svg',
  'layout.css',
  'list.js',
  'main.js',
  'operation.css',
  'operation.js',
  'preferences.js',
  'reply.js',
  'samples.js',
  'words.js',
] as const;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The page loads from its own origin and speaks to it, and nothing else may hold it (spec: security Q20). */
const guarded = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};

/** Where the document stands in each language. */
const documents: Readonly<Record<Language, string>> = {
  en: '/openapi.json',
  zh: '/openapi.zh-CN.json',
};

/**
 * The pages by their path.
 *
 * @param areas what the documents are made from, each when it is asked for first
 */
export function explorerPages(areas: readonly Area[]): Pages {
  return new Map([
    ['/explorer', () => filePage('index.html')],
    ...files.map(file => [`/explorer/${file}`, () => filePage(file)] as const),
    ...languages.map(language => [documents[language], once(() => documentPage(areas, language))] as const),
  ]);
}

async function filePage(file: string): Promise<Page> {
  return {
    status: 200,
    contentType: contentTypes[extname(file)] ?? '',
    body: await readFile(join(explorerFolder(), file), 'utf8'),
    headers: guarded,
  };
}

/** The same for the sources, what is compiled from them, and the bundle, which lie at different depths. */
function explorerFolder(): string {
  const manifest = findPackageJSON(import.meta.url);
  if (manifest === undefined) throw new Error('the program stands in no package');
  return join(dirname(manifest), 'explorer');
}

async function documentPage(areas: readonly Area[], language: Language): Promise<Page> {
  // Few ask for it, and a start need not load what makes it.
  const { openApiDocument } = await import('../reference/openapi/document.ts');
  const body = JSON.stringify(openApiDocument(areas, language));
  return { status: 200, contentType: 'application/json;charset=utf-8', body };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
