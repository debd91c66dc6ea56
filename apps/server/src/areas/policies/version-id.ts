/** The most digits that a version number is read with; no policy gets that many versions. */
const longestNumber = 9;

/** `v3` for 3: how a version is named in calls and replies. */
export function versionIdOf(number: number): string {
  return `v${number}`;
}

/**
 * Reads the number of a version id.
 *
 * @returns 3 for `v3`; undefined for what names no version, `v0` and `v03` included
 */
export function versionNumber(id: string): number | undefined {
  if (id[0] !== 'v' || id.length < 2 || id.length > 1 + longestNumber || id[1] === '0') return undefined;
  for (let i = 1; i < id.length; i += 1) {
    const unit = id.charCodeAt(i);
    if (unit < 48 || unit > 57) return undefined;
  }
  return Number(id.slice(1));
}
