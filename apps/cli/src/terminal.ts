import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { ReadStream, WriteStream } from 'node:tty';

/**
 * Asks a person.
 *
 * @param hidden whether what is typed is not to be seen
 * @param output where the question goes; not where what a command gives goes
 * @returns a line without its end; undefined when there is no terminal, or its input ends first
 */
export async function askAtTerminal(
  question: string,
  hidden: 'hidden' | undefined,
  input: ReadStream,
  output: WriteStream,
): Promise<string | undefined> {
  if (!input.isTTY || !output.isTTY) return undefined;
  // With `terminal` the interface writes what is typed, and the terminal itself does not: what it writes goes nowhere.
  const shown = hidden === undefined ? output : new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: shown, terminal: true });
  output.write(question);
  try {
    return await new Promise<string | undefined>(resolve => {
      lines.once('line', resolve);
      lines.once('close', () => resolve(undefined));
    });
  } finally {
    lines.close();
    if (hidden !== undefined) output.write('\n');
  }
}
