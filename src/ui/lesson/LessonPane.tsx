import { useRef, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";
import { mayGoOn } from "../../lessons/sitting/sitting.ts";
import { LessonAnnouncer } from "./LessonAnnouncer.tsx";
import { LessonEnd } from "./LessonEnd.tsx";
import { LessonMenu } from "./LessonMenu.tsx";
import { Markdown } from "./Markdown.tsx";
import { NewerVersion } from "./NewerVersion.tsx";
import { SolutionView } from "./SolutionView.tsx";
import { StepChecks } from "./StepChecks.tsx";
import { useLessonSession, useShownStep } from "./useLesson.ts";
import "./lesson.css";

/** The lesson beside the work: what to do, what is reached, and help that comes only when it is asked for. */
export function LessonPane(): ReactNode {
  const { trust } = useApp();
  const session = useLessonSession();
  const { state, index, step, memory, lang } = useShownStep();
  const waits = useStore(trust, ({ kind }) => kind === "waiting");
  const { lesson, steps } = state.sitting;
  const heading = useRef<HTMLHeadingElement>(null);
  const last = index === steps.length - 1;

  const show = (to: number) => {
    flushSync(() => session.show(to));
    heading.current?.focus();
  };

  return (
    <section className="pane lesson" aria-label="Lesson">
      <header className="lesson-head">
        <h2 lang={lang}>{lesson.title}</h2>
        <LessonMenu />
      </header>
      <div className="lesson-scroll" key={index}>
        <NewerVersion />
        <h3 ref={heading} tabIndex={-1}>
          <span className="faint">
            <span className="visually-hidden">Step </span>
            {index + 1}.
          </span>{" "}
          <span lang={lang}>{step.title}</span>
        </h3>
        <Markdown text={step.text} lang={lang} />
        {state.preparing === null ? (
          <StepChecks />
        ) : (
          <p className="lesson-preparing" role="status">
            {state.preparing}
          </p>
        )}
        {waits && <p className="lesson-notice">This lesson came by a link. It begins once you let it run.</p>}
        {memory.solved && step.done !== "" && (
          <div className="lesson-done">
            <Markdown text={step.done} lang={lang} />
          </div>
        )}
        {!memory.solved && <Help />}
        {last && memory.solved && <LessonEnd />}
        {state.mistake !== null && (
          <p className="lesson-mistake" role="alert">
            × {state.mistake}
          </p>
        )}
      </div>
      <footer className="lesson-foot">
        <button type="button" className="button" disabled={index === 0} onClick={() => show(index - 1)}>
          Back
        </button>
        <StepDots />
        <button
          type="button"
          className={memory.solved && !last ? "button-primary" : "button"}
          disabled={!mayGoOn(state.sitting)}
          onClick={() => show(index + 1)}
        >
          Next
        </button>
      </footer>
      <LessonAnnouncer />
    </section>
  );
}

/** Where the lesson stands, a mark for each step. */
function StepDots(): ReactNode {
  const { state, index } = useShownStep();
  const { steps } = state.sitting;
  return (
    <p className="step-dots">
      <span aria-hidden="true">
        {steps.map(({ solved }, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- steps have no other identity than their place
          <span key={place} className={`step-dot${solved ? " solved" : ""}${place === index ? " shown" : ""}`} />
        ))}
      </span>
      <span className="visually-hidden">
        Step {index + 1} of {steps.length}, {steps.filter(({ solved }) => solved).length} done
      </span>
    </p>
  );
}

function Help(): ReactNode {
  const session = useLessonSession();
  const { state, step, memory, lang } = useShownStep();
  const { hintsShown } = memory;
  const more = hintsShown < step.hints.length;
  return (
    <div className="lesson-help">
      {step.hints.slice(0, hintsShown).map((hint) => (
        <div key={hint} className="lesson-hint">
          <Markdown text={hint} lang={lang} />
        </div>
      ))}
      {state.solutionShown && <SolutionView />}
      <div className="lesson-buttons">
        {more && (
          <button type="button" className="button" onClick={() => session.showHint()}>
            {hintsShown === 0 ? "A hint" : "A stronger hint"}
          </button>
        )}
        <button
          type="button"
          className="quiet-button"
          aria-expanded={state.solutionShown}
          onClick={() => session.showSolution(!state.solutionShown)}
        >
          {state.solutionShown ? "Hide the solution" : "Show the solution"}
        </button>
      </div>
    </div>
  );
}
