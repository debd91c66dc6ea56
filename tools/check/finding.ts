/** What a check says about one place. */
export interface Finding {
  /** `path` or `path:line`, from the root of the clone. */
  readonly place: string;
  /** What is wrong and what to do instead. */
  readonly message: string;
  /** A warning is shown but does not fail the check. */
  readonly level: 'error' | 'warning';
}
