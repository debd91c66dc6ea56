import {
  type AttachedDocument,
  type CompiledPolicies,
  compile,
  compileTrust,
  readStoredDocument,
  type Principal as Subject,
} from '@wardenry/policy';
import { SigningSecret } from '@wardenry/signature';
import { LRUCache } from 'lru-cache';
import {
  type Caller,
  type KeyCaller,
  nameKey,
  type RootIdentity,
  type UserIdentity,
} from '../../kernel/callers/identity.ts';
import type { KnownRole } from '../../kernel/callers/sessions.ts';
import type { KnownPrincipal } from '../../kernel/decisions.ts';
import type { KeySnapshot, PolicyAttachment, RoleSnapshot, UserSnapshot } from '../../kernel/ledger.ts';
import type { HeldItem } from './held-items.ts';
import { NonceShare } from './nonce-share.ts';
import { Bucket } from './throttle.ts';

/** A caller, ready to decide with. */
export interface Principal extends HeldItem {
  readonly caller: Caller;
  /** Who the policies speak of, with everything attached to it. */
  readonly subject: Subject;
  readonly flow: Flow;
  /** What a session was put together from, in its own account; it is as fresh as these. */
  readonly standsOn?: readonly HeldItem[];
}

/** One AccessKey, permanent or temporary, ready to verify with. */
export interface KeyPrincipal extends Principal {
  readonly accessKeyId: string;
  readonly active: boolean;
  readonly caller: KeyCaller;
  readonly secret: SigningSecret;
}

/** An AccessKey that sessions can be born from, or a permanent one that none can. */
export interface PermanentKey extends KeyPrincipal {
  readonly caller: KeySnapshot['caller'];
  /** Absent for a key of the account itself. */
  readonly generation?: string;
}

/** A role, ready to be taken on and to decide with. */
export interface RolePrincipal extends HeldItem {
  readonly role: KnownRole;
  readonly identity: CompiledPolicies;
  /** Whether it is a service's: control policies do not bind it (spec: policy 4.5). */
  readonly ofService: boolean;
}

/** A user whom somebody asks about, whatever it calls with. */
export interface UserPrincipal extends HeldItem, KnownPrincipal {}

/** The name that a user is held by; ids of AccessKeys hold no spaces. */
export function userHoldingName(accountId: string, userName: string): string {
  return `user ${accountId} ${nameKey(userName)}`;
}

/** The name that a role is held by. */
export function roleHoldingName(accountId: string, roleName: string): string {
  return `role ${accountId} ${nameKey(roleName)}`;
}

/** What one AccessKey sends, with every session that began with it; kept when the key itself is read anew. */
export interface Flow {
  readonly bucket: Bucket;
  readonly nonces: NonceShare;
}

/** The document of a policy that is part of the product; undefined for a name that is none. */
export type SystemDocuments = (name: string) => string | undefined;

/** Characters of session policies whose compiled forms are kept: 1,000 of the longest policies. */
export const SESSION_POLICY_CHARACTERS = 2_048_000;

type Attached = Pick<KeySnapshot, 'accountId' | 'attachments'>;

/** Makes principals of what was read; compiled policies are kept and shared, and so is what a key sends. */
export class PrincipalAssembly {
  readonly #systemDocuments: SystemDocuments;
  readonly #compiled: LRUCache<string, CompiledPolicies>;
  /** Apart from the policies of users and roles, which strangers to an account could otherwise push out. */
  readonly #ofSessions: LRUCache<string, CompiledPolicies>;
  readonly #flows: LRUCache<string, Flow>;

