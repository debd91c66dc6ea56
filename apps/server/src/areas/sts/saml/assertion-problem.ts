/** What is wrong with a SAML response, in words for the person whose identity provider sent it: `it is not signed`. */
export class AssertionProblem extends Error {
  override readonly name = 'AssertionProblem';
  /** Whether it was right at another time. */
  readonly kind: 'invalid' | 'expired';

  constructor(kind: 'invalid' | 'expired', problem: string, options?: ErrorOptions) {
    super(problem, options);
    this.kind = kind;
  }
}

/** The problem of a response that is never right. */
export function invalid(problem: string, options?: ErrorOptions): AssertionProblem {
  return new AssertionProblem('invalid', problem, options);
}

/** The problem of a response that came too late. */
export function expired(problem: string): AssertionProblem {
  return new AssertionProblem('expired', problem);
}
