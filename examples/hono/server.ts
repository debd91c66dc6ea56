// A shop that only serves requests which Wardenry has verified and allowed.
import { serve } from '@hono/node-server';
import { createGuard } from '@wardenry/guard';
import { type GuardEnv, protect } from '@wardenry/guard/hono';
import { Hono } from 'hono';

const guard = createGuard({
  endpoint: process.env.WARDENRY_ENDPOINT,
  caFile: process.env.WARDENRY_CA_FILE,
  accessKeyId: process.env.WARDENRY_ACCESS_KEY_ID,
  accessKeySecret: process.env.WARDENRY_ACCESS_KEY_SECRET,
  account: process.env.WARDENRY_ACCOUNT_ID,
});

const app = new Hono<GuardEnv>();

app.get('/health', context => context.json({ status: 'ok' }));

app.get(
  '/orders/:id',
  protect(guard, { action: 'shop:GetOrder', resource: 'acs:shop:*:{account}:order/{id}' }),
  context =>
    context.json({ order: { id: context.req.param('id') }, caller: context.get('wardenry').identity?.arn }),
);

app.post(
  '/orders',
  protect(guard, { action: 'shop:CreateOrder', resource: 'acs:shop:*:{account}:order/*' }),
  async context =>
    context.json({ order: await context.req.json(), caller: context.get('wardenry').identity?.arn }),
);

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000), hostname: '127.0.0.1' });
