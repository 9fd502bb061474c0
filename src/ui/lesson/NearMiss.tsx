import type { ReactNode } from "react";
import { originalTextLanguage } from "../../lessons/translation/textLanguage.ts";
import { useShownStep } from "./useLesson.ts";

/** What is nearly right: in the lesson's language where its author says it, in English where the page found it by itself. */
export function NearMiss(props: { readonly told: string; readonly children: ReactNode }): ReactNode {
  const { step, lang } = useShownStep();
  const isAuthored = step.checks.some(({ near }) => near?.some(({ says }) => says === props.told));
  return <span lang={isAuthored ? lang : originalTextLanguage}>{props.children}</span>;
}
