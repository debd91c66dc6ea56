import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttachmentScope, Decision, IdentityPrincipal } from '../src/index.ts';
import { compile, decide, requestContext } from '../src/index.ts';
import type { CompileOptions } from '../src/policies/compile.ts';
import type { RequestJson, StatementJson } from './arbitraries.ts';
import { aRequest, aStatement } from './arbitraries.ts';
import { ACCOUNT, aDocument, attached } from './policies.ts';
import type { ReferencePrincipal } from './reference.ts';
import { decideByReference } from './reference.ts';

const someStatements = fc.array(aStatement, { minLength: 1, maxLength: 12 });
const manyStatements = fc.array(aStatement, { minLength: 20, maxLength: 60 });

/** Statements one document each, so that their order is that of the documents. */
function documentsOf(statements: readonly StatementJson[], scope?: AttachmentScope) {
  return statements.map((statement, index) =>
    attached(aDocument({ Version: '1', Statement: [statement] }), `policy-${index}`, scope),
  );
}

function aUser(statements: readonly StatementJson[], options?: CompileOptions): IdentityPrincipal {
  return {
    kind: 'user',
    account: ACCOUNT,
    name: 'alice',
    identity: compile(documentsOf(statements), options),
  };
}

function ask(principal: IdentityPrincipal, { context, ...request }: RequestJson): Decision {
  return decide(principal, { ...request, context: requestContext(context) });
}

const RANK = { ExplicitDeny: 0, ImplicitDeny: 1, Allow: 2 };

describe('decide', () => {
  it('agrees with the reference evaluator at every step', () => {
    const seen = { Allow: 0, ExplicitDeny: 0, ImplicitDeny: 0 };
    fc.assert(
      fc.property(
        someStatements,
        fc.array(aStatement, { maxLength: 6 }),
        fc.option(someStatements, { nil: undefined, freq: 2 }),
        fc.array(aRequest, { minLength: 8, maxLength: 8 }),
        (statements, inGroup, session, requests) => {
          const reference: ReferencePrincipal = {
            account: ACCOUNT,
            statements,
            resourceGroups: { 'rg-1': inGroup },
            ...(session === undefined ? {} : { session }),
          };
          const group = documentsOf(inGroup, { type: 'ResourceGroup', id: 'rg-1' });
          const principal: IdentityPrincipal = {
            kind: 'role',
            account: ACCOUNT,
            name: 'r',
            identity: compile([...documentsOf(statements), ...group]),
            ...(session === undefined ? {} : { session: compile(documentsOf(session)) }),
          };
          for (const request of requests) {
            const { effect } = ask(principal, request);
            expect(effect).toBe(decideByReference(reference, request));
            seen[effect] += 1;
          }
        },
      ),
      { numRuns: 500 },
    );
    // Without many decisions of each kind, the agreement would not mean much.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(200);
  });

  it('gives the same answer, denying statements included, by index and by trying all statements', () => {
    fc.assert(
      fc.property(
        manyStatements,
        fc.array(aRequest, { minLength: 10, maxLength: 10 }),
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

  it('never allows more because of one more Deny', () => {
    fc.assert(
      fc.property(someStatements, aStatement, aRequest, (statements, added, request) => {
        const before = ask(aUser(statements), request).effect;
        const after = ask(aUser([...statements, { ...added, Effect: 'Deny' }]), request).effect;
        expect(RANK[after]).toBeLessThanOrEqual(RANK[before]);
      }),
      { numRuns: 600 },
    );
  });

  it('never allows less because of one more Allow', () => {
    fc.assert(
      fc.property(someStatements, aStatement, aRequest, (statements, added, request) => {
        const before = ask(aUser(statements), request).effect;
        const after = ask(aUser([...statements, { ...added, Effect: 'Allow' }]), request).effect;
        expect(RANK[after]).toBeGreaterThanOrEqual(RANK[before]);
      }),
      { numRuns: 600 },
    );
  });

  it('does not depend on the order of statements, patterns and values', () => {
    fc.assert(
      fc.property(someStatements, aRequest, (statements, request) => {
        const reversed = statements.map(reverseLists).toReversed();
        expect(ask(aUser(reversed), request).effect).toBe(ask(aUser(statements), request).effect);
      }),
      { numRuns: 600 },
    );
  });

  it('does not depend on how statements are spread over documents', () => {
    fc.assert(
      fc.property(someStatements, aRequest, (statements, request) => {
        const together = compile([attached(aDocument({ Version: '1', Statement: statements }))]);
        const one = { kind: 'user', account: ACCOUNT, name: 'alice', identity: together } as const;
        expect(ask(one, request).effect).toBe(ask(aUser(statements), request).effect);
      }),
      { numRuns: 500 },
    );
  });

  it('takes a single value for a list of one', () => {
    fc.assert(
      fc.property(aStatement, (statement: StatementJson) => {
        const single = aDocument({ Version: '1', Statement: [unwrapLists(statement)] });
        expect(single).toEqual(aDocument({ Version: '1', Statement: [statement] }));
      }),
      { numRuns: 500 },
    );
  });

  it('never allows in a session what the role may not do', () => {
    fc.assert(
      fc.property(someStatements, someStatements, aRequest, (statements, session, request) => {
        const role = aUser(statements);
        const narrowed = { ...role, session: compile(documentsOf(session)) };
        if (ask(narrowed, request).effect === 'Allow') expect(ask(role, request).effect).toBe('Allow');
      }),
      { numRuns: 600 },
    );
  });
});

/** The value with every list and the order of all members reversed. */
function reverseLists<T>(value: T): T;
function reverseLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.toReversed();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reverseLists(inner)]),
  );
}

/** The statement with every list of one value written as that value. */
function unwrapLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? value[0] : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unwrapLists(inner)]));
}
