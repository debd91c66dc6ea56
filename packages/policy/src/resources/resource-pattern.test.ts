import { describe, expect, it } from 'vitest';
import { belongsTo, resourceName } from './resource-name.ts';
import { compileResourcePattern, matchesResource } from './resource-pattern.ts';

function matches(pattern: string, resource: string): boolean {
  const compiled = compileResourcePattern(pattern);
  if (compiled === undefined) throw new Error('cannot be read');
  return matchesResource(compiled, resourceName(resource));
}

describe('matchesResource', () => {
  it.each([
    ['*', 'acs:ecs:cn-hangzhou:1:instance/i-1'],
    ['*', '*'],
    ['*', 'no ARN at all'],
    ['acs:ecs:*:*:instance/i-1', 'acs:ecs:cn-hangzhou:1:instance/i-1'],
    ['acs:*:*cn-beijing*:*:*', 'acs:ecs:cn-beijing:1:instance/i-1'],
    ['acs:mns:*:*:/queues/*', 'acs:mns:cn-hangzhou:1:/queues/a:b/c'],
    ['acs:oss:*:*:b', 'acs:oss:::b'],
    ['acs:ram:*:10?:user/bob', 'acs:ram:*:101:user/bob'],
    ['acs:ram:*:system:policy/*', 'acs:ram:*:system:policy/ReadOnlyAccess'],
    ['acs:ram:*:*:user/*', 'acs:ram:*:1:user/*'],
  ])('%s covers %s', (pattern, resource) => {
    expect(matches(pattern, resource)).toBe(true);
  });

  it.each([
    ['acs:ram:*:*:*', '*'],
    ['acs:oss:*:*:b', 'acs:oss:*:1:b/object'],
    ['acs:oss:*:*:b/*', 'acs:oss:*:1:b'],
    ['acs:ram:*:1:user/bob', 'acs:ram:*:2:user/bob'],
    ['acs:ram:*:1:user/bob', 'acs:ram:*:system:user/bob'],
    ['acs:ram:*:*:user/alice', 'acs:ram:*:1:user/*'],
    ['acs:ecs:*:*:instance/i', 'acs:ess:cn-hangzhou:1:instance/i'],
  ])('%s does not cover %s', (pattern, resource) => {
    expect(matches(pattern, resource)).toBe(false);
  });

  it('never lets a star of the first four segments swallow a colon', () => {
    expect(matches('acs:*:c:d:e', 'acs:a:b:c:d:e')).toBe(false);
    expect(matches('acs:a:*:d:e', 'acs:a:b:c:d:e')).toBe(false);
    expect(matches('acs:ecs:*:1:i', 'acs:ecs:r:2:1:i')).toBe(false);
  });

  it('treats an empty region and * in the request alike, and matches neither by a concrete region', () => {
    for (const resource of ['acs:ram::1:role/r', 'acs:ram:*:1:role/r']) {
      expect(matches('acs:ram:*:1:role/r', resource)).toBe(true);
      expect(matches('acs:ram::1:role/r', resource)).toBe(true);
      expect(matches('acs:ram:**:1:role/r', resource)).toBe(true);
      expect(matches('acs:ram:cn-hangzhou:1:role/r', resource)).toBe(false);
      expect(matches('acs:ram:cn-*:1:role/r', resource)).toBe(false);
      expect(matches('acs:ram:?:1:role/r', resource)).toBe(false);
      expect(matches('acs:ram:*cn*:1:role/r', resource)).toBe(false);
    }
    expect(matches('acs:ecs::1:instance/i', 'acs:ecs:cn-hangzhou:1:instance/i')).toBe(false);
  });

  it('compares without letter case for ram and ims, and with it for every other service', () => {
    for (const service of ['ram', 'ims', 'RAM']) {
      expect(matches(`acs:${service}:*:*:user/Alice`, `acs:${service}:*:1:user/alice`)).toBe(true);
      expect(matches('acs:*:*:*:USER/a*', `acs:${service}:*:1:user/alice`)).toBe(true);
    }
    expect(matches('acs:oss:*:*:b/Report.csv', 'acs:oss:*:1:b/report.csv')).toBe(false);
    expect(matches('acs:*:*:*:B/*', 'acs:oss:*:1:b/report.csv')).toBe(false);
    expect(matches('acs:ramx:*:*:A', 'acs:ramx:*:1:a')).toBe(false);
    expect(matches('acs:ram:*:*:user/K', 'acs:ram:*:1:user/\u212a')).toBe(false);
  });
});

describe('compileResourcePattern', () => {
  it.each([
    '',
    '**',
    'acs:',
    'acs:ecs:*:instance/i-1',
    'acs:ecs:*:*',
    'acs:ecs:*:*:',
    'acs::*:*:x',
    'arn:aws:s3:::b',
    'ACS:ecs:*:*:x',
    'user/*',
  ])('cannot read %j', pattern => {
    expect(compileResourcePattern(pattern)).toBeUndefined();
  });
});

describe('belongsTo', () => {
  it.each([
    '*',
    'not an ARN',
    'acs:ram:*:1:user/a',
    'acs:ram::system:policy/P',
    'acs:oss:::b',
    'acs:oss:*:*:b',
  ])('does not give %s to another account than 1', resource => {
    expect(belongsTo(resourceName(resource), '1')).toBe(true);
  });

  it.each(['acs:ram:*:2:user/a', 'acs:ram:*:11:user/a', 'acs:ram:*:?:user/a', 'acs:ram:*:SYSTEM:user/a'])(
    'gives %s to another account than 1',
    resource => {
      expect(belongsTo(resourceName(resource), '1')).toBe(false);
    },
  );
});
