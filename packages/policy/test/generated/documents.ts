import fc from 'fast-check';
import type { PlainKind } from '../reference/plain.ts';
import { type Choices, chosen } from './choices.ts';
import {
  ACCOUNT,
  ACTIONS,
  aCondition,
  anActionPattern,
  aResourcePattern,
  OTHER_ACCOUNT,
  RESOURCES,
  ROLE,
} from './words.ts';

/** A statement as a document writes it; a damaged one may be anything. */
export type StatementJson = Readonly<Record<string, unknown>>;

/** What the statements of a kind of document are about, and how often something is wrong with one. */
interface Subject {
  readonly actions: readonly [string, ...string[]];
  readonly resources: readonly [string, ...string[]];
  /** How many of 256 statements cannot be read. */
  readonly damage: number;
}

const USUAL: Subject = { actions: ACTIONS, resources: RESOURCES, damage: 7 };
const ROLES: Subject = {
  actions: ['sts:AssumeRole', 'sts:AssumeRole', ...ACTIONS],
  resources: [ROLE, ROLE, ...RESOURCES],
  damage: 7,
};

const BYTES_OF_STATEMENT = 60;

/** A valid statement of an identity policy. */
export const aStatement = chosen(BYTES_OF_STATEMENT, choices =>
  statementOf(choices, { ...USUAL, damage: 0 }),
);

/** A valid statement of a trust policy. */
export const aTrustStatement = chosen(BYTES_OF_STATEMENT, choices => trustStatementOf(choices, 0));

/** The text of a document, valid or as storage may hold one. */
export function aDocumentText(kind: PlainKind, about: 'usual' | 'roles' = 'usual'): fc.Arbitrary<string> {
  const subject = about === 'usual' ? USUAL : ROLES;
  const statement = chosen(BYTES_OF_STATEMENT, choices => anyStatementOf(kind, choices, subject));
  return fc
    .tuple(
      fc.array(statement, { minLength: 1, maxLength: 3, size: 'max' }),
      chosen(4, frameOf(OPENINGS[kind])),
    )
    .map(([statements, frame]) => frame(statements));
}

function anyStatementOf(kind: PlainKind, choices: Choices, subject: Subject): StatementJson {
  switch (kind) {
    case 'trust':
      return trustStatementOf(choices, subject.damage);
    case 'resource':
      return resourceStatementOf(choices, subject);
    default:
      return statementOf(choices, subject);
  }
}

/** What makes a text of statements. */
function frameOf(
  opening: StatementJson | undefined,
): (choices: Choices) => (statements: readonly StatementJson[]) => string {
  return ({ chance, oneOf }) => {
    const opens = opening !== undefined && !chance(44);
    const damaged = chance(3);
    const damage = oneOf(FRAME_DAMAGES);
    return statements => {
      const all = opens ? [opening, ...statements] : statements;
      return damaged ? damage(all) : JSON.stringify({ Version: '1', Statement: all });
    };
  };
}

const ALLOW_EVERYTHING: StatementJson = { Effect: 'Allow', Action: '*', Resource: '*' };

/** How most documents begin that all must allow: otherwise little would be allowed together. */
const OPENINGS: Readonly<Record<PlainKind, StatementJson | undefined>> = {
  identity: undefined,
  session: ALLOW_EVERYTHING,
  control: ALLOW_EVERYTHING,
  trust: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { RAM: `acs:ram::${ACCOUNT}:root` } },
  resource: undefined,
};

