import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { DEFAULT_LIMITS } from '../kernel/limits.ts';
import { loadSettings } from './load.ts';
import { nearestName } from './nearest.ts';
import { limitsOf } from './quotas.ts';
import { settingsHelp, settingsReference } from './reference.ts';
import { declarationOf, flagName, settingNames, variableName } from './settings.ts';
import { readArguments } from './sources.ts';

describe('the list of settings', () => {
  it('has defaults that their own kinds accept and show unchanged', () => {
    for (const name of settingNames) {
      const { kind, default: usual } = declarationOf(name);
      if (usual === undefined) continue;
      expect(z.encode(kind.codec, z.decode(kind.codec, usual)), name).toBe(usual);
    }
  });

  it('says what happens when a setting without default is absent', () => {
    for (const name of settingNames) {
      const { default: usual, otherwise } = declarationOf(name);
      expect(usual === undefined ? otherwise !== undefined : otherwise === undefined, name).toBe(true);
    }
  });

  it('documents every setting in both languages', () => {
    for (const language of ['en', 'zh'] as const) {
      const page = settingsReference(language);
      for (const name of settingNames) expect(page).toContain(`\`${variableName(name)}\``);
      expect(page).toContain('`WARDENRY_MASTER_KEY_FILE`');
      expect(page).not.toContain('`--master-key VALUE`');
    }
    expect(settingsReference('zh')).toContain('监听');
    for (const name of settingNames) {
      if (name !== 'masterKey' && name !== 'bootstrapAccessKeySecret')
        expect(settingsHelp()).toContain(`--${flagName(name)}`);
    }
  });

  it('turns the quota settings into the limits of rules', async () => {
    const inputs = { environment: {}, readFile: () => '' };
    const usual = await loadSettings({ ...inputs, flags: readArguments([], {}) });
    expect(limitsOf(usual.settings)).toEqual(DEFAULT_LIMITS);
    const given = await loadSettings({
      ...inputs,
      flags: readArguments(['--quota-access-keys-per-user', '3'], {}),
    });
    expect(limitsOf(given.settings)).toEqual({ ...DEFAULT_LIMITS, accessKeysPerUser: 3 });
  });
});

describe('the nearest name', () => {
  it.each([
    ['--lsten', '--listen'],
    ['--TLS-Listen', '--tls-listen'],
    ['--tls', '--tls-listen'],
    ['--log', '--cell'],
  ])('of %s is %s', (given, nearest) => {
    expect(nearestName(given, ['--cell', '--listen', '--tls-listen'])).toBe(nearest);
  });

  it('does not exist among no names', () => {
    expect(nearestName('x', [])).toBeUndefined();
  });
});
