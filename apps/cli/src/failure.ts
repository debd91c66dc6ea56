import { EXIT } from './surroundings.ts';

/** Ends a command with a sentence for its caller. What it says never holds a secret. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly exitCode: number;

  /** @param exitCode `EXIT.usage` when the command was called in a wrong way */
  constructor(message: string, exitCode: number = EXIT.failure) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Ends a command as one that was called in a wrong way. */
export function misuse(message: string): never {
  throw new Failure(`error: ${message}`, EXIT.usage);
}
