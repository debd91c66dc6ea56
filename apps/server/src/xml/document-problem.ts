/** What is wrong with a document, in words for the person who gave it: `it is not UTF-8`. */
export class DocumentProblem extends Error {
  override readonly name = 'DocumentProblem';
}

/** The problem of a document that is no XML at all (XML 1.0, 2.1). */
export function notWellFormed(problem: string): DocumentProblem {
  return new DocumentProblem(`it is not well-formed XML (${problem})`);
}
