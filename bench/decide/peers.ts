/** The packages that our engine is compared with: casbin and Cedar, as fast as they go for this kind of policy. */
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../tools/bootstrap/places.mjs';
import type { Engine } from './engine.ts';
import { globPattern, valueTest } from './plain-loop.ts';
import type { WorkCondition, WorkContext, Workload, WorkResource, WorkStatement } from './workload.ts';
import { arnOf } from './workload.ts';

/** What is used of casbin. */
interface Casbin {
  newModelFromString(text: string): unknown;
  newEnforcer(model: unknown): Promise<CasbinEnforcer>;
}

interface CasbinEnforcer {
  enableLog(on: boolean): void;
  addFunction(name: string, run: (...values: never[]) => boolean): Promise<void>;
  addPolicies(rules: readonly (readonly string[])[]): Promise<boolean>;
  enforceSync(...request: readonly unknown[]): boolean;
}

/** What is used of Cedar. */
interface Cedar {
  preparsePolicySet(id: string, policies: { staticPolicies: string }): { type: string };
  statefulIsAuthorized(call: object): CedarAnswer;
}

type CedarAnswer =
  | { readonly type: 'success'; readonly response: { readonly decision: 'allow' | 'deny' } }
  | { readonly type: 'failure'; readonly errors: unknown };

/**
 * Says which of the packages is missing, in one sentence with what brings it.
 *
 * @param from folder with node_modules; the clone's when left out
 * @returns undefined when all are there
 */
export function missingPeer(names: readonly string[], from: string | undefined): string | undefined {
  for (const name of names) {
    try {
      locate(name, from);
    } catch {
      return `${name} is not installed: npm test brings what the comparison needs.`;
    }
  }
  return undefined;
}

/** The file that the name of a package, or a path in one, stands for. @throws Error when it is not installed */
export function locate(name: string, from: string | undefined): string {
  return createRequire(join(resolve(from ?? root), 'package.json')).resolve(name);
}

async function loadPeer<T>(name: string, from: string | undefined): Promise<T> {
  return (await import(pathToFileURL(locate(name, from)).href)) as T;
}

const CASBIN = 'casbin';
const CEDAR = '@cedar-policy/cedar-wasm/nodejs';

/** What the comparison in the process needs. */
export const ENGINE_PEERS: readonly string[] = [CASBIN, CEDAR];

const CASBIN_MODEL = `
[request_definition]
r = action, resource, context
[policy_definition]
p = eft, action, resource, condition
[policy_effect]
e = priority(p.eft) || deny
[matchers]
m = matches(r.action, p.action) && covers(r.resource, p.resource) && holds(r.context, p.condition)
`;

/**
 * casbin, with functions of ours that match by regular expressions made once. Denying rules come first, so that the
 * first rule that applies decides and ends the search.
 */
export async function casbinEngine(workload: Workload, from: string | undefined): Promise<Engine> {
  const { newEnforcer, newModelFromString } = await loadPeer<Casbin>(CASBIN, from);
  const enforcer = await newEnforcer(newModelFromString(CASBIN_MODEL));
  enforcer.enableLog(false);
  const patternOf = remember((glob: string) => globPattern(glob, 'i'));
  const resourceOf = remember((arn: string) => arnPattern(arn));
  const testOf = remember(conditionOf);
  await enforcer.addFunction('matches', (action: string, patterns: string) =>
    patterns.split(' ').some(pattern => patternOf(pattern).test(action)),
  );
  await enforcer.addFunction('covers', (arn: string, pattern: string) => resourceOf(pattern).test(arn));
  await enforcer.addFunction('holds', (context: WorkContext, condition: string) =>
    testOf(condition)(context),
  );
  const denyFirst = workload.statements.toSorted(
    (one, other) => Number(other.effect === 'Deny') - Number(one.effect === 'Deny'),
  );
  await enforcer.addPolicies(denyFirst.map(casbinRule));
  const asked = workload.requests.map(
    ({ action, resource, context }) => [action, arnOf(resource), context] as const,
  );
  return { name: 'casbin', allows: index => enforcer.enforceSync(...(asked[index] ?? [])) };
}

