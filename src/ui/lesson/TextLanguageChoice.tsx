import type { ReactNode } from "react";
import type { TextLanguage } from "../../lessons/translation/textLanguage.ts";
import { textLanguageName } from "../textLanguageName.ts";

/** In which language lessons are read, each by its own name. Nothing where there is one alone. */
export function TextLanguageChoice(props: {
  /** What there is. */
  readonly languages: readonly TextLanguage[];
  readonly chosen: TextLanguage;
  readonly onChoose: (language: TextLanguage) => void;
}): ReactNode {
  const { languages, chosen, onChoose } = props;
  if (languages.length < 2) return null;
  const shown = languages.includes(chosen) ? chosen : languages[0];
  return (
    <fieldset className="language-choice">
      <legend>Lessons told in</legend>
      {languages.map((language) => (
        <label key={language} lang={language}>
          <input type="radio" name="text-language" checked={language === shown} onChange={() => onChoose(language)} />
          {textLanguageName(language)}
        </label>
      ))}
    </fieldset>
  );
}
