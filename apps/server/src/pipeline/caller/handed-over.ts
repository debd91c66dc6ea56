/** Requests that other services received: verified by the very rules that our own go by. */
import type {
  GuardedService,
  HandedOverRequest,
  RequestVerifier,
  VerifiedRequest,
} from '../../kernel/decisions.ts';
import { apiError } from '../../kernel/errors.ts';
import { type Ledger, type NonceClaim, NonceClaimed } from '../../kernel/ledger.ts';
import { mapped } from '../../kernel/soon.ts';
import { gatewayErrors, incompleteSignature, missing } from '../errors.ts';
import { decodeHandedOver } from '../request/decode.ts';
import { schemeOf } from '../request/dispatch.ts';
import { admitSigned, type FlowBounds } from './admission.ts';
import { authenticate } from './authenticate.ts';
import type { Clock } from './freshness.ts';
import type { KeyPrincipal } from './principal.ts';
import type { Principals } from './principals.ts';

export interface HandedOverOptions {
  readonly principals: Principals;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly bounds: FlowBounds;
}

/** SHA-256 of nothing, in hexadecimal. */
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Makes the verifier. */
export function handedOverVerifier({
  principals,
  ledger,
  clock,
  bounds,
}: HandedOverOptions): RequestVerifier {
  /** A key of another account is as good as none: nobody learns by way of a service that it exists. */
  const keysOf = (accountId: string) => {
    const own = <Key extends KeyPrincipal>(key: Key) =>
      key.caller.accountId === accountId ? key : undefined;
    const ownSession = (session: KeyPrincipal) => {
      if (own(session) === undefined) throw apiError(gatewayErrors.securityTokenMalformed);
      return session;
    };
    return {
      find: (accessKeyId: string) => mapped(principals.find(accessKeyId), own),
      findSession(accessKeyId: string, token: string, now: number) {
        const found = principals.findSession(accessKeyId, token, now);
        return found instanceof Promise ? found.then(ownSession) : ownSession(found);
      },
    };
  };

  return {
    async verify(request: HandedOverRequest, service: GuardedService): Promise<VerifiedRequest> {
      const decoded = decodeHandedOver(request);
      const scheme = schemeOf(decoded);
      if (scheme === 'anonymous') throw missing('AccessKeyId');
      const { bodyDigest = NOTHING } = request;
      if (scheme === 'rpc-v1' && bodyDigest !== NOTHING) {
        throw incompleteSignature('RPC V1 signs the form itself and no digest; hand over the body');
      }
      const options = {
        principals: keysOf(service.accountId),
        clockWindow: bounds.clockWindow,
        nonceLength: bounds.nonceLength,
        nonceScope: `guarded by ${service.principalId}`,
      };
      const { principal, nonce, unsignedParameters } = await authenticate(
        options,
        decoded,
        scheme,
        service.now,
      );
      admitSigned(principal.flow, bounds, clock.monotonic());
      await claimed(ledger, nonce);
      return { identity: principal.caller, subject: principal.subject, unsignedParameters };
    },
  };
}

/** A request that was handed over before is refused as such; what asks about it is another request. */
async function claimed(ledger: Ledger, nonce: NonceClaim): Promise<void> {
  try {
    await ledger.record({ nonce });
  } catch (error) {
    throw error instanceof NonceClaimed ? apiError(gatewayErrors.nonceUsed) : error;
  }
}
