export { admissionOf } from './admissions.ts';
export { createGuard, type Gate, type Guard } from './guard.ts';
export type { Identity } from './identity.ts';
export type { Observer, RefusalReport } from './observer.ts';
export type { Admission, Outcome, RouteFacts } from './outcome.ts';
export type { Refusal, RefusalReply } from './refusals/refusal.ts';
export { type RouteTable, routes } from './rules/routes.ts';
export {
  type ChosenRule,
  PUBLIC,
  type RequestHead,
  type Rule,
  type RuleFunction,
  type RuleSource,
} from './rules/rule.ts';
export type { RouteParameters } from './rules/template.ts';
export type { GuardOptions } from './settings.ts';
