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

test('onboards a colleague, another one, and the first one again', () => {
  expect(onboard('alice')).toMatchObject({ status: 0, stdout: 'alice is one of readers\n' });
  const both = 'alice is one of readers\nbob is one of readers\n';
  expect(onboard('bob')).toMatchObject({ status: 0, stdout: both });
  expect(onboard('alice')).toMatchObject({ status: 0, stdout: both });
});

test('ends with the refusal of the server when the key is wrong', () => {
  const { status, stderr } = onboard('carol', 'a-wrong-secret');
  expect(status).toBe(1);
  expect(stderr).toContain('SignatureDoesNotMatch');
  expect(stderr).not.toContain('a-wrong-secret');
});
