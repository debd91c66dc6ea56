import { randomUUID } from 'node:crypto';
import { signAcs3 } from '@wardenry/signature';
import type { Account } from '../account.ts';
import type { Signer } from '../wire.ts';
import type { ValidCalls } from './valid-call.ts';

/** What a guarded service was sent: an order, signed by somebody of the account. */
function received({ accessKeyId, accessKeySecret }: Signer) {
  const path = `/orders/${randomUUID()}%20b`;
  const note = `note-${randomUUID()}`;
  const body = Buffer.from(JSON.stringify({ note }));
  const headers = signAcs3(
    {
      method: 'POST',
      path,
      query: [{ name: 'Note', value: note }],
      headers: {
        host: 'shop.example',
        'content-type': 'application/json',
        'x-acs-action': 'PutOrder',
        'x-acs-version': '1',
      },
      body,
    },
    { accessKeyId, accessKeySecret },
    { date: new Date(), nonce: randomUUID() },
  );
  return {
    method: 'POST',
    path,
    query: `Note=${note}`,
    headers: JSON.stringify(headers),
    body: body.toString('base64'),
  };
}

function check({ id }: Account) {
  return {
    action: 'shop:GetOrder',
    resource: `acs:shop:*:${id}:order/a b`,
    context: { 'shop:Region': '北京' },
  };
}

function onAll({ id }: Account): readonly string[] {
  return [`acs:wardenry:*:${id}:*`];
}

/** The doors for services of the operator's own. */
export const authorizationCalls: ValidCalls = {
  'Wardenry Authorize': [
    {
      title: 'of the account and of a key',
      outcome: 'Success',
      async arrange(account) {
        const { accessKeyId } = account.administrator;
        const checks = [
          { principal: `acs:ram::${account.id}:root`, ...check(account) },
          { accessKeyId, ...check(account) },
        ];
        return { parameters: { checks: JSON.stringify(checks), explain: 'true' }, resources: onAll(account) };
      },
    },
  ],
  'Wardenry VerifyRequest': [
    {
      title: 'with a question',
      outcome: 'Success',
      once: true,
      async arrange(account) {
        const parameters = { ...received(account.administrator), check: JSON.stringify(check(account)) };
        return { parameters, resources: onAll(account) };
      },
    },
    {
      title: 'of a stranger',
      outcome: 'Success',
      async arrange(account) {
        const stranger = { ...account.administrator, accessKeySecret: 'x'.repeat(30) };
        return { parameters: received(stranger), resources: onAll(account) };
      },
    },
  ],
};
