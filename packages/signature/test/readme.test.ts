import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('the example of the README is the one that runs here, and does what it says', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = readFileSync(new URL('./example.ts', import.meta.url), 'utf8');
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);
  const { verdict } = await import('./example.ts');
  expect(verdict).toEqual({ valid: true, unsignedParameters: [] });
});
