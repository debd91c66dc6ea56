import type { Arn } from '../arn.ts';
import { parseArn } from '../arn.ts';
import type { Principals } from '../document/document.ts';
import { isPrincipal } from '../document/principal-form.ts';
import { equalsFolded } from '../letter-case.ts';
import type { FederatedPrincipal, IdentityPrincipal, ServicePrincipal } from '../principal.ts';

/** Who may ask for a role. */
export type TrustedPrincipal = IdentityPrincipal | ServicePrincipal | FederatedPrincipal;

/** Whom a statement is about, ready to be compared. */
export interface CompiledPrincipals {
  readonly ram: readonly Arn[];
  readonly services: readonly string[];
  readonly providers: readonly Arn[];
}

/** Makes the principals of a statement ready to be compared. `undefined` when there are none, or one cannot be read. */
export function compilePrincipals(principals: Principals | undefined): CompiledPrincipals | undefined {
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

/** Whether the principal is one of those named. Names of RAM are compared without case (spec: policy 4.3). */
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
