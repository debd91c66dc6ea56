/** RAM and IMS are two ways to say the same: told the same story, both answer alike and leave the same rows behind. */
import { describe, expect, test } from 'vitest';
import { passwordOf, seedOf, stepAt } from '../../src/areas/mfa/one-time-password.ts';
import type { WireObject } from '../../src/kernel/response.ts';
import { type Account, textOf } from '../contract/account.ts';
import { operationNamed, operations } from '../contract/contract.ts';
import { openSuite } from '../contract/suite.ts';
import type { WireParameters } from '../test-account.ts';
import { LookAlike } from './look-alike.ts';
import { type Dialect, quotas, type Step, steps } from './steps.ts';

const { home, other } = await openSuite(quotas);

/** One account that the story is told to in one dialect. */
class Listener {
  readonly account: Account;
  readonly alike: LookAlike;
  readonly #dialect: Dialect;
  readonly #keys = new Map<string, string>();
  readonly #seeds = new Map<string, string>();

  constructor(account: Account, product: Dialect['product']) {
    this.account = account;
    this.alike = new LookAlike(account);
    const named = product === 'Ram' ? 'UserName' : 'UserPrincipalName';
    const spelled = (name: string) => (product === 'Ram' ? name : account.principal(name));
    this.#dialect = {
      product,
      user: name => ({ [named]: spelled(name) }),
      renamedTo: name => ({ [`New${named}`]: spelled(name) }),
      key: label => ({ UserAccessKeyId: this.#keys.get(label) ?? label }),
      device: name => ({ SerialNumber: `acs:ram::${account.id}:mfa/${name}` }),
      codes: label => codesOf(this.#seeds.get(label) ?? ''),
    };
  }

  /** @returns the outcome, and the reply without what only this account can know */
  async hear({
    operation,
    parameters,
    makes,
  }: Step): Promise<{ readonly code: string; readonly reply: unknown }> {
    const product = isShared(operation) ? this.#dialect.product : 'Ram';
    const { code, members } = await this.account.call(`${product} ${operation}`, parameters(this.#dialect));
    this.alike.learn();
    if (makes !== undefined) this.#keep(makes, members);
    return { code, reply: code === 'Success' ? this.alike.reply(members) : undefined };
  }

  /** Keeps what only the reply shows, for later steps. */
  #keep(label: string, { AccessKey, VirtualMFADevice }: WireObject): void {
    if (AccessKey !== undefined) {
      this.#keys.set(label, textOf(AccessKey, 'AccessKeyId'));
      this.alike.label(textOf(AccessKey, 'AccessKeySecret'), 'secret');
    }
    if (VirtualMFADevice !== undefined) {
      this.#seeds.set(label, textOf(VirtualMFADevice, 'Base32StringSeed'));
      this.alike.label(textOf(VirtualMFADevice, 'Base32StringSeed'), 'seed');
      this.alike.label(textOf(VirtualMFADevice, 'QRCodePNG'), 'image');
    }
  }
}

/** Two codes of this time that follow each other. */
function codesOf(seed: string): WireParameters {
  const code = (step: number) => passwordOf(seedOf(seed), step);
  const present = stepAt(Date.now());
  return { AuthenticationCode1: code(present - 1), AuthenticationCode2: code(present) };
}

function namesOf(product: string): string[] {
  return operations.filter(({ api }) => api.product === product).map(({ name }) => name);
}

/** They bear one name and are about different things: RAM tags roles and policies, IMS users. */
const namesakes = ['TagResources', 'UntagResources', 'ListTagResources'];

const shared = namesOf('Ram').filter(name => namesOf('Ims').includes(name) && !namesakes.includes(name));

function isShared(name: string): boolean {
  return shared.includes(name);
}

/** What only the account itself and sessions can provoke, and a caller who is deleted at that moment. */
const beyondTheStory: Readonly<Record<string, readonly string[]>> = {
  ChangePassword: ['NotSupport.Account', 'EntityNotExist.User', 'MissingUserName'],
};

describe('a story told to RAM and to IMS', () => {
  const listeners = [new Listener(home, 'Ram'), new Listener(other, 'Ims')] as const;
  const told = steps.map(
    (step, index) => [`${index + 1}. ${step.operation}: ${step.outcome}`, step] as const,
  );

  test('begins in two accounts that are alike', () => {
    expect(listeners[1].alike.rows()).toEqual(listeners[0].alike.rows());
  });

  test.each(told)('%s', async (_, step) => {
    const [ram, ims] = [await listeners[0].hear(step), await listeners[1].hear(step)];
    expect({ ram: ram.code, ims: ims.code }).toEqual({ ram: step.outcome, ims: step.outcome });
    expect(inBoth(ims.reply, ram.reply)).toEqual(inBoth(ram.reply, ims.reply));
    expect(listeners[1].alike.rows()).toEqual(listeners[0].alike.rows());
  });

  test.each(shared)('has a part for %s, and for every refusal that both declare', name => {
    const [ram, ims] = [operationNamed(`Ram ${name}`), operationNamed(`Ims ${name}`)];
    const inEither = ram.errors
      .map(({ code }) => code)
      .filter(code => ims.errors.some(error => error.code === code))
      .filter(code => beyondTheStory[name]?.includes(code) !== true);
    const provoked = steps.filter(({ operation }) => operation === name).map(({ outcome }) => outcome);
    expect(provoked).toEqual(expect.arrayContaining(['Success', ...inEither]));
  });
});

describe('where the two differ', () => {
  /** What each product answers to the same wish; the account of each is as the story left it. */
  const differences: readonly [string, string, WireParameters, string, WireParameters, string][] = [
    [
      'IMS wants a display name for a new user',
      'CreateUser',
      { UserName: 'erin' },
      'Success',
      { UserPrincipalName: other.principal('erin') },
      'MissingDisplayName',
    ],
    [
      'IMS takes shorter display names',
      'CreateUser',
      { UserName: 'finn', DisplayName: 'x'.repeat(25) },
      // The user of the row above took the last place.
      'LimitExceeded.User',
      { UserPrincipalName: other.principal('finn'), DisplayName: 'x'.repeat(25) },
      'InvalidParameter.DisplayName.Length',
    ],
    [
      'IMS deletes a user with all that it has',
      'DeleteUser',
      { UserName: 'anna' },
      'DeleteConflict.User.Group',
      { UserPrincipalName: other.principal('anna') },
      'Success',
    ],
    [
      'IMS lets a user log on without a password',
      'CreateLoginProfile',
      { UserName: 'automation' },
      'MissingPassword',
      { UserPrincipalName: other.principal('automation') },
      'Success',
    ],
    [
      'IMS knows other ways to name a user',
      'GetUser',
      { UserId: home.administrator.userId },
      'MissingUserName',
      { UserId: other.administrator.userId },
      'Success',
    ],
  ];

  test.each(differences)('%s', async (_, operation, ofRam, ramCode, ofIms, imsCode) => {
    const [ram, ims] = [
      await home.call(`Ram ${operation}`, ofRam),
      await other.call(`Ims ${operation}`, ofIms),
    ];
    expect({ ram: ram.code, ims: ims.code }).toEqual({ ram: ramCode, ims: imsCode });
  });

  test('IMS left nothing of the user that it deleted', () => {
    const { database } = other.contract.server;
    const known = database.rows('users', other.id).map(({ user_id: id }) => id);
    for (const table of ['access_keys', 'group_members', 'login_profiles', 'password_history']) {
      const owners = database.rows(table, other.id).map(({ user_id: id }) => id);
      expect([table, owners.filter(id => !known.includes(id))]).toEqual([table, []]);
    }
  });
});

/** The members of one reply that the other has as well, at any depth. */
function inBoth(one: unknown, another: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(another)) {
    return one.map((item, index) => inBoth(item, another[index]));
  }
  if (typeof one !== 'object' || one === null || typeof another !== 'object' || another === null) return one;
  const shared = Object.entries(one as WireObject).filter(([name]) => name in another);
  return Object.fromEntries(
    shared.map(([name, member]) => [name, inBoth(member, (another as WireObject)[name])]),
  );
}
