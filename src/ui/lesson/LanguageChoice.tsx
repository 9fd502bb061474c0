import { useState, type ReactNode } from "react";
import { lessonLanguages, type LessonLanguage } from "../../lessons/format/lessonLanguage.ts";
import { chooseLanguage, chosenLanguage } from "../../lessons/progress/chosenLanguage.ts";
import type { KeyValueStorage } from "../../lessons/progress/progress.ts";

const names: Readonly<Record<LessonLanguage, string>> = { typescript: "TypeScript", python: "Python" };

/** In which language the lessons begin that can be done in both. What has begun stays in its own. */
export function LanguageChoice({ storage }: { readonly storage: KeyValueStorage | null }): ReactNode {
  const [chosen, setChosen] = useState(() => chosenLanguage(storage));
  return (
    <fieldset className="language-choice">
      <legend>Begin lessons in</legend>
      {lessonLanguages.map((language) => (
        <label key={language}>
          <input
            type="radio"
            name="language"
            checked={language === chosen}
            onChange={() => {
              chooseLanguage(storage, language);
              setChosen(language);
            }}
          />{" "}
          {names[language]}
        </label>
      ))}
    </fieldset>
  );
}
