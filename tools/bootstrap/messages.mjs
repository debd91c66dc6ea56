/**
 * A reason to stop that its reader can act on. It is shown as it is, without a stack.
 */
export class SetUpError extends Error {
  /** @override */
  name = 'SetUpError';
}

/**
 * Says what is being waited for. One short line on standard error: standard output belongs to the program
 * that is being prepared.
 *
 * @param {string} line
 */
export function announce(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs an entry point of this folder. A SetUpError becomes its sentence and exit code 1; anything else is a
 * defect of ours and keeps its stack.
 *
 * @param {() => Promise<unknown>} body
 */
export async function entryPoint(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    announce(error.message);
    process.exit(1);
  }
}

/**
 * The line that says most: programs end with what went wrong.
 *
 * @param {string} output of a program
 */
export function lastLine(output) {
  return output.trim().split('\n').at(-1) ?? '';
}
