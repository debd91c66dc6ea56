/** What never becomes a request is a refusal of a stranger like any other: counted exactly, recorded within the budget. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerInProcess, startInProcess } from './server.ts';

const BUDGET = 3;
const SENT = 10;

let server: ServerInProcess;
const replies: Record<string, string>[] = [];

beforeAll(async () => {
  server = await startInProcess({
    WARDENRY_ADMIN_LISTEN: '127.0.0.1:0',
    WARDENRY_REFUSALS_RECORDED_PER_MINUTE: String(BUDGET),
    WARDENRY_PUBLIC_URL: 'https://iam.example',
  });
  for (let i = 0; i < SENT; i += 1) replies.push(await refusalOf('this is no HTTP\r\n\r\n'));
});

afterAll(() => server.stop());

/** Sends bytes and gives the members of the error that comes back. */
async function refusalOf(bytes: string): Promise<Record<string, string>> {
  const [hostname, port] = server.host.split(':');
  const socket = connect(Number(port), hostname);
  let received = '';
  socket.setEncoding('utf8').on('data', text => {
    received += text;
  });
  socket.write(bytes);
  await once(socket, 'close');
  return JSON.parse(received.slice(received.indexOf('\r\n\r\n')));
}

test('each is answered with the name that the server goes by', () => {
  expect(replies.map(({ Code, HostId }) => ({ Code, HostId }))).toEqual(
    Array.from({ length: SENT }, () => ({ Code: 'InvalidRequest', HostId: 'iam.example' })),
  );
});

test('each is counted, and no more of them are recorded than the budget allows', async () => {
  const { database } = server;
  const recorded = replies.flatMap(({ RequestId = '' }) => database.journalOf(RequestId));
  // The budget is that of a minute, of which two may have begun.
  expect(recorded.length).toBeGreaterThanOrEqual(BUDGET);
  expect(recorded.length).toBeLessThanOrEqual(2 * BUDGET);
  for (const { accountId, record } of recorded) {
    expect(accountId).toBe('system');
    expect(record).toMatchObject({
      result: 'InvalidRequest',
      caller: { type: 'anonymous' },
      sourceIp: '127.0.0.1',
      operation: '',
    });
  }
  const metrics = await (await fetch(`http://${server.adminHost}/metrics`)).text();
  expect(metrics).toContain(`wardenry_strangers_refused_total{code="InvalidRequest"} ${SENT}`);
  expect(metrics).toMatch(new RegExp(`wardenry_requests_total\\{[^}]*product="none"[^}]*\\} ${SENT}\\n`));
});

test('one that did name its host is answered with that', async () => {
  const { HostId } = await refusalOf('CONNECT a:1 HTTP/1.1\r\nHost: other.example:1\r\n\r\n');
  expect(HostId).toBe('other.example');
});
