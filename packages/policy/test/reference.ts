import type { RequestJson, StatementJson } from './arbitraries.ts';

/**
 * A second evaluator, written for plainness and not for speed, from the rules and not from the code: what the
 * compiled one is compared with. It reads valid statements only.
 */

type Effect = 'Allow' | 'ExplicitDeny' | 'ImplicitDeny';

/** Who asks, by the statements that count for them. */
export interface ReferencePrincipal {
  readonly account: string;
  readonly statements: readonly StatementJson[];
  readonly resourceGroups: Readonly<Record<string, readonly StatementJson[]>>;
  readonly session?: readonly StatementJson[];
}

/** Decides a request by the steps of the language (spec: policy 2.9, 4.1, 4.2). */
export function decideByReference(principal: ReferencePrincipal, request: RequestJson): Effect {
  const effects = request.resources.map(names => decideResource(principal, request, names));
  if (effects.includes('ExplicitDeny')) return 'ExplicitDeny';
  return effects.every(effect => effect === 'Allow') ? 'Allow' : 'ImplicitDeny';
}

function decideResource(
  principal: ReferencePrincipal,
  request: RequestJson,
  names: readonly string[],
): Effect {
  const { session, statements, resourceGroups, account } = principal;
  if (session !== undefined) {
    const effect = decideUnit(session, request, names);
    if (effect !== 'Allow') return effect;
  }
  let effect = decideUnit(statements, request, names);
  if (effect === 'ImplicitDeny') {
    effect = decideUnit(resourceGroups[request.resourceGroupId ?? ''] ?? [], request, names);
  }
  const own = names.every(
    name => name === '*' || [account, 'system', '*', ''].includes(name.split(':')[3] ?? ''),
  );
  return effect === 'Allow' && !own ? 'ImplicitDeny' : effect;
}

function decideUnit(
  statements: readonly StatementJson[],
  request: RequestJson,
  names: readonly string[],
): Effect {
  const applying = statements.filter(statement => appliesTo(statement, request, names));
  if (applying.some(({ Effect }) => Effect === 'Deny')) return 'ExplicitDeny';
  return applying.length > 0 ? 'Allow' : 'ImplicitDeny';
}

function appliesTo(statement: StatementJson, request: RequestJson, names: readonly string[]): boolean {
  const { Action, NotAction = [], Resource, NotResource = [], Condition = {} } = statement;
  const anyAction = (patterns: readonly string[]) =>
    patterns.some(pattern =>
      request.actions.some(action => like(pattern.toLowerCase(), action.toLowerCase())),
    );
  const anyResource = (patterns: readonly string[]) =>
    patterns.some(pattern => names.some(name => coversResource(pattern, name)));
  return (
    (Action === undefined ? !anyAction(NotAction) : anyAction(Action)) &&
    (Resource === undefined ? !anyResource(NotResource) : anyResource(Resource)) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => conditionHolds(operator, values, valuesOf(request, key))),
    )
  );
}

function coversResource(pattern: string, name: string): boolean {
  if (pattern === '*') return true;
  if (name === '*') return false;
  const isRam = ['ram', 'ims'].includes(name.split(':')[1] ?? '');
  const [, service = '', region = '', account = '', ...relative] = (
    isRam ? pattern.toLowerCase() : pattern
  ).split(':');
  const [, ofService = '', ofRegion = '', ofAccount = '', ...ofRelative] = (
    isRam ? name.toLowerCase() : name
  ).split(':');
  const regionMatches = ['', '*'].includes(ofRegion) ? ['', '*'].includes(region) : like(region, ofRegion);
  return (
    like(service, ofService) &&
    regionMatches &&
    like(account, ofAccount) &&
    like(relative.join(':'), ofRelative.join(':'))
  );
}

function valuesOf(request: RequestJson, key: string): readonly string[] {
  const same = (left: string, right: string) => {
    const [name = '', ...tag] = left.split('/');
    const [otherName = '', ...otherTag] = right.split('/');
    return name.toLowerCase() === otherName.toLowerCase() && tag.join('/') === otherTag.join('/');
  };
  return Object.entries(request.context)
    .filter(([name]) => same(name, key))
    .flatMap(([, value]) => value);
}

function conditionHolds(name: string, policyValues: readonly string[], values: readonly string[]): boolean {
  const [operator = '', qualifier] = name.split(':').toReversed();
  const negated = operator.includes('Not');
  const positive = operator.replace('Not', '');
  const passes = (value: string) =>
    policyValues.some(policy => compares(positive, policy, value)) !== negated;
  const every = qualifier === 'ForAllValues' || (qualifier === undefined && negated);
  return every ? values.every(passes) : values.some(passes);
}

/** Only for the values that the generators know: numbers without exponents, dates with zones, IPv4. */
function compares(operator: string, policy: string, value: string): boolean {
  if (operator === 'StringEquals') return policy === value;
  if (operator === 'StringEqualsIgnoreCase') return policy.toLowerCase() === value.toLowerCase();
  if (operator === 'StringLike') return like(policy, value);
  if (operator === 'Bool') return policy.toLowerCase() === value.toLowerCase();
  if (operator === 'IpAddress') return inBlock(policy, value);
  const isDate = operator.startsWith('Date');
  const isOfType = isDate ? value.includes('T') : ['1', '1.0'].includes(value);
  const [left, right] = isDate ? [Date.parse(value), Date.parse(policy)] : [Number(value), Number(policy)];
  if (!isOfType) return false;
  if (operator.endsWith('LessThan')) return left < right;
  if (operator.endsWith('LessThanEquals')) return left <= right;
  if (operator.endsWith('GreaterThan')) return left > right;
  if (operator.endsWith('GreaterThanEquals')) return left >= right;
  return left === right;
}

function inBlock(block: string, address: string): boolean {
  const octets = address.split('.');
  if (octets.length !== 4) return false;
  if (block === '0.0.0.0/0') return true;
  if (block === '192.0.2.0/24') return octets.slice(0, 3).join('.') === '192.0.2';
  return block === address;
}

function like(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  if (pattern.startsWith('*'))
    return like(pattern.slice(1), text) || (text !== '' && like(pattern, text.slice(1)));
  return (
    text !== '' &&
    (pattern.startsWith('?') || pattern[0] === text[0]) &&
    like(pattern.slice(1), text.slice(1))
  );
}
