/** What a call can end with instead of a reply. */
import { gatewayErrors, operationErrors, parameterErrors } from './generated/errors.ts';
import type { CodeOf, Operation } from './operation.ts';

/** A code with every place filled: `Missing{name}` is every text that begins with Missing. */
type Filled<Code extends string> = Code extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : Code;

/** Codes that every call can be refused with. */
export type GatewayCode = Filled<(typeof gatewayErrors)[number]['code']>;

/** Every code that the server answers. */
export type ErrorCode =
  | GatewayCode
  | Filled<(typeof parameterErrors)[number]['code'] | (typeof operationErrors)[number]['code']>;

/** One row of the table of errors. */
export interface ErrorDescription {
  /** `{name}` stands for the name of a parameter. */
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  /** English template. */
  readonly message: string;
  /** Where it can occur. */
  readonly where: string;
}

/** Every error that the server answers. */
export const errors: readonly ErrorDescription[] = [...gatewayErrors, ...parameterErrors, ...operationErrors];

/** The server refused a call, or failed to serve it. */
export class ApiError<Code extends string = string> extends Error {
  override readonly name = 'ApiError';
  readonly code: Code;
  /** HTTP status. */
  readonly status: number;
  /** Names the call in the server's log and journal. */
  readonly requestId: string;
  /** Why policies refuse it; empty for other refusals. */
  readonly accessDenied: Readonly<Record<string, string>>;
  /** Milliseconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;

  constructor(code: Code, message: string, details: ApiErrorDetails) {
    super(message);
    this.code = code;
    this.status = details.status;
    this.requestId = details.requestId;
    this.accessDenied = details.accessDenied;
    this.retryAfter = details.retryAfter;
  }
}

/** What an error says beside its code and its sentence. */
export type ApiErrorDetails = Pick<ApiError, 'status' | 'requestId' | 'accessDenied' | 'retryAfter'>;

/** There was no answer that can be believed: whether a change was made is not known. */
export class ServerUnavailable extends Error {
  override readonly name = 'ServerUnavailable';
}

/**
 * Whether something thrown is a refusal, with the codes that the operation can be refused with.
 *
 * @param _operation what was called; only its type is used
 */
export function isRefusal<Of extends Operation>(
  error: unknown,
  _operation: Of,
): error is ApiError<CodeOf<Of> | GatewayCode> {
  return error instanceof ApiError;
}
