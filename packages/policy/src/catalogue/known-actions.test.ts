import { describe, expect, it } from 'vitest';
import { allKnownActions, knownActions } from './known-actions.ts';
import { services } from './operations.ts';

describe('the catalogue of actions', () => {
  it('knows the operations of RAM, IMS and their kin', () => {
    const count = (code: string) => knownActions(code)?.size ?? 0;
    // 66 and 105 operations, 37 of them in both, PassRole, the two operations of IMS that no SDK has, and what belongs to resource groups.
    expect(count('ims')).toBe(105 + 2);
    expect(count('ram')).toBeGreaterThanOrEqual(66 + 105 - 37 + 1);
    expect([count('sts'), count('resourcemanager'), count('actiontrail')]).toEqual([6, 114, 48]);
  });

  it('finds an action in any letter case, with its resources', () => {
    expect(knownActions('RAM')?.get('ram:addusertogroup')).toEqual({
      name: 'ram:AddUserToGroup',
      relativeIds: ['user/{}', 'group/{}'],
      arnCodes: ['ram', 'ims'],
    });
  });

  it('claims nothing of services that it does not know', () => {
    expect(knownActions('ecs')).toBeUndefined();
    expect(knownActions('__proto__')).toBeUndefined();
  });

  it('keeps the resources of an operation that another service has a namesake of', () => {
    expect(knownActions('ram')?.get('ram:listroles')?.relativeIds).toEqual(['role/*']);
    expect(knownActions('resourcemanager')?.get('resourcemanager:listroles')?.relativeIds).toEqual([]);
  });

  it('knows no resources of an operation that a source does not tell', () => {
    expect(knownActions('ram')?.get('ram:tagresources')?.relativeIds).toEqual([]);
  });

  it('names every action once and in one spelling', () => {
    const names = allKnownActions().map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    for (const { rows } of services) {
      for (const [relativeIds, operations] of rows) {
        expect(operations.split(' ')).not.toContain('');
        if (relativeIds !== '') expect(relativeIds.split(' ')).not.toContain('');
      }
    }
  });
});
