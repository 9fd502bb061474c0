import type { TextLanguage } from "../lessons/translation/textLanguage.ts";

/** What a language is called in itself: "Deutsch". @param inLanguage or in another one */
export function textLanguageName(language: TextLanguage, inLanguage: TextLanguage = language): string {
  return new Intl.DisplayNames([inLanguage], { type: "language" }).of(language) ?? language;
}
