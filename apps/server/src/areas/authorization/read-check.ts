/** From what a service sends to what is decided: every name is read once, and what is wrong is named with its place. */
import {
  type CompiledPolicies,
  canonicalKey,
  compile,
  isActionName,
  namesOfAction,
  namesOfResource,
  parseArn,
  parseDocument,
} from '@wardenry/policy';
import type { AccountId } from '../../kernel/callers/identity.ts';
import type { JsonReading } from '../../kernel/parameters.ts';
import type { CheckBounds, Question, Whom } from './check.ts';
import { type SentCheck, type SentQuestion, shapesOf, type Wrong, wrongOf } from './check-shape.ts';

/** What is wrong with the meaning of something whose shape is right. */
class Unreadable extends Error implements Wrong {
  override readonly name = 'Unreadable';
  readonly path: string;
  readonly problem: string;

  constructor(path: string, problem: string) {
    super(`${path}: ${problem}`);
    this.path = path;
    this.problem = problem;
  }
}

/** A question about somebody, who is looked for in the account of whoever asks. */
export interface Check extends Question {
  readonly about: About;
}

/** Whom a check names. */
export type About =
  | { readonly arn: string }
  | { readonly accessKeyId: string; readonly securityToken: string | undefined };

/** Readers of what services send, within bounds. */
export interface CheckReaders {
  readonly checks: (value: unknown) => JsonReading<readonly Check[]>;
  readonly question: (value: unknown) => JsonReading<Question>;
}

/** Makes the readers. */
export function checkReaders(bounds: CheckBounds): CheckReaders {
  const shapes = shapesOf(bounds);
  return {
    checks: value => {
      const parsed = shapes.checks.safeParse(value, { reportInput: true });
      if (!parsed.success) return { ok: false, ...wrongOf(parsed.error) };
      return reading(() => parsed.data.map((check, at) => readCheck(check, `[${at}]`)));
    },
    question: value => {
      const parsed = shapes.question.safeParse(value, { reportInput: true });
      if (!parsed.success) return { ok: false, ...wrongOf(parsed.error) };
      return reading(() => readQuestion(parsed.data, ''));
    },
  };
}

function reading<Value>(read: () => Value): JsonReading<Value> {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, path: error.path, problem: error.problem };
    throw error;
  }
}

function readCheck(sent: SentCheck, path: string): Check {
  const { principal, accessKeyId, securityToken } = sent;
  if (securityToken !== undefined && accessKeyId === undefined) {
    throw new Unreadable(
      `${path}.securityToken`,
      'it says nothing without the accessKeyId that it came with',
    );
  }
  if ((principal === undefined) === (accessKeyId === undefined)) {
    throw new Unreadable(path, 'it needs either a principal or an accessKeyId');
  }
  const about =
    principal === undefined ? { accessKeyId: accessKeyId ?? '', securityToken } : { arn: principal };
  return { about, ...readQuestion(sent, path) };
}

function readQuestion(sent: SentQuestion, path: string): Question {
  const { action, resource, resourceGroupId, controlPolicies } = sent;
  if (!isActionName(action)) {
    throw new Unreadable(
      `${path}.action`,
      'expected is one action, such as oss:GetObject, without wildcards',
    );
  }
  const resources = typeof resource === 'string' ? [resource] : resource;
  resources.forEach((each, at) => {
    const place = typeof resource === 'string' ? `${path}.resource` : `${path}.resource[${at}]`;
    if (each !== '*' && parseArn(each) === undefined) {
      throw new Unreadable(place, 'expected is acs:<service>:<region>:<account>:<name>, or *');
    }
  });
  const actions = namesOfAction(action);
  return {
    actions,
    resources: resources.map(each => namesOfResource(actions, each)),
    conditions: readConditions(sent, path),
    ...(resourceGroupId === undefined ? {} : { resourceGroupId }),
    ...(controlPolicies === undefined
      ? {}
      : {
          controlLevels: controlPolicies.map((level, at) =>
            readLevel(level, `${path}.controlPolicies[${at}]`),
          ),
        }),
  };
}

/** Keys whose value is ours: a service cannot know them better, and must not be able to say otherwise (spec: policy 3.5). */
const ownKeys: ReadonlySet<string> = new Set([
  'acs:currenttime',
  'acs:mfapresent',
  'acs:principalarn',
  'acs:principalrdid',
  'acs:principalrdpath',
  'sts:sourceidentity',
]);

const RESOURCE_GROUP = canonicalKey('acs:ResourceGroupId');

function readConditions(
  { context = {}, resourceTags = {}, resourceGroupId }: SentQuestion,
  path: string,
): Map<string, string | readonly string[]> {
  const conditions = new Map<string, string | readonly string[]>();
  for (const [key, value] of Object.entries(context)) {
    const canonical = canonicalKey(key);
    const place = `${path}.context.${key.slice(0, 64)}`;
    if (ownKeys.has(canonical)) throw new Unreadable(place, 'this key is set by the server, leave it out');
    if (conditions.has(canonical))
      throw new Unreadable(place, 'this key stands there in another spelling too');
    conditions.set(canonical, value);
  }
  for (const [tag, value] of Object.entries(resourceTags)) {
    const canonical = canonicalKey(`acs:ResourceTag/${tag}`);
    if (conditions.has(canonical)) {
      throw new Unreadable(`${path}.resourceTags.${tag.slice(0, 64)}`, 'this tag stands in the context too');
    }
    conditions.set(canonical, value);
  }
  if (resourceGroupId !== undefined) {
    if (conditions.has(RESOURCE_GROUP)) {
      throw new Unreadable(`${path}.resourceGroupId`, 'this resource group stands in the context too');
    }
    conditions.set(RESOURCE_GROUP, resourceGroupId);
  }
  return conditions;
}

function readLevel(documents: readonly (string | object)[], path: string): CompiledPolicies {
  return compile(
    documents.map((given, at) => {
      const text = typeof given === 'string' ? given : JSON.stringify(given);
      const parsed = parseDocument(text, 'control');
      if (!parsed.ok) {
        const { path: inside = '', message = 'it cannot be read' } = parsed.findings[0] ?? {};
        throw new Unreadable(
          `${path}[${at}]${inside}`,
          message.endsWith('.') ? message.slice(0, -1) : message,
        );
      }
      return {
        document: parsed.document,
        policyName: `control-${at + 1}`,
        policyType: 'Custom',
        attachedTo: { type: 'ResourceDirectoryTarget', name: path },
        scope: { type: 'Account' },
      };
    }),
  );
}

/**
 * Reads whom a check names.
 *
 * @returns undefined for somebody who is none of this account's
 */
export function whomOf(about: About, accountId: AccountId): Whom | undefined {
  if ('accessKeyId' in about) {
    const { accessKeyId, securityToken } = about;
    return securityToken === undefined
      ? { kind: 'key', accessKeyId }
      : { kind: 'token', presented: { accessKeyId, securityToken } };
  }
  const arn = parseArn(about.arn);
  if (arn === undefined || arn.service !== 'ram' || arn.account !== accountId) return undefined;
  if (arn.region !== '' && arn.region !== '*') return undefined;
  if (arn.relativeId === 'root') return { kind: 'root' };
  const userName = arn.relativeId.startsWith('user/') ? arn.relativeId.slice('user/'.length) : '';
  return userName === '' ? undefined : { kind: 'user', userName };
}
