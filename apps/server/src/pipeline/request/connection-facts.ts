import type { Connection } from '../../kernel/context.ts';
import type { ApiError } from '../../kernel/errors.ts';

/** What is known of the connection that a request came in on, and whether requests on it are served at all. */
export interface ConnectionFacts {
  readonly connection: Connection;
  /** Why not: plain HTTP is not accepted here, or a trusted proxy's header cannot be read. */
  readonly refusal?: ApiError;
}
