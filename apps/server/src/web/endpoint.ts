import { isLoopbackAddress } from '@wardenry/forwarded';
import { type ListenAddress, showListenAddress } from '../config/index.ts';

/**
 * `host:port` to reach a listener by. One that listens on every address is reached by the public host, or from this
 * machine.
 */
export function endpointOf(address: ListenAddress, publicUrl: URL | undefined): string {
  if (address.host !== '0.0.0.0' && address.host !== '::') return showListenAddress(address);
  const host = publicUrl?.hostname ?? 'localhost';
  return `${host}:${address.port}`;
}

/** Whether a listener can be reached from another machine. */
export function isExposed(address: ListenAddress): boolean {
  return !isLoopbackAddress(address.host);
}
