// A shop that only serves requests which Wardenry has verified and allowed.
import { createServer } from 'node:http';
import { createGuard, PUBLIC, routes } from '@wardenry/guard';
import { protect } from '@wardenry/guard/node-http';

const guard = createGuard({
  endpoint: process.env.WARDENRY_ENDPOINT,
  caFile: process.env.WARDENRY_CA_FILE,
  accessKeyId: process.env.WARDENRY_ACCESS_KEY_ID,
  accessKeySecret: process.env.WARDENRY_ACCESS_KEY_SECRET,
  account: process.env.WARDENRY_ACCOUNT_ID,
});

const rules = routes({
  'GET /health': PUBLIC,
  'GET /orders/{id}': { action: 'shop:GetOrder', resource: 'acs:shop:*:{account}:order/{id}' },
  'POST /orders': { action: 'shop:CreateOrder', resource: 'acs:shop:*:{account}:order/*' },
});

const server = createServer(
  protect(guard, rules, ({ method, wardenry }, response) => {
    response.setHeader('content-type', 'application/json');
    if (wardenry === undefined) return response.end('{"status":"ok"}');
    const { identity, params, body } = wardenry;
    const order = method === 'POST' ? JSON.parse(String(body)) : { id: params.id };
    response.end(JSON.stringify({ order, caller: identity?.arn }));
  }),
);

server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1');
