/** The extension that keeps a local CA from vouching for anything but this machine (RFC 5280, 4.2.1.10). */

/** Object identifier of NameConstraints. */
export const NAME_CONSTRAINTS = '2.5.29.30';

const SEQUENCE = 0x30;
/** [0] of NameConstraints: permittedSubtrees. */
const PERMITTED = 0xa0;
/** [2] and [7] of GeneralName: dNSName and iPAddress. */
const DNS_NAME = 0x82;
const IP_ADDRESS = 0x87;

/** DER of: permitted are localhost, 127.0.0.1 and ::1, and nothing else. */
export function loopbackOnly(): Uint8Array {
  const subtrees = [
    element(DNS_NAME, new TextEncoder().encode('localhost')),
    element(IP_ADDRESS, Uint8Array.of(127, 0, 0, 1, 255, 255, 255, 255)),
    element(IP_ADDRESS, Uint8Array.of(...new Array(15).fill(0), 1, ...new Array(16).fill(255))),
  ].map(name => element(SEQUENCE, name));
  return element(SEQUENCE, element(PERMITTED, ...subtrees));
}

/** One DER element; everything here is shorter than 128 bytes, so that one byte holds the length. */
function element(tag: number, ...content: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(content);
  return Uint8Array.of(tag, body.length, ...body);
}
