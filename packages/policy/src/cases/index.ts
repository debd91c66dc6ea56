/** Cases about policies: files of them read, and run. For tests of this package, and of those who write policies. */
export type {
  CaseDocument,
  CaseFile,
  CasePolicies,
  CasePrincipal,
  CaseRequest,
  DecisionCase,
  ValidationCase,
} from './case.ts';
export { type UnacceptableDocument, unacceptableDocuments } from './check-policies.ts';
export { type CaseProblem, type ParsedCases, readCases } from './read-cases.ts';
export {
  type CaseQuestion,
  decideCase,
  type PreparedCase,
  prepareCase,
  validateCase,
} from './run-case.ts';
