import { type ReactNode } from "react";
import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";
import { NearMiss } from "./NearMiss.tsx";
import { useShownStep } from "./useLesson.ts";
import "./lessonStrip.css";

/** On a phone, what the lesson waits for while another pane is shown; a press goes back to it. Nothing where a lesson is written. */
export function LessonStrip({ onOpen }: { readonly onOpen: () => void }): ReactNode {
  const { lesson, author } = useApp();
  const isWritten = useStore(author.session, ({ current }) => current !== null);
  return lesson === null || isWritten ? null : <Strip onOpen={onOpen} />;
}

function Strip({ onOpen }: { readonly onOpen: () => void }): ReactNode {
  const { state, index, step, memory, lang } = useShownStep();
  const all = step.checks.length;
  const met = memory.solved ? all : (state.results ?? []).filter((result) => result.met).length;
  const near = memory.solved ? undefined : state.results?.flatMap(({ nearMiss }) => nearMiss ?? [])[0];
  const sign = memory.solved ? "✓" : near === undefined ? "○" : "≈";
  return (
    <button type="button" className={`lesson-strip${memory.solved ? " solved" : ""}`} onClick={onOpen}>
      <span aria-hidden="true">{sign}</span>
      <span className="lesson-strip-text">
        {memory.solved ? (
          `Step ${index + 1} is done: read on`
        ) : near === undefined ? (
          <>
            Step {index + 1}: <span lang={lang}>{step.title}</span>, {met} of {all}
          </>
        ) : (
          <NearMiss told={near}>{near.replaceAll("`", "")}</NearMiss>
        )}
      </span>
    </button>
  );
}
