/** Services are told about their own account and no other, whatever they hand over (spec: security Q9). */
import { randomUUID } from 'node:crypto';
import { signAcs3 } from '@wardenry/signature';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSuite } from './suite.ts';
import type { Signer } from './wire.ts';

const { home, other } = await openSuite();

let neighbour: Signer;
beforeAll(async () => {
  neighbour = await other.caller();
});

/** A request to a service, signed by somebody. */
function received({ accessKeyId, accessKeySecret }: Signer) {
  const headers = signAcs3(
    { method: 'GET', path: '/', headers: { host: 'a.example', 'x-acs-action': 'A', 'x-acs-version': '1' } },
    { accessKeyId, accessKeySecret },
    { date: new Date(), nonce: randomUUID() },
  );
  return { method: 'GET', path: '/', headers: JSON.stringify(headers) };
}

describe('a service', () => {
  test('is not told who signed with a key of another account, nor whether there is such a key', async () => {
    const nobody = { ...neighbour, accessKeyId: `WDNK${'0'.repeat(20)}` };
    const wrong = { ...neighbour, accessKeySecret: 'x'.repeat(30) };
    const answers = [];
    for (const signer of [neighbour, wrong, nobody]) {
      answers.push((await home.call('Wardenry VerifyRequest', received(signer))).members);
    }
    expect(answers[0]).toMatchObject({ refusal: { code: 'InvalidAccessKeyId.NotFound' } });
    expect(answers[0]).not.toHaveProperty('identity');
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
    const { members } = await other.call('Wardenry VerifyRequest', received(neighbour));
    expect(members).toHaveProperty('identity');
  });

  test('is not told about a user or a key of another account, nor whether there is one', async () => {
    const about = (whom: object) => JSON.stringify([{ ...whom, action: 'a:B', resource: '*' }]);
    const whom = [
      { principal: `acs:ram::${other.id}:user/${neighbour.userName}` },
      { principal: `acs:ram::${other.id}:root` },
      { principal: `acs:ram::${home.id}:user/${neighbour.userName}` },
      { accessKeyId: neighbour.accessKeyId },
    ];
    for (const each of whom) {
      const { code } = await home.call('Wardenry Authorize', { checks: about(each) });
      expect([each, code]).toEqual([each, 'EntityNotExist.Principal']);
    }
  });

  test('cannot delete the tokens of another account', async () => {
    const { GatewayToken } = await other.do('Wardenry CreateGatewayToken');
    const { TokenId } = GatewayToken as { TokenId: string };
    const { code } = await home.call('Wardenry DeleteGatewayToken', { TokenId });
    expect(code).toBe('EntityNotExist.GatewayToken');
    await other.do('Wardenry DeleteGatewayToken', { TokenId });
  });
});

test('a deleted user takes what it signs with along', async () => {
  const user = await home.user();
  const key = await home.keyOf(user);
  expect((await home.call('Wardenry VerifyRequest', received(key))).members).toHaveProperty('identity');
  await home.do('Ram DeleteAccessKey', { UserName: user.name, UserAccessKeyId: key.accessKeyId });
  await home.do('Ram DeleteUser', { UserName: user.name });
  const { members } = await home.call('Wardenry VerifyRequest', received(key));
  expect(members).toMatchObject({ refusal: { code: 'InvalidAccessKeyId.NotFound' } });
});
