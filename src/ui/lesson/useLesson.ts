import { useStore } from "zustand";
import type { LessonSession } from "../../app/lesson/createLessonSession.ts";
import type { LessonState } from "../../app/lesson/lessonStore.ts";
import type { Step } from "../../lessons/format/lesson.ts";
import type { StepMemory } from "../../lessons/sitting/sitting.ts";
import type { TextLanguage } from "../../lessons/translation/textLanguage.ts";
import { useApp } from "../AppContext.ts";

/** The lesson that is played. @throws where none is */
export function useLessonSession(): LessonSession {
  const { lesson } = useApp();
  if (lesson === null) throw new Error("no lesson is played");
  return lesson;
}

export interface ShownStep {
  readonly state: LessonState;
  /** From 0. */
  readonly index: number;
  readonly step: Step;
  readonly memory: StepMemory;
  /** In which the lesson's words are. */
  readonly lang: TextLanguage;
}

/** The step that is shown, and what is known of it. */
export function useShownStep(): ShownStep {
  const state = useStore(useLessonSession().store);
  const { lesson, step: index, steps, textLanguage: lang } = state.sitting;
  const step = lesson.steps[index];
  const memory = steps[index];
  if (step === undefined || memory === undefined) throw new Error("the lesson has no such step");
  return { state, index, step, memory, lang };
}
