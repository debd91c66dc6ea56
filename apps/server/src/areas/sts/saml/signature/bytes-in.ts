import { invalid } from '../assertion-problem.ts';

const SPACE: readonly string[] = [' ', '\t', '\n', '\r'];

/**
 * The bytes that a text stands for in Base64, which may be broken into lines.
 *
 * @param text undefined for an element that holds more than text
 * @param what it is, for the error: `its DigestValue`
 * @throws AssertionProblem when another reader could read other bytes, or none
 */
export function bytesIn(text: string | undefined, what: string): Buffer {
  const encoded = [...(text ?? '')].filter(mark => !SPACE.includes(mark)).join('');
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length === 0 || bytes.toString('base64') !== encoded) throw invalid(`${what} is not Base64`);
  return bytes;
}
