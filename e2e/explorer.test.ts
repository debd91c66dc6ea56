/** The explorer and its documents, as the built program serves them. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startServer } from './server-process.ts';

let server: ServerProcess;

beforeAll(async () => {
  server = await startServer();
}, 60_000);

afterAll(() => server.remove());

const reference = new URL('../docs/reference/', import.meta.url);

test.each(['openapi.json', 'openapi.zh-CN.json'])('%s is the committed one', async file => {
  const served = await (await fetch(`http://${server.host}/${file}`)).json();
  expect(served).toEqual(JSON.parse(await readFile(new URL(file, reference), 'utf8')));
});

test('the page and what it loads are there, on the listener for metrics they are not', async () => {
  for (const path of ['/explorer', '/explorer/main.js', '/explorer/layout.css', '/explorer/icon.svg']) {
    expect([path, (await fetch(`http://${server.host}${path}`)).status]).toEqual([path, 200]);
    expect([path, (await fetch(`http://${server.adminHost}${path}`)).status]).toEqual([path, 404]);
  }
});

test('nothing of it is there when the setting says so', async () => {
  const closed = await startServer({ env: { WARDENRY_EXPLORER: 'false' } });
  try {
    for (const path of ['/explorer', '/explorer/main.js', '/openapi.json', '/openapi.zh-CN.json']) {
      expect([path, (await fetch(`http://${closed.host}${path}`)).status]).toEqual([path, 400]);
    }
  } finally {
    await closed.remove();
  }
});
