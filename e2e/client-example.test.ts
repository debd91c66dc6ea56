/** The example of the typed client, run as its reader would run it, against a real server. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startServer } from './server-process.ts';

let server: ServerProcess;

beforeAll(async () => {
  server = await startServer();
}, 60_000);

afterAll(() => server.remove());

function onboard(name: string, secret = server.credentials.accessKeySecret) {
  return spawnSync(process.execPath, ['--conditions=source', 'examples/client/onboard.ts', name], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      WARDENRY_ENDPOINT: `http://${server.host}`,
      ALIBABA_CLOUD_ACCESS_KEY_ID: server.credentials.accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret,
    },
  });
}

/** Members come in the order of their ids, which are drawn. */
function members({ status, stdout }: ReturnType<typeof onboard>) {
  return { status, lines: stdout.trimEnd().split('\n').toSorted() };
}

test('onboards a colleague, another one, and the first one again', () => {
  const [alice, bob] = ['alice is one of readers', 'bob is one of readers'];
  expect(members(onboard('alice'))).toEqual({ status: 0, lines: [alice] });
  expect(members(onboard('bob'))).toEqual({ status: 0, lines: [alice, bob] });
  expect(members(onboard('alice'))).toEqual({ status: 0, lines: [alice, bob] });
});

test('ends with the refusal of the server when the key is wrong', () => {
  const { status, stderr } = onboard('carol', 'a-wrong-secret');
  expect(status).toBe(1);
  expect(stderr).toContain('SignatureDoesNotMatch');
  expect(stderr).not.toContain('a-wrong-secret');
});
