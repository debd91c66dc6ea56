const SENTENCES = {
  'duplicate-parameter': 'A parameter is given more than once.',
  'duplicate-header': 'A header that may stand only once is repeated.',
  'empty-parameter-name': 'A parameter has no name.',
  'invalid-character': 'A character stands where it must be percent-encoded.',
  'invalid-percent-encoding': 'A percent sign is not followed by two hexadecimal digits.',
  'invalid-utf8': 'Percent-encoded bytes are not UTF-8.',
  'nul-character': 'A percent-encoded text contains the NUL character.',
  'unsupported-target': 'The request target is not an absolute path.',
} as const;

/** Why a request cannot be read in exactly one way; a closed list, so that callers can switch over it. */
export type RequestSyntaxReason = keyof typeof SENTENCES;

/**
 * A request that cannot be read, or could be read in more than one way. It is refused before anything in it is believed
 * (spec: security Q1). The message never quotes the request; `parameter` and `header` name the culprit when it has a
 * readable name.
 */
export class RequestSyntaxError extends Error {
  override readonly name = 'RequestSyntaxError';
  readonly reason: RequestSyntaxReason;
  readonly parameter: string | undefined;
  readonly header: string | undefined;

  constructor(
    reason: RequestSyntaxReason,
    culprit: { readonly parameter?: string | undefined; readonly header?: string } = {},
    options?: ErrorOptions,
  ) {
    super(SENTENCES[reason], options);
    this.reason = reason;
    this.parameter = culprit.parameter;
    this.header = culprit.header;
  }
}
