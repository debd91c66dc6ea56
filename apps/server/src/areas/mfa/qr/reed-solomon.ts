/** Error correction of QR codes: Reed-Solomon over the field of 256 elements (ISO/IEC 18004, 7.5). */

/** x^8 + x^4 + x^3 + x^2 + 1, by which products are reduced. */
const FIELD_POLYNOMIAL = 0x11d;

const powers = new Uint8Array(255);
const logarithms = new Uint8Array(256);
for (let exponent = 0, power = 1; exponent < 255; exponent += 1) {
  powers[exponent] = power;
  logarithms[power] = exponent;
  power <<= 1;
  if (power > 0xff) power ^= FIELD_POLYNOMIAL;
}

function product(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  return powers[((logarithms[a] ?? 0) + (logarithms[b] ?? 0)) % 255] ?? 0;
}

/** The generator polynomial of a degree: its coefficients without the leading 1, the highest first. */
function generator(degree: number): number[] {
  let coefficients = [1];
  for (let root = 0; root < degree; root += 1) {
    const shifted = [...coefficients, 0];
    const scaled = [0, ...coefficients.map(each => product(each, powers[root] ?? 0))];
    coefficients = shifted.map((each, at) => each ^ (scaled[at] ?? 0));
  }
  return coefficients.slice(1);
}

/**
 * The codewords that protect a block.
 *
 * @param block bytes of data
 * @param count how many codewords to make
 */
export function correctionOf(block: readonly number[], count: number): number[] {
  const divisor = generator(count);
  let remainder: number[] = Array.from({ length: count }, () => 0);
  for (const byte of block) {
    const factor = byte ^ (remainder[0] ?? 0);
    const shifted = [...remainder.slice(1), 0];
    remainder = shifted.map((each, at) => each ^ product(divisor[at] ?? 0, factor));
  }
  return remainder;
}
