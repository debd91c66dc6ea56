import { beforeAll, describe, expect, it } from 'vitest';
import {
  AUDIENCE,
  attribute,
  DURATION_ATTRIBUTE,
  ISSUER,
  iso,
  RECIPIENT,
  type ResponseParts,
  responseXml,
} from '../../../../test/saml-idp.ts';
import { makeSigningKey, type SigningKey } from '../../../../test/saml-keys.ts';
import { AssertionProblem } from './assertion-problem.ts';
import { verifyResponse } from './verify-response.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const MINUTE = 60_000;
const ROLE = 'acs:ram::1234567890123456:role/dev,acs:ram::1234567890123456:saml-provider/corp';

let rsa: SigningKey;
let otherRsa: SigningKey;
let ec: SigningKey;

beforeAll(async () => {
  [rsa, otherRsa, ec] = await Promise.all([
    makeSigningKey('rsa'),
    makeSigningKey('rsa'),
    makeSigningKey('ec'),
  ]);
});

const expectations = { issuer: ISSUER, audiences: [AUDIENCE, 'urn:own'], recipients: [RECIPIENT], now: NOW };
const xml = (parts: ResponseParts = {}) =>
  responseXml({ now: NOW, roles: [ROLE], ...parts, signing: { key: rsa, ...parts.signing } });
const verify = (text: string, certificates = [rsa.certificate]) =>
  verifyResponse(Buffer.from(text).toString('base64'), certificates, expectations);
const read = (parts: ResponseParts = {}) => verify(xml(parts));

const alice = {
  id: '_a1',
  issuer: ISSUER,
  subject: 'alice',
  subjectType: 'persistent',
  recipient: RECIPIENT,
  issuedAt: NOW,
  usableUntil: NOW + 5 * MINUTE,
  sessionEndsAt: undefined,
  sessionName: 'alice@corp',
  roles: [
    {
      role: { accountId: '1234567890123456', name: 'dev' },
      provider: { accountId: '1234567890123456', name: 'corp' },
    },
  ],
};

describe('a response is read', () => {
  it.each([
    ['assertion', ['assertion']],
    ['response', ['response']],
    ['assertion and the response', ['assertion', 'response']],
  ] as const)('when the %s is signed', async (_title, signs) => {
    expect(await read({ signs })).toEqual(alice);
  });

  it.each([
    ['rsa-sha256', 'sha256'],
    ['rsa-sha384', 'sha384'],
    ['rsa-sha512', 'sha512'],
  ])('when it is signed by %s', async (name, hash) => {
    const signatureAlgorithm = `http://www.w3.org/2001/04/xmldsig-more#${name}`;
    expect(await read({ signing: { signatureAlgorithm, hash } })).toEqual(alice);
  });

  it('when it is signed by a key on an elliptic curve', async () => {
    const signatureAlgorithm = 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256';
    const signed = xml({ signing: { key: ec, signatureAlgorithm } });
    expect(await verify(signed, [rsa.certificate, ec.certificate])).toEqual(alice);
  });

  it.each([
    ['http://www.w3.org/2001/04/xmldsig-more#sha384', 'sha384'],
    ['http://www.w3.org/2001/04/xmlenc#sha512', 'sha512'],
  ])('when it is digested by %s', async (digestAlgorithm, digestHash) => {
    expect(await read({ signing: { digestAlgorithm, digestHash } })).toEqual(alice);
  });

  it('when it is signed by the second of the certificates', async () => {
    expect(await verify(xml(), [otherRsa.certificate, rsa.certificate])).toEqual(alice);
  });

  it('in Base64 that is broken into lines', async () => {
    const text = Buffer.from(xml())
      .toString('base64')
      .replace(/(.{76})/g, '$1\r\n');
    expect(await verifyResponse(text, [rsa.certificate], expectations)).toEqual(alice);
  });

  it('when it was written in another form than the one that was signed', async () => {
    const rewritten = xml()
      .replaceAll(' Version="2.0"', "\n  Version='2.0'")
      .replaceAll('></saml:SubjectConfirmationData>', '/>')
      .replace('alice@corp', '&#97;lice&#x40;corp');
    expect(rewritten).not.toBe(xml());
    expect(await verify(`<?xml version="1.0" encoding="UTF-8"?>\n${rewritten}`)).toEqual(alice);
  });

  it('with every role that it offers, in one attribute or in several', async () => {
    const other = 'acs:ram::1234567890123456:role/ops,acs:ram::1234567890123456:saml-provider/corp';
    const together = await read({ roles: [ROLE, other] });
    const apart = await read({
      attributes: attribute('https://www.aliyun.com/SAML-Role/Attributes/Role', [other]),
    });
    expect(together.roles.map(({ role }) => role.name)).toEqual(['dev', 'ops']);
    expect(apart.roles).toEqual(together.roles);
  });

  it('whatever the letters of the recipient, and with the audience among others', async () => {
    const recipient = RECIPIENT.replace('/sso', '/SSO');
    const audience = 'urn:other</saml:Audience><saml:Audience>urn:own';
    expect(await read({ recipient, audience })).toEqual({ ...alice, recipient });
  });

  it('without a destination, and without an issuer of the response', async () => {
    const bare = xml({ destination: '' }).replace(
      /(<samlp:Response[^>]*>)<saml:Issuer.*?<\/saml:Issuer>/,
      '$1',
    );
    expect(await verify(bare)).toEqual(alice);
  });

  it('with the end of the session at the provider, the first of several', async () => {
    const statement = (end: number) =>
      `<saml:AuthnStatement AuthnInstant="${iso(NOW)}" SessionNotOnOrAfter="${iso(end)}"></saml:AuthnStatement>`;
    const authnStatement = statement(NOW + 9 * MINUTE) + statement(NOW + 7 * MINUTE);
    expect((await read({ authnStatement })).sessionEndsAt).toBe(NOW + 7 * MINUTE);
  });

  it('by a clock that is a minute behind that of the provider', async () => {
    expect((await read({ now: NOW + MINUTE })).id).toBe('_a1');
  });

  it('with names of the format that its provider wrote', async () => {
    const named = (format: string) => read({ nameId: `<saml:NameID${format}>alice</saml:NameID>` });
    const email = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
    expect((await named(` Format="${email}"`)).subjectType).toBe(email);
    expect((await named('')).subjectType).toBe('urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified');
  });

  it('whatever it says about the duration of sessions of the console', async () => {
    for (const value of ['900', 'forever']) {
      expect(await read({ attributes: attribute(DURATION_ATTRIBUTE, [value]) })).toEqual(alice);
    }
  });
});

