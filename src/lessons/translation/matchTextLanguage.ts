import { originalTextLanguage, type TextLanguage } from "./textLanguage.ts";

/**
 * The first of the wanted languages that there is: `de-AT` is content with `de`, and `pt-PT` with `pt-BR`.
 * @param wanted tags, the dearest first
 * @param languages what there is
 * @returns English where there is none of them
 */
export function matchTextLanguage(wanted: readonly string[], languages: readonly TextLanguage[]): TextLanguage {
  const available = languages.toSorted((one, other) => other.length - one.length);
  for (const tag of wanted) {
    const found =
      available.find((language) => includes(language, tag)) ??
      available.find((language) => includes(primary(language), primary(tag)));
    if (found !== undefined) return found;
  }
  return originalTextLanguage;
}

/** Whether the tag is the language or names a kind of it. */
function includes(language: TextLanguage, tag: string): boolean {
  return `${tag}-`.toLowerCase().startsWith(`${language}-`.toLowerCase());
}

function primary(tag: string): string {
  return tag.split("-")[0] ?? tag;
}
