import type { Parameter } from '@wardenry/signature';
import { parseTemplate, type ResourceTemplate, type RouteParameters } from './template.ts';

/** What a request needs permission for. */
export interface Rule {
  /** `service:Verb`, such as `shop:GetOrder`; it names what policies allow or deny. */
  readonly action: string;
  /**
   * One or several resource names, such as `acs:shop:*:{account}:order/{id}`; with several each must be allowed. Keep
   * them literal: what a client wrote belongs into a gap, where it is checked.
   */
  readonly resource: string | readonly string[];
  /** Condition keys of the service's own, such as `shop:OrderState`; `acs:` keys are the guard's. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  /** Values of gaps beside those of the route, when a function finds them elsewhere. */
  readonly params?: RouteParameters;
}

/** Everybody may call this, signed or not; the guard does not look at the request. */
export const PUBLIC = 'public';

/** What a function sees of a request when it chooses the rule. Nothing in it is verified yet. */
export interface RequestHead {
  readonly method: string;
  /** As in the request line, still encoded, without the query. */
  readonly path: string;
  readonly query: readonly Parameter[];
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Parameters of the route, where the framework has matched one. */
  readonly params: RouteParameters;
}

/** What a function makes of a request: a rule, {@link PUBLIC}, or nothing, which refuses it. */
export type ChosenRule = Rule | typeof PUBLIC | undefined;

/** Chooses a rule by what a request says of itself. */
export type RuleFunction = (head: RequestHead) => ChosenRule | Promise<ChosenRule>;

/** A rule for every request of a route, or a function that chooses one for each. */
export type RuleSource = Rule | typeof PUBLIC | RuleFunction;

/** A rule that was read, and found to be one. */
export interface ReadRule {
  readonly action: string;
  readonly templates: readonly ResourceTemplate[];
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly params: RouteParameters;
}

/**
 * Reads a rule.
 *
 * @param account id for `{account}`
 * @throws TypeError when it is not one, with what to write instead
 */
export function readRule(rule: Rule, account: string | undefined): ReadRule {
  const { action, resource, context = {}, params = {} } = rule;
  assertAction(action);
  const names = typeof resource === 'string' ? [resource] : resource;
  if (!Array.isArray(names) || names.length === 0)
    throw new TypeError(`The rule of ${action} names no resource.`);
  return {
    action,
    templates: names.map(name => parseTemplate(name, account)),
    context: Object.fromEntries(
      Object.entries(context).map(([key, value]) => [contextKey(key), listOf(value)]),
    ),
    params,
  };
}

function assertAction(action: string): void {
  const [service, verb, ...excess] = typeof action === 'string' ? action.split(':') : [];
  if (service && verb && excess.length === 0 && !action.includes('*') && !action.includes('?')) return;
  throw new TypeError(`The action ${action} must be written <service>:<Verb>, such as shop:GetOrder.`);
}

/** Conditions on `acs:` keys rely on facts about the connection and the caller, which no rule can know better. */
function contextKey(key: string): string {
  if (key.toLowerCase().startsWith('acs:') || !key.includes(':')) {
    throw new TypeError(`The condition key ${key} must begin with the service's own prefix, such as shop:.`);
  }
  return key;
}

function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}
