import type { ReactNode } from "react";
import { originalTextLanguage, type TextLanguage } from "../../lessons/translation/textLanguage.ts";
import { textLanguageName } from "../textLanguageName.ts";
import { RadioChoice } from "./RadioChoice.tsx";

/** In which language lessons are read, each by its own name. Nothing where there is one alone. */
export function TextLanguageChoice(props: {
  /** What there is. */
  readonly languages: readonly TextLanguage[];
  readonly chosen: TextLanguage;
  readonly onChoose: (language: TextLanguage) => void;
}): ReactNode {
  const { languages, chosen, onChoose } = props;
  if (languages.length < 2) return null;
  return (
    <RadioChoice
      legend="Lessons told in"
      name="text-language"
      options={languages.map((language) => ({ value: language, label: textLanguageName(language), lang: language }))}
      chosen={languages.includes(chosen) ? chosen : originalTextLanguage}
      onChoose={onChoose}
    />
  );
}
