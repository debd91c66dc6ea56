import { encodeParameters } from '../encode.ts';
import type { Parameter } from '../parameters.ts';

/**
 * The text that an RPC V1 signature covers (spec: wire 2.1).
 *
 * @param method upper case.
 * @param sorted the parameters of query and form together, sorted by name, without `Signature`.
 */
export function rpcV1StringToSign(method: string, sorted: readonly Parameter[]): string {
  // Encoded parameters hold no mark that encodeURIComponent would leave bare, so here it does what percentEncode does.
  return `${method}&%2F&${encodeURIComponent(encodeParameters(sorted))}`;
}
