import { STAR } from '../glob/wildcards.ts';
import { foldedTextStandsAt } from '../letter-case.ts';

/** The name of a resource in a request, with the places of its parts, so that matching cuts out no texts. */
export interface ResourceName {
  readonly text: string;
  /** Whether the name is an ARN. Anything else, such as `*`, is matched by the pattern `*` alone. */
  readonly isArn: boolean;
  /** The offset of the colon after the service. */
  readonly serviceEnd: number;
  /** The offset of the colon after the region. */
  readonly regionEnd: number;
  /** The offset of the colon after the account. */
  readonly accountEnd: number;
  /** The offset of the relative id; the end of the text when the name is no ARN. */
  readonly relativeIdStart: number;
  /** Whether the resource has no region, written as an empty one or as `*`. */
  readonly isGlobal: boolean;
  /** Whether names of this service are unique without regard to letter case. */
  readonly folded: boolean;
}

const COLON = 0x3a;

/** The offset of the service in an ARN: behind `acs:`. */
export const SERVICE_START = 4;

/**
 * Finds the parts of the name of a requested resource (spec: policy 2.2). Any text is a name. Wildcards in it are
 * ordinary characters.
 */
export function resourceName(text: string): ResourceName {
  const serviceEnd = beginsAsArn(text) ? text.indexOf(':', SERVICE_START) : -1;
  const regionEnd = serviceEnd < 0 ? -1 : text.indexOf(':', serviceEnd + 1);
  const accountEnd = regionEnd < 0 ? -1 : text.indexOf(':', regionEnd + 1);
  const isArn = accountEnd >= 0;
  return {
    text,
    isArn,
    serviceEnd,
    regionEnd,
    accountEnd,
    relativeIdStart: isArn ? accountEnd + 1 : text.length,
    isGlobal: isArn && isEmptyOrStar(text, serviceEnd + 1, regionEnd),
    folded: isArn && isNamedWithoutCase(text, serviceEnd),
  };
}

/** The same for all names of one resource. */
export function resourceNames(texts: readonly string[]): readonly ResourceName[] {
  const [first] = texts;
  return texts.length === 1 && first !== undefined ? [resourceName(first)] : texts.map(resourceName);
}

/**
 * Whether the resource belongs to an account: the ARN names the account, `system` for what the vendor offers to
 * everyone, or no account at all (spec: policy 2.5, 4.6). What is no ARN belongs to nobody else.
 */
export function belongsTo(name: ResourceName, account: string): boolean {
  if (!name.isArn) return true;
  const start = name.regionEnd + 1;
  return (
    isSegment(name.text, start, name.accountEnd, account) ||
    isSegment(name.text, start, name.accountEnd, 'system') ||
    isEmptyOrStar(name.text, start, name.accountEnd)
  );
}

/** Whether the text begins with `acs:`. */
function beginsAsArn(text: string): boolean {
  return (
    text.charCodeAt(0) === 0x61 &&
    text.charCodeAt(1) === 0x63 &&
    text.charCodeAt(2) === 0x73 &&
    text.charCodeAt(3) === COLON
  );
}

/** RAM's names are unique without case (spec: policy 2.6); `ims` is a second name of the same service (6.2). */
function isNamedWithoutCase(text: string, serviceEnd: number): boolean {
  if (serviceEnd !== SERVICE_START + 3) return false;
  return foldedTextStandsAt(text, 'ram', SERVICE_START) || foldedTextStandsAt(text, 'ims', SERVICE_START);
}

function isEmptyOrStar(text: string, start: number, end: number): boolean {
  return start === end || (end - start === 1 && text.charCodeAt(start) === STAR);
}

function isSegment(text: string, start: number, end: number, value: string): boolean {
  return end - start === value.length && text.startsWith(value, start);
}
