/** One way to make a response that must be refused out of one that is accepted. */
import { ISSUER, type ResponseParts, responseXml, type SigningParts } from '../saml-idp.ts';
import type { SigningKey } from '../saml-keys.ts';

/** What mutations are made from. */
export interface Originals {
  /** Milliseconds since 1970 at which the originals are accepted. */
  readonly now: number;
  /** The key whose certificate the provider has registered, and one of somebody else. */
  readonly key: SigningKey;
  readonly stranger: SigningKey;
  /** A response whose assertion is signed, and one that is signed itself. */
  readonly signedAssertion: string;
  readonly signedResponse: string;
  /** A response with other parts, signed by the provider. */
  response(parts: Omit<ResponseParts, 'signing'>, signing?: SigningParts): string;
}

/** A class of mutations. */
export interface Mutation {
  readonly title: string;
  /** Part of the reason for which it must be refused, so that it is not refused for another one. */
  readonly reason: string;
  /** The bytes that are sent. */
  make(originals: Originals): string | Buffer;
}

const ROLE = 'acs:ram::1234567890123456:role/dev,acs:ram::1234567890123456:saml-provider/corp';

/** Whom the originals are about, and whom an attacker would like to be. */
export const SUBJECT = 'alice';
export const ATTACKER = 'admin';

/**
 * Makes the originals.
 *
 * @param offer value of the attribute by which a role is offered
 */
export function originalsOf(key: SigningKey, stranger: SigningKey, now: number, offer = ROLE): Originals {
  const response = (parts: Omit<ResponseParts, 'signing'>, signing: SigningParts = {}) =>
    responseXml({ now, roles: [offer], issuer: ISSUER, ...parts, signing: { key, ...signing } });
  const signedAssertion = response({});
  const signedResponse = response({ signs: ['response'] });
  return { now, key, stranger, response, signedAssertion, signedResponse };
}

/**
 * Replaces a text once.
 *
 * @throws when it is not there, since the mutation would be none
 */
export function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`there is no ${from} to replace`);
  return text.replace(from, () => to);
}

/**
 * The first element of a qualified name, as text.
 *
 * @throws when there is none
 */
export function elementIn(text: string, name: string): string {
  const start = text.indexOf(`<${name}`);
  const end = text.indexOf(`</${name}>`, start);
  if (start < 0 || end < 0) throw new Error(`there is no element ${name}`);
  return text.slice(start, end + name.length + 3);
}
