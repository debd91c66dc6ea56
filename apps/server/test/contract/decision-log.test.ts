/** What is written down of answers to services: one record a call, within a budget, and nothing that is secret. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { JournalRecord } from '../../src/journal/record.ts';
import { operationNamed } from './contract.ts';
import { openSuite } from './suite.ts';

const PER_MINUTE = 5;
const { contract, home, other } = await openSuite({
  WARDENRY_DECISIONS_RECORDED_PER_MINUTE: String(PER_MINUTE),
});
const { database } = contract.server;

function recordsOf(requestId: string): JournalRecord[] {
  return database.journalOf(requestId).map(({ record }) => record);
}

/** Asks about the account itself. */
function ask(account: typeof home, checks: number, more: Record<string, string> = {}) {
  const principal = `acs:ram::${account.id}:root`;
  const one = {
    principal,
    action: 'shop:Get',
    resource: `acs:shop:*:${account.id}:a`,
    context: { 'shop:Pin': pin },
  };
  return account.call('Wardenry Authorize', {
    checks: JSON.stringify(Array.from({ length: checks }, () => one)),
    ...more,
  });
}

const pin = `pin-${randomUUID()}`;

test('a call with a hundred checks is one record, with every decision and no context', async () => {
  const { requestId } = await ask(home, 100);
  const [record, ...others] = recordsOf(requestId);
  expect(others).toEqual([]);
  expect(record?.decisions).toEqual(
    Array.from({ length: 100 }, () => ({
      principal: `acs:ram::${home.id}:root`,
      action: 'shop:Get',
      resource: `acs:shop:*:${home.id}:a`,
      decision: 'Allow',
    })),
  );
  expect(database.holds(pin)).toBe(false);
});

test('a dry run is recorded with what would have been refused', async () => {
  const principal = `acs:ram::${home.id}:user/${home.administrator.userName}`;
  const foreign = 'acs:shop:*:1999999999999999:a';
  const checks = JSON.stringify([{ principal, action: 'shop:Get', resource: foreign }]);
  const { requestId, members } = await home.call('Wardenry Authorize', { checks, dryRun: 'true' });
  expect(members.decisions).toEqual([{ decision: 'Allow', wouldBe: 'ImplicitDeny' }]);
  expect(recordsOf(requestId)).toMatchObject([{ decisions: [{ decision: 'ImplicitDeny', dryRun: true }] }]);
});

test('a refused request that was handed over is recorded with the reason', async () => {
  const { requestId } = await home.call('Wardenry VerifyRequest', {
    method: 'GET',
    path: '/',
    headers: '{"host":"shop.example"}',
  });
  expect(recordsOf(requestId)).toMatchObject([
    { result: 'Success', decisions: [{ decision: 'Refused', refusal: 'MissingAccessKeyId' }] },
  ]);
});

test('beyond the budget answers are given and not recorded, and refusals and changes still are', async () => {
  const answers = [];
  for (let call = 0; call < PER_MINUTE * 2 + 1; call += 1) answers.push(await ask(home, 1));
  const last = answers.at(-1);
  expect([last?.code, recordsOf(last?.requestId ?? '')]).toEqual(['Success', []]);
  const powerless = await home.caller();
  const refused = await home.call('Wardenry Authorize', { checks: '[]' }, powerless);
  expect(recordsOf(refused.requestId)).toHaveLength(1);
  const made = await home.call('Wardenry CreateGatewayToken');
  expect(recordsOf(made.requestId)).toHaveLength(1);
  // Nobody uses up what belongs to another account.
  expect(recordsOf((await ask(other, 1)).requestId)).toHaveLength(1);
});

test('a call that is not recorded is still accepted once', async () => {
  for (let call = 0; call < PER_MINUTE; call += 1) await ask(home, 1);
  const operation = operationNamed('Wardenry Authorize');
  const principal = `acs:ram::${home.id}:root`;
  const parameters = { checks: JSON.stringify([{ principal, action: 'shop:Get', resource: '*' }]) };
  const request = contract.requestFor(operation, parameters, home.administrator);
  const send = () => contract.deliver(operation, parameters, home.administrator, request);
  expect([(await send()).code, (await send()).code]).toEqual(['Success', 'SignatureNonceUsed']);
});
