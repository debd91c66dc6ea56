/**
 * Sessions whose tokens were opened: bounded, by the digest of the token. What a token says never changes; whether it is
 * still valid is asked at every request of what it was born from, which is held as keys are.
 */
import { hash } from 'node:crypto';
import type { CompiledPolicies } from '@wardenry/policy';
import { SigningSecret } from '@wardenry/signature';
import { LRUCache } from 'lru-cache';
import type { Origin, SessionCaller } from '../../../kernel/callers/identity.ts';
import type { OpenedToken, SessionClaims, SessionTokens } from '../../../kernel/callers/sessions.ts';
import { apiError } from '../../../kernel/errors.ts';
import type { Soon } from '../../../kernel/soon.ts';
import { gatewayErrors } from '../../errors.ts';
import type { HeldItem } from '../held-items.ts';
import {
  type KeyPrincipal,
  type PrincipalAssembly,
  type RolePrincipal,
  roleHoldingName,
  SESSION_POLICY_CHARACTERS,
} from '../principal.ts';
import { providerHoldingName } from './provider.ts';

/** Something that sessions are born from, as it is now. */
export interface LivingOrigin {
  readonly item: HeldItem;
  readonly generation: string;
  /** Absent for whoever takes roles on. */
  readonly role?: RolePrincipal;
}

type Living = LivingOrigin | undefined;

/** Finds what sessions are born from; undefined for what is gone, or is disabled. */
export type FindOrigin = (origin: Origin) => Soon<Living>;

/** A session whose token was opened. */
interface OpenedSession {
  readonly accessKeyId: string;
  readonly secret: SigningSecret;
  readonly claims: SessionClaims;
  readonly origins: readonly Origin[];
  readonly policy: CompiledPolicies | undefined;
  /** As it was last put together, and from what. */
  assembled: { readonly principal: SessionPrincipal; readonly from: readonly HeldItem[] } | undefined;
}

/** A session, ready to verify and to decide with. */
export interface SessionPrincipal extends KeyPrincipal {
  readonly caller: SessionCaller;
  readonly opened: OpenedSession;
}

export interface SessionsOptions {
  readonly tokens: SessionTokens;
  readonly assembly: PrincipalAssembly;
  /** Tokens whose opened form is kept. */
  readonly capacity: number;
  /** As fresh as every decision needs it. */
  readonly origin: FindOrigin;
  /** Whether something that was found is still held, and its account confirmed within the lease. */
  isCurrent(item: HeldItem): boolean;
}

/** Characters of a token; longer ones are none of ours. */
const LONGEST_TOKEN = 16_384;

export class Sessions {
  readonly #options: SessionsOptions;
  readonly #opened: LRUCache<string, OpenedSession>;

  constructor(options: SessionsOptions) {
    this.#options = options;
    this.#opened = new LRUCache({ max: options.capacity, maxSize: SESSION_POLICY_CHARACTERS });
  }

  /**
   * Finds the session of a token.
   *
   * @param accessKeyId that the request is signed with
   * @param now milliseconds since 1970
   * @throws ApiError `InvalidSecurityToken.Malformed`, `.MismatchWithAccessKey`, `.Expired`; StorageUnavailable
   */
  find(accessKeyId: string, token: string, now: number): Soon<SessionPrincipal> {
    if (token.length > LONGEST_TOKEN) throw apiError(gatewayErrors.securityTokenMalformed);
    const digest = hash('sha256', token, 'base64');
    const held = this.#opened.get(digest);
    if (held !== undefined) return this.#alive(held, accessKeyId, now);
    const opened = this.#options.tokens.open(token);
    return opened instanceof Promise
      ? opened.then(each => this.#alive(this.#kept(digest, each), accessKeyId, now))
      : this.#alive(this.#kept(digest, opened), accessKeyId, now);
  }

  /**
   * Puts a session together anew, e.g. of what stands in a transaction; what is found is not kept.
   *
   * @returns undefined when the session has ended
   */
  async reassembled({ opened }: SessionPrincipal, find: FindOrigin): Promise<SessionPrincipal | undefined> {
    const living: Living[] = [];
    for (const origin of opened.origins) living.push(await find(origin));
    const from = itemsOf(opened.origins, living);
    return from && this.#assemble(opened, living, from);
  }

  #kept(digest: string, opened: OpenedToken | undefined): OpenedSession {
    if (opened === undefined) throw apiError(gatewayErrors.securityTokenMalformed);
    const { accessKeyId, accessKeySecret, claims } = opened;
    const { sessionPolicy } = claims;
    const session: OpenedSession = {
      accessKeyId,
      secret: new SigningSecret(accessKeySecret),
      claims,
      origins: [claims.role, ...claims.bornFrom],
      policy: sessionPolicy === undefined ? undefined : this.#options.assembly.sessionPolicy(sessionPolicy),
      assembled: undefined,
    };
    this.#opened.set(digest, session, { size: 1 + (sessionPolicy?.length ?? 0) });
    return session;
  }

