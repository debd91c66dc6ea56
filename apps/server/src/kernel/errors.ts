/**
 * Errors that a caller may see: one class, and kinds declared as data (code, status, message template).
 * Anything that is not an `ApiError` is ours alone and leaves as `InternalError`.
 */

/** One error that the product can answer. Declared once beside the rule that raises it, listed by the operations. */
export interface ErrorKind {
  /** Stable, public code, e.g. `EntityNotExist.User`; `{name}` is replaced as in the message. */
  readonly code: string;
  /** HTTP status of the answer. */
  readonly status: number;
  /** English sentence; `{name}` is replaced by the value given when the error is raised. */
  readonly message: string;
}

/** What AccessDeniedDetail tells the client; every member is a string because some SDKs cast without looking (spec: wire 5.4). */
export type AccessDeniedDetail = Readonly<Record<string, string>>;

/** An error that is rendered to the caller as it is. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ErrorKind;
  /** Public code, with every place of the kind's code filled. */
  readonly code: string;
  readonly accessDenied: AccessDeniedDetail | undefined;
  /** Milliseconds after which trying again makes sense; sent as `x-acs-retry-after`. */
  readonly retryAfter: number | undefined;

  constructor(kind: ErrorKind, code: string, message: string, options: ErrorExtras = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.kind = kind;
    this.code = code;
    this.accessDenied = options.accessDenied;
    this.retryAfter = options.retryAfter;
  }

  get status(): number {
    return this.kind.status;
  }
}

/**
 * Declares an error.
 *
 * @param code public code
 * @param status HTTP status, 400 to 599
 * @param message English template with `{name}` places
 */
export function errorKind(code: string, status: number, message: string): ErrorKind {
  return Object.freeze({ code, status, message });
}

/** Texts for the places in an error's code and message. */
export type ErrorValues = Readonly<Record<string, string | number>>;

/** What an error may carry beside its texts. */
export interface ErrorExtras {
  readonly accessDenied?: AccessDeniedDetail;
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/**
 * Makes the error to throw.
 *
 * @param kind what happened
 * @param values texts for the places in code and message; a place without a value is a bug and throws a TypeError
 */
export function apiError(kind: ErrorKind, values: ErrorValues = {}, extras: ErrorExtras = {}): ApiError {
  return new ApiError(kind, fill(kind.code, values), fill(kind.message, values), extras);
}

function fill(template: string, values: ErrorValues): string {
  let text = '';
  let from = 0;
  for (;;) {
    const open = template.indexOf('{', from);
    if (open < 0) return from === 0 ? template : text + template.slice(from);
    const close = template.indexOf('}', open);
    const name = template.slice(open + 1, close);
    const value = values[name];
    if (value === undefined) throw new TypeError(`the error needs a value for {${name}}`);
    text += template.slice(from, open) + value;
    from = close + 1;
  }
}

/** A parameter or header that a call like this one must carry is absent; every operation can answer it (spec: wire 5.3). */
export const missingParameter = errorKind('Missing{name}', 400, '{name} is mandatory for this action.');
