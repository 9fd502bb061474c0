import { LessonFormatError } from "../format/lessonFormatError.ts";
import { originalTextLanguage, type TextLanguage } from "./textLanguage.ts";

/** A file that holds words in another language. */
export interface TranslationFile {
  /** As messages name it. */
  readonly path: string;
  readonly language: TextLanguage;
  readonly text: string;
}

/** @param tag what stands in the file's name. @throws LessonFormatError where it names no other language than English */
export function translationFile(path: string, tag: string, text: string): TranslationFile {
  const language = canonicalTag(tag);
  if (language !== tag)
    throw new LessonFormatError(
      path,
      1,
      language === null
        ? `${tag} is no tag of a language, such as de or pt-BR`
        : `${tag} is written ${language} in the names of files`,
    );
  if (language === originalTextLanguage)
    throw new LessonFormatError(path, 1, "English stands in the file without a language in its name");
  return { path, language, text };
}

function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