  /** @param capacity compiled forms, and flows of keys, that are kept */
  constructor(systemDocuments: SystemDocuments, capacity: number) {
    this.#systemDocuments = systemDocuments;
    this.#compiled = new LRUCache({ max: capacity });
    this.#ofSessions = new LRUCache({
      max: capacity,
      maxSize: SESSION_POLICY_CHARACTERS,
      sizeCalculation: (_, text) => Math.max(1, text.length),
    });
    this.#flows = new LRUCache({ max: capacity });
  }

  assemble(snapshot: KeySnapshot): PermanentKey {
    const { accessKeyId, accountId, active, caller, secret, dependsOn, revision, generation } = snapshot;
    return {
      accessKeyId,
      active,
      caller,
      secret: new SigningSecret(secret),
      subject: this.#subjectOf(caller, snapshot),
      holding: { name: accessKeyId, accountId, dependsOn },
      revision,
      flow: this.flowOf(accessKeyId),
      ...(generation === undefined ? {} : { generation }),
    };
  }

  assembleRole(snapshot: RoleSnapshot): RolePrincipal {
    const { accountId, roleId, name, trustDocument, maxSessionDuration, generation } = snapshot;
    const { service, dependsOn, revision } = snapshot;
    const trust = compileTrust({
      document: readStoredDocument(trustDocument, 'trust').document,
      policyName: name,
      policyType: 'Custom',
      attachedTo: { type: 'RamRole', name },
      scope: { type: 'Account' },
    });
    const origin = { kind: 'role', accountId, name, generation } as const;
    return {
      role: { accountId, roleId, name, trust, maxSessionDuration, origin },
      identity: this.#policiesOf(snapshot),
      ofService: service !== undefined,
      holding: { name: roleHoldingName(accountId, name), accountId, dependsOn },
      revision,
    };
  }

  /** Compiles the policy that a session is narrowed to; one that cannot be read denies everything. */
  sessionPolicy(text: string): CompiledPolicies {
    const held = this.#ofSessions.get(text);
    if (held !== undefined) return held;
    const { document } = readStoredDocument(text, 'session');
    const attachedTo = { type: 'RamRole', name: '' } as const;
    const compiled = compile([
      { document, policyName: 'SessionPolicy', policyType: 'Custom', attachedTo, scope: { type: 'Account' } },
    ]);
    this.#ofSessions.set(text, compiled);
    return compiled;
  }

  assembleUser(snapshot: UserSnapshot): UserPrincipal {
    const { accountId, identity, dependsOn, revision } = snapshot;
    return {
      identity,
      subject: this.#subjectOf(identity, snapshot),
      holding: { name: userHoldingName(accountId, identity.userName), accountId, dependsOn },
      revision,
    };
  }

  /** @param name id of a permanent AccessKey, or what a gateway token or an identity provider is held by */
  flowOf(name: string): Flow {
    const held = this.#flows.get(name);
    if (held !== undefined) return held;
    const flow = { bucket: new Bucket(), nonces: new NonceShare() };
    this.#flows.set(name, flow);
    return flow;
  }

  #subjectOf(identity: RootIdentity | UserIdentity, attached: Attached): Subject {
    return identity.kind === 'root'
      ? { kind: 'root', account: identity.accountId }
      : {
          kind: 'user',
          account: identity.accountId,
          name: identity.userName,
          identity: this.#policiesOf(attached),
        };
  }

  /** Users with the same policies, their own or those of a group, share one compiled form. */
  #policiesOf({ accountId, attachments }: Attached): CompiledPolicies {
    const shared = attachments.map(withoutUserName);
    const name = JSON.stringify([accountId, shared]);
    const held = this.#compiled.get(name);
    if (held !== undefined) return held;
    const compiled = compile(shared.map(attachment => this.#documentOf(attachment)));
    this.#compiled.set(name, compiled);
    return compiled;
  }

  /** A stored document that cannot be read, or a system policy that is none, denies everything (spec: policy 3.3). */
  #documentOf(attachment: PolicyAttachment): AttachedDocument {
    const { policyType, policyName, version, attachedTo, resourceGroupId } = attachment;
    const text = policyType === 'System' ? this.#systemDocuments(policyName) : attachment.document;
    return {
      document: readStoredDocument(text ?? '', 'identity').document,
      policyName,
      policyType,
      ...(version === undefined ? {} : { version }),
      attachedTo,
      scope: resourceGroupId === '' ? { type: 'Account' } : { type: 'ResourceGroup', id: resourceGroupId },
    };
  }
}

/** What is attached to a user is attached to whoever decides by it: the name says nothing, and would tell users apart. */
function withoutUserName(attachment: PolicyAttachment): PolicyAttachment {
  const { type } = attachment.attachedTo;
  return type === 'RamUser' ? { ...attachment, attachedTo: { type, name: '' } } : attachment;
}
