import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { SetUpError } from '../messages.mjs';
import { startNginx } from './nginx.mjs';
import { findNginx } from './nginx-sources.mjs';

const hello = (port: number) => `server { listen 127.0.0.1:${port}; return 200 "hello"; }`;

describe('an nginx for tests', () => {
  it('serves what it is configured to, and knows auth_request', async () => {
    const nginx = await startNginx(
      port => `server {
        listen 127.0.0.1:${port};
        location / { auth_request /no; }
        location = /no { internal; return 403; }
        location = /hello { return 200 "hello"; }
      }`,
    );
    onTestFinished(nginx.stop);
    const hello = await fetch(`http://${nginx.host}/hello`);
    expect(hello.headers.get('server')).toBe(`nginx/${nginx.program.version}`);
    expect(await hello.text()).toBe('hello');
    expect((await fetch(`http://${nginx.host}/`)).status).toBe(403);
  });

  it('is gone after it was stopped', async () => {
    const nginx = await startNginx(hello);
    await nginx.stop();
    await expect(fetch(`http://${nginx.host}/`)).rejects.toThrow('fetch failed');
  });

  it('is gone when the process that started it is killed', async () => {
    const module = fileURLToPath(new URL('./nginx.mjs', import.meta.url));
    const program = `
      const { startNginx } = await import(${JSON.stringify(module)});
      const site = port => 'server { listen 127.0.0.1:' + port + '; return 200 "hello"; }';
      console.log((await startNginx(site)).host);
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(parent.stdout, 'data');
    const host = String(line).trim();
    expect((await fetch(`http://${host}/`)).status).toBe(200);
    parent.kill('SIGKILL');
    await vi.waitFor(() => expect(fetch(`http://${host}/`)).rejects.toThrow('fetch failed'), {
      timeout: 20_000,
    });
  });

  it('that refuses its configuration is a failure with the reason', async () => {
    await expect(startNginx(() => 'nonsense;')).rejects.toThrow('unknown directive "nonsense"');
  });

  it('that cannot be had is a failure with the reason of each source', async () => {
    const finding = findNginx([
      { name: 'none', find: async () => undefined },
      {
        name: 'broken',
        async find() {
          throw new SetUpError('it does not run');
        },
      },
    ]);
    await expect(finding).rejects.toThrow(/none: not there\n +broken: it does not run/);
  });
});