const FRAME_DAMAGES: readonly [FrameDamage, ...FrameDamage[]] = [
  statements => JSON.stringify({ Statement: statements }),
  statements => JSON.stringify({ Version: '2', Statement: statements }),
  statements => JSON.stringify({ Version: '1', Statement: statements[0] }),
  statements => JSON.stringify({ Version: '1', Id: 'x', Statement: statements }),
  () => JSON.stringify({ Version: '1', Statement: [] }),
  statements => JSON.stringify([{ Version: '1', Statement: statements }]),
  statements => `{"Version":"1","Statement":${JSON.stringify(statements)},}`,
  statements => `{"Version":"1","Statement":[],"Statement":${JSON.stringify(statements)}}`,
  statements => JSON.stringify({ Version: '1', Statement: [...statements, 'Deny'] }),
  statements => `{"Version":"1","Statement":${JSON.stringify(statements)},"x":"\\ud800"}`,
  statements => JSON.stringify({ Version: '1', Statement: [...statements, { Condition: nested(16) }] }),
  () => '',
];

type FrameDamage = (statements: readonly StatementJson[]) => string;

function nested(levels: number): unknown {
  return levels === 0 ? '' : { x: nested(levels - 1) };
}

function statementOf(choices: Choices, { actions, resources, damage }: Subject): StatementJson {
  const { oneOf, chance } = choices;
  const statement = {
    Effect: chance(70) ? 'Deny' : 'Allow',
    [chance(40) ? 'NotAction' : 'Action']: stringsOf(choices, () => anActionPattern(choices, actions)),
    [chance(25) ? 'NotResource' : 'Resource']: stringsOf(choices, () => aResourcePattern(choices, resources)),
    ...conditionsOf(choices, 90),
  };
  return chance(damage) ? oneOf(STATEMENT_DAMAGES)(statement, choices) : statement;
}

function trustStatementOf(choices: Choices, damage: number): StatementJson {
  const { oneOf, chance } = choices;
  const statement = {
    Effect: chance(36) ? 'Deny' : 'Allow',
    [chance(25) ? 'NotAction' : 'Action']: stringsOf(choices, () =>
      oneOf(['sts:AssumeRole', anActionPattern(choices, ['sts:AssumeRole'])]),
    ),
    Principal: principalOf(choices),
    ...conditionsOf(choices, 40),
  };
  return chance(damage) ? oneOf(TRUST_DAMAGES)(statement, choices) : statement;
}

function resourceStatementOf(choices: Choices, subject: Subject): StatementJson {
  const statement = { Principal: principalOf(choices), ...statementOf(choices, { ...subject, damage: 0 }) };
  if (!choices.chance(subject.damage)) return statement;
  const damages = choices.oneOf([STATEMENT_DAMAGES, TRUST_DAMAGES]);
  return choices.oneOf(damages)(statement, choices);
}

function principalOf(choices: Choices): StatementJson {
  return Object.fromEntries(
    choices.list(1, 2, () => {
      const type = choices.oneOf(['RAM', 'RAM', 'RAM', 'Service', 'Federated'] as const);
      return [type, stringsOf(choices, () => choices.oneOf(TRUSTED[type]))];
    }),
  );
}

/** One text, or a list of one to three. */
function stringsOf({ chance, list }: Choices, text: () => string): string | readonly string[] {
  return chance(100) ? text() : list(1, 3, text);
}

function conditionsOf(choices: Choices, in256: number): { readonly Condition?: unknown } {
  if (!choices.chance(in256)) return {};
  const block: Record<string, Record<string, unknown>> = {};
  for (const [operator, key, values] of choices.list(0, 2, () => aCondition(choices, false))) {
    block[operator] = { ...block[operator], [key]: values.length === 1 ? values[0] : values };
  }
  return { Condition: block };
}

type Damage = (statement: StatementJson, choices: Choices) => StatementJson;

const ANY_DAMAGE: readonly [Damage, ...Damage[]] = [
  (statement, choices) => {
    const [operator, key, values] = aCondition(choices, true);
    return { ...statement, Condition: Object.fromEntries([[operator, Object.fromEntries([[key, values]])]]) };
  },
  ({ Effect: _, ...rest }) => rest,
  statement => ({ ...statement, Effect: 'allow' }),
  statement => ({ ...statement, Sid: 'x' }),
  statement => ({ ...statement, Action: [] }),
  statement => ({ ...statement, Action: ['oss:*', 5] }),
  statement => ({ ...statement, Action: 'GetObject' }),
  statement => ({ ...statement, NotAction: [], Action: undefined }),
  ({ Action: _, NotAction: __, ...rest }) => rest,
  statement => ({ ...statement, Action: 'oss:*', NotAction: 'ram:*' }),
  statement => ({ ...statement, Condition: [] }),
  statement => ({ ...statement, Condition: { Bool: 'true' } }),
  statement => ({ ...statement, Condition: { Nil: {} } }),
  statement => ({ ...statement, Condition: { StringEquals: {} } }),
];

