/** What only the built program can get wrong: parts that are bundled apart and loaded when they are wanted. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startServer } from './server-process.ts';

test('the built server reads a YAML file, serves metrics and makes a certificate', async () => {
  const server = await startServer();
  try {
    expect(server.credentials.tlsCaFile).toContain(server.dataDir);
    await server.stop();
    const file = join(server.dataDir, 'wardenry.yaml');
    await writeFile(file, 'cell: 07\ntrusted-proxies:\n  - 10.0.0.0/8\n');
    const { dataDir, credentials } = server;
    const again = await startServer({ dataDir, credentials, env: { WARDENRY_CONFIG_FILE: file } });
    const metrics = await (await fetch(`http://${again.adminHost}/metrics`)).text();
    expect(metrics).toContain('wardenry_build_info{version="');
    expect(metrics).toMatch(/^process_resident_memory_bytes \d/m);
    expect(await again.stop()).toBe(0);
  } finally {
    await server.remove();
  }
});

test('the built server finds the machine code of its earlier starts', async () => {
  const first = await startServer();
  try {
    await first.stop();
    const { dataDir, credentials } = first;
    const env = { NODE_DEBUG_NATIVE: 'COMPILE_CACHE' };
    const second = await startServer({ dataDir, credentials, env });
    expect(second.output()).toMatch(/V8 code cache for CommonJS .*main\.cjs was accepted/);
    await second.stop();
  } finally {
    await first.remove();
  }
});
