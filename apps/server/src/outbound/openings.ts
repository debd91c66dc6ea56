import { isIPv4 } from 'node:net';
import { addressSet } from '@wardenry/forwarded';
import type { Destination } from '../config/index.ts';
import { isMetadataAddress, type JudgedAddress } from './addresses.ts';

/** Whether a connection may be made: the address, and the host and the port that the URL names. */
export type MayReach = (address: JudgedAddress, host: string, port: number) => boolean;

/** What one entry of the setting opens. */
interface Opening {
  readonly port: number | undefined;
  opens(address: JudgedAddress, host: string): boolean;
}

/**
 * Makes the judge of connections (spec: security Q23): public addresses are reached, all others only where the operator
 * says so. A host opens what is internal; the name may come to lead elsewhere, so link-local and the like stay closed.
 * A network opens what lies in it, but credentials of the machine itself only by their own address.
 *
 * @param allow what the operator opens
 */
export function connectionJudge(allow: readonly Destination[]): MayReach {
  const openings = allow.map(openingOf);
  return (address, host, port) =>
    address.kind === 'public' ||
    openings.some(each => (each.port === undefined || each.port === port) && each.opens(address, host));
}

function openingOf(destination: Destination): Opening {
  const { port } = destination;
  if (destination.kind === 'host') {
    return { port, opens: ({ kind }, host) => kind === 'internal' && host === destination.host };
  }
  const { network } = destination;
  const has = addressSet([network]);
  const isOneAddress = network.prefix === (isIPv4(network.address) ? 32 : 128);
  return {
    port,
    opens: ({ address }) => has(address) && (isOneAddress || !isMetadataAddress(address)),
  };
}
