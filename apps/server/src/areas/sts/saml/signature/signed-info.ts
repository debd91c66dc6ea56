/** What a signature says about itself (XML Signature 4.4), as far as SAML leaves a choice (SAML core 5.4). */
import type { Element } from '@xmldom/xmldom';
import { childrenOf, elementsOf, plainTextOf } from '../../../../xml/parse.ts';
import { invalid } from '../assertion-problem.ts';
import { isNamed, onlyChild, SIGNATURE } from '../namespaces.ts';
import {
  digestAlgorithms,
  ENVELOPED,
  EXCLUSIVE_CANONICAL,
  type Hash,
  type SignatureAlgorithm,
  signatureAlgorithms,
} from './algorithms.ts';
import { bytesIn } from './bytes-in.ts';

/** The namespace of `InclusiveNamespaces` has the name of the algorithm. */
const PREFIXES = EXCLUSIVE_CANONICAL;

/** Prefixes that one list may name; identity providers name one or two. */
const MOST_PREFIXES = 16;

/** A `SignedInfo` with its one reference. */
export interface SignedInfo {
  readonly algorithm: SignatureAlgorithm;
  /** What is signed: `#` and its ID. */
  readonly uri: string;
  /** Prefixes that the canonical form of what is signed keeps. */
  readonly inclusivePrefixes: readonly string[];
  readonly digestHash: Hash;
  readonly digest: Buffer;
}

/**
 * Reads a `SignedInfo`: one reference, the two transforms of SAML and no other, algorithms of the list.
 *
 * @param signedInfo read from the bytes that the signature was checked over
 * @throws AssertionProblem
 */
export function readSignedInfo(signedInfo: Element): SignedInfo {
  requireChildren(signedInfo, ['CanonicalizationMethod', 'SignatureMethod', 'Reference']);
  const canonicalization = onlyChild(signedInfo, SIGNATURE, 'CanonicalizationMethod');
  if (algorithmOf(canonicalization) !== EXCLUSIVE_CANONICAL) throw foreign(canonicalization);
  return {
    algorithm: signatureAlgorithmOf(onlyChild(signedInfo, SIGNATURE, 'SignatureMethod')),
    ...readReference(onlyChild(signedInfo, SIGNATURE, 'Reference')),
  };
}

/** The algorithm that a `SignatureMethod` names. */
function signatureAlgorithmOf(method: Element): SignatureAlgorithm {
  const algorithm = signatureAlgorithms.get(algorithmOf(method));
  if (algorithm === undefined || elementsOf(method).length > 0) throw foreign(method);
  return algorithm;
}

function readReference(reference: Element): Omit<SignedInfo, 'algorithm'> {
  requireChildren(reference, ['Transforms', 'DigestMethod', 'DigestValue']);
  const method = onlyChild(reference, SIGNATURE, 'DigestMethod');
  const digestHash = digestAlgorithms.get(algorithmOf(method));
  if (digestHash === undefined) throw foreign(method);
  return {
    uri: reference.getAttribute('URI') ?? '',
    inclusivePrefixes: readTransforms(onlyChild(reference, SIGNATURE, 'Transforms')),
    digestHash,
    digest: bytesIn(plainTextOf(onlyChild(reference, SIGNATURE, 'DigestValue')), 'its DigestValue'),
  };
}

/** The signature is cut out, then what remains is made canonical; nothing else comes before, between or behind. */
function readTransforms(transforms: Element): readonly string[] {
  requireChildren(transforms, ['Transform', 'Transform']);
  const [enveloped = transforms, canonicalization = transforms] = elementsOf(transforms);
  if (algorithmOf(enveloped) !== ENVELOPED || elementsOf(enveloped).length > 0) throw foreign(enveloped);
  if (algorithmOf(canonicalization) !== EXCLUSIVE_CANONICAL) throw foreign(canonicalization);
  return inclusivePrefixesIn(canonicalization);
}

/**
 * The prefixes that an exclusive canonicalization keeps.
 *
 * @throws AssertionProblem for the default namespace, for too many, and for anything else inside of the element
 */
export function inclusivePrefixesIn(canonicalization: Element): readonly string[] {
  const [list, ...others] = childrenOf(canonicalization, PREFIXES, 'InclusiveNamespaces');
  if (elementsOf(canonicalization).length !== (list === undefined ? 0 : 1) || others.length > 0) {
    throw foreign(canonicalization);
  }
  const prefixes = (list?.getAttribute('PrefixList') ?? '').split(' ').filter(prefix => prefix !== '');
  if (prefixes.length > MOST_PREFIXES || prefixes.includes('#default')) throw foreign(canonicalization);
  return prefixes;
}

/** @throws AssertionProblem when an element holds others than these, or these in another order */
function requireChildren(element: Element, names: readonly string[]): void {
  const children = elementsOf(element);
  const isSo =
    children.length === names.length &&
    children.every((child, at) => isNamed(child, SIGNATURE, names[at] ?? ''));
  if (!isSo) throw invalid(`the ${element.localName} of its signature holds other elements than SAML allows`);
}

function algorithmOf(element: Element): string {
  return element.getAttribute('Algorithm') ?? '';
}

function foreign(element: Element) {
  const named = algorithmOf(element).slice(0, 100);
  return invalid(`its signature has a ${element.localName} that is not accepted: ${named}`);
}
