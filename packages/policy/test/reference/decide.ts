import { isOwnedBy, resourceCovers } from './arn.ts';
import { conditionHolds } from './conditions.ts';
import { type Patterns, type Rule, readRules } from './document.ts';
import { globCovers, lowerAscii } from './glob.ts';
import type {
  CallerName,
  PlainIdentity,
  PlainKind,
  PlainPolicy,
  PlainRequest,
  PlainRoot,
  PlainSurroundings,
  Verdict,
} from './plain.ts';
import { nameCaller } from './principals.ts';

/** A statement and the name that a decision gives it. */
export interface NamedRule extends Rule {
  readonly reference: string;
}

/** An identity whose policies have been read. */
export interface ReadIdentity extends Omit<PlainIdentity, 'policies' | 'inResourceGroups' | 'session'> {
  readonly rules: readonly NamedRule[];
  readonly inResourceGroups: ReadonlyMap<string, readonly NamedRule[]>;
  readonly session: readonly NamedRule[] | undefined;
}

export interface ReadSurroundings {
  readonly control: readonly (readonly NamedRule[])[] | undefined;
  readonly resource: readonly NamedRule[] | undefined;
  readonly strict: boolean;
}

const ALLOW: Verdict = { effect: 'Allow' };
const ACCOUNT_STEP = 'AccountLevelIdentityBasedPolicy';

export function readPolicies(policies: readonly PlainPolicy[], kind: PlainKind): readonly NamedRule[] {
  return policies.flatMap(({ name, text }) =>
    readRules(text, kind).map((rule, place) => ({ ...rule, reference: `${name}#${place}` })),
  );
}

export function readIdentity({
  policies,
  inResourceGroups,
  session,
  ...identity
}: PlainIdentity): ReadIdentity {
  const groups = Object.entries(inResourceGroups).map(
    ([id, attached]) => [id, readPolicies(attached, 'identity')] as const,
  );
  return {
    ...identity,
    rules: readPolicies(policies, 'identity'),
    inResourceGroups: new Map(groups.filter(([id]) => (inResourceGroups[id] ?? []).length > 0)),
    session: session && readPolicies([session], 'session'),
  };
}

export function readSurroundings({ control, resource, strict }: PlainSurroundings): ReadSurroundings {
  return {
    control: control?.map(level => readPolicies(level, 'control')),
    resource: resource && readPolicies([resource], 'resource'),
    strict,
  };
}

/** Decides a request (spec: policy 2.9, 4.2). */
export function decideByReference(
  caller: ReadIdentity | PlainRoot,
  request: PlainRequest,
  surroundings: ReadSurroundings,
): Verdict {
  return decideEveryResource(request, names => {
    const verdict = decideResource(caller, request, names, surroundings);
    const isOwn = names.every(name => isOwnedBy(caller.account, name));
    const { resource } = surroundings;
    if (caller.kind !== 'root' && resource !== undefined && !isEndedByLimit(verdict)) {
      const applying = resource.filter(
        rule => applies(rule, request) && isAbout(rule, caller) && coversResource(rule, names),
      );
      return mergeSides(verdict, decideByApplying(applying, 'ResourceBasedPolicy', names), isOwn);
    }
    return verdict.effect === 'Allow' && !isOwn ? implicitDeny(ACCOUNT_STEP, names) : verdict;
  });
}

function isEndedByLimit(verdict: Verdict): boolean {
  return verdict.effect !== 'Allow' && ['ControlPolicy', 'SessionPolicy'].includes(verdict.step);
}

/** Any explicit deny, else one Allow for what is the caller's own account's, else two (spec: policy 4.2, 4.6). */
function mergeSides(byIdentity: Verdict, ofResource: Verdict, isOwn: boolean): Verdict {
  const sides = [byIdentity, ofResource];
  const denial = sides.find(({ effect }) => effect === 'ExplicitDeny');
  if (denial !== undefined) return denial;
  const allows = sides.filter(({ effect }) => effect === 'Allow').length;
  if (allows >= (isOwn ? 1 : 2)) return ALLOW;
  return byIdentity.effect === 'Allow' ? ofResource : byIdentity;
}

/** Decides the caller's own side of AssumeRole, which reaches roles of other accounts (spec: policy 4.3). */
export function decideCallerSide(
  caller: ReadIdentity,
  request: PlainRequest,
  surroundings: ReadSurroundings,
): Verdict {
  return decideEveryResource(request, names => decideResource(caller, request, names, surroundings));
}

