import type { ReactNode } from "react";
import { lessonLanguages } from "../../lessons/format/lessonLanguage.ts";
import type { ProjectLanguage } from "../../worker/projectLanguage.ts";
import { languageNames } from "../languageNames.ts";

/** In which language lessons and new workspaces begin. What has begun stays in its own. */
export function LanguageChoice(props: {
  readonly legend: string;
  readonly chosen: ProjectLanguage;
  readonly onChoose: (language: ProjectLanguage) => void;
}): ReactNode {
  const { legend, chosen, onChoose } = props;
  return (
    <fieldset className="language-choice">
      <legend>{legend}</legend>
      {lessonLanguages.map((language) => (
        <label key={language}>
          <input type="radio" name="language" checked={language === chosen} onChange={() => onChoose(language)} />
          {languageNames[language]}
        </label>
      ))}
    </fieldset>
  );
}
