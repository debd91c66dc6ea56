import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CaseDocument, DecisionCase } from '../../src/cases/index.ts';
import { decisionCases, validationCases } from '../corpus.ts';
import { assumeRoleByReference } from './assume-role.ts';
import { decideByReference, readIdentity, readPolicies, readSurroundings } from './decide.ts';
import { isValidDocument } from './document.ts';
import type { PlainCaller, PlainIdentity, PlainRequest, PlainSurroundings, Verdict } from './plain.ts';

describe('the second evaluator', () => {
  it('shares no code with the engine: its files import one another and nothing else', () => {
    const folder = new URL('./', import.meta.url);
    const files = readdirSync(folder).filter(name => !name.endsWith('.test.ts'));
    const imports = files.flatMap(name =>
      [...readFileSync(new URL(name, folder), 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => from),
    );
    expect(files.length).toBeGreaterThan(5);
    expect(imports.filter(from => !from?.startsWith('./') && from !== 'node:net')).toEqual([]);
  });

  const cases = [...decisionCases().values()].flat();
  it.each(cases.map(one => [one.id, one.title, one] as const))('answers %s %s', (_id, _title, one) => {
    expect(decideCase(one).effect).toBe(one.expected);
  });

  const validations = validationCases().filter(({ text }) => !text.endsWith(' '));
  it.each(validations.map(one => [one.id, one.title, one] as const))('judges %s %s', (_id, _title, one) => {
    expect(isValidDocument(one.text, one.kind) ? 'Accept' : 'Reject').toBe(one.expected);
  });
});

function decideCase({ policies, request: asked, options }: DecisionCase): Verdict {
  const { control, trust } = policies;
  const caller = callerOf(asked.principal, policies);
  const read = isIdentity(caller) ? readIdentity(caller) : caller;
  const around: PlainSurroundings = {
    strict: options.resourceGroupDenyWins ?? false,
    ...(control === undefined ? {} : { control }),
  };
  const surroundings = readSurroundings(around);
  const request: PlainRequest = {
    ...namesOf(asked),
    context: asked.context,
    ...(asked.resourceGroup === undefined ? {} : { resourceGroupId: asked.resourceGroup }),
  };
  if (trust !== undefined) {
    return assumeRoleByReference(read, readPolicies([trust], 'trust'), request, surroundings);
  }
  if (read.kind === 'service' || read.kind === 'federated') throw new Error('Only roles can be asked for.');
  return decideByReference(read, request, surroundings);
}

/** Operations of IMS and their resources go by the prefix of RAM as well (spec: policy 6.2). */
function namesOf({
  action,
  resources,
}: DecisionCase['request']): Pick<PlainRequest, 'actions' | 'resources'> {
  const verb = /^ims:(.*)$/i.exec(action)?.[1];
  if (verb === undefined) return { actions: [action], resources: resources.map(resource => [resource]) };
  return {
    actions: [`ram:${verb}`, `ims:${verb}`],
    resources: resources.map(resource => {
      const rest = /^acs:(?:ram|ims):(.*)$/i.exec(resource)?.[1];
      return rest === undefined ? [resource] : [`acs:ram:${rest}`, `acs:ims:${rest}`];
    }),
  };
}

function callerOf(
  principal: DecisionCase['request']['principal'],
  policies: DecisionCase['policies'],
): PlainCaller {
  switch (principal.type) {
    case 'root':
      return { kind: 'root', account: principal.account };
    case 'service':
      return { kind: 'service', name: principal.name };
    case 'federated':
      return { kind: 'federated', provider: principal.provider };
    default: {
      const session: CaseDocument | undefined = policies.session;
      return {
        kind: principal.type,
        account: principal.account,
        name: principal.name,
        policies: [...policies.identity, ...policies.groups],
        inResourceGroups: Object.fromEntries(policies.resourceGroupIdentity),
        ...(session === undefined ? {} : { session }),
        exemptFromControl: principal.serviceLinked ?? false,
      };
    }
  }
}

function isIdentity(caller: PlainCaller): caller is PlainIdentity {
  return caller.kind === 'user' || caller.kind === 'role';
}
