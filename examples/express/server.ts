// A shop that only serves requests which Wardenry has verified and allowed.
import { admissionOf, createGuard } from '@wardenry/guard';
import { protect } from '@wardenry/guard/express';
import express from 'express';

const guard = createGuard({
  endpoint: process.env.WARDENRY_ENDPOINT,
  caFile: process.env.WARDENRY_CA_FILE,
  accessKeyId: process.env.WARDENRY_ACCESS_KEY_ID,
  accessKeySecret: process.env.WARDENRY_ACCESS_KEY_SECRET,
  account: process.env.WARDENRY_ACCOUNT_ID,
});

const app = express();

app.get('/health', (_request, response) => {
  response.json({ status: 'ok' });
});

app.get(
  '/orders/:id',
  protect(guard, { action: 'shop:GetOrder', resource: 'acs:shop:*:{account}:order/{id}' }),
  (request, response) => {
    response.json({ order: { id: request.params.id }, caller: admissionOf(request).identity?.arn });
  },
);

app.post(
  '/orders',
  protect(guard, { action: 'shop:CreateOrder', resource: 'acs:shop:*:{account}:order/*' }),
  express.json(),
  (request, response) => {
    response.json({ order: request.body, caller: admissionOf(request).identity?.arn });
  },
);

app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1');
