/** What the adapters do beyond the examples: whole applications, dry runs, and services that get it wrong. */
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import {
  admissionOf,
  createGuard,
  type Guard,
  PUBLIC,
  type RefusalReport,
  type RuleSource,
  routes,
} from '@wardenry/guard';
import { protect as protectExpress } from '@wardenry/guard/express';
import { protect as protectFastify } from '@wardenry/guard/fastify';
import { type GuardEnv, protect as protectHono } from '@wardenry/guard/hono';
import express from 'express';
import { fastify } from 'fastify';
import { Hono } from 'hono';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type ClientRequest, callService, somebody } from './client.ts';

interface Listening {
  address(): unknown;
  close(): unknown;
}

/** Where a server listens, until the test ends. */
async function hostOf(server: Listening & NodeJS.EventEmitter): Promise<string> {
  onTestFinished(() => void server.close());
  if (server.address() === null) await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null || !('port' in address)) throw new Error('no port');
  return `127.0.0.1:${address.port}`;
}

const identity = { AccountId: '1', Arn: 'acs:ram::1:user/alice', IdentityType: 'RAMUser', PrincipalId: '2' };
/** Stands in for a server that allows everything: what is looked at here comes behind it. */
const willing: RequestListener = (_, response) => {
  response.end(JSON.stringify({ RequestId: 'R', identity, decision: 'Allow', wouldBe: 'Allow' }));
};

const item: RuleSource = { action: 'shop:PutItem', resource: 'acs:shop:*:1:item/{id}' };
const bodyLimit = 1000;

/** Applications that read a text behind the guard and answer its length, or 500 when they cannot. */
const applications: Readonly<Record<string, (guard: Guard, rule: RuleSource) => Promise<string>>> = {
  async express(guard, rule) {
    const app = express();
    app.put(
      '/items/:id',
      protectExpress(guard, rule),
      express.text({ type: '*/*', limit: '1mb' }),
      (request, response) => {
        response.end(String(request.body.length));
      },
    );
    return hostOf(app.listen(0, '127.0.0.1'));
  },
  async fastify(guard, rule) {
    const app = fastify();
    app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    app.removeContentTypeParser('application/json');
    app.put<{ Body: string }>('/items/:id', { preParsing: protectFastify(guard, rule) }, ({ body }) =>
      String(body.length),
    );
    await app.listen({ port: 0, host: '127.0.0.1' });
    onTestFinished(() => void app.close());
    return hostOf(app.server);
  },
  async hono(guard, rule) {
    const app = new Hono<GuardEnv>();
    app.put('/items/:id', protectHono(guard, rule), async context =>
      context.text(String((await context.req.text()).length)),
    );
    return hostOf(createAdaptorServer({ fetch: app.fetch }).listen(0, '127.0.0.1'));
  },
};

describe.each(Object.keys(applications))('the adapter for %s', name => {
  async function application(mode: 'enforce' | 'dry-run', rule: RuleSource = item) {
    const reports: RefusalReport[] = [];
    const endpoint = `http://${await hostOf(createServer(willing).listen(0, '127.0.0.1'))}`;
    const guard = createGuard({
      endpoint,
      accessKeyId: 'a',
      accessKeySecret: 'b',
      bodyLimit,
      mode,
      onRefusal: report => reports.push(report),
    });
    onTestFinished(guard.close);
    const host = (await applications[name]?.(guard, rule)) ?? '';
    return {
      call: (request: ClientRequest) => callService(host, { signer: somebody, method: 'PUT', ...request }),
      reports,
    };
  }

  const chunked = { 'content-length': undefined, 'transfer-encoding': 'chunked' };
  const bodies: readonly (readonly [string, ClientRequest, number | undefined])[] = [
    ['as it was signed', { path: '/items/1', body: 'x'.repeat(bodyLimit) }, undefined],
    ['in chunks', { path: '/items/1', body: 'x'.repeat(bodyLimit), headers: chunked }, undefined],
    ['that is not the signed one', { path: '/items/1', body: 'xx', sentBody: 'x' }, 401],
    ['that announces too much', { path: '/items/1', body: 'x'.repeat(300_000) }, 413],
    ['that turns out to be too much', { path: '/items/1', body: 'x'.repeat(300_000), headers: chunked }, 413],
    ['for another item', { path: '/items/*', body: 'xx' }, 400],
  ];

  test.each(bodies)('hands on a body %s or refuses it', async (_, request, refused) => {
    const { call } = await application('enforce');
    const { status, text } = await call(request);
    expect(status).toBe(refused ?? 200);
    if (refused === undefined) expect(text).toBe(String(request.body?.length));
  });

  test.each(bodies)('hands on a body %s whole in a dry run', async (_, request, refused) => {
    const { call, reports } = await application('dry-run');
    const { status, text } = await call(request);
    expect({ status, text }).toEqual({
      status: 200,
      text: String((request.sentBody ?? request.body)?.length),
    });
    expect(reports.map(({ refusal }) => refusal.status)).toEqual(refused === undefined ? [] : [refused]);
  });

  test('lets a public route pass untouched', async () => {
    const { call } = await application('enforce', PUBLIC);
    expect((await call({ path: '/items/1', body: 'xx', signer: undefined })).text).toBe('2');
  });
});

