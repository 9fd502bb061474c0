import type { ReactNode } from "react";
import { lessonLanguages } from "../../lessons/format/lessonLanguage.ts";
import type { ProjectLanguage } from "../../worker/projectLanguage.ts";
import { languageNames } from "../languageNames.ts";
import { RadioChoice } from "./RadioChoice.tsx";

const options = lessonLanguages.map((language) => ({ value: language, label: languageNames[language] }));

/** In which language lessons and new workspaces begin. What has begun stays in its own. */
export function LanguageChoice(props: {
  readonly legend: string;
  readonly chosen: ProjectLanguage;
  readonly onChoose: (language: ProjectLanguage) => void;
}): ReactNode {
  return <RadioChoice name="language" options={options} {...props} />;
}
