import fc from 'fast-check';
import type {
  PlainCaller,
  PlainIdentity,
  PlainKind,
  PlainPolicy,
  PlainRequest,
  PlainRoot,
  PlainSurroundings,
} from '../reference/plain.ts';
import { type Choices, chosen } from './choices.ts';
import { aDocumentText } from './documents.ts';
import { ACCOUNT, ACTIONS, aRequestValue, aResource, OTHER_ACCOUNT, REQUEST_KEYS, ROLE } from './words.ts';

/** Documents, and requests that are decided by them. */
export interface Questions {
  readonly caller: PlainIdentity | PlainRoot;
  readonly surroundings: PlainSurroundings;
  readonly requests: readonly PlainRequest[];
}

/** The same about assuming a role. */
export interface RoleQuestions {
  readonly caller: PlainCaller;
  readonly trust: PlainPolicy;
  readonly surroundings: PlainSurroundings;
  readonly requests: readonly PlainRequest[];
}

const BYTES_OF_REQUEST = 40;

/** One request for one or two resources. */
export const aRequest: fc.Arbitrary<PlainRequest> = chosen(BYTES_OF_REQUEST, choices => {
  const { oneOf, chance, list } = choices;
  const [service = '', verb = ''] = oneOf(ACTIONS).split(':');
  const actions =
    service === 'ram' && chance(128)
      ? [`ram:${verb}`, `ims:${verb}`]
      : [
          oneOf([
            `${service}:${verb}`,
            `${service}:${verb}`,
            `${service.toUpperCase()}:${verb.toLowerCase()}`,
          ]),
        ];
  return {
    actions: chance(2) ? [] : actions,
    resources: chance(2) ? oneOf([[], [[]]]) : list(1, chance(60) ? 2 : 1, () => aResource(choices)),
    context: contextOf(choices),
    ...(chance(128) ? { resourceGroupId: oneOf(['rg-1', 'rg-2', 'rg-3']) } : {}),
  };
});

const ROLE_NAMES = [ROLE, ROLE, ROLE, ROLE.replace('role/target', 'ROLE/Target'), `${ROLE}s`] as const;

/** A request for a role. */
export const aRoleRequest: fc.Arbitrary<PlainRequest> = chosen(BYTES_OF_REQUEST, choices => {
  const { oneOf, chance, list } = choices;
  const action = oneOf([
    'sts:AssumeRole',
    'sts:AssumeRole',
    'STS:assumerole',
    'sts:AssumeRole',
    'ram:GetUser',
  ]);
  return {
    actions: chance(2) ? [] : [action],
    resources: chance(2) ? [] : list(1, chance(12) ? 2 : 1, () => [oneOf(ROLE_NAMES)]),
    context: contextOf(choices),
    ...(chance(60) ? { resourceGroupId: 'rg-1' } : {}),
  };
});

function contextOf(choices: Choices): PlainRequest['context'] {
  const present = REQUEST_KEYS.filter(() => choices.chance(170));
  return Object.fromEntries(present.map(([key, type]) => [key, aRequestValue(choices, type)]));
}

/** Documents of every kind around a principal, and `requests` requests. */
export function someQuestions(requests: number): fc.Arbitrary<Questions> {
  const caller = fc.oneof(
    { weight: 40, arbitrary: anIdentity('usual') },
    { weight: 1, arbitrary: fc.constant<PlainRoot>({ kind: 'root', account: ACCOUNT }) },
  );
  return fc.record({ caller, surroundings: someSurroundings, requests: exactly(requests, aRequest) });
}

