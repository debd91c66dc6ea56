/** Real routers, as generous as they can be set, behind a table that leaves everything else open: no spelling gets through. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { createGuard, type Guard, PUBLIC, type RuleSource, routes } from '@wardenry/guard';
import { protect as protectExpress } from '@wardenry/guard/express';
import { protect as protectFastify } from '@wardenry/guard/fastify';
import { type GuardEnv, protect as protectHono } from '@wardenry/guard/hono';
import { protect as protectHttp } from '@wardenry/guard/node-http';
import express from 'express';
import { fastify } from 'fastify';
import { Hono } from 'hono';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sendRaw } from './client.ts';

const guarded = { action: 'shop:Guarded', resource: 'acs:shop:*:1:guarded' };
const table = routes({
  'GET /': PUBLIC,
  'GET /{page}': PUBLIC,
  'GET /{page}/{rest...}': PUBLIC,
  '* /key': guarded,
  'GET /key/{id}/parts': guarded,
  'GET /files/{path...}': guarded,
});
const SECRET = 'secret';

/** Where a server listens, until the test ends. */
async function hostOf(server: ReturnType<typeof createAdaptorServer>): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `127.0.0.1:${address.port}`;
}

/** Applications that answer `secret` where the table wants a signature, and something else in other places. */
const applications: Readonly<Record<string, (guard: Guard, rule: RuleSource) => Promise<string>>> = {
  async express(guard, rule) {
    const app = express().use(protectExpress(guard, rule));
    app.get(['/key', '/key/:id/parts', '/files{/*path}'], (_request, response) => void response.send(SECRET));
    app.use((_request, response) => void response.send('open'));
    return hostOf(createServer(app));
  },
  async fastify(guard, rule) {
    const routerOptions = { caseSensitive: false, ignoreTrailingSlash: true, ignoreDuplicateSlashes: true };
    const app = fastify({ routerOptions });
    app.addHook('preParsing', protectFastify(guard, rule));
    for (const path of ['/key', '/key/:id/parts', '/files/*']) app.get(path, () => SECRET);
    app.get('/*', () => 'open');
    await app.ready();
    return hostOf(app.server);
  },
  async hono(guard, rule) {
    const app = new Hono<GuardEnv>({ strict: false });
    app.use('*', protectHono(guard, rule));
    for (const path of ['/key', '/key/:id/parts', '/files/*']) app.get(path, context => context.text(SECRET));
    app.get('*', context => context.text('open'));
    return hostOf(createAdaptorServer({ fetch: app.fetch }));
  },
  async 'node:http with an address made of Host and target'(guard, rule) {
    return byHand(guard, rule, (target, host) => new URL(`http://${host}${target}`).pathname);
  },
  async 'node:http with a target that is read beside an address'(guard, rule) {
    return byHand(guard, rule, target => new URL(target, 'http://shop.example').pathname);
  },
  async 'node:http with a target that is decoded before anything else'(guard, rule) {
    return byHand(guard, rule, target => decodeURIComponent(target).split('?')[0] ?? '');
  },
  async 'node:http with a target that is decoded twice'(guard, rule) {
    return byHand(
      guard,
      rule,
      target => decodeURIComponent(decodeURIComponent(target)).split(/[?;#]/u)[0] ?? '',
    );
  },
};

/** Looks a path up in a list, as services without a router do; a target that cannot be read is no path. */
function byHand(guard: Guard, rule: RuleSource, pathOf: (target: string, host: string) => string) {
  const listener = protectHttp(guard, rule, ({ url = '', headers: { host = '' } }, response) => {
    let path = '';
    try {
      path = pathOf(url, host);
    } catch {
      response.statusCode = 400;
    }
    const secret = path === '/key' || path === '/key/7/parts' || path.startsWith('/files');
    response.end(secret ? SECRET : 'open');
  });
  return hostOf(createServer(listener));
}

const targets = String.raw`
  /key /Key /KEY/ /key/ /key// //key ///key //x/key /%6bey /%4Bey /%256bey /%E2%84%AAey /%e2%84%aaey /./key /x/../key
  /x/%2e%2e/key /key/. /key;a=1 /;/key /\key /key\ /%5Ckey /%2fkey /key%2f /key? /key?a=/x /key%3Fa /key%23a /key#a /key%3Ba
  /key%00 /key%0A /key%20 /key+ http://x/key http://x/Key/ /key/7/Parts /key/7/parts/ /key/%37/parts /key/7//parts
  /KEY/7/parts /key/7/%70arts /key/7/parts;a /files /files/ /Files /files/a /files/a/ /FILES/a /files//a //files/a
  /%66iles/a /files/../files/a /x/..%2ffiles/a /files%2Fa /files%5Ca /files\a /files;a/b /files/%2e`
  .trim()
  .split(/\s+/u);
/** With the first, Hono's own check of lengths comes out even: the name has as many characters once it is encoded. */
const hosts = ['\u00FCa/key?', 'x/key?', 'x/key#', 'x\\key?', 'x@y/key?'];
/** Of the targets, so many are plain spellings of what is guarded. */
const MORE_THAN_PLAIN = 4;
const methods = ['GET', 'HEAD', 'POST', 'OPTIONS'];

describe.each(Object.keys(applications))('%s', name => {
  async function open(rule: RuleSource): Promise<string> {
    const guard = createGuard({
      endpoint: 'http://127.0.0.1:1',
      accessKeyId: 'a',
      accessKeySecret: 'b',
      onRefusal: () => undefined,
    });
    onTestFinished(guard.close);
    return (await applications[name]?.(guard, rule)) ?? '';
  }

  test('serves nothing that is guarded under any spelling, to nobody who has not signed', async () => {
    const host = await open(table);
    for (const target of targets) {
      for (const method of methods) {
        const { status, text } = await sendRaw(host, method, target, { host });
        expect({ method, target, text }).not.toMatchObject({ text: SECRET });
        // HEAD has no text to look at; a guarded path is refused before anybody serves it.
        if (status === 200)
          expect({
            method,
            target,
            again: (await sendRaw(host, 'GET', target, { host })).text,
          }).toMatchObject({ again: 'open' });
      }
    }
    for (const named of hosts) {
      const { text } = await sendRaw(host, 'GET', '/open', { host: named });
      expect({ named, text }).not.toMatchObject({ text: SECRET });
    }
    expect((await sendRaw(host, 'GET', '/open', { host })).text).toBe('open');
  });

  test('serves more spellings than the plain one where nothing is guarded, or the test above would mean nothing', async () => {
    const host = await open(PUBLIC);
    const texts = [];
    for (const target of targets) texts.push((await sendRaw(host, 'GET', target, { host })).text);
    expect(texts.filter(text => text === SECRET).length).toBeGreaterThan(MORE_THAN_PLAIN);
  });
});
