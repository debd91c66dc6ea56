export { addressSet, canonicalAddress, isLoopbackAddress, type Network, parseNetwork } from './address.ts';
export { hasHostBits } from './host-bits.ts';
export { type Origin, originBehind, type UnreadableHeader } from './origin.ts';
