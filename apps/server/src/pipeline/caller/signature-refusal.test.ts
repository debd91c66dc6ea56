import type { RefusalReason, Refused } from '@wardenry/signature';
import { describe, expect, test } from 'vitest';
import { signatureRefusal } from './signature-refusal.ts';

function refusedBecause(reason: RefusalReason, details: Partial<Refused> = {}): Refused {
  return { ...details, valid: false, reason };
}

/** What the packages' verifiers refuse without comparing anything, with the details that they give. */
const ofTheForm: Readonly<Record<string, Refused>> = {
  'the path': refusedBecause('path-not-root'),
  'a body': refusedBecause('unsigned-body'),
  'a parameter twice': refusedBecause('duplicate-parameter', { parameter: 'Signature' }),
  'an absent header': refusedBecause('signed-header-absent', { header: 'x-acs-date' }),
  'a line break in a header': refusedBecause('line-break', { header: 'x-acs-date' }),
  'a line break': refusedBecause('line-break'),
  'a header not signed': refusedBecause('required-header-unsigned', { header: 'host' }),
  'a header of the API not signed': refusedBecause('unsigned-acs-header', { header: 'x-acs-extra' }),
  'two keys': refusedBecause('credential-mismatch', { header: 'x-acs-accesskey-id' }),
  'a raw name': refusedBecause('ambiguous-raw-key', { parameter: 'a=b' }),
};

const inWords =
  /^The request signature does not conform to the standards: [^;]{20,}; (send|sign|list|encode) [^.]+\.$/;

describe('a signature that cannot be right', () => {
  test.each(Object.entries(ofTheForm))('is refused with what is wrong and what to do: %s', (_, verdict) => {
    const { code, message } = signatureRefusal(verdict, 'acs3');
    expect(code).toBe('IncompleteSignature');
    expect(message).toMatch(inWords);
    expect(message).toContain(verdict.header ?? verdict.parameter ?? '');
    expect(message).not.toContain(verdict.reason);
    expect(message).not.toContain('undefined');
  });

  test('does not make the reply as long as the name that it is about', () => {
    const verdict = refusedBecause('unsigned-acs-header', { header: `x-acs-${'x'.repeat(100_000)}` });
    expect(signatureRefusal(verdict, 'acs3').message.length).toBeLessThan(300);
  });

  test.each<[RefusalReason, string]>([
    ['unsupported-algorithm', 'InvalidSignatureMethod'],
    ['unsupported-version', 'InvalidSignatureVersion'],
  ])('has a code of its own for %s', (reason, code) => {
    expect(signatureRefusal(refusedBecause(reason), 'rpc-v1').code).toBe(code);
  });
});

describe('a signature that differs', () => {
  test.each(['signature-mismatch', 'content-digest-mismatch'] as const)('is a mismatch: %s', reason => {
    const verdict = refusedBecause(reason, { stringToSign: 'GET&text', canonicalRequest: 'canonical' });
    expect(signatureRefusal(verdict, 'rpc-v1').message).toMatch(/server string to sign is:(GET&text)$/);
    expect(signatureRefusal(verdict, 'acs3').message).toContain('CanonicalRequest is [canonical]');
  });
});
