import { fold } from '../letter-case.ts';
import type { Service } from './operations.ts';
import { services } from './operations.ts';

/** An action that a service is known to have. */
export interface KnownAction {
  /** In its usual spelling, such as `ram:CreateUser`. */
  readonly name: string;
  /**
   * Relative ids of the resources that it is authorized on, `user/*` for a collection and `user/{}` for one of it;
   * empty when they are not known.
   */
  readonly relativeIds: readonly string[];
  /** The services that ARNs of these resources begin with. */
  readonly arnCodes: readonly string[];
}

/** All actions of one service, by their names in lower case. */
export type ServiceActions = ReadonlyMap<string, KnownAction>;

const byService: ReadonlyMap<string, ServiceActions> = new Map(
  services.map(service => [service.code, actionsOf(service)]),
);

/**
 * The actions of a service, given by its RAM code in any letter case. `undefined` for a service of which they are not
 * all known.
 */
export function knownActions(serviceCode: string): ServiceActions | undefined {
  return byService.get(fold(serviceCode));
}

/** Every action that is known. */
export function allKnownActions(): readonly KnownAction[] {
  return [...byService.values()].flatMap(actions => [...actions.values()]);
}

function actionsOf({ code, arnCodes, rows }: Service): ServiceActions {
  const actions = new Map<string, KnownAction>();
  for (const [relativeIds, operations] of rows) {
    for (const operation of operations.split(' ')) {
      const name = `${code}:${operation}`;
      const earlier = actions.get(fold(name));
      actions.set(fold(name), { name, arnCodes, relativeIds: merge(earlier, relativeIds) });
    }
  }
  return actions;
}

/** What one row does not tell, another may. */
function merge(earlier: KnownAction | undefined, relativeIds: string): readonly string[] {
  const added = relativeIds === '' ? [] : relativeIds.split(' ');
  return earlier === undefined ? added : [...earlier.relativeIds, ...added];
}
