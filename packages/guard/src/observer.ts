import type { Identity } from './identity.ts';
import type { Refusal } from './refusals/refusal.ts';

/** A refusal with what the operator of the service may know. It holds no header and no part of a body. */
export interface RefusalReport {
  readonly refusal: Refusal;
  readonly method: string;
  /** Still encoded, without the query. */
  readonly path: string;
  /** Where a rule was found. */
  readonly action?: string;
  readonly resources?: readonly string[];
  /** Who it was, once that was verified. */
  readonly identity?: Identity;
  /** What went wrong, for the operator alone; for example that the server could not be reached. */
  readonly detail?: string;
  /** The request was let through all the same, since the guard runs dry. */
  readonly dryRun: boolean;
}

/** Takes reports of refusals, say into a log. What it throws becomes a warning of the process and changes no outcome. */
export type Observer = (report: RefusalReport) => void;

/** What the operator of the service has to mend begins here; below is what its clients have to. */
const OPERATORS_STATUS = 500;

/** Makes warnings of what only the operator can mend: a server that is not there, a rule that does not fit. */
export const warnOperator: Observer = ({ refusal, method, path, detail }) => {
  if (refusal.status < OPERATORS_STATUS) return;
  warn(
    `${method} ${path}: ${refusal.message}${detail === undefined ? '' : ` (${detail})`} requestId ${refusal.requestId}`,
  );
};

/** Hands a report over. */
export function notify(observer: Observer, report: RefusalReport): void {
  try {
    observer(report);
  } catch (error) {
    warn(`onRefusal failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function warn(text: string): void {
  process.emitWarning(text, { type: 'WardenryGuardWarning' });
}
