/**
 * What one writes who has a few statements: a loop over all of them, with regular expressions made beforehand. It takes
 * the same requests as our engine and goes by the same rules, as far as the workload needs them: segments of an ARN
 * apart, resources without a region, names of RAM without letter case, resources of other accounts.
 */
import type { AccessRequest, RequestContext } from '../../packages/policy/src/index.ts';
import type { Engine } from './engine.ts';
import { accessRequest } from './wardenry.ts';
import type { WorkCondition, Workload, WorkStatement } from './workload.ts';
import { ACCOUNT } from './workload.ts';

interface PlainStatement {
  readonly denies: boolean;
  readonly actions: readonly RegExp[];
  readonly service: RegExp;
  readonly region: RegExp;
  readonly coversGlobal: boolean;
  readonly account: RegExp;
  readonly relativeId: RegExp;
  readonly relativeIdOfRam: RegExp;
  readonly holds: (context: RequestContext) => boolean;
}

export function plainLoopEngine({ statements, requests }: Workload): Engine {
  const prepared = statements.map(prepare);
  const asked = requests.map(accessRequest);
  return {
    name: 'plain loop',
    allows: index => {
      const request = asked[index];
      return request?.resources.every(([resource = '']) => decide(prepared, request, resource)) === true;
    },
  };
}

function decide(statements: readonly PlainStatement[], request: AccessRequest, resource: string): boolean {
  const [, service = '', region = '', account = '', ...rest] = resource.split(':');
  const relativeId = rest.join(':');
  const isOfRam = service === 'ram' || service === 'ims';
  const isGlobal = region === '' || region === '*';
  let allowed = false;
  for (const statement of statements) {
    if (allowed && !statement.denies) continue;
    const applies =
      request.actions.some(action => statement.actions.some(pattern => pattern.test(action))) &&
      (isOfRam ? statement.relativeIdOfRam : statement.relativeId).test(relativeId) &&
      statement.service.test(service) &&
      statement.account.test(account) &&
      (isGlobal ? statement.coversGlobal : statement.region.test(region)) &&
      statement.holds(request.context);
    if (!applies) continue;
    if (statement.denies) return false;
    allowed = true;
  }
  return allowed && (account === ACCOUNT || account === 'system' || account === '' || account === '*');
}

function prepare({ effect, actions, resource, condition }: WorkStatement): PlainStatement {
  return {
    denies: effect === 'Deny',
    actions: actions.map(action => globPattern(action, 'i')),
    service: globPattern(resource.service),
    region: globPattern(resource.region),
    coversGlobal: resource.region === '*',
    account: globPattern(ACCOUNT),
    relativeId: globPattern(resource.relativeId),
    relativeIdOfRam: globPattern(resource.relativeId, 'i'),
    holds: prepareCondition(condition),
  };
}

/** A glob as a regular expression. */
export function globPattern(glob: string, flags = ''): RegExp {
  const escaped = glob.replaceAll(/[\\^$.|+()[\]{}]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, flags);
}

function prepareCondition(condition: WorkCondition | undefined): (context: RequestContext) => boolean {
  if (condition === undefined) return () => true;
  const key = condition.key.toLowerCase();
  const holds = valueTest(condition);
  return context => holds(String(context.get(key)));
}

/** A condition as a function of the value that the request has. */
export function valueTest({ operator, value }: WorkCondition): (seen: string) => boolean {
  switch (operator) {
    case 'Bool':
      return seen => seen === value;
    case 'StringLike': {
      const pattern = globPattern(value);
      return seen => pattern.test(seen);
    }
    case 'IpAddress': {
      const [address = '', bits] = value.split('/');
      const shift = 32 - Number(bits);
      const network = addressNumber(address) >>> shift;
      return seen => addressNumber(seen) >>> shift === network;
    }
  }
}

/** An IPv4 address as a number. */
function addressNumber(text: string): number {
  let value = 0;
  for (const octet of text.split('.')) value = value * 256 + Number(octet);
  return value;
}
