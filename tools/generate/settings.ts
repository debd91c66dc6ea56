import { settingsReference } from '../../apps/server/src/config/index.ts';
import { languages } from '../../apps/server/src/reference/language.ts';
import type { Generator } from './generator.ts';
import { pagePath } from './language.ts';

/** The page of every setting. */
export const settingsPages: Generator = {
  name: 'settings',
  run: async () =>
    languages.map(language => ({ path: pagePath('settings', language), text: settingsReference(language) })),
};
