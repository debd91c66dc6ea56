import type { Arn } from '../arn.ts';
import { parseArn } from '../arn.ts';
import type { CompiledCondition } from '../conditions/condition.ts';
import { allHold } from '../conditions/condition.ts';
import type { Principals, Statement } from '../document/document.ts';
import { isPrincipal } from '../document/principal-form.ts';
import type { Glob } from '../glob/glob.ts';
import { equalsFolded } from '../letter-case.ts';
import type { FederatedPrincipal, IdentityPrincipal, ServicePrincipal } from '../principal.ts';
import type { RequestedAction } from '../request.ts';
import type { AttachedDocument, StatementReference } from './attachment.ts';
import type { PatternSet, UnreadStatement } from './statement.ts';
import { compileActions, compileConditions, coversAction, EVERYTHING } from './statement.ts';

/** Who may ask for a role. */
export type TrustedPrincipal = IdentityPrincipal | ServicePrincipal | FederatedPrincipal;

/** A role's trust policy, ready to decide. It is short, and needs no index. */
export interface CompiledTrust {
  readonly deny: readonly TrustStatement[];
  readonly allow: readonly TrustStatement[];
  readonly unread: readonly UnreadStatement[];
}

/** A statement of a trust policy, ready to be applied. */
export interface TrustStatement {
  readonly reference: StatementReference;
  /** What it was made of, for explanations. */
  readonly source: Statement;
  /** Its place in the document. */
  readonly order: number;
  readonly actions: PatternSet<Glob>;
  /** Whom it is about; `everyone` for a Deny that does not say it readably. */
  readonly principals: CompiledPrincipals | 'everyone';
  readonly conditions: readonly CompiledCondition[];
}

interface CompiledPrincipals {
  readonly ram: readonly Arn[];
  readonly services: readonly string[];
  readonly providers: readonly Arn[];
}

/**
 * Makes a role's trust policy ready to decide. What cannot be read in it errs towards refusing, as in
 * identity policies (spec: policy 3.3).
 */
export function compileTrust({ document, ...attachment }: AttachedDocument): CompiledTrust {
  const deny: TrustStatement[] = [];
  const allow: TrustStatement[] = [];
  const unread: UnreadStatement[] = [];
  for (const [order, statement] of document.statements.entries()) {
    const reference = { ...attachment, statement: order };
    const compiled = compileTrustStatement(statement, reference, order);
    if (compiled === undefined) unread.push({ reference, order });
    else (statement.effect === 'Allow' ? allow : deny).push(compiled);
  }
  return { deny, allow, unread };
}

/** Whether a statement applies to a principal that asks for the role (spec: policy 4.3). */
export function trustApplies(
  statement: TrustStatement,
  principal: TrustedPrincipal,
  request: RequestedAction,
): boolean {
  return (
    coversAction(statement.actions, request.actions) &&
    namesPrincipal(statement.principals, principal) &&
    allHold(statement.conditions, request.context)
  );
}

function compileTrustStatement(
  statement: Statement,
  reference: StatementReference,
  order: number,
): TrustStatement | undefined {
  const actions = compileActions(statement.action);
  const principals = compilePrincipals(statement.principals);
  const conditions = compileConditions(statement.conditions);
  if (statement.effect === 'Allow') {
    const isReadable = actions !== undefined && principals !== undefined && conditions !== undefined;
    return isReadable && statement.intact
      ? { reference, source: statement, order, actions, principals, conditions }
      : undefined;
  }
  return {
    reference,
    source: statement,
    order,
    actions: actions ?? EVERYTHING,
    principals: principals ?? 'everyone',
    conditions: conditions ?? [],
  };
}

function compilePrincipals(principals: Principals | undefined): CompiledPrincipals | undefined {
  if (principals === undefined) return undefined;
  const { RAM, Service, Federated } = principals;
  const isReadable =
    RAM.every(text => isPrincipal('RAM', text)) &&
    Service.every(text => isPrincipal('Service', text)) &&
    Federated.every(text => isPrincipal('Federated', text));
  return isReadable ? { ram: parseArns(RAM), services: Service, providers: parseArns(Federated) } : undefined;
}

function parseArns(texts: readonly string[]): readonly Arn[] {
  return texts.map(parseArn).filter(arn => arn !== undefined);
}

/** Whether the principal is one of those named. Names of RAM are compared without case. */
export function namesPrincipal(
  principals: CompiledPrincipals | 'everyone',
  principal: TrustedPrincipal,
): boolean {
  if (principals === 'everyone') return true;
  switch (principal.kind) {
    case 'service':
      return principals.services.some(service => equalsFolded(service, principal.name));
    case 'federated':
      return namesProvider(principals.providers, principal.provider);
    default:
      return principals.ram.some(arn => namesIdentity(arn, principal));
  }
}

function namesIdentity({ account, relativeId }: Arn, principal: IdentityPrincipal): boolean {
  if (account !== principal.account) return false;
  return relativeId === 'root' || equalsFolded(relativeId, `${principal.kind}/${principal.name}`);
}

function namesProvider(providers: readonly Arn[], text: string): boolean {
  const asked = parseArn(text);
  if (asked === undefined) return false;
  return providers.some(
    ({ account, relativeId }) => account === asked.account && equalsFolded(relativeId, asked.relativeId),
  );
}
