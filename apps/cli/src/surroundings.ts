/** What the commands need from the process that they run in, and what they tell it. */

/** Exit codes: done, failed or found something, called in a wrong way or given what cannot be read. */
export const EXIT = { ok: 0, failure: 1, usage: 2 } as const;

/** What the commands need from the process that they run in. */
export interface Surroundings {
  /** Runs the server's program with arguments, on this terminal; gives its exit code. */
  server(args: readonly string[]): Promise<number>;
  /** What the caller asked for. */
  out(text: string): void;
  /** Messages. */
  err(text: string): void;
  /** The variables of the environment. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder of the user, where tools keep their files. */
  readonly home: string;
  /** Ends when the process is told to stop: the first signal does not end it by itself, any later one does. */
  untilStopped(): Promise<void>;
  /**
   * Asks the person at the terminal.
   *
   * @param hidden whether what is typed is not to be seen
   * @returns a line without its end; undefined when there is no terminal, or no more of it
   */
  ask(question: string, hidden?: 'hidden'): Promise<string | undefined>;
}
