// npm run gen: writes the generated files. With --check nothing is written and a difference is a failure.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../bootstrap/places.mjs';
import { generate, staleFiles } from './generate.ts';

if (process.argv.includes('--check')) {
  const findings = await staleFiles();
  for (const { place, message } of findings) console.log(`${place} ${message}`);
  process.exitCode = findings.length === 0 ? 0 : 1;
} else {
  const files = await generate();
  for (const { path, text } of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  console.log(`${files.length} generated files are up to date.`);
}
