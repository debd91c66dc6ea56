import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentKind, Principal, TrustedPrincipal } from '../src/index.ts';
import {
  compile,
  compileTrust,
  decide,
  decideAssumeRole,
  parseDocument,
  requestContext,
} from '../src/index.ts';
import type { LintFinding } from '../src/lint/index.ts';
import { lint } from '../src/lint/index.ts';
import { aStatement, aTrustStatement, type StatementJson } from './generated/documents.ts';
import { aRequest, aRoleRequest } from './generated/questions.ts';
import { ACCOUNT, OTHER_ACCOUNT } from './generated/words.ts';
import { attached } from './policies.ts';
import type { PlainRequest } from './reference/plain.ts';

const NO_LIMIT = 1_000_000;

const textOf = (statements: readonly StatementJson[]) =>
  JSON.stringify({ Version: '1', Statement: statements });

function documentOf(statements: readonly StatementJson[], kind: DocumentKind) {
  const parsed = parseDocument(textOf(statements), kind, NO_LIMIT);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return attached(parsed.document);
}

/** The statements without those that lint reports as needless: all of them at once. */
function withoutNeedless(
  statements: readonly StatementJson[],
  kind: DocumentKind,
): readonly StatementJson[] | undefined {
  const needless = ['shadowed-statement', 'overruled-statement', 'trust-without-assume-role'];
  const dead = lint(textOf(statements), kind, { limit: NO_LIMIT })
    .filter(({ code }) => needless.includes(code) || code === 'dead-statement')
    .map(statementOf);
  const kept = statements.filter((_, index) => !dead.includes(index));
  return kept.length === statements.length ? undefined : kept;
}

function statementOf({ path }: LintFinding): number {
  return Number(path.split('/')[2]);
}

/** The statements without the patterns and principals that lint reports as redundant. */
function withoutRedundant(statements: readonly StatementJson[]): readonly StatementJson[] | undefined {
  const paths = new Set(
    lint(textOf(statements), 'identity', { limit: NO_LIMIT })
      .filter(({ code }) => code === 'redundant-pattern' || code === 'repeated-value')
      .map(({ path }) => path),
  );
  if (paths.size === 0) return undefined;
  const prune = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.filter((_, index) => !paths.has(`${path}/${index}`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        prune(inner, `${path}/${key.replaceAll('/', '~1')}`),
      ]),
    );
  };
  return statements.map((statement, index) => prune(statement, `/Statement/${index}`) as StatementJson);
}

function questionOf({ actions, resources, context }: PlainRequest) {
  return { actions, resources, context: requestContext(ofOnePresent(context)) };
}

/** Other keys may have several values; a request is made at one time, and lint builds on that. */
function ofOnePresent(context: PlainRequest['context']): PlainRequest['context'] {
  return Object.fromEntries(
    Object.entries(context).map(([key, values]) => [
      key,
      key.toLowerCase() === 'acs:currenttime' ? ([values].flat()[0] ?? []) : values,
    ]),
  );
}

/** What is decided: not which statements denied. */
function identityDecision(statements: readonly StatementJson[], request: PlainRequest): unknown {
  const identity = compile(statements.length === 0 ? [] : [documentOf(statements, 'identity')]);
  const alice: Principal = { kind: 'user', account: ACCOUNT, name: 'alice', identity };
  const { effect, policyType } = { policyType: undefined, ...decide(alice, questionOf(request)) };
  return [effect, policyType];
}

const NOBODY = compile([]);
const EVERYTHING = compile([documentOf([{ Effect: 'Allow', Action: '*', Resource: '*' }], 'identity')]);

const callers: readonly TrustedPrincipal[] = [
  { kind: 'user', account: ACCOUNT, name: 'alice', identity: EVERYTHING },
  { kind: 'role', account: OTHER_ACCOUNT, name: 'worker', identity: EVERYTHING },
  { kind: 'user', account: OTHER_ACCOUNT, name: 'bob', identity: NOBODY },
  { kind: 'service', name: 'ecs.aliyuncs.com' },
  { kind: 'federated', provider: `acs:ram::${OTHER_ACCOUNT}:saml-provider/Corp` },
];

function trustDecision(
  statements: readonly StatementJson[],
  caller: TrustedPrincipal,
  request: PlainRequest,
): unknown {
  const trust =
    statements.length === 0
      ? { deny: [], allow: [], unread: [] }
      : compileTrust(documentOf(statements, 'trust'));
  return decideAssumeRole(caller, trust, { ...questionOf(request), actions: ['sts:AssumeRole'] }).effect;
}

const listOf = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 6, size: 'max' });

/** Statements, of which some are made of others by leaving something out, so that they meet. */
const relatedStatements = fc
  .tuple(
    listOf(aStatement),
    fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 4 }),
    fc.constantFrom('Allow', 'Deny'),
  )
  .map(([statements, places, effect]) => [
    ...statements,
    ...places.map(([place, keepsConditions]) => {
      const { Condition, ...wider } = statements[place % statements.length] ?? {};
      const kept =
        keepsConditions && Condition !== undefined ? { Condition: withFirstValues(Condition) } : {};
      return { ...wider, Effect: effect, ...kept };
    }),
  ]);

/** A condition block with the first value of every list. */
function withFirstValues(value: unknown): unknown {
  if (Array.isArray(value)) return value[0];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withFirstValues(inner)]));
}

describe('what lint reports as needless', () => {
  it('can be removed, all of it, without changing a decision', () => {
    let removed = 0;
    fc.assert(
      fc.property(
        relatedStatements,
        fc.array(aRequest, { minLength: 20, maxLength: 20 }),
        (statements, requests) => {
          const kept = withoutNeedless(statements, 'identity');
          if (kept === undefined) return;
          removed += 1;
          for (const request of requests) {
            expect(identityDecision(kept, request)).toEqual(identityDecision(statements, request));
          }
        },
      ),
      { numRuns: 1500 },
    );
    expect(removed).toBeGreaterThan(300);
  });

  it('can be removed from trust policies too', () => {
    let removed = 0;
    fc.assert(
      fc.property(
        listOf(aTrustStatement),
        fc.array(aRoleRequest, { minLength: 8, maxLength: 8 }),
        (statements, requests) => {
          const kept = withoutNeedless(statements, 'trust');
          if (kept === undefined) return;
          removed += 1;
          for (const request of requests) {
            for (const caller of callers) {
              expect(trustDecision(kept, caller, request)).toEqual(
                trustDecision(statements, caller, request),
              );
            }
          }
        },
      ),
      { numRuns: 600 },
    );
    expect(removed).toBeGreaterThan(50);
  });

  it('can be removed from lists without changing a decision', () => {
    let pruned = 0;
    fc.assert(
      fc.property(
        listOf(aStatement),
        fc.array(aRequest, { minLength: 20, maxLength: 20 }),
        (statements, requests) => {
          const kept = withoutRedundant(statements);
          if (kept === undefined) return;
          pruned += 1;
          for (const request of requests) {
            expect(identityDecision(kept, request)).toEqual(identityDecision(statements, request));
          }
        },
      ),
      { numRuns: 1000 },
    );
    expect(pruned).toBeGreaterThan(300);
  });
});