const STATEMENT_DAMAGES: readonly [Damage, ...Damage[]] = [
  ...ANY_DAMAGE,
  ({ Resource: _, NotResource: __, ...rest }) => rest,
  statement => ({ ...statement, Resource: [], NotResource: undefined }),
  statement => ({ ...statement, Resource: undefined, NotResource: [] }),
  statement => ({ ...statement, Resource: 'acs:oss:*:bucket' }),
  statement => ({ ...statement, Resource: ['acs:oss:*:*:bucket', 'acs::*:*:x'] }),
  statement => ({ ...statement, Resource: { x: '*' } }),
  statement => ({ ...statement, Principal: { RAM: `acs:ram::${ACCOUNT}:root` } }),
];

const TRUST_DAMAGES: readonly [Damage, ...Damage[]] = [
  ...ANY_DAMAGE,
  statement => ({ ...statement, Resource: '*' }),
  statement => ({ ...statement, NotResource: '*' }),
  statement => ({ ...statement, Principal: '*' }),
  statement => ({ ...statement, Principal: undefined }),
  statement => ({ ...statement, Principal: {} }),
  statement => ({ ...statement, Principal: { RAM: [] } }),
  statement => ({ ...statement, Principal: { RAM: `acs:ram::${ACCOUNT}:root`, ram: 'x' } }),
  (statement, { oneOf }) => ({ ...statement, Principal: { RAM: oneOf(UNTRUSTED) } }),
  (statement, { oneOf }) => ({
    ...statement,
    Principal: { Service: ['ecs.aliyuncs.com', oneOf(UNTRUSTED)] },
  }),
  (statement, { oneOf }) => ({ ...statement, Principal: { Federated: oneOf(UNTRUSTED) } }),
];

const TRUSTED = {
  RAM: [
    `acs:ram::${ACCOUNT}:root`,
    `acs:ram::${ACCOUNT}:user/alice`,
    `acs:ram:*:${ACCOUNT}:root`,
    `acs:ram:*:${ACCOUNT}:user/ALICE`,
    `acs:ram::${ACCOUNT}:role/alice`,
    `acs:ram::${ACCOUNT}:role/Worker`,
    `acs:ram::${OTHER_ACCOUNT}:root`,
    `acs:ram::${OTHER_ACCOUNT}:user/alice`,
    `acs:ram::${ACCOUNT}:user/ali`,
  ],
  Service: ['ecs.aliyuncs.com', 'ECS.aliyuncs.com', 'fc.aliyuncs.com'],
  Federated: [
    `acs:ram::${OTHER_ACCOUNT}:saml-provider/Corp`,
    `acs:ram:*:${OTHER_ACCOUNT}:saml-provider/corp`,
    `acs:ram::${OTHER_ACCOUNT}:oidc-provider/Corp`,
    `acs:ram::${ACCOUNT}:saml-provider/Corp`,
  ],
} as const;

const UNTRUSTED = [
  '*',
  'alice',
  '',
  `acs:ram::${ACCOUNT}:user/*`,
  `acs:ram::${ACCOUNT}:user/`,
  `acs:ram:cn-hangzhou:${ACCOUNT}:root`,
  'acs:ram::*:root',
  `acs:oss::${ACCOUNT}:root`,
  `acs:ram::${ACCOUNT}:group/dev`,
  '.aliyuncs.com',
  'ecs.example.com',
] as const;
