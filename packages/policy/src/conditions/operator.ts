/** One of the operators that compare a request's value with values of a policy. */
export interface ConditionOperator {
  /** Whether it holds when the comparison fails: `StringNotEquals` is a negated `StringEquals`. */
  readonly negated: boolean;
  /** Whether a condition may give it one value only. */
  readonly single: boolean;
  /** What a policy value must be, to complete the sentence "... must be": `true or false`. */
  readonly expects: string;
  /** Whether a policy value can be read. */
  readonly accepts: (policyValue: string) => boolean;
  /**
   * Prepares the comparison, negation apart: whether a request value compares well with any of the policy
   * values. Every policy value must be one that `accepts` accepts. A request value that cannot be read compares
   * well with none (spec: policy 3.3).
   */
  readonly prepare: (policyValues: readonly string[]) => ValueTest;
}

/** Whether a value of the request satisfies a comparison. */
export type ValueTest = (requestValue: string) => boolean;
