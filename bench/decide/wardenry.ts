/** Our engine on a workload. */
import type { AccessRequest, AttachedDocument, IdentityPrincipal } from '../../packages/policy/src/index.ts';
import { compile, decide, readStoredDocument, requestContext } from '../../packages/policy/src/index.ts';
import type { CompileOptions } from '../../packages/policy/src/policies/compile.ts';
import type { Engine } from './engine.ts';
import type { Workload, WorkRequest, WorkStatement } from './workload.ts';
import { ACCOUNT, arnOf } from './workload.ts';

/** So many statements of the workload fit into a document of 6,144 characters. */
const STATEMENTS_PER_DOCUMENT = 20;

export function wardenryEngine({ statements, requests }: Workload, options?: CompileOptions): Engine {
  const principal = principalWith(statements, options);
  const asked = requests.map(accessRequest);
  return {
    name: 'wardenry',
    allows: index => {
      const request = asked[index];
      return request !== undefined && decide(principal, request).effect === 'Allow';
    },
  };
}

/** A user to whom the documents are attached. */
export function principalOf(
  documents: readonly AttachedDocument[],
  options?: CompileOptions,
): IdentityPrincipal {
  return { kind: 'user', account: ACCOUNT, name: 'bench', identity: compile(documents, options) };
}

function principalWith(statements: readonly WorkStatement[], options?: CompileOptions): IdentityPrincipal {
  return principalOf(documentTexts(statements).map(attach), options);
}

/** The statements as the texts of policy documents, in an account of ours unless told otherwise. */
export function documentTexts(statements: readonly WorkStatement[], account = ACCOUNT): string[] {
  const texts: string[] = [];
  for (let at = 0; at < statements.length; at += STATEMENTS_PER_DOCUMENT) {
    const some = statements.slice(at, at + STATEMENTS_PER_DOCUMENT);
    texts.push(JSON.stringify({ Version: '1', Statement: some.map(each => statementJson(each, account)) }));
  }
  return texts;
}

/** A document attached to a user at account scope. */
export function attach(text: string, index: number): AttachedDocument {
  return {
    document: readStoredDocument(text, 'identity').document,
    policyName: `policy-${index}`,
    policyType: 'Custom',
    attachedTo: { type: 'RamUser', name: 'bench' },
    scope: { type: 'Account' },
  };
}

function statementJson({ effect, actions, resource, condition }: WorkStatement, account: string): object {
  return {
    Effect: effect,
    Action: actions,
    Resource: arnOf(resource, account),
    ...(condition === undefined
      ? {}
      : { Condition: { [condition.operator]: { [condition.key]: condition.value } } }),
  };
}

/** A request in the form that our engine takes. */
export function accessRequest({ action, resource, context }: WorkRequest): AccessRequest {
  return {
    actions: [action],
    resources: [[arnOf(resource)]],
    context: requestContext({ ...context }),
  };
}
