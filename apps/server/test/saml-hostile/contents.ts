/** What the provider has signed well, and yet lets nobody in: for others, at another time, or with less than SAML asks for. */
import { AUDIENCE, attribute, iso, RECIPIENT, type ResponseParts } from '../saml-idp.ts';
import { type Mutation, type Originals, replaced } from './mutation.ts';

const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
const ROLES = 'https://www.aliyun.com/SAML-Role/Attributes/Role';
const ROLE_ARN = 'acs:ram::1234567890123456:role/dev';
const PROVIDER_ARN = 'acs:ram::1234567890123456:saml-provider/corp';

type Parts = Omit<ResponseParts, 'signing'>;

/** Parts of which the provider signs a response. */
function parts(title: string, reason: string, of: Parts | ((originals: Originals) => Parts)): Mutation {
  return {
    title,
    reason,
    make: originals => originals.response(typeof of === 'function' ? of(originals) : of),
  };
}

function confirmation(data: string, method = BEARER): string {
  return `<saml:SubjectConfirmation Method="${method}"><saml:SubjectConfirmationData${data}></saml:SubjectConfirmationData></saml:SubjectConfirmation>`;
}

function conditions(attributes: string, content = restriction(AUDIENCE)): string {
  return `<saml:Conditions${attributes}>${content}</saml:Conditions>`;
}

function restriction(audience: string): string {
  return `<saml:AudienceRestriction><saml:Audience>${audience}</saml:Audience></saml:AudienceRestriction>`;
}

const recipient = ` Recipient="${RECIPIENT}"`;
const until = ' NotOnOrAfter="2030-01-01T00:00:00Z"';
const whole = confirmation(until + recipient);
const audienceless = 'its Audience is not this service';
const elsewhere = 'the Recipient of its SubjectConfirmationData is not this service';
const otherIssuer = 'is not the entityID';
const noTime = 'is not a time in UTC';
const status = (value: string) => ({ status: `urn:oasis:names:tc:SAML:2.0:status:${value}` });

