// A shop that only serves requests which Wardenry has verified and allowed.
import { admissionOf, createGuard } from '@wardenry/guard';
import { protect } from '@wardenry/guard/fastify';
import { fastify } from 'fastify';

const guard = createGuard({
  endpoint: process.env.WARDENRY_ENDPOINT,
  caFile: process.env.WARDENRY_CA_FILE,
  accessKeyId: process.env.WARDENRY_ACCESS_KEY_ID,
  accessKeySecret: process.env.WARDENRY_ACCESS_KEY_SECRET,
  account: process.env.WARDENRY_ACCOUNT_ID,
});

const app = fastify();

app.get('/health', () => ({ status: 'ok' }));

app.get<{ Params: { id: string } }>(
  '/orders/:id',
  { preParsing: protect(guard, { action: 'shop:GetOrder', resource: 'acs:shop:*:{account}:order/{id}' }) },
  ({ params, raw }) => ({ order: { id: params.id }, caller: admissionOf(raw).identity?.arn }),
);

app.post(
  '/orders',
  { preParsing: protect(guard, { action: 'shop:CreateOrder', resource: 'acs:shop:*:{account}:order/*' }) },
  ({ body, raw }) => ({ order: body, caller: admissionOf(raw).identity?.arn }),
);

await app.listen({ port: Number(process.env.PORT ?? 3000), host: '127.0.0.1' });
