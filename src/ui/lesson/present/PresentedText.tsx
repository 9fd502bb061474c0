import type { ReactNode } from "react";
import { Markdown } from "../Markdown.tsx";
import { StepChecks } from "../StepChecks.tsx";
import { useShownStep } from "../useLesson.ts";

/** The step's text for a room to read. */
export function PresentedText(): ReactNode {
  const { step, memory, lang } = useShownStep();
  return (
    <section className="presented-text" aria-label="Text of the step">
      <h3 lang={lang}>{step.title}</h3>
      <Markdown text={step.text} lang={lang} />
      <StepChecks />
      {memory.solved && step.done !== "" && (
        <div className="lesson-done">
          <Markdown text={step.done} lang={lang} />
        </div>
      )}
    </section>
  );
}
