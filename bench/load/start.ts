/** How long a program takes from its start to its first answer. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';

/** A node program that will listen on 127.0.0.1. */
export interface Program {
  /** Arguments of node. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly port: number;
}

/** Milliseconds between two attempts to connect. */
const ATTEMPTS = 1;

/**
 * Starts a program, sends it one request as soon as it listens, and ends it in order after the answer.
 *
 * @param request a complete HTTP/1.1 request
 * @returns milliseconds from the start of the process to the answer
 * @throws Error when the answer is not 200, or the program ends before it answers
 */
export async function firstAnswer({ args, env, port }: Program, request: Buffer): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(child, 'exit');
  try {
    const answer = await Promise.race([answerTo(port, request, () => child.exitCode === null), ended]);
    const milliseconds = performance.now() - started;
    if (typeof answer !== 'string') throw new Error(`${args.join(' ')} ended before it answered`);
    if (!answer.startsWith('HTTP/1.1 200 ')) throw new Error(`${args.join(' ')} answered ${answer}`);
    return milliseconds;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/** The first bytes that come back, which hold the status; tries to connect for as long as somebody may listen one day. */
async function answerTo(port: number, request: Buffer, awaited: () => boolean): Promise<string> {
  while (awaited()) {
    const answer = await answerNow(port, request);
    if (answer !== undefined) return answer;
    await new Promise(resolve => setTimeout(resolve, ATTEMPTS));
  }
  return '';
}

/** @returns undefined when nobody listens yet */
function answerNow(port: number, request: Buffer): Promise<string | undefined> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(undefined));
    socket.once('connect', () => socket.write(request));
    socket.once('data', chunk => {
      resolve(chunk.toString('latin1'));
      socket.destroy();
    });
  });
}
