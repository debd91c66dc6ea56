/**
 * Advice on policy documents: all that is wrong with them, all that is dangerous and all that could be written
 * better. It is an entry of its own, so that whoever only decides does not load what services are known to have.
 */
export type { KnownAction } from '../catalogue/known-actions.ts';
export { allKnownActions } from '../catalogue/known-actions.ts';
export type { LintOptions } from './lint.ts';
export { lint } from './lint.ts';
export type { LintFinding, LintLevel, Localized } from './lint-finding.ts';
export type { LintReference } from './lint-reference.ts';
export { lintReference } from './lint-reference.ts';
