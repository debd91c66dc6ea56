import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { healthPages, type Pages, pageNotFound, withPages } from './health.ts';
import { metricsPage } from './metrics.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serving(pages: Pages, reports: unknown[] = []): Promise<string> {
  server = createServer(withPages(pages, pageNotFound, error => reports.push(error)));
  await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

describe('health pages', () => {
  it('tell that the process lives, which version it is and whether it can serve', async () => {
    let reason: string | undefined;
    const url = await serving(healthPages({ version: '1.2.3', notReady: () => reason }));
    expect(await (await fetch(`${url}/livez`)).json()).toEqual({ status: 'alive' });
    expect(await (await fetch(`${url}/version`)).json()).toEqual({ name: 'Wardenry', version: '1.2.3' });
    expect((await fetch(`${url}/readyz?verbose`)).status).toBe(200);
    reason = 'database';
    const refused = await fetch(`${url}/readyz`);
    expect(refused.status).toBe(503);
    expect(await refused.json()).toEqual({ status: 'not ready', reason: 'database' });
    expect((await fetch(`${url}/livez`)).status).toBe(200);
  });

  it('answer HEAD without a body and other methods with JSON', async () => {
    const url = await serving(healthPages({ version: '1', notReady: () => undefined }));
    const head = await fetch(`${url}/readyz`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const post = await fetch(`${url}/readyz`, { method: 'POST', body: 'x' });
    expect(post.status).toBe(405);
    expect(post.headers.get('allow')).toBe('GET, HEAD');
    expect(await post.json()).toMatchObject({ Code: 'UnsupportedHTTPMethod', HostId: expect.any(String) });
  });

  it('are found by their exact path only', async () => {
    const url = await serving(healthPages({ version: '1', notReady: () => undefined }));
    for (const path of ['/', '/livez/', '/LIVEZ', '/metrics', '/livez%00']) {
      const reply = await fetch(url + path);
      expect([path, reply.status]).toEqual([path, 404]);
      expect(await reply.json()).toMatchObject({ Code: 'NotFound' });
    }
  });

  it('fail with JSON and a report when they cannot be made', async () => {
    const reports: unknown[] = [];
    const failing = () => Promise.reject(new Error('secret detail'));
    const url = await serving(healthPages({ version: '1', notReady: failing }), reports);
    const reply = await fetch(`${url}/readyz`);
    expect(reply.status).toBe(503);
    expect(await reply.text()).not.toContain('secret detail');
    expect(reports).toHaveLength(1);
  });

  it('do not leave a connection open with an unread body in it', async () => {
    const url = new URL(await serving(healthPages({ version: '1', notReady: () => undefined })));
    const socket = connect(Number(url.port), url.hostname);
    socket.write('GET /livez HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12');
    let text = '';
    for await (const chunk of socket) text += chunk;
    expect(text).toContain('200 OK');
    expect(text.toLowerCase()).toContain('connection: close');
  });
});

describe('the metrics page', () => {
  it('is OpenMetrics text with bounded labels', async () => {
    const page = metricsPage({
      version: '1.2.3',
      products: () => [['Ram', { success: 3, refused: 1, failed: 0, durations: [2, 1, 1], durationSum: 30 }]],
      durationBounds: [1, 1000],
      strangers: () => [['InvalidAccessKeyId.NotFound', 2]],
      decisions: () => [['ImplicitDeny', 3]],
      gauges: [{ name: 'wardenry_nonces_live', help: 'Nonces.', read: () => 7 }],
      counters: [{ name: 'wardenry_batches', help: 'Batches of \\ commits.', read: () => 5 }],
    });
    const { body, contentType } = await page();
    expect(contentType).toContain('application/openmetrics-text; version=1.0.0');
    const lines = body.split('\n');
    for (const line of [
      'wardenry_build_info{version="1.2.3"} 1',
      'wardenry_requests_total{product="Ram",result="success"} 3',
      'wardenry_request_duration_seconds_bucket{product="Ram",le="0.001"} 2',
      'wardenry_request_duration_seconds_bucket{product="Ram",le="1.0"} 3',
      'wardenry_request_duration_seconds_bucket{product="Ram",le="+Inf"} 4',
      'wardenry_request_duration_seconds_count{product="Ram"} 4',
      'wardenry_request_duration_seconds_sum{product="Ram"} 0.03',
      'wardenry_strangers_refused_total{code="InvalidAccessKeyId.NotFound"} 2',
      'wardenry_decisions_total{decision="ImplicitDeny"} 3',
      'wardenry_nonces_live 7',
      '# HELP wardenry_batches Batches of \\\\ commits.',
      'wardenry_batches_total 5',
    ]) {
      expect(lines).toContain(line);
    }
    expect(body.endsWith('\n# EOF\n')).toBe(true);
    for (const ofTheProcess of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds']) {
      expect(body).toMatch(new RegExp(`^${ofTheProcess} \\d`, 'm'));
    }
    for (const line of lines.filter(text => text !== '' && !text.startsWith('#'))) {
      expect(line).toMatch(
        /^[a-z0-9_]+(\{[a-z_]+="(?:[^"\\\n]|\\.)*"(?:,[a-z_]+="(?:[^"\\\n]|\\.)*")*\})? ([0-9.e+-]+|Nan)$/,
      );
    }
  });
});
