import { parseArn } from '../../../arn.ts';
import { quote } from '../../../findings.ts';
import type { JsonString } from '../../../json/json.ts';
import { fold } from '../../../letter-case.ts';
import { meansAction } from '../../breadth.ts';
import type { Budget } from '../../budget.ts';
import { globsOverlap } from '../../coverage/glob-coverage.ts';
import type { LintDocument, LintRule, RuleReport } from '../../lint-rule.ts';
import type { LintStatement } from '../../lint-statement.ts';

/** Some actions on objects, in lower case: a statement that means one of them is about objects. */
const OBJECT_ACTIONS = ['oss:getobject', 'oss:putobject', 'oss:deleteobject', 'oss:getobjectacl'];

export const bucketWithoutObjects: LintRule = {
  code: 'bucket-without-objects',
  level: 'suggestion',
  meaning: [
    'The Allow is about objects of a bucket but names the bucket only; its objects are resources of their own.',
    '该 Allow 涉及存储空间中的对象，但只写了存储空间；对象是另外的资源。',
  ],
  instead: [
    'Name both "acs:oss:*:*:<bucket>" and "acs:oss:*:*:<bucket>/*".',
    '请同时写 "acs:oss:*:*:<bucket>" 和 "acs:oss:*:*:<bucket>/*"。',
  ],
  check: (document, report) =>
    checkBuckets(
      document,
      'Allow',
      report,
      bucket =>
        `${quote(bucket)} is the bucket without its objects, which this statement is about. Add "${bucket}/*".`,
    ),
};

export const denyBucketWithoutObjects: LintRule = {
  code: 'deny-bucket-without-objects',
  level: 'security',
  meaning: [
    'The Deny is about objects of a bucket but names the bucket only, so that its objects stay open.',
    '该 Deny 涉及存储空间中的对象，但只写了存储空间，因此对象仍可访问。',
  ],
  instead: [
    'Name both "acs:oss:*:*:<bucket>" and "acs:oss:*:*:<bucket>/*".',
    '请同时写 "acs:oss:*:*:<bucket>" 和 "acs:oss:*:*:<bucket>/*"。',
  ],
  check: (document, report) =>
    checkBuckets(
      document,
      'Deny',
      report,
      bucket => `${quote(bucket)} is the bucket without its objects: they are not denied. Add "${bucket}/*".`,
    ),
};

function checkBuckets(
  { statements, budget }: LintDocument,
  effect: LintStatement['effect'],
  report: RuleReport,
  message: (bucket: string) => string,
): void {
  const resources = statements
    .filter(statement => statement.effect === effect && isAboutObjects(statement))
    .flatMap(statement => statement.resources?.values ?? []);
  for (const resource of resources) {
    const isBucket = isBucketOnly(resource.value);
    if (isBucket && !resources.some(other => coversObjectsOf(resource.value, other, budget)))
      report(resource, message(resource.value));
  }
}

function isAboutObjects({ actions, resources }: LintStatement): boolean {
  return resources?.negated === false && OBJECT_ACTIONS.some(action => meansAction(actions, action));
}

/** Whether a pattern names a bucket, and cannot mean an object. */
function isBucketOnly(pattern: string): boolean {
  const arn = parseArn(pattern);
  if (arn === undefined || fold(arn.service) !== 'oss') return false;
  return !arn.relativeId.includes('/') && !arn.relativeId.includes('*');
}

function coversObjectsOf(bucket: string, { value }: JsonString, budget: Budget): boolean {
  if (value === '*') return true;
  const relativeId = parseArn(value)?.relativeId ?? '';
  return globsOverlap(relativeId, `${parseArn(bucket)?.relativeId ?? ''}/?*`, budget);
}
