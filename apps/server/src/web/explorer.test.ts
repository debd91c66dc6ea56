import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declaredParts } from '../../test/product-parts.ts';
import { productAreas } from '../areas/index.ts';
import { openApiDocument } from '../reference/openapi/document.ts';
import { explorerPages } from './explorer.ts';
import { pageNotFound, withPages } from './health.ts';

const areas = productAreas(declaredParts);

let server: Server;
let url: string;

beforeAll(async () => {
  const report = (error: unknown) => {
    throw error;
  };
  server = createServer(withPages(explorerPages(areas), pageNotFound, report));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('the explorer', () => {
  it('is served with everything it loads, each as what it is', async () => {
    const page = await fetch(`${url}/explorer`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html;charset=utf-8']);
    const loaded = [...(await page.text()).matchAll(/(?:href|src)="(\/explorer\/[^"]+)"/g)].map(
      ([, path]) => path,
    );
    expect(loaded.length).toBeGreaterThan(2);
    for (const path of loaded) expect((await fetch(url + path)).status).toBe(200);
    const script = await fetch(`${url}/explorer/main.js`);
    expect(script.headers.get('content-type')).toBe('text/javascript;charset=utf-8');
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('may load from its own origin only, run nothing that stands in the page, and be framed by nobody', async () => {
    const { headers } = await fetch(`${url}/explorer`);
    const policy = new Map(
      headers
        .get('content-security-policy')
        ?.split('; ')
        .map(directive => directive.split(' ', 2) as [string, string]),
    );
    expect(policy.get('default-src')).toBe("'none'");
    for (const name of ['script-src', 'style-src', 'connect-src', 'img-src'])
      expect(policy.get(name)).toBe("'self'");
    for (const name of ['base-uri', 'form-action', 'frame-ancestors'])
      expect(policy.get(name)).toBe("'none'");
    expect(policy.get('require-trusted-types-for')).toBe("'script'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it.each([
    ['/openapi.json', 'en'],
    ['/openapi.zh-CN.json', 'zh'],
  ] as const)('reads %s, which is what the declarations say', async (path, language) => {
    const reply = await fetch(url + path);
    expect(reply.headers.get('content-type')).toBe('application/json;charset=utf-8');
    expect(await reply.json()).toEqual(openApiDocument(areas, language));
    expect(await (await fetch(url + path)).json()).toEqual(openApiDocument(areas, language));
  });

  it.each([
    '/explorer/tsconfig.json',
    '/explorer/../package.json',
    '/explorer/%2e%2e/package.json',
    '/explorer/',
  ])('serves nothing at %s', async path => {
    const { port } = server.address() as AddressInfo;
    expect(await statusOf(port, path)).toBe(404);
  });
});

/** Asks for a path as it stands, which fetch would tidy up. */
function statusOf(port: number, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path }, reply => {
      reply.resume();
      resolve(reply.statusCode);
    });
    asked.on('error', reject);
    asked.end();
  });
}
