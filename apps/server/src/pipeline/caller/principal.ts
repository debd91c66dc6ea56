import {
  type AttachedDocument,
  type CompiledPolicies,
  compile,
  readStoredDocument,
  type Principal as Subject,
} from '@wardenry/policy';
import { SigningSecret } from '@wardenry/signature';
import { LRUCache } from 'lru-cache';
import type { KnownPrincipal } from '../../kernel/decisions.ts';
import { type Caller, type Identity, type KeyCaller, nameKey } from '../../kernel/identity.ts';
import type { KeySnapshot, PolicyAttachment, UserSnapshot } from '../../kernel/ledger.ts';
import type { HeldItem } from './held-items.ts';
import { NonceShare } from './nonce-share.ts';
import { Bucket } from './throttle.ts';

/** A caller, ready to decide with. */
export interface Principal extends HeldItem {
  readonly caller: Caller;
  /** Who the policies speak of, with everything attached to it. */
  readonly subject: Subject;
  readonly flow: Flow;
}

/** One AccessKey, ready to verify with. */
export interface KeyPrincipal extends Principal {
  readonly accessKeyId: string;
  readonly active: boolean;
  readonly caller: KeyCaller;
  readonly secret: SigningSecret;
}

/** A user whom somebody asks about, whatever it calls with. */
export interface UserPrincipal extends HeldItem, KnownPrincipal {}

/** The name that a user is held by; ids of AccessKeys hold no spaces. */
export function userHoldingName(accountId: string, userName: string): string {
  return `user ${accountId} ${nameKey(userName)}`;
}

/** What one AccessKey sends; kept when the key itself is read anew. */
export interface Flow {
  readonly bucket: Bucket;
  readonly nonces: NonceShare;
}

/** The document of a policy that is part of the product; undefined for a name that is none. */
export type SystemDocuments = (name: string) => string | undefined;

type Attached = Pick<KeySnapshot, 'accountId' | 'attachments'>;

/** Makes principals of what was read; compiled policies are kept and shared, and so is what a key sends. */
export class PrincipalAssembly {
  readonly #systemDocuments: SystemDocuments;
  readonly #compiled: LRUCache<string, CompiledPolicies>;
  readonly #flows: LRUCache<string, Flow>;

  /** @param capacity compiled forms, and flows of keys, that are kept */
  constructor(systemDocuments: SystemDocuments, capacity: number) {
    this.#systemDocuments = systemDocuments;
    this.#compiled = new LRUCache({ max: capacity });
    this.#flows = new LRUCache({ max: capacity });
  }

  assemble(snapshot: KeySnapshot): KeyPrincipal {
    const { accessKeyId, accountId, active, caller, secret, dependsOn, revision } = snapshot;
    return {
      accessKeyId,
      active,
      caller,
      secret: new SigningSecret(secret),
      subject: this.#subjectOf(caller, snapshot),
      holding: { name: accessKeyId, accountId, dependsOn },
      revision,
      flow: this.flowOf(accessKeyId),
    };
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

  /** @param name id of an AccessKey, or what a gateway token is held by */
  flowOf(name: string): Flow {
    const held = this.#flows.get(name);
    if (held !== undefined) return held;
    const flow = { bucket: new Bucket(), nonces: new NonceShare() };
    this.#flows.set(name, flow);
    return flow;
  }

  #subjectOf(identity: Identity, attached: Attached): Subject {
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
