import type { ReactNode } from "react";
import { Markdown } from "../Markdown.tsx";
import { StepChecks } from "../StepChecks.tsx";
import { useShownStep } from "../useLesson.ts";

/** The step's text for a room to read. */
export function PresentedText(): ReactNode {
  const { step, memory } = useShownStep();
  return (
    <section className="presented-text" aria-label="Text of the step">
      <h3>{step.title}</h3>
      <Markdown text={step.text} />
      <StepChecks />
      {memory.solved && step.done !== "" && (
        <div className="lesson-done">
          <Markdown text={step.done} />
        </div>
      )}
    </section>
  );
}
