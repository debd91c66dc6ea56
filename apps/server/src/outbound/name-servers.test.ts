import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { nameServerResolver } from './name-servers.ts';
import type { Resolve } from './resolve.ts';

const A = 1;
const AAAA = 28;
const NOTHING = 0;
const SERVER_FAILURE = 2;
const NO_SUCH_NAME = 3;

/** Addresses of a family, or why there are none; undefined for silence. */
type Answer = readonly (readonly number[])[] | number | undefined;

let server: Socket;
let resolve: Resolve;
let answerTo: (name: string, type: number) => Answer;
let asked: string[];
const { signal: never } = new AbortController();

beforeAll(async () => {
  server = createSocket('udp4');
  server.on('message', (question, { port, address }) => {
    const { name, type, end } = questionIn(question);
    asked.push(name);
    const answer = answerTo(name, type);
    if (answer !== undefined) server.send(reply(question.subarray(0, end), type, answer), port, address);
  });
  server.bind(0, '127.0.0.1');
  await once(server, 'listening');
  resolve = nameServerResolver([`127.0.0.1:${server.address().port}`]);
});
beforeEach(() => {
  asked = [];
});
afterAll(() => {
  server.close();
});

/** The name and the type that a message asks for, and where its question ends (RFC 1035, 4.1). */
function questionIn(message: Buffer): { readonly name: string; readonly type: number; readonly end: number } {
  const labels: string[] = [];
  let at = 12;
  while (message.readUInt8(at) > 0) {
    const next = at + 1 + message.readUInt8(at);
    labels.push(message.toString('latin1', at + 1, next));
    at = next;
  }
  return { name: labels.join('.'), type: message.readUInt16BE(at + 1), end: at + 5 };
}

function reply(question: Buffer, type: number, answer: readonly (readonly number[])[] | number): Buffer {
  const addresses = typeof answer === 'number' ? [] : answer;
  const head = Buffer.from(question);
  head.writeUInt16BE(0x8180 | (typeof answer === 'number' ? answer : 0), 2);
  head.writeUInt16BE(addresses.length, 6);
  head.writeUInt32BE(0, 8);
  const records = addresses.map(address =>
    Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, address.length, ...address]),
  );
  return Buffer.concat([head, ...records]);
}

const localhostV6 = [...Array.from({ length: 15 }, () => 0), 1];

describe('asking name servers', () => {
  it('finds the addresses of both families', async () => {
    answerTo = (_name, type) =>
      type === A
        ? [
            [192, 0, 2, 1],
            [192, 0, 2, 2],
          ]
        : [localhostV6];
    expect(await resolve('idp.test', never)).toEqual(['192.0.2.1', '192.0.2.2', '::1']);
  });

  it('finds those of one family when the other has none or fails', async () => {
    for (const other of [NOTHING, NO_SUCH_NAME, SERVER_FAILURE]) {
      answerTo = (_name, type) => (type === AAAA ? [localhostV6] : other);
      expect(await resolve('idp.test', never)).toEqual(['::1']);
    }
  });

  it('finds nothing where nothing is', async () => {
    for (const nothing of [NOTHING, NO_SUCH_NAME]) {
      answerTo = () => nothing;
      expect(await resolve('idp.test', never)).toEqual([]);
    }
  });

  it('fails when the name server does', async () => {
    answerTo = () => SERVER_FAILURE;
    await expect(resolve('idp.test', never)).rejects.toMatchObject({ code: 'ESERVFAIL' });
  });

  it('knows nothing of the hosts file', async () => {
    answerTo = () => NO_SUCH_NAME;
    expect(await resolve('localhost', never)).toEqual([]);
    expect(asked).toContain('localhost');
  });

  it('waits for no slow name with another, however many there are', async () => {
    answerTo = name => (name.endsWith('.slow.test') ? undefined : [[192, 0, 2, 1]]);
    const over = new AbortController();
    const slow = Array.from({ length: 50 }, (_, index) => resolve(`n${index}.slow.test`, over.signal));
    const outcomes = Promise.allSettled(slow);
    await vi.waitFor(() => expect(new Set(asked).size).toBe(50));
    let done = 0;
    for (const name of slow) name.finally(() => (done += 1)).catch(() => {});
    expect(await resolve('idp.test', never)).toContain('192.0.2.1');
    expect(done).toBe(0);
    over.abort(new Error('too late'));
    for (const outcome of await outcomes) expect(outcome.status).toBe('rejected');
  });

  it('asks nobody when the time is over already', async () => {
    await expect(resolve('idp.test', AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
    expect(asked).toEqual([]);
  });
});
