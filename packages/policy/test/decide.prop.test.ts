import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttachmentScope, Decision, IdentityPrincipal } from '../src/index.ts';
import { compile, compileTrust, decide, decideAssumeRole, requestContext } from '../src/index.ts';
import type { CompileOptions } from '../src/policies/compile.ts';
import { compareDecisions } from './compared.ts';
import { aStatement, aTrustStatement, type StatementJson } from './generated/documents.ts';
import { aRequest, aRoleRequest, someQuestions } from './generated/questions.ts';
import { ACCOUNT, aDocument, attached } from './policies.ts';
import type { PlainRequest } from './reference/plain.ts';

const oneStatement = fc.noBias(aStatement);
const someStatements = fc.array(oneStatement, { minLength: 1, maxLength: 12, size: 'max' });
const manyStatements = fc.array(oneStatement, { minLength: 20, maxLength: 60, size: 'max' });
const someTrust = fc.array(fc.noBias(aTrustStatement), { minLength: 1, maxLength: 4 });
const oneRequest = fc.noBias(aRequest);
const oneRoleRequest = fc.noBias(aRoleRequest);

/** Statements one document each, so that their order is that of the documents. */
function documentsOf(statements: readonly StatementJson[], scope?: AttachmentScope) {
  return statements.map((statement, index) =>
    attached(aDocument({ Version: '1', Statement: [statement] }), `policy-${index}`, scope),
  );
}

function aUser(statements: readonly StatementJson[], options?: CompileOptions): IdentityPrincipal {
  const identity = compile(documentsOf(statements), options);
  return { kind: 'user', account: ACCOUNT, name: 'alice', identity };
}

function ask(principal: IdentityPrincipal, { context, ...request }: PlainRequest): Decision {
  return decide(principal, { ...request, context: requestContext(context) });
}

function askRole(
  principal: IdentityPrincipal,
  trust: readonly StatementJson[],
  { context, ...request }: PlainRequest,
): Decision {
  const document = aDocument({ Version: '1', Statement: trust }, 'trust');
  return decideAssumeRole(principal, compileTrust(attached(document)), {
    ...request,
    context: requestContext(context),
  });
}

const denying = (statement: StatementJson): StatementJson => ({ ...statement, Effect: 'Deny' });
const allowing = (statement: StatementJson): StatementJson => ({ ...statement, Effect: 'Allow' });

const RANK = { ExplicitDeny: 0, ImplicitDeny: 1, Allow: 2 };

