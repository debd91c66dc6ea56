import { describe, expect, it, test } from 'vitest';
import { type RouteTable, routes } from './routes.ts';
import { PUBLIC, type Rule } from './rule.ts';

const rule = (action: string): Rule => ({ action, resource: 'acs:shop:*:1:order/{id}' });

const table: RouteTable = {
  'GET /orders/{id}': rule('shop:GetOrder'),
  'GET /orders/export': rule('shop:ExportOrders'),
  'DELETE /orders/{id}': rule('shop:DeleteOrder'),
  'GET /files/{path...}': rule('shop:GetFile'),
  'GET /files/{name}': rule('shop:GetRootFile'),
  '* /health': PUBLIC,
};

async function chosen(method: string, path: string, from = table) {
  const found = await routes(from)({ method, path, query: [], headers: new Map(), params: {} });
  return found === undefined || found === PUBLIC ? found : { action: found.action, params: found.params };
}

describe('a table of routes', () => {
  test.each([
    ['GET', '/orders/17', { action: 'shop:GetOrder', params: { id: '17' } }],
    ['HEAD', '/orders/17', { action: 'shop:GetOrder', params: { id: '17' } }],
    ['DELETE', '/orders/17', { action: 'shop:DeleteOrder', params: { id: '17' } }],
    ['GET', '/orders/%E8%AE%A2', { action: 'shop:GetOrder', params: { id: '订' } }],
    ['GET', '/orders/export', { action: 'shop:ExportOrders', params: {} }],
    ['GET', '/files/a', { action: 'shop:GetRootFile', params: { name: 'a' } }],
    ['GET', '/files/a/b', { action: 'shop:GetFile', params: { path: ['a', 'b'] } }],
    ['PATCH', '/health', PUBLIC],
  ])('knows %s %s', async (method, path, expected) => {
    expect(await chosen(method, path)).toEqual(expected);
  });

  test.each([
    ['GET', '/'],
    ['GET', '/orders'],
    ['GET', '/orders/'],
    ['GET', '/orders/17/'],
    ['GET', '/orders/17/items'],
    ['GET', '//orders/17'],
    ['GET', '/Orders/17'],
    ['GET', '/%6frders/17'],
    ['PUT', '/orders/17'],
    ['get', '/orders/17'],
    ['HEAD', '/orders'],
    ['GET', '/files/'],
    ['GET', '/health/'],
  ])('refuses %s %s, which it does not list', async (method, path) => {
    expect(await chosen(method, path)).toBeUndefined();
  });

  it('looks at no order', async () => {
    const turned = Object.fromEntries(Object.entries(table).reverse());
    expect(await chosen('GET', '/orders/export', turned)).toMatchObject({ action: 'shop:ExportOrders' });
  });

  test.each([
    ['no method', '/orders', 'must be written METHOD /path'],
    ['a method in lower case', 'get /orders', 'must be written METHOD /path'],
    ['no path', 'GET orders', 'must be written METHOD /path'],
    ['half a segment as a parameter', 'GET /orders/o-{id}', 'whole segments'],
    ['a rest before the end', 'GET /{path...}/x', 'only at its end'],
    ['a parameter twice', 'GET /{a}/{a}', 'twice'],
  ])('with %s is a mistake', (_, route, message) => {
    expect(() => routes({ [route]: PUBLIC })).toThrow(message);
  });

  it('with two routes for the same requests is a mistake', () => {
    expect(() => routes({ 'GET /orders/{id}': PUBLIC, 'GET /orders/{name}': PUBLIC })).toThrow(
      'same requests',
    );
  });
});
