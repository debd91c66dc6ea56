import type { TextFormat } from '../../kernel/parameters.ts';
import { type VerificationType, verificationTypes } from './security-preference.ts';

/** The list as clients send it: one JSON text (spec: api index). */
export const verificationTypesFormat: TextFormat = {
  label: ['a JSON list of "sms" and "email", or []', '由 "sms"、"email" 组成的 JSON 列表，或 []'],
  accepts: text => readVerificationTypes(text) !== undefined,
};

/** @returns each type once, in one order; undefined for a text that is no list of them */
export function readVerificationTypes(text: string): readonly VerificationType[] | undefined {
  const listed = listIn(text);
  const isOfTypes = listed?.every(item => verificationTypes.some(type => type === item)) === true;
  return isOfTypes ? verificationTypes.filter(type => listed.includes(type)) : undefined;
}

function listIn(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