  #alive(session: OpenedSession, accessKeyId: string, now: number): Soon<SessionPrincipal> {
    if (session.accessKeyId !== accessKeyId) throw apiError(gatewayErrors.securityTokenMismatch);
    if (session.claims.expiresAt <= now) throw apiError(gatewayErrors.securityTokenExpired);
    const { origin: find, isCurrent } = this.#options;
    const { assembled } = session;
    if (assembled?.from.every(isCurrent) === true) return assembled.principal;
    const found = session.origins.map(find);
    return found.every(isFoundAtOnce)
      ? this.#standing(session, found)
      : Promise.all(found).then(living => this.#standing(session, living));
  }

  #standing(session: OpenedSession, living: readonly Living[]): SessionPrincipal {
    const from = itemsOf(session.origins, living);
    if (from === undefined) throw apiError(gatewayErrors.sessionEnded);
    const { assembled } = session;
    if (assembled?.from.every((item, at) => item === from[at]) === true) return assembled.principal;
    const principal = this.#assemble(session, living, from);
    session.assembled = { principal, from };
    return principal;
  }

  #assemble(session: OpenedSession, living: readonly Living[], from: readonly HeldItem[]): SessionPrincipal {
    const taken = living[0]?.role;
    if (taken === undefined) throw new TypeError('a session begins with its role');
    const { accessKeyId, secret, policy, origins, claims } = session;
    const { role, identity, ofService } = taken;
    const { sessionName, sourceIdentity, mfaPresent, sessionPolicy } = claims;
    const { accountId } = role;
    const own = from.filter(({ holding }) => holding.accountId === accountId);
    return {
      opened: session,
      accessKeyId,
      active: true,
      secret,
      caller: {
        kind: 'session',
        accountId,
        roleId: role.roleId,
        roleName: role.name,
        sessionName,
        ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
        ...(mfaPresent === undefined ? {} : { mfaPresent }),
        accessKeyId,
        origins,
        ...(sessionPolicy === undefined ? {} : { sessionPolicy }),
      },
      subject: {
        kind: 'role',
        account: accountId,
        name: role.name,
        identity,
        ...(policy === undefined ? {} : { session: policy }),
        ...(ofService ? { exemptFromControl: true } : {}),
      },
      flow: this.#options.assembly.flowOf(flowNameOf(session)),
      holding: {
        name: accessKeyId,
        accountId,
        dependsOn: own.flatMap(({ holding }) => holding.dependsOn),
      },
      revision: Math.min(...own.map(({ revision }) => revision)),
      standsOn: own,
    };
  }
}

/**
 * Whom everything is counted for that a session sends: whoever stands at the root of its chain, so that many sessions of
 * one user, or of one provider, may send no more than one (spec: security Q4).
 */
function flowNameOf({ claims }: OpenedSession): string {
  const { kind, accountId, name } = claims.bornFrom.at(-1) ?? claims.role;
  switch (kind) {
    case 'key':
      return name;
    case 'role':
      return roleHoldingName(accountId, name);
    default:
      return providerHoldingName(accountId, kind, name);
  }
}

function isFoundAtOnce(found: Soon<Living>): found is Living {
  return !(found instanceof Promise);
}

/** What the origins are now; undefined when one of them has ended the sessions born from it. */
function itemsOf(origins: readonly Origin[], living: readonly Living[]): readonly HeldItem[] | undefined {
  const items: HeldItem[] = [];
  for (const [at, { generation }] of origins.entries()) {
    const found = living[at];
    if (found === undefined || found.generation !== generation) return undefined;
    items.push(found.item);
  }
  return items;
}