describe('decide', () => {
  it('gives the same answer, denying statements included, by index and by trying all statements', () => {
    fc.assert(
      fc.property(
        manyStatements,
        fc.array(oneRequest, { minLength: 10, maxLength: 10 }),
        (statements, requests) => {
          const indexed = aUser(statements, { tryAllUpTo: 0 });
          const usual = aUser(statements);
          const unindexed = aUser(statements, { tryAllUpTo: Number.POSITIVE_INFINITY });
          for (const request of requests) {
            const expected = ask(unindexed, request);
            expect(ask(indexed, request)).toEqual(expected);
            expect(ask(usual, request)).toEqual(expected);
          }
        },
      ),
      { numRuns: 250 },
    );
  });

  it('never allows more because of one more Deny, wherever it is attached', () => {
    fc.assert(
      fc.property(someStatements, oneStatement, oneRequest, (statements, added, request) => {
        const before = ask(aUser(statements), request).effect;
        const after = ask(aUser([...statements, denying(added)]), request).effect;
        expect(RANK[after]).toBeLessThanOrEqual(RANK[before]);
        const inGroup = documentsOf([denying(added)], { type: 'ResourceGroup', id: 'rg-1' });
        const identity = compile([...documentsOf(statements), ...inGroup]);
        const grouped = ask({ ...aUser([]), identity }, request).effect;
        expect(RANK[grouped]).toBeLessThanOrEqual(RANK[before]);
      }),
      { numRuns: 1000 },
    );
  });

  it('never allows less because of one more Allow', () => {
    fc.assert(
      fc.property(someStatements, oneStatement, oneRequest, (statements, added, request) => {
        const before = ask(aUser(statements), request).effect;
        const after = ask(aUser([...statements, allowing(added)]), request).effect;
        expect(RANK[after]).toBeGreaterThanOrEqual(RANK[before]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is never widened by the policy of a session', () => {
    fc.assert(
      fc.property(someStatements, someStatements, oneRequest, (statements, session, request) => {
        const role = aUser(statements);
        const narrowed = { ...role, session: compile(documentsOf(session)) };
        if (ask(narrowed, request).effect === 'Allow') expect(ask(role, request).effect).toBe('Allow');
      }),
      { numRuns: 1000 },
    );
  });

  it('is never widened by control policies, at whichever level they stand', () => {
    fc.assert(
      fc.property(
        someStatements,
        someStatements,
        fc.nat(2),
        oneRequest,
        (statements, level, place, request) => {
          const user = aUser(statements);
          const everything = compile(documentsOf([{ Effect: 'Allow', Action: '*', Resource: '*' }]));
          const controlLevels = [everything, everything, everything].with(place, compile(documentsOf(level)));
          const context = requestContext(request.context);
          const guarded = decide(user, { ...request, context, controlLevels }).effect;
          if (guarded === 'Allow') expect(ask(user, request).effect).toBe('Allow');
          const exempt = { ...user, exemptFromControl: true };
          expect(decide(exempt, { ...request, context, controlLevels })).toEqual(ask(user, request));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('does not depend on the order of statements, patterns and values', () => {
    fc.assert(
      fc.property(someStatements, oneRequest, (statements, request) => {
        const reversed = statements.map(reverseLists).toReversed();
        const turned = reverseLists(request);
        expect(ask(aUser(reversed), turned).effect).toBe(ask(aUser(statements), request).effect);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on how statements are spread over documents', () => {
    fc.assert(
      fc.property(someStatements, oneRequest, (statements, request) => {
        const identity = compile([attached(aDocument({ Version: '1', Statement: statements }))]);
        expect(ask({ ...aUser([]), identity }, request).effect).toBe(ask(aUser(statements), request).effect);
      }),
      { numRuns: 600 },
    );
  });

  it('takes a single value for a list of one', () => {
    fc.assert(
      fc.property(fc.oneof(oneStatement, fc.noBias(aTrustStatement)), statement => {
        const kind = 'Principal' in statement ? 'trust' : 'identity';
        const single = aDocument({ Version: '1', Statement: [unwrapLists(statement)] }, kind);
        expect(single).toEqual(aDocument({ Version: '1', Statement: [wrapValues(statement)] }, kind));
      }),
      { numRuns: 1000 },
    );
  });

  it('allows only what one statement, alone at its step, allows', () => {
    let allowed = 0;
    fc.assert(
      fc.property(someStatements, oneRequest, (statements, request) => {
        if (ask(aUser(statements), request).effect !== 'Allow') return;
        allowed += 1;
        for (const resource of request.resources) {
          const witnesses = statements.filter(
            statement => ask(aUser([statement]), { ...request, resources: [resource] }).effect === 'Allow',
          );
          expect(witnesses.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1500 },
    );
    expect(allowed).toBeGreaterThan(200);
  });

  it('asks a context only for condition keys in their canonical spelling', () => {
    fc.assert(
      fc.property(someStatements, oneRequest, (statements, request) => {
        const asked: string[] = [];
        const get = (key: string) => void asked.push(key);
        decide(aUser(statements), { ...request, context: { get } });
        for (const key of asked) {
          const [name = ''] = key.split('/');
          expect(name).toBe(name.toLowerCase());
        }
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing that it is given', () => {
    fc.assert(
      fc.property(fc.noBias(someQuestions(2)), questions => {
        const before = structuredClone(questions);
        compareDecisions(deepFreeze(questions));
        expect(questions).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });
});

describe('decideAssumeRole', () => {
  it('never allows more because of one more Deny, and never less because of one more Allow, of the trust policy', () => {
    fc.assert(
      fc.property(someTrust, fc.noBias(aTrustStatement), oneRoleRequest, (trust, added, request) => {
        const caller = aUser([{ Effect: 'Allow', Action: '*', Resource: '*' }]);
        const before = RANK[askRole(caller, trust, request).effect];
        expect(RANK[askRole(caller, [...trust, denying(added)], request).effect]).toBeLessThanOrEqual(before);
        expect(RANK[askRole(caller, [...trust, allowing(added)], request).effect]).toBeGreaterThanOrEqual(
          before,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('allows nothing to a caller whose own policies do not', () => {
    fc.assert(
      fc.property(someStatements, someTrust, oneRoleRequest, (statements, trust, request) => {
        const effect = askRole(aUser(statements), trust, request).effect;
        const all = aUser([...statements.map(allowing), { Effect: 'Allow', Action: 'sts:*', Resource: '*' }]);
        if (effect === 'Allow') expect(askRole(all, trust, request).effect).toBe('Allow');
        expect(askRole(aUser([]), trust, request).effect).not.toBe('Allow');
      }),
      { numRuns: 600 },
    );
  });
});

/** The value with every list and the order of all members reversed. */
function reverseLists<T>(value: T): T;
function reverseLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseLists).toReversed();
  return mapMembers(value, reverseLists, members => members.toReversed());
}

/** The value with every list of one value written as that value. */
function unwrapLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? value[0] : value;
  return mapMembers(value, unwrapLists);
}

/** The statement with every single value, its effect apart, written as a list of one. */
function wrapValues({ Effect: effect, ...rest }: StatementJson): StatementJson {
  return { Effect: effect, ...Object(wrap(rest)) };
}

function wrap(value: unknown): unknown {
  return typeof value === 'string' ? [value] : mapMembers(value, wrap);
}

function mapMembers(
  value: unknown,
  change: (value: unknown) => unknown,
  order = (members: [string, unknown][]) => members,
): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(order(Object.entries(value)).map(([key, inner]) => [key, change(inner)]));
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
