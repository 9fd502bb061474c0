import { type ReactNode } from "react";
import { useShownStep } from "./useLesson.ts";
import "./lessonStrip.css";

/** On a phone, what the lesson waits for while another pane is shown; a press goes back to it. */
export function LessonStrip({ onOpen }: { readonly onOpen: () => void }): ReactNode {
  const { state, index, step, memory } = useShownStep();
  const all = step.checks.length;
  const met = memory.solved ? all : (state.results ?? []).filter((result) => result.met).length;
  const near = memory.solved ? undefined : state.results?.find(({ nearMiss }) => nearMiss !== null)?.nearMiss;
  const sign = memory.solved ? "✓" : near === undefined ? "○" : "≈";
  return (
    <button type="button" className={`lesson-strip${memory.solved ? " solved" : ""}`} onClick={onOpen}>
      <span aria-hidden="true">{sign}</span>
      <span className="lesson-strip-text">
        {memory.solved
          ? `Step ${index + 1} is done: read on`
          : (near?.replaceAll("`", "") ?? `Step ${index + 1}: ${step.title}, ${met} of ${all}`)}
      </span>
    </button>
  );
}
