import { RequestSyntaxError } from '@wardenry/signature';
import { AmbiguousPath } from '../request/path.ts';
import { UnfitParameter } from '../rules/template.ts';
import { ServerUnavailable } from '../server/post.ts';
import { type RefusalKind, refusalKinds } from './refusal.ts';

/** A request must not be let through. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly kind: RefusalKind;
  /** For the operator alone. */
  readonly detail: string | undefined;

  constructor(kind: RefusalKind, detail?: string) {
    super(kind.message);
    this.kind = kind;
    this.detail = detail;
  }
}

/** What a refusal consists of, before it has a request id. */
export interface RefusalCause {
  readonly kind: RefusalKind;
  readonly detail: string | undefined;
}

/** The refusal that an error means. There is no error that means anything else. */
export function refusedBy(error: unknown): RefusalCause {
  if (error instanceof Refused) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return { kind: kindOf(error), detail };
}

function kindOf(error: unknown): RefusalKind {
  if (error instanceof RequestSyntaxError || error instanceof AmbiguousPath)
    return refusalKinds.invalidRequest;
  if (error instanceof UnfitParameter && !error.missing) return refusalKinds.unfitParameter;
  if (error instanceof ServerUnavailable) return refusalKinds.unavailable;
  return refusalKinds.misconfigured;
}
