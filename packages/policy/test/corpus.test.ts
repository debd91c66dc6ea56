import { describe, expect, it } from 'vitest';
import type { AccessRequest, Decision, DocumentKind } from '../src/index.ts';
import {
  compile,
  compileTrust,
  decide,
  decideAssumeRole,
  parseDocument,
  requestContext,
} from '../src/index.ts';
import type { CorpusCase, CorpusPrincipal } from './corpus.ts';
import { decisionCases, documentText, validationCases } from './corpus.ts';
import { aStoredDocument, attached } from './policies.ts';

/** Cases that are not run, each with its reason. Nothing may hide here without one. */
const NOT_RUN: ReadonlyMap<string, string> = new Map();

for (const [family, cases] of decisionCases()) {
  describe(family, () => {
    for (const one of cases) {
      it.skipIf(NOT_RUN.has(one.id))(`${one.id} ${one.title} (${one.basis})`, () => {
        expect(decideCase(one).effect).toBe(one.expected);
      });
    }
  });
}

describe('validation', () => {
  for (const one of validationCases()) {
    it(`${one.id} ${one.title}`, () => {
      const parsed = parseDocument(documentText(one), one.kind);
      expect(parsed.ok ? 'Accept' : 'Reject').toBe(one.expected);
    });
  }

  it('reports nothing but the length of a document that is only too long', () => {
    const tooLong = validationCases().filter(({ padTo }) => padTo !== undefined);
    expect(tooLong).toHaveLength(3);
    for (const one of tooLong) {
      const parsed = parseDocument(documentText(one), one.kind);
      expect(parsed.ok ? [] : parsed.findings.map(({ code }) => code)).toEqual(['document-too-long']);
      expect(parseDocument(documentText(one).slice(0, -1), one.kind).ok).toBe(true);
    }
  });
});

describe('the corpus', () => {
  it('has 176 decisions and 28 validations, each id once', () => {
    const ids = [...decisionCases().values()].flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(176);
    expect(ids).toHaveLength(176);
    expect(validationCases()).toHaveLength(28);
  });

  it('leaves out only cases that exist', () => {
    const ids = new Set([...decisionCases().values()].flat().map(({ id }) => id));
    expect([...NOT_RUN.keys()].filter(id => !ids.has(id))).toEqual([]);
  });
});

function decideCase({ policies, request }: CorpusCase): Decision {
  const access: AccessRequest = {
    actions: [request.action],
    resources: [request.resource].flat().map(resource => [resource]),
    context: requestContext(request.context),
    ...(request.resourceGroup === undefined ? {} : { resourceGroupId: request.resourceGroup }),
    ...(policies.control === undefined
      ? {}
      : { controlLevels: policies.control.map(level => compileAll(level, 'control')) }),
  };
  const caller = callerOf(request.principal, policies);
  if (policies.trust !== undefined) {
    return decideAssumeRole(caller, compileTrust(attached(aStoredDocument(policies.trust, 'trust'))), access);
  }
  if (caller.kind === 'service' || caller.kind === 'federated') throw new Error('has no policies of its own');
  return decide(caller, access);
}

function callerOf(principal: CorpusPrincipal, policies: CorpusCase['policies']) {
  switch (principal.type) {
    case 'root':
      return { kind: 'root', account: principal.account } as const;
    case 'service':
      return { kind: 'service', name: principal.name } as const;
    case 'federated':
      return { kind: 'federated', provider: principal.provider } as const;
    default:
      return {
        kind: principal.type,
        account: principal.account,
        name: principal.name,
        exemptFromControl: principal.serviceLinked ?? false,
        identity: compileIdentity(policies),
        ...(policies.session === undefined ? {} : { session: compileAll([policies.session], 'session') }),
      };
  }
}

function compileIdentity({ identity, groups = [], resourceGroupIdentity = {} }: CorpusCase['policies']) {
  const grouped = Object.entries(resourceGroupIdentity).flatMap(([id, documents]) =>
    documents.map(document => attached(aStoredDocument(document), id, { type: 'ResourceGroup', id })),
  );
  return compile([
    ...[...identity, ...groups].map(document => attached(aStoredDocument(document))),
    ...grouped,
  ]);
}

function compileAll(documents: readonly object[], kind: DocumentKind) {
  return compile(documents.map(document => attached(aStoredDocument(document, kind))));
}
