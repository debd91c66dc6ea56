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
    ['GET', '/Orders/17'],
    ['PUT', '/orders/17'],
    ['get', '/orders/17'],
    ['HEAD', '/orders'],
    ['GET', '/files/'],
    ['GET', '/health/'],
  ])('refuses %s %s, which it does not list', async (method, path) => {
    expect(await chosen(method, path)).toBeUndefined();
  });

  test.each(['//orders/17', '/%6frders/17', '/orders/./17', 'orders/17'])(
    'refuses %s, which it could read in two ways, whoever hands it over',
    async path => {
      await expect(chosen('GET', path)).rejects.toThrow('more than one way');
    },
  );

  it('takes the rule of the closest path, also when shorter routes stand between', async () => {
    const orders: RouteTable = {
      'GET /orders/{id}': rule('shop:GetOrder'),
      'GET /orders': rule('shop:ListOrders'),
      'GET /orders/export': rule('shop:ExportOrders'),
    };
    expect(await chosen('GET', '/orders/export', orders)).toMatchObject({ action: 'shop:ExportOrders' });
    expect(await chosen('GET', '/orders', orders)).toMatchObject({ action: 'shop:ListOrders' });
    const files: RouteTable = {
      'GET /files/{path...}': PUBLIC,
      'GET /health': PUBLIC,
      'GET /files/secret': rule('shop:GetSecret'),
    };
    expect(await chosen('GET', '/files/secret', files)).toMatchObject({ action: 'shop:GetSecret' });
  });

  it('takes the closest path before it looks at the method', async () => {
    const admin: RouteTable = {
      'GET /{page}': PUBLIC,
      '* /admin': rule('shop:Admin'),
      'POST /cart': rule('shop:AddToCart'),
    };
    expect(await chosen('GET', '/admin', admin)).toMatchObject({ action: 'shop:Admin' });
    expect(await chosen('HEAD', '/admin', admin)).toMatchObject({ action: 'shop:Admin' });
    expect(await chosen('GET', '/about', admin)).toBe(PUBLIC);
    expect(await chosen('GET', '/cart', admin)).toBeUndefined();
  });

  test.each<[string, RouteTable]>([
    ['HEAD', { 'HEAD /a': rule('a:Head'), 'GET /a': rule('a:Get'), '* /a': rule('a:Any') }],
    ['Get', { 'GET /a': rule('a:Get'), '* /a': rule('a:Any') }],
    ['Any', { '* /a': rule('a:Any'), 'POST /a': rule('a:Post') }],
  ])('answers HEAD as %s when it lists no closer method', async (expected, methods) => {
    expect(await chosen('HEAD', '/a', methods)).toMatchObject({
      action: expect.stringMatching(new RegExp(expected, 'i')),
    });
  });

  it('answers OPTIONS by no other method', async () => {
    expect(await chosen('OPTIONS', '/orders/17')).toBeUndefined();
  });

  test.each([
    ['/Admin', 'other letters'],
    ['/admin/', 'a slash at its end'],
    ['/ADMIN/', 'both'],
    ['/adm%C4%B1n', 'a letter whose capital is that of another'],
    ['/a@B', 'other letters behind a mark'],
    ['/a%40b', 'a mark that is encoded'],
    ['/%e8%ae%a2', 'small hexadecimal digits'],
    ['/docs', 'nothing where the rest of a path should be'],
    ['/docs/', 'nothing behind a slash'],
    ['/docs/a/', 'a slash behind the rest of a path'],
    ['/Docs/a', 'other letters before the rest of a path'],
    ['/shops/7/Settings', 'other letters behind a parameter'],
  ])('refuses %s, which is a listed path with %s, and gives it no rule of a parameter', async path => {
    const guarded: RouteTable = {
      'GET /admin': rule('shop:Admin'),
      'GET /a@b': rule('shop:Mark'),
      'GET /订': rule('shop:Chinese'),
      'GET /docs/{path...}': rule('shop:GetDoc'),
      'GET /{kind}/{id}/settings': rule('shop:Settings'),
    };
    expect(
      await chosen('GET', path, { ...guarded, 'GET /{all...}': PUBLIC, 'GET /': PUBLIC }),
    ).toBeUndefined();
    expect(await chosen('GET', '/other/', { ...guarded, 'GET /{all...}': PUBLIC })).toBeUndefined();
    expect(await chosen('GET', '/other', { ...guarded, 'GET /{all...}': PUBLIC })).toBe(PUBLIC);
  });

  it('knows a path beyond ASCII as clients send it', async () => {
    const chinese: RouteTable = { 'GET /订': rule('shop:Chinese'), 'GET /%E5%8D%95': rule('shop:Encoded') };
    expect(await chosen('GET', '/%E5%8D%95', chinese)).toMatchObject({ action: 'shop:Encoded' });
    expect(await chosen('GET', '/%E8%AE%A2', chinese)).toMatchObject({ action: 'shop:Chinese' });
  });

  it('knows a slash at the end where it lists one', async () => {
    const slashed: RouteTable = { 'GET /orders/': PUBLIC, 'GET /': PUBLIC };
    expect(await chosen('GET', '/orders/', slashed)).toBe(PUBLIC);
    expect(await chosen('GET', '/', slashed)).toBe(PUBLIC);
    expect(await chosen('GET', '/orders', slashed)).toBeUndefined();
  });

  test.each([
    ['no method', '/orders', 'must be written METHOD /path'],
    ['a method in lower case', 'get /orders', 'must be written METHOD /path'],
    ['no path', 'GET orders', 'must be written METHOD /path'],
    ['half a segment as a parameter', 'GET /orders/o-{id}', 'whole segments'],
    ['a rest before the end', 'GET /{path...}/x', 'only at its end'],
    ['a slash behind the rest', 'GET /{path...}/', 'only at its end'],
    ['a parameter twice', 'GET /{a}/{a}', 'twice'],
    ['half a method', 'G*T /orders', 'must be written METHOD /path'],
    ['a parameter as routers write it', 'GET /orders/:id', 'spell its path plainly'],
    ['a star as routers write it', 'GET /files/*', 'spell its path plainly'],
    ['an empty segment', 'GET /a//b', 'spell its path plainly'],
    ['a dot segment', 'GET /a/../b', 'spell its path plainly'],
    ['a query', 'GET /search?kind=a', 'spell its path plainly'],
    ['a fragment', 'GET /a#b', 'spell its path plainly'],
    ['a letter encoded', 'GET /%61dmin', 'spell its path plainly'],
    ['a broken escape', 'GET /%zz', 'spell its path plainly'],
    ['bytes that are no text', 'GET /%FF', 'spell its path plainly'],
    ['a backslash', 'GET /a\\b', 'spell its path plainly'],
  ])('with %s is a mistake', (_, route, message) => {
    expect(() => routes({ [route]: PUBLIC })).toThrow(message);
  });

  test.each([
    ['GET /orders/{id}', 'GET /orders/{name}'],
    ['GET /admin', 'GET /Admin'],
    ['GET /orders', 'GET /orders/'],
    ['GET /订', 'GET /%E8%AE%A2'],
    ['* /a@b/{x...}', '* /a%40B/{y...}'],
    ['GET /admin', 'POST /Admin'],
    ['GET /orders', '* /orders/'],
  ])('with %s and %s, which some router cannot tell apart, is a mistake', (one, other) => {
    expect(() => routes({ [one]: PUBLIC, [other]: PUBLIC })).toThrow('one and the same');
  });
});