export const contents: readonly Mutation[] = [
  parts('another audience', audienceless, { audience: 'urn:other' }),
  parts('an audience that begins alike', audienceless, { audience: `${AUDIENCE}.evil` }),
  parts('an audience in capital letters', audienceless, { audience: AUDIENCE.toUpperCase() }),
  parts('no audience', audienceless, { conditions: conditions('', '') }),
  parts('an empty restriction', audienceless, {
    conditions: conditions('', '<saml:AudienceRestriction></saml:AudienceRestriction>'),
  }),
  parts('a second restriction to another audience', audienceless, {
    conditions: conditions('', restriction(AUDIENCE) + restriction('urn:other')),
  }),
  parts('no conditions', 'its Assertion has no Conditions', { conditions: '' }),
  parts('two conditions', 'its Assertion has more than one Conditions', {
    conditions: conditions('') + conditions(''),
  }),
  parts('a condition that nobody knows', 'a condition that is not known', {
    conditions: conditions('', `${restriction(AUDIENCE)}<saml:Condition></saml:Condition>`),
  }),
  parts('another recipient', elsewhere, { recipient: 'https://other.example/sso' }),
  parts('a recipient that begins alike', elsewhere, { recipient: `${RECIPIENT}/..` }),
  parts('a recipient with the right host as a name of its own', elsewhere, {
    recipient: 'https://signin.aliyun.com.evil.example/saml-role/sso',
  }),
  parts('no recipient', elsewhere, { confirmation: confirmation(until) }),
  parts('another destination', 'its Destination is not this service', {
    destination: 'https://other.example/sso',
  }),
  parts('another issuer', otherIssuer, { issuer: 'https://idp.example/other' }),
  parts('an issuer with a space behind it', otherIssuer, { issuer: 'https://idp.example/metadata ' }),
  {
    title: 'another issuer of the response',
    reason: 'the Issuer of its Response is not the entityID',
    make: ({ signedAssertion }) =>
      replaced(signedAssertion, 'https://idp.example/metadata', 'https://idp.example/other'),
  },
  parts('no name', 'its Subject has no NameID', { nameId: '' }),
  parts('an empty name', 'its NameID is not a text', { nameId: '<saml:NameID></saml:NameID>' }),
  parts('two names', 'its Subject has more than one NameID', {
    nameId: '<saml:NameID>a</saml:NameID><saml:NameID>b</saml:NameID>',
  }),
  parts('an element inside of the name', 'its NameID is not a text', {
    nameId: '<saml:NameID>ad<b></b>min</saml:NameID>',
  }),
  parts('a name without an end', 'its NameID is not a text', {
    nameId: `<saml:NameID>${'a'.repeat(2000)}</saml:NameID>`,
  }),
  parts('an encrypted name', 'it has an EncryptedID', { nameId: '<saml:EncryptedID></saml:EncryptedID>' }),
  parts('an encrypted attribute', 'it has an EncryptedAttribute', {
    attributes: '<saml:EncryptedAttribute></saml:EncryptedAttribute>',
  }),
  parts('an encrypted assertion', 'it has an EncryptedAssertion', {
    before: '<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"/>',
  }),
  parts('no confirmation', 'its Subject has no SubjectConfirmation', { confirmation: '' }),
  parts('two confirmations', 'more than one SubjectConfirmation', { confirmation: whole + whole }),
  parts('a confirmation for the holder of a key', 'is not for a bearer', {
    confirmation: confirmation(until + recipient, 'urn:oasis:names:tc:SAML:2.0:cm:holder-of-key'),
  }),
  parts('a confirmation by whoever sends it', 'is not for a bearer', {
    confirmation: confirmation(until + recipient, 'urn:oasis:names:tc:SAML:2.0:cm:sender-vouches'),
  }),
  parts('a confirmation without data', 'has no SubjectConfirmationData', {
    confirmation: `<saml:SubjectConfirmation Method="${BEARER}"></saml:SubjectConfirmation>`,
  }),
  parts('a confirmation without an end', 'has no NotOnOrAfter', { confirmation: confirmation(recipient) }),
  parts('a confirmation that has ended', 'SubjectConfirmationData has passed', ({ now }) => ({
    confirmation: confirmation(` NotOnOrAfter="${iso(now)}"${recipient}`),
  })),
  parts('a confirmation that has not begun', 'SubjectConfirmationData lies in the future', ({ now }) => ({
    confirmation: confirmation(` NotBefore="${iso(now + 600_000)}"${until}${recipient}`),
  })),
  parts('conditions that have ended', 'Conditions has passed', ({ now }) => ({
    conditions: conditions(` NotOnOrAfter="${iso(now - 1)}"`),
  })),
  parts('conditions that have not begun', 'Conditions lies in the future', ({ now }) => ({
    conditions: conditions(` NotBefore="${iso(now + 600_000)}"`),
  })),
  parts('a session that has ended', 'AuthnStatement has passed', ({ now }) => ({
    authnStatement: `<saml:AuthnStatement SessionNotOnOrAfter="${iso(now)}"></saml:AuthnStatement>`,
  })),
  parts('no statement of authentication', 'it has no AuthnStatement', { authnStatement: '' }),
  parts('an assertion of tomorrow', 'IssueInstant of its Response lies in the future', ({ now }) => ({
    now: now + 86_400_000,
  })),
  parts('a time of no zone', noTime, {
    confirmation: confirmation(` NotOnOrAfter="2030-01-01T00:00:00"${recipient}`),
  }),
  parts('a time of another zone', noTime, {
    confirmation: confirmation(` NotOnOrAfter="2030-01-01T00:00:00+01:00"${recipient}`),
  }),
  parts('a day that there is not', noTime, {
    confirmation: confirmation(` NotOnOrAfter="2030-02-31T00:00:00Z"${recipient}`),
  }),
  parts('a year for a time', noTime, { confirmation: confirmation(` NotOnOrAfter="2030"${recipient}`) }),
  parts('a number for a time', noTime, { confirmation: confirmation(` NotOnOrAfter="1e99"${recipient}`) }),
  parts('a status of failure', 'its status is not Success', status('Responder')),
  parts('a status that begins alike', 'its status is not Success', status('Success2')),
  {
    title: 'no status',
    reason: 'its Response has no Status',
    make: ({ signedAssertion }) => signedAssertion.replaceAll('samlp:Status>', 'samlp:State>'),
  },
  {
    title: 'an older version',
    reason: 'its Response is not of version 2.0',
    make: ({ signedAssertion }) => replaced(signedAssertion, 'Version="2.0"', 'Version="1.1"'),
  },
  {
    title: 'a response without an ID',
    reason: 'its Response has no ID',
    make: ({ signedAssertion }) => replaced(signedAssertion, ' ID="_r_a1"', ''),
  },
  parts('no role', 'it has no attribute', { roles: [] }),
  parts('a role without a provider', 'is not "<ARN of a role>', { roles: [ROLE_ARN] }),
  parts('a provider in front of its role', 'is not "<ARN of a role>', {
    roles: [`${PROVIDER_ARN},${ROLE_ARN}`],
  }),
  parts('a role with more behind it', 'is not "<ARN of a role>', {
    roles: [`${ROLE_ARN},${PROVIDER_ARN},${PROVIDER_ARN}`],
  }),
  parts('a role of every name', 'is not "<ARN of a role>', {
    roles: [`acs:ram::1234567890123456:role/*,${PROVIDER_ARN}`],
  }),
  parts('an element inside of a role', 'holds more than text', {
    roles: [`${ROLE_ARN}<x></x>,${PROVIDER_ARN}`],
  }),
  parts('a second name of the session', 'more than one value', {
    attributes: attribute(`${ROLES}SessionName`, ['admin']),
  }),
  ...['', 'a', 'a'.repeat(65), 'a b', 'a/b', 'a\nb', '茶茶'].map(sessionName =>
    parts(`a session called ${JSON.stringify(sessionName.slice(0, 9))}`, 'RoleSessionName is not', {
      sessionName,
    }),
  ),
  parts('an ID without an end', 'its ID is not a text', { id: `_${'a'.repeat(2000)}` }),
];
