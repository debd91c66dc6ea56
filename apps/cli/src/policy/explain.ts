import { canonicalKey, explanationLines, isActionName, parseArn } from '@wardenry/policy';
import type { CasePrincipal, CaseQuestion, CaseRequest } from '@wardenry/policy/cases';
import { readEndpoint } from '../endpoint.ts';
import { readCredentials } from '../environment-credentials.ts';
import { writeLines } from '../lines.ts';
import { EXIT, type Surroundings } from '../surroundings.ts';
import { askServer } from './authorize-call.ts';
import { explainCase } from './case-explanation.ts';
import { isExplanation } from './explanation-shape.ts';
import { type PolicyFiles, readPolicies } from './policy-files.ts';
import { readPrincipal } from './principal-name.ts';

/** Options of `wardenry policy explain`. */
export interface ExplainOptions extends PolicyFiles {
  readonly principal: string;
  readonly action: string;
  readonly resource: readonly string[];
  readonly context?: readonly (readonly [key: string, value: string])[];
  readonly resourceGroup?: string;
  readonly resourceGroupDenyWins?: true;
  readonly endpoint?: string;
  readonly json?: true;
}

/** Ends the command as one that was called in a wrong way. */
type Misuse = (message: string) => never;

/** What is written with `--json`. */
interface Answer {
  readonly decision: string;
  /** An explanation as `explain` of the policy engine gives it; whatever came instead when a server of another version answered. */
  readonly explanation: unknown;
  /** The server's name for the call. */
  readonly requestId?: string;
}

/**
 * Explains the decision about a request: by a server, or by local documents.
 *
 * @param misuse ends the command with a message; it throws
 * @returns the exit code
 */
export async function explainRequest(
  options: ExplainOptions,
  surroundings: Surroundings,
  misuse: Misuse,
): Promise<number> {
  const files = filesGiven(options);
  if (options.endpoint !== undefined) {
    if (files.length > 0) misuse(`a server decides by its own policies: leave out --endpoint or ${files[0]}`);
    if (options.resourceGroupDenyWins) {
      misuse('a server decides by its own settings: leave out --endpoint or --resource-group-deny-wins');
    }
    return explainByServer(options, options.endpoint, surroundings, misuse);
  }
  if (files.length === 0) misuse('say what decides: --endpoint for a server, or --policy with documents');
  return explainLocally(options, surroundings, misuse);
}

function filesGiven(options: ExplainOptions): readonly string[] {
  const given: Readonly<Record<string, unknown>> = {
    '--policy': options.policy,
    '--resource-group-policy': options.resourceGroupPolicy,
    '--session-policy': options.sessionPolicy,
    '--control-policy': options.controlPolicy,
    '--trust-policy': options.trustPolicy,
  };
  return Object.keys(given).filter(name => given[name] !== undefined);
}

async function explainByServer(
  options: ExplainOptions,
  endpoint: string,
  surroundings: Surroundings,
  misuse: Misuse,
): Promise<number> {
  const url = readEndpoint(endpoint) ?? misuse(`${endpoint} is no endpoint. Write it as https://host:port`);
  const credentials =
    readCredentials(surroundings.environment) ??
    misuse('set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET to call a server');
  const { principal, action, resource, resourceGroup } = options;
  const answer = await askServer(url, credentials, {
    principal,
    action,
    resource,
    context: readContext(options, misuse),
    ...(resourceGroup === undefined ? {} : { resourceGroupId: resourceGroup }),
  });
  if (!answer.ok) {
    writeLines(surroundings.err, [answer.reason]);
    return EXIT.failure;
  }
  const { decision, explanation, requestId } = answer;
  write({ decision, explanation, requestId }, options, surroundings);
  return EXIT.ok;
}

function explainLocally(options: ExplainOptions, surroundings: Surroundings, misuse: Misuse): number {
  const request = readRequest(options, misuse);
  const read = readPolicies(options, options.resourceGroup);
  if (!read.ok) {
    writeLines(surroundings.err, read.problems);
    return EXIT.usage;
  }
  const { resourceGroupDenyWins = false } = options;
  const explanation = explainCase({ policies: read.policies, request, options: { resourceGroupDenyWins } });
  write({ decision: explanation.decision.effect, explanation }, options, surroundings);
  return EXIT.ok;
}

function readRequest(options: ExplainOptions, misuse: Misuse): CaseQuestion['request'] {
  const { action, resource: resources, resourceGroup, trustPolicy } = options;
  const principal = readPrincipal(options.principal);
  if (principal === undefined) {
    return misuse(`${options.principal} names nobody. Write it as acs:ram::<account>:user/<name>`);
  }
  if ((principal.type === 'service' || principal.type === 'federated') && trustPolicy === undefined) {
    misuse('services and providers can only assume roles: give --trust-policy');
  }
  if (options.resourceGroupPolicy !== undefined && resourceGroup === undefined) {
    misuse('--resource-group-policy needs --resource-group, the group whose scope it is attached at');
  }
  if (!isActionName(action)) {
    misuse(`${action} is not the name of one action. Write it as <service>:<action>, without wildcards`);
  }
  const unnamed = resources.find(resource => resource !== '*' && parseArn(resource) === undefined);
  if (unnamed !== undefined) {
    misuse(`${unnamed} is no resource. Write it as acs:<service>:<region>:<account>:<name>, or *`);
  }
  const context = { ...givenByServer(principal, options), ...readContext(options, misuse) };
  return { principal, action, resources, context, ...(resourceGroup === undefined ? {} : { resourceGroup }) };
}

/** What every server would give, unless `--context` says otherwise: the present, and who asks (spec: policy 3.5). */
function givenByServer(principal: CasePrincipal, { context = [] }: ExplainOptions): CaseRequest['context'] {
  const given = new Set(context.map(([key]) => canonicalKey(key)));
  const own = {
    'acs:CurrentTime': new Date().toISOString(),
    ...(principal.type === 'user' || principal.type === 'role'
      ? { 'acs:PrincipalARN': `acs:ram:*:${principal.account}:${principal.type}/${principal.name}` }
      : {}),
  };
  return Object.fromEntries(Object.entries(own).filter(([key]) => !given.has(canonicalKey(key))));
}

function readContext({ context: pairs = [] }: ExplainOptions, misuse: Misuse): CaseRequest['context'] {
  const byKey = Map.groupBy(pairs, ([key]) => key);
  const spellings = new Set([...byKey.keys()].map(canonicalKey));
  if (spellings.size < byKey.size) misuse('--context has one condition key in two spellings');
  return Object.fromEntries([...byKey].map(([key, same]) => [key, oneOrAll(same.map(([, value]) => value))]));
}

function oneOrAll(values: readonly string[]): string | readonly string[] {
  const [first, ...others] = values;
  return first !== undefined && others.length === 0 ? first : values;
}

function write(answer: Answer, { json }: ExplainOptions, { out }: Surroundings): void {
  const { decision, explanation } = answer;
  if (json) out(`${JSON.stringify(answer, undefined, 2)}\n`);
  else writeLines(out, [decision, ...explainedLines(explanation)]);
}

/** An explanation of another shape, by a server of another version, is shown as it came. */
function explainedLines(explanation: unknown): readonly string[] {
  if (isExplanation(explanation)) return explanationLines(explanation);
  return explanation === undefined ? [] : JSON.stringify(explanation, undefined, 2).split('\n');
}
