/** The languages that pages for people are made in. */
import type { Localized } from '../kernel/parameters.ts';

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** The half of a text that a language takes. */
export function said(text: Localized, language: Language): string {
  return text[language === 'en' ? 0 : 1];
}