/** casbin takes equal rules for one, so each has its place in it. */
function casbinRule({ effect, actions, resource, condition }: WorkStatement): string[] {
  return [effect.toLowerCase(), actions.join(' '), arnOf(resource), JSON.stringify(condition ?? null)];
}

function arnPattern(arn: string): RegExp {
  const [prefix = '', service = '', region = '', account = '', relativeId = ''] = arn.split(':');
  const segment = (glob: string) => globPattern(glob).source.slice(1, -1).replaceAll('.', '[^:]');
  const head = [prefix, service, region, account].map(segment).join(':');
  return new RegExp(`^${head}:${globPattern(relativeId).source.slice(1)}`);
}

function conditionOf(text: string): (context: WorkContext) => boolean {
  const condition = JSON.parse(text) as WorkCondition | null;
  if (condition === null) return () => true;
  const holds = valueTest(condition);
  return context => holds(context[condition.key]);
}

function remember<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return text => {
    const known = made.get(text) ?? make(text);
    made.set(text, known);
    return known;
  };
}

/**
 * Cedar, with its policies parsed beforehand. Its actions and resources have no wildcards, so they are texts of the
 * context; its `like` knows no `?`, whose place takes a `*`, which makes no difference to the requests of the workload.
 */
export async function cedarEngine(workload: Workload, from: string | undefined): Promise<Engine> {
  const cedar = await loadPeer<Cedar>(CEDAR, from);
  const id = `bench-${workload.statements.length}-${workload.requests.length}`;
  const parsed = cedar.preparsePolicySet(id, {
    staticPolicies: workload.statements.map(cedarPolicy).join('\n'),
  });
  if (parsed.type !== 'success') throw new Error(`Cedar cannot read the policies: ${JSON.stringify(parsed)}`);
  const asked = workload.requests.map(request => ({
    principal: { type: 'User', id: 'bench' },
    action: { type: 'Action', id: 'call' },
    resource: { type: 'Resource', id: 'thing' },
    context: {
      action: request.action.toLowerCase(),
      ...request.resource,
      ip: { __extn: { fn: 'ip', arg: request.context['acs:SourceIp'] } },
      secure: request.context['acs:SecureTransport'],
      agent: request.context['acs:UserAgent'],
    },
    preparsedPolicySetId: id,
    entities: [],
  }));
  return {
    name: 'cedar',
    allows: index => {
      const answer = cedar.statefulIsAuthorized(asked[index] ?? {});
      if (answer.type === 'failure') throw new Error(`Cedar cannot answer: ${JSON.stringify(answer.errors)}`);
      return answer.response.decision === 'allow';
    },
  };
}

function cedarPolicy({ effect, actions, resource, condition }: WorkStatement): string {
  const action = actions.map(each => like('action', each.toLowerCase())).join(' || ');
  const tests = [
    ...resourceTests(resource),
    `(${action})`,
    ...(condition === undefined ? [] : [cedarCondition(condition)]),
  ];
  const keyword = effect === 'Allow' ? 'permit' : 'forbid';
  return `${keyword}(principal, action, resource) when { ${tests.join(' && ')} };`;
}

/** What tells most requests apart comes first, since a condition ends with the first part that does not hold. */
function resourceTests({ service, region, relativeId }: WorkResource): string[] {
  return [
    `context.service == "${service}"`,
    like('relativeId', relativeId),
    ...(region === '*' ? [] : [like('region', region)]),
  ];
}

function like(name: string, glob: string): string {
  const isPattern = glob.includes('*') || glob.includes('?');
  return isPattern ? `context.${name} like "${glob.replaceAll('?', '*')}"` : `context.${name} == "${glob}"`;
}

function cedarCondition({ operator, value }: WorkCondition): string {
  switch (operator) {
    case 'IpAddress':
      return `context.ip.isInRange(ip("${value}"))`;
    case 'Bool':
      return `context.secure == "${value}"`;
    case 'StringLike':
      return like('agent', value);
  }
}