/** A trust policy, somebody who asks for the role, and `requests` requests. */
export function someRoleQuestions(requests: number): fc.Arbitrary<RoleQuestions> {
  const caller = fc.oneof(
    { weight: 12, arbitrary: anIdentity('roles') },
    { weight: 1, arbitrary: fc.constantFrom<PlainCaller>({ kind: 'root', account: OTHER_ACCOUNT }) },
    { weight: 2, arbitrary: fc.constantFrom<PlainCaller>(...SERVICES) },
    { weight: 2, arbitrary: fc.constantFrom<PlainCaller>(...FEDERATED) },
  );
  return fc.record({
    caller,
    trust: aDocumentText('trust').map(text => ({ name: 'trust', text })),
    surroundings: someSurroundings,
    requests: exactly(requests, aRoleRequest),
  });
}

const SERVICES: readonly PlainCaller[] = ['ecs.aliyuncs.com', 'Ecs.aliyuncs.com', 'fc.aliyuncs.com', ''].map(
  name => ({
    kind: 'service',
    name,
  }),
);

const FEDERATED: readonly PlainCaller[] = [
  `acs:ram::${OTHER_ACCOUNT}:saml-provider/Corp`,
  `acs:ram::${OTHER_ACCOUNT}:oidc-provider/Corp`,
  `acs:ram::${ACCOUNT}:saml-provider/Corp`,
  'Corp',
].map(provider => ({ kind: 'federated', provider }));

const someSurroundings: fc.Arbitrary<PlainSurroundings> = fc
  .record({
    control: fc.option(
      fc.array(somePolicies('control', 'control', 1, 2), { minLength: 0, maxLength: 3, size: 'max' }),
      { nil: undefined, freq: 2 },
    ),
    resource: fc.option(aDocumentText('resource'), { nil: undefined, freq: 2 }),
    strict: fc.boolean(),
  })
  .map(({ control, resource, strict }) => ({
    strict,
    ...(control === undefined ? {} : { control }),
    ...(resource === undefined ? {} : { resource: { name: 'bucket', text: resource } }),
  }));

function anIdentity(about: 'usual' | 'roles'): fc.Arbitrary<PlainIdentity> {
  return fc
    .record({
      who: fc.constantFrom(
        { kind: 'user', name: 'alice' } as const,
        { kind: 'role', name: 'worker' } as const,
        { kind: 'role', name: 'alice' } as const,
      ),
      account: about === 'usual' ? fc.constant(ACCOUNT) : fc.constantFrom(ACCOUNT, ACCOUNT, OTHER_ACCOUNT),
      policies: somePolicies('policy', 'identity', 0, 5, about),
      inGroup1: somePolicies('group-1', 'identity', 0, 2, about),
      inGroup2: somePolicies('group-2', 'identity', 0, 1, about),
      session: fc.option(aDocumentText('session', about), { nil: undefined, freq: 2 }),
      exemptFromControl: fc.constantFrom(false, false, false, true),
      grant: fc.constantFrom(...(about === 'usual' ? [undefined, GRANT] : [undefined, GRANT, GRANT, GRANT])),
    })
    .map(({ who, account, policies, inGroup1, inGroup2, session, exemptFromControl, grant }) => ({
      ...who,
      account,
      policies: grant === undefined ? policies : [...policies, { name: 'grant', text: grant }],
      inResourceGroups: { 'rg-1': inGroup1, 'rg-2': inGroup2 },
      ...(session === undefined ? {} : { session: { name: 'session', text: session } }),
      exemptFromControl,
    }));
}

/** Broad rights for many identities, since random statements allow little together. */
const GRANT =
  '{"Version":"1","Statement":[{"Effect":"Allow","Action":["oss:*","ram:*","sts:*"],"Resource":"*"}]}';

function somePolicies(
  name: string,
  kind: PlainKind,
  least: number,
  most: number,
  about: 'usual' | 'roles' = 'usual',
): fc.Arbitrary<readonly PlainPolicy[]> {
  return fc
    .array(aDocumentText(kind, about), { minLength: least, maxLength: most, size: 'max' })
    .map(texts => texts.map((text, place) => ({ name: `${name}-${place}`, text })));
}

function exactly<T>(count: number, item: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
  return fc.array(item, { minLength: count, maxLength: count });
}