/** Every resource must be allowed; an explicit deny is reported before an implicit one (spec: policy 2.9). */
function decideEveryResource(
  { actions, resources }: PlainRequest,
  decideOne: (names: readonly string[]) => Verdict,
): Verdict {
  if (actions.length === 0 || resources.length === 0 || resources.some(names => names.length === 0)) {
    return implicitDeny(ACCOUNT_STEP, ['']);
  }
  const verdicts = resources.map(decideOne);
  return (
    verdicts.find(({ effect }) => effect === 'ExplicitDeny') ??
    verdicts.find(({ effect }) => effect === 'ImplicitDeny') ??
    ALLOW
  );
}

/** The steps, in their order (spec: policy 4.2). */
function decideResource(
  caller: ReadIdentity | PlainRoot,
  request: PlainRequest,
  names: readonly string[],
  { control, strict }: ReadSurroundings,
): Verdict {
  if (caller.kind === 'root') {
    const assumesRole = request.actions.some(action => lowerAscii(action) === 'sts:assumerole');
    return assumesRole ? implicitDeny(ACCOUNT_STEP, names) : ALLOW;
  }
  const levels = caller.exemptFromControl ? [] : (control ?? []);
  for (const level of levels) {
    const verdict = decideSet(level, request, names, 'ControlPolicy');
    if (verdict.effect !== 'Allow') return verdict;
  }
  if (caller.session !== undefined) {
    const verdict = decideSet(caller.session, request, names, 'SessionPolicy');
    if (verdict.effect !== 'Allow') return verdict;
  }
  const inAccount = decideSet(caller.rules, request, names, ACCOUNT_STEP);
  const group = caller.inResourceGroups.get(request.resourceGroupId ?? '');
  if (group === undefined || inAccount.effect === 'ExplicitDeny') return inAccount;
  const inGroup = decideSet(group, request, names, 'ResourceGroupLevelIdentityBasedPolicy');
  if (inAccount.effect === 'ImplicitDeny') return inGroup;
  return strict && inGroup.effect === 'ExplicitDeny' ? inGroup : inAccount;
}

/** One set of statements: any Deny, else any Allow (spec: policy 4.1). */
function decideSet(
  rules: readonly NamedRule[],
  request: PlainRequest,
  names: readonly string[],
  step: string,
): Verdict {
  return decideByApplying(
    rules.filter(rule => applies(rule, request) && coversResource(rule, names)),
    step,
    names,
  );
}

/** The verdict of the statements that apply. */
export function decideByApplying(
  applying: readonly NamedRule[],
  step: string,
  names: readonly string[],
): Verdict {
  const denying = applying.filter(({ effect }) => effect === 'Deny').map(({ reference }) => reference);
  if (denying.length > 0) return { effect: 'ExplicitDeny', step, resource: names[0] ?? '', denying };
  return applying.length > 0 ? ALLOW : implicitDeny(step, names);
}

/**
 * Whether a statement applies as far as its action and its conditions go. What cannot be read makes an Allow
 * void, and does not limit a Deny (spec: policy 3.3).
 */
export function applies(rule: Rule, request: PlainRequest): boolean {
  const { effect, understood, actions, conditions } = rule;
  if (effect === 'Allow' && !understood) return false;
  const coversAction =
    actions === 'unreadable' ||
    isCovered(actions, request.actions, (pattern, name) => globCovers(lowerAscii(pattern), lowerAscii(name)));
  return (
    coversAction &&
    (conditions === 'unreadable' || conditions.every(condition => conditionHolds(condition, request)))
  );
}

/** Whether a statement of a trust policy is about a caller. */
export function isAbout({ principals }: Rule, caller: CallerName): boolean {
  return principals === 'unreadable' || nameCaller(principals, caller);
}

function coversResource({ resources }: Rule, names: readonly string[]): boolean {
  return resources === 'unreadable' || isCovered(resources, names, resourceCovers);
}

/** Whether one pattern covers one of the alternative names; the reverse for what is excluded (spec: policy 6.2). */
function isCovered(
  { excluded, patterns }: Patterns,
  names: readonly string[],
  covers: (pattern: string, name: string) => boolean,
): boolean {
  return patterns.some(pattern => names.some(name => covers(pattern, name))) !== excluded;
}

function implicitDeny(step: string, [resource = '']: readonly string[]): Verdict {
  return { effect: 'ImplicitDeny', step, resource, denying: [] };
}
