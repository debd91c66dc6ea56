import { describe, expect, it } from 'vitest';
import {
  parseAuthorization,
  parseRequest,
  SigningSecret,
  signatureScheme,
  verifyAcs3,
  verifyRpcV1,
} from '../src/index.ts';
import { judge, type KnownKey } from './judge.ts';
import { mutantsOf } from './mutations.ts';
import { RECORDED, type RecordedRequest, received, recordedAs, VERIFIABLE } from './recorded-requests.ts';

function keyOf({ accessKeyId = '', accessKeySecret = '' }: RecordedRequest): KnownKey {
  return { id: accessKeyId, secret: accessKeySecret };
}

describe('requests recorded from official clients', () => {
  it.each(VERIFIABLE)('$name is accepted as sent', recorded => {
    expect(judge(received(recorded), keyOf(recorded))).toMatchObject({ accepted: true });
  });

  it.each(VERIFIABLE)('$name is refused with another secret', recorded => {
    const judgement = judge(received(recorded), { ...keyOf(recorded), secret: 'another-secret' });
    expect(judgement).toEqual({ accepted: false, reason: 'signature-mismatch' });
  });

  it.each(VERIFIABLE)('$name is refused once anything in it means something else', recorded => {
    const request = received(recorded);
    const original = judge(request, keyOf(recorded));
    let refused = 0;
    for (const mutant of mutantsOf(request)) {
      const judgement = judge(mutant.request, keyOf(recorded));
      if (judgement.accepted) expect(judgement, mutant.change).toEqual(original);
      else refused += 1;
    }
    expect(refused).toBeGreaterThan(150);
  });
});

describe('what is recorded but not verified', () => {
  it('recognises every scheme by name', () => {
    const schemeNames = {
      V3: 'acs3',
      'RPC-V1': 'rpc-v1',
      'ROA-V1': 'roa-v1',
      BEARER: 'bearer',
      NONE: 'anonymous',
    };
    for (const recorded of RECORDED) {
      expect(signatureScheme(parseRequest(received(recorded))), recorded.name).toBe(
        schemeNames[recorded.scheme],
      );
    }
  });

  it('reports an RSA signature as an unsupported algorithm', () => {
    const request = parseRequest(received(recordedAs('v3-rsa-sha256')));
    const authorization = parseAuthorization(request.headers.get('authorization') ?? '');
    expect(authorization?.algorithm).toBe('ACS3-RSA-SHA256');
    const verdict = authorization && verifyAcs3(request, authorization, new SigningSecret('irrelevant'));
    expect(verdict).toEqual({ valid: false, reason: 'unsupported-algorithm' });
  });
});

describe('what a mismatch reports', () => {
  const acs3 = VERIFIABLE.filter(({ scheme }) => scheme === 'V3');
  const rpcV1 = VERIFIABLE.filter(({ scheme, verifiedAs }) => scheme === 'RPC-V1' && verifiedAs === 'plain');

  it.each(acs3)('$name: the texts that the client signed, byte for byte', recorded => {
    const request = parseRequest(received(recorded));
    const authorization = parseAuthorization(request.headers.get('authorization') ?? '');
    const verdict = authorization && verifyAcs3(request, authorization, new SigningSecret('another-secret'));
    expect(verdict).toEqual({
      valid: false,
      reason: 'signature-mismatch',
      stringToSign: recorded.stringToSign,
      canonicalRequest: recorded.canonicalRequest,
    });
  });

  it.each(rpcV1)('$name: the text that the client signed, byte for byte', recorded => {
    const verdict = verifyRpcV1(parseRequest(received(recorded)), new SigningSecret('another-secret'));
    expect(verdict).toEqual({
      valid: false,
      reason: 'signature-mismatch',
      stringToSign: recorded.stringToSign,
    });
  });
});
