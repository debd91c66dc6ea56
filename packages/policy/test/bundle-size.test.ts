import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url));
const ENTRY = 'a page';

/** What a page loads that imports some names of an entry: minified, as one text. */
async function bundle(names: string, entry: string): Promise<string> {
  const build = await rolldown({
    input: ENTRY,
    platform: 'browser',
    plugins: [
      {
        name: 'page',
        resolveId: id => (id === ENTRY ? ENTRY : undefined),
        load: id => (id === ENTRY ? `export ${names} from ${JSON.stringify(SOURCE + entry)};` : undefined),
      },
    ],
  });
  const { output } = await build.generate({ format: 'esm', minify: true });
  await build.close();
  expect(output).toHaveLength(1);
  return output[0].code;
}

describe('the package in a browser', () => {
  it.each([
    ['parse, compile, decide and explain', '{ parseDocument, compile, decide, explain }', 'index.ts', 25],
    ['everything but lint', '*', 'index.ts', 25],
    ['lint', '{ lint }', 'lint/index.ts', 25],
    ['lint with its reference', '*', 'lint/index.ts', 28],
  ])('loads at most so much of it, compressed: %s', async (what, names, entry, kilobytes) => {
    const code = await bundle(names, entry);
    const size = gzipSync(code, { level: 9 }).length;
    process.stdout.write(`${what}: ${code.length} bytes, ${size} compressed\n`);
    expect(size).toBeLessThanOrEqual(kilobytes * 1000);
    expect(code).not.toContain('node:');
    expect(code).not.toMatch(/\bimport\b/);
  });

  it('loads no catalogue and no rules with the engine', async () => {
    const code = await bundle('*', 'index.ts');
    expect(code).toContain('missing-version');
    expect(code).not.toContain('CreateVirtualMFADevice');
    expect(code).not.toContain('shadowed-statement');
  });
});
