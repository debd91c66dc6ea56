/** The lines of the credential report (spec: domain 9.2). */
import { DAY, isoSeconds } from '../../../kernel/time.ts';
import type { UsedKey } from '../../access-keys/index.ts';
import type { LoginProfile } from '../../login-profiles/index.ts';
import type { PasswordPolicy } from '../../password-policy/index.ts';
import type { AccountFacts, UserFacts } from '../facts.ts';
import type { Column } from '../report.ts';

/** One line, in the order of the columns. */
type Line = readonly string[];

const columnsOfAll = [
  'user',
  'user_creation_time',
  'user_last_logon',
  'password_exist',
  'password_active',
  'password_last_changed',
  'password_next_rotation',
  'mfa_active',
];
const columnsOfAKey = ['exist', 'active', 'last_rotated', 'last_used'];

/** Keys that everybody has columns for. */
const ORDINARY_KEYS = 2;

/** What never happened, or what no policy asks for. */
const NEVER = '-';
/** What says something about a password or a key that is not there. */
const NOT_THERE = 'N/A';

/**
 * The columns of a report.
 *
 * @param mostKeys how many keys somebody has at most
 */
export function columnsFor(mostKeys: number): readonly Column[] {
  const numbers = Array.from({ length: Math.max(mostKeys, ORDINARY_KEYS) }, (_, index) => index + 1);
  const ofKeys = numbers.flatMap(number => columnsOfAKey.map(column => `${prefixOf(number)}_${column}`));
  return [...columnsOfAll, ...ofKeys].map(name => ({ name, type: 'String' }));
}

function prefixOf(number: number): string {
  return number > ORDINARY_KEYS ? `additional_access_key_${number - ORDINARY_KEYS}` : `access_key_${number}`;
}

/** The line of the account itself, which stands first. */
export function accountLine({ createdAt, passwordSetAt, hasMfa, keys }: AccountFacts): Line {
  return [
    '<root>',
    isoSeconds(createdAt),
    // Nobody can log on as the account so far.
    NEVER,
    'TRUE',
    NOT_THERE,
    timeOf(passwordSetAt),
    NOT_THERE,
    truth(hasMfa),
    ...keys.flatMap(keyCells),
  ];
}

/** The line of a user; keys that it does not have are left out. */
export function userLine({ user, profile, hasMfa, keys }: UserFacts, policy: PasswordPolicy): Line {
  return [
    user.principalName,
    isoSeconds(user.createdAt),
    timeOf(user.lastLoginAt),
    ...passwordCells(profile, policy),
    truth(hasMfa),
    ...keys.flatMap(keyCells),
  ];
}

/**
 * A line with cells for the keys that somebody else has and its owner has not.
 *
 * @param width cells of the report's lines
 */
export function padded(line: Line, width: number): Line {
  const missing = (width - line.length) / columnsOfAKey.length;
  return [
    ...line,
    ...Array.from({ length: missing }, () => ['FALSE', NOT_THERE, NOT_THERE, NOT_THERE]).flat(),
  ];
}

function passwordCells(profile: LoginProfile | undefined, { maxAge }: PasswordPolicy): Line {
  if (profile === undefined || profile.passwordHash === '') return ['FALSE', NOT_THERE, NOT_THERE, NOT_THERE];
  return [
    'TRUE',
    truth(profile.status === 'Active'),
    isoSeconds(profile.passwordSetAt),
    maxAge === 0 ? NEVER : isoSeconds(profile.passwordSetAt + maxAge * DAY),
  ];
}

/** A key is rotated by a new one: it is as old as its secret. */
function keyCells({ status, createdAt, lastUse }: UsedKey): Line {
  return ['TRUE', truth(status === 'Active'), isoSeconds(createdAt), timeOf(lastUse?.usedAt)];
}

function timeOf(milliseconds: number | undefined): string {
  return milliseconds === undefined ? NEVER : isoSeconds(milliseconds);
}

function truth(holds: boolean): string {
  return holds ? 'TRUE' : 'FALSE';
}
