import { namesOfAction, namesOfResource } from '../alternative-names.ts';
import type { AccessRequest } from '../decide/access-request.ts';
import { decideAssumeRole } from '../decide/assume-role.ts';
import type { DecideOptions } from '../decide/decide.ts';
import { decide } from '../decide/decide.ts';
import type { Decision } from '../decide/decision.ts';
import type { DocumentKind } from '../document/document.ts';
import type { ParsedDocument } from '../document/parse-document.ts';
import { parseDocument, readStoredDocument } from '../document/parse-document.ts';
import type { AttachedDocument, Attachment } from '../policies/attachment.ts';
import { type CompiledPolicies, compile } from '../policies/compile.ts';
import type { TrustedPrincipal } from '../policies/principals.ts';
import { type CompiledTrust, compileTrust } from '../policies/trust.ts';
import type { Principal, RootPrincipal } from '../principal.ts';
import { requestContext } from '../request.ts';
import type { CaseDocument, CasePolicies, CasePrincipal, CaseRequest, ValidationCase } from './case.ts';

/** A case ready to be decided: what `decide` takes, or what `decideAssumeRole` takes when there is a trust policy. */
export type PreparedCase = {
  readonly request: AccessRequest;
  readonly options: DecideOptions;
} & (
  | { readonly principal: Principal; readonly trust?: undefined }
  | { readonly principal: TrustedPrincipal | RootPrincipal; readonly trust: CompiledTrust }
);

/** What a decision is about: the part of a case without its name and the expected answer. */
export interface CaseQuestion {
  readonly policies: CasePolicies;
  readonly request: CaseRequest;
  readonly options?: DecideOptions;
}

/**
 * Makes a case ready to be decided. Documents count as stored ones: what is wrong with them refuses.
 *
 * @throws TypeError when a service or a federated caller is given without a trust policy
 */
export function prepareCase({ policies, request, options = {} }: CaseQuestion): PreparedCase {
  const { principal, action, resources, context, resourceGroup } = request;
  const actions = namesOfAction(action);
  const access: AccessRequest = {
    actions,
    resources: resources.map(resource => namesOfResource(actions, resource)),
    context: requestContext(context),
    ...(resourceGroup === undefined ? {} : { resourceGroupId: resourceGroup }),
    ...(policies.control === undefined ? {} : { controlLevels: policies.control.map(compileLevel) }),
  };
  const caller = callerOf(principal, policies);
  if (policies.trust !== undefined) {
    const trust = compileTrust(attach(policies.trust, 'trust', 'RamRole', resources[0] ?? ''));
    return { principal: caller, trust, request: access, options };
  }
  if (caller.kind === 'service' || caller.kind === 'federated') {
    throw new TypeError('Services and federated callers can only assume roles.');
  }
  return { principal: caller, request: access, options };
}

/** Decides a case. */
export function decideCase(question: CaseQuestion): Decision {
  const { principal, trust, request, options } = prepareCase(question);
  return trust === undefined
    ? decide(principal, request, options)
    : decideAssumeRole(principal, trust, request, options);
}

/** Judges the document of a validation case as one that is about to be created. */
export function validateCase({ text, kind }: ValidationCase): ParsedDocument {
  return parseDocument(text, kind);
}

function callerOf(principal: CasePrincipal, policies: CasePolicies): TrustedPrincipal | RootPrincipal {
  switch (principal.type) {
    case 'root':
      return { kind: 'root', account: principal.account };
    case 'service':
      return { kind: 'service', name: principal.name };
    case 'federated':
      return { kind: 'federated', provider: principal.provider };
    default: {
      const { type: kind, account, name, serviceLinked = false } = principal;
      const { session } = policies;
      return {
        kind,
        account,
        name,
        exemptFromControl: serviceLinked,
        identity: compileIdentity(policies, kind === 'user' ? 'RamUser' : 'RamRole', name),
        ...(session === undefined ? {} : { session: compile([attach(session, 'session', 'RamRole', name)]) }),
      };
    }
  }
}

type EntityType = Attachment['attachedTo']['type'];

function compileIdentity(policies: CasePolicies, type: EntityType, name: string): CompiledPolicies {
  const own = policies.identity.map(document => attach(document, 'identity', type, name));
  const groups = policies.groups.map(document => attach(document, 'identity', 'RamGroup', document.name));
  const inGroups = [...policies.resourceGroupIdentity].flatMap(([id, documents]) =>
    documents.map(document => attach(document, 'identity', type, name, { type: 'ResourceGroup', id })),
  );
  return compile([...own, ...groups, ...inGroups]);
}

function compileLevel(documents: readonly CaseDocument[], level: number): CompiledPolicies {
  const target = level === 0 ? 'account' : `level ${level}`;
  const scope = level === 0 ? ACCOUNT : ({ type: 'Folder', id: target } as const);
  return compile(
    documents.map(document => attach(document, 'control', 'ResourceDirectoryTarget', target, scope)),
  );
}

const ACCOUNT = { type: 'Account' } as const;

function attach(
  { name: policyName, text }: CaseDocument,
  kind: DocumentKind,
  type: EntityType,
  name: string,
  scope: Attachment['scope'] = ACCOUNT,
): AttachedDocument {
  const { document } = readStoredDocument(text, kind);
  return { document, policyName, policyType: 'Custom', attachedTo: { type, name }, scope };
}