describe('a response is refused before its time', () => {
  const later = iso(NOW + MINUTE + 1);
  it.each<[string, ResponseParts]>([
    ['the time of its issue', { now: NOW + MINUTE + 1 }],
    [
      'its Conditions',
      {
        conditions: `<saml:Conditions NotBefore="${later}"><saml:AudienceRestriction><saml:Audience>${AUDIENCE}</saml:Audience></saml:AudienceRestriction></saml:Conditions>`,
      },
    ],
    [
      'its SubjectConfirmationData',
      {
        confirmation:
          `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotBefore="${later}" ` +
          `NotOnOrAfter="2999-01-01T00:00:00Z" Recipient="${RECIPIENT}"></saml:SubjectConfirmationData></saml:SubjectConfirmation>`,
      },
    ],
  ])('by %s, more than a minute ahead', async (_place, parts) => {
    await expect(read(parts)).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('future'),
    });
  });
});

describe('the text of a name is read whole', () => {
  it.each(['a&amp;b', 'a&lt;b&gt;', 'é茶', 'a&#xD;b', '"a"'])('as %s', async text => {
    const nameId = `<saml:NameID>${text}</saml:NameID>`;
    const { subject } = await read({ nameId });
    expect(subject).toBe(
      text.replace('&lt;', '<').replace('&gt;', '>').replace('&#xD;', '\r').replace('&amp;', '&'),
    );
  });
});

describe('a response is out of date, and said to be so', () => {
  const past = iso(NOW);
  it.each<[string, ResponseParts]>([
    [
      'SubjectConfirmationData',
      {
        confirmation:
          '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData ' +
          `NotOnOrAfter="${past}" Recipient="${RECIPIENT}"></saml:SubjectConfirmationData></saml:SubjectConfirmation>`,
      },
    ],
    [
      'Conditions',
      {
        conditions: `<saml:Conditions NotOnOrAfter="${past}"><saml:AudienceRestriction><saml:Audience>${AUDIENCE}</saml:Audience></saml:AudienceRestriction></saml:Conditions>`,
      },
    ],
    [
      'AuthnStatement',
      {
        authnStatement: `<saml:AuthnStatement AuthnInstant="${past}" SessionNotOnOrAfter="${past}"></saml:AuthnStatement>`,
      },
    ],
  ])('by its %s', async (_place, parts) => {
    const problem = await read(parts).catch(error => error);
    expect(problem).toBeInstanceOf(AssertionProblem);
    expect(problem).toMatchObject({ kind: 'expired' });
  });

  it('an hour after it was issued, whatever it says', async () => {
    const lasting = {
      confirmation:
        '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData ' +
        `NotOnOrAfter="2999-01-01T00:00:00Z" Recipient="${RECIPIENT}"></saml:SubjectConfirmationData></saml:SubjectConfirmation>`,
      conditions: `<saml:Conditions><saml:AudienceRestriction><saml:Audience>${AUDIENCE}</saml:Audience></saml:AudienceRestriction></saml:Conditions>`,
    };
    const hour = 60 * MINUTE;
    expect((await read({ ...lasting, now: NOW - hour + 1 })).usableUntil).toBe(NOW + 1);
    await expect(read({ ...lasting, now: NOW - hour })).rejects.toMatchObject({ kind: 'expired' });
  });
});