describe('an application as a whole', () => {
  const table = routes({ 'GET /open': PUBLIC, 'GET /items/{id}': item });

  async function guardOf() {
    const endpoint = `http://${await hostOf(createServer(willing).listen(0, '127.0.0.1'))}`;
    const guard = createGuard({ endpoint, accessKeyId: 'a', accessKeySecret: 'b' });
    onTestFinished(guard.close);
    return guard;
  }

  const wholes: Readonly<Record<string, (guard: Guard) => Promise<string>>> = {
    async express(guard) {
      const inner = express.Router();
      inner.get('/:id', (request, response) => response.json(admissionOf(request).params));
      const app = express().use(protectExpress(guard, table)).use('/items', inner);
      app.get(['/open', '/forgotten'], (_request, response) => response.json('served'));
      return hostOf(app.listen(0, '127.0.0.1'));
    },
    async fastify(guard) {
      const app = fastify();
      app.addHook('preParsing', protectFastify(guard, table));
      app.get('/items/:id', ({ raw }) => admissionOf(raw).params);
      for (const path of ['/open', '/forgotten']) app.get(path, () => '"served"');
      await app.listen({ port: 0, host: '127.0.0.1' });
      onTestFinished(() => void app.close());
      return hostOf(app.server);
    },
    async hono(guard) {
      const app = new Hono<GuardEnv>();
      app.use('*', protectHono(guard, table));
      app.get('/items/:id', context => context.json(context.get('wardenry').params));
      for (const path of ['/open', '/forgotten']) app.get(path, context => context.json('served'));
      return hostOf(createAdaptorServer({ fetch: app.fetch }).listen(0, '127.0.0.1'));
    },
  };

  test.each(Object.keys(wholes))('of %s is closed where nobody opened it', async name => {
    const host = (await wholes[name]?.(await guardOf())) ?? '';
    const call = (path: string, signer: ClientRequest['signer']) => callService(host, { path, signer });
    expect(JSON.parse((await call('/open', undefined)).text)).toBe('served');
    expect(JSON.parse((await call('/items/7', somebody)).text)).toEqual({ id: '7' });
    expect((await call('/items/7', undefined)).status).toBe(401);
    for (const path of ['/forgotten', '/Items/7', '/items/7/', '/nowhere']) {
      expect((await call(path, somebody)).status).toBe(403);
    }
    for (const path of ['//items/7', '/item%73/7']) expect((await call(path, somebody)).status).toBe(400);
  });
});

describe('a service that gets it wrong', () => {
  test('by parsing before the guard gets a refusal, not an unverified body', async () => {
    const endpoint = `http://${await hostOf(createServer(willing).listen(0, '127.0.0.1'))}`;
    const reports: RefusalReport[] = [];
    const guard = createGuard({
      endpoint,
      accessKeyId: 'a',
      accessKeySecret: 'b',
      onRefusal: report => reports.push(report),
    });
    onTestFinished(guard.close);
    const app = express();
    app.use(express.json());
    app.put('/items/:id', protectExpress(guard, item), (_request, response) => response.end('served'));
    const host = await hostOf(app.listen(0, '127.0.0.1'));
    const reply = await callService(host, {
      method: 'PUT',
      path: '/items/1',
      body: '{"a":1}',
      signer: somebody,
    });
    expect(reply.status).toBe(500);
    expect(reports).toMatchObject([{ detail: expect.stringContaining('in front of every parser') }]);
  });

  test('by asking who sent a request that no guard has seen is told so', async () => {
    const app = express();
    app.get('/items/:id', (request, response) => {
      expect(() => admissionOf(request)).toThrow('No guard has let this request through');
      response.end('asked');
    });
    const host = await hostOf(app.listen(0, '127.0.0.1'));
    expect((await callService(host, { path: '/items/1' })).text).toBe('asked');
  });

  test('by running Hono elsewhere than on Node lets nothing through', async () => {
    const guard = createGuard({ endpoint: 'http://127.0.0.1:1', accessKeyId: 'a', accessKeySecret: 'b' });
    const app = new Hono<GuardEnv>();
    app.get('/items/:id', protectHono(guard, item), context => context.text('served'));
    app.onError((error, context) => context.text(error.message, 500));
    const reply = await app.request('/items/1');
    expect({ status: reply.status, text: await reply.text() }).toEqual({
      status: 500,
      text: 'The guard for Hono needs @hono/node-server, over HTTP/1.1.',
    });
  });
});
