import { describe, expect, it } from 'vitest';
import { ACCOUNT, aDocument, attached } from '../../test/policies.ts';
import { decideAssumeRole } from '../decide/assume-role.ts';
import { decide } from '../decide/decide.ts';
import type { PolicyDocument } from '../document/document.ts';
import { requestContext } from '../request.ts';
import { compile } from './compile.ts';
import { compileResourcePolicy, compileTrust } from './trust.ts';

const BUCKET = `acs:oss:*:${ACCOUNT}:bucket`;
const ROLE = 'acs:ram::2:role/target';
const EVERYBODY = { RAM: `acs:ram::${ACCOUNT}:root` };

/** A valid document of the kind, which says this of everything that it can be about. */
function documentOf(kind: PolicyDocument['kind'], effect: 'Allow' | 'Deny'): PolicyDocument {
  const resource = kind === 'trust' ? {} : { Resource: '*' };
  const principal = kind === 'trust' || kind === 'resource' ? { Principal: EVERYBODY } : {};
  const statement = { Effect: effect, Action: '*', ...resource, ...principal };
  return aDocument({ Version: '1', Statement: [statement] }, kind);
}

const request = { actions: ['oss:GetObject'], resources: [[BUCKET]], context: requestContext({}) };
const roleRequest = { ...request, actions: ['sts:AssumeRole'], resources: [[ROLE]] };

function aUser(...documents: PolicyDocument[]) {
  const identity = compile(documents.map(document => attached(document)));
  return { kind: 'user', account: ACCOUNT, name: 'alice', identity } as const;
}

/** What a document answers in the place of an identity policy, of a trust policy, and of a resource's policy. */
function answersOf(document: PolicyDocument): string[] {
  const allowed = aUser(documentOf('identity', 'Allow'));
  const resourcePolicy = compileResourcePolicy(attached(document));
  return [
    decide(aUser(document), request).effect,
    decideAssumeRole(allowed, compileTrust(attached(document)), roleRequest).effect,
    decide(aUser(), { ...request, resourcePolicy }).effect,
  ];
}

describe('a document in the place of one of another kind', () => {
  it.each([
    ['identity', ['Allow', 'ImplicitDeny', 'ImplicitDeny']],
    ['session', ['Allow', 'ImplicitDeny', 'ImplicitDeny']],
    ['trust', ['ImplicitDeny', 'Allow', 'ImplicitDeny']],
    ['resource', ['ImplicitDeny', 'ImplicitDeny', 'Allow']],
  ] as const)('does not allow: %s', (kind, answers) => {
    expect(answersOf(documentOf(kind, 'Allow'))).toEqual(answers);
  });

  it.each(['identity', 'session', 'trust', 'resource'] as const)('does deny: %s', kind => {
    expect(answersOf(documentOf(kind, 'Deny'))).toEqual(['ExplicitDeny', 'ExplicitDeny', 'ExplicitDeny']);
  });
});
