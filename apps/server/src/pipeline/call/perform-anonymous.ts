/** Calls without a key: the exchange of a proof for something. */
import { apiError } from '../../kernel/errors.ts';
import { NonceClaimed } from '../../kernel/ledger.ts';
import type { AnonymousOperation, OneTimeUse } from '../../kernel/operation.ts';
import type { WireObject } from '../../kernel/response.ts';
import { oneTimeClaim } from '../caller/nonce.ts';
import { type Exchange, scopeOf } from '../exchange.ts';
import { contextOf, type PerformOptions, rowOf } from './perform.ts';
import { validate } from './validate.ts';

/**
 * Runs an operation that anybody may call. Whoever proves to be vouched for by an identity provider is a caller of its
 * account from then on; before that, whatever is refused is refused to a stranger.
 */
export async function performAnonymous(
  options: PerformOptions,
  exchange: Exchange,
  operation: AnonymousOperation,
): Promise<WireObject> {
  const { anonymous, clock, principals } = options;
  anonymous.admit(exchange.connection.sourceIp, clock.monotonic());
  const command = validate(operation.parameters, exchange.parameters);
  const caller = operation.caller(command);
  const context = contextOf(options, exchange, caller);
  const proof = await operation.prove(options.preparationFor(context), command, context);
  exchange.federated = caller;
  // What is given out is used for hours: nothing on what another node has just taken away.
  await principals.confirm([caller.accountId]);
  const result = await operation.run(context, command, proof);
  exchange.issued = operation.issued?.(result);
  await recordOnce(options, exchange, operation.once?.(proof));
  return operation.render(result, { proof, context });
}

/** Writes a call down and spends what may be used once, by all nodes together. */
async function recordOnce(
  options: PerformOptions,
  exchange: Exchange,
  use: OneTimeUse | undefined,
): Promise<void> {
  const { ledger, anonymous, clock } = options;
  const giveBack = use && anonymous.spend(scopeOf(exchange), clock.monotonic());
  const row = rowOf(options, exchange);
  try {
    await ledger.record(use === undefined ? { row } : { row, nonce: oneTimeClaim(use) });
  } catch (error) {
    if (use === undefined || !(error instanceof NonceClaimed)) throw error;
    giveBack?.();
    throw apiError(use.spent);
  }
}
