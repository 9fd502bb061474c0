/** A language in which people read, as a BCP 47 tag: `de`, `pt-BR`. */
export type TextLanguage = string;

/** What every lesson is written in first, and read in where it has no translation. */
export const originalTextLanguage: TextLanguage = "en";

/** In which language something is read that has been translated into these. */
export function textLanguageOf(translations: readonly TextLanguage[], wanted: TextLanguage): TextLanguage {
  return translations.includes(wanted) ? wanted : originalTextLanguage;
}
