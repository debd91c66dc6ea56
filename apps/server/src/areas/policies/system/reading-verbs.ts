/**
 * Patterns of the operations that only read, in every API that is served here and in those of the vendor's services.
 * `Check*` is not among them: such a call may start a process.
 */
export const readingVerbs: readonly string[] = ['Get*', 'List*', 'Describe*', 'Lookup*'];
