import { useCallback, useState, type ReactNode } from "react";
import { EditorPane } from "../../editor/EditorPane.tsx";
import { HistoryBand } from "../../layout/HistoryBand.tsx";
import { LowerPane } from "../../layout/LowerPane.tsx";
import { StagePane } from "../../layout/StagePane.tsx";
import { useMediaQuery } from "../../layout/useMediaQuery.ts";
import { PageDialogs } from "../../actions/PageDialogs.tsx";
import { LessonAnnouncer } from "../LessonAnnouncer.tsx";
import { Markdown } from "../Markdown.tsx";
import { useLessonSession, useShownStep } from "../useLesson.ts";
import { NextAction } from "./NextAction.tsx";
import { presentedPanes, type PresentedPane } from "./presentedPane.ts";
import { PresentedText } from "./PresentedText.tsx";
import { usePresenterKeys } from "./usePresenterKeys.ts";
import "../lesson.css";
import "./presenter.css";

const names: Readonly<Record<PresentedPane, string>> = {
  all: "All",
  text: "Text",
  code: "Code",
  terminal: "Terminal",
  database: "Database",
};

/** The lesson for the front of a room: large type, the next thing of the solution on one key, one pane at a time where that helps. */
export function PresenterLayout(): ReactNode {
  const session = useLessonSession();
  const { state, index, step, memory, lang } = useShownStep();
  const { lesson, steps } = state.sitting;
  const phone = useMediaQuery("(max-width: 699px)");
  const [pane, setPane] = useState<PresentedPane>(phone ? "text" : "all");
  const [notes, setNotes] = useState(false);
  const action = memory.solved ? undefined : step.solution[state.nextAction];

  const next = useCallback(() => {
    if (action !== undefined) void session.doNext();
    else session.show(index + 1);
  }, [session, action, index]);
  const back = useCallback(() => session.show(index - 1), [session, index]);
  const end = useCallback(() => session.present(false), [session]);
  const toggleNotes = useCallback(() => setNotes((shown) => !shown), []);
  usePresenterKeys({ next, back, end, toggleNotes, showPane: setPane });

  return (
    <div className="page presenter">
      <header className="presenter-head">
        <h1 lang={lang}>{lesson.title}</h1>
        <fieldset className="presenter-panes">
          <legend className="visually-hidden">Pane in focus</legend>
          {presentedPanes.map((name, place) => (
            <button
              key={name}
              type="button"
              className="quiet-button"
              aria-pressed={name === pane}
              onClick={() => setPane(name)}
            >
              {names[name]} <kbd>{place + 1}</kbd>
            </button>
          ))}
        </fieldset>
        <button type="button" className="button" onClick={end}>
          End <kbd>Esc</kbd>
        </button>
      </header>
      {pane !== "text" && <HistoryBand />}
      <main className={`presenter-bench ${pane}`}>
        {pane === "text" && <PresentedText />}
        {(pane === "all" || pane === "code") && <EditorPane plain={phone} />}
        {(pane === "all" || pane === "terminal") && <LowerPane />}
        {(pane === "all" || pane === "database") && <StagePane />}
      </main>
      {notes && (
        <aside className="presenter-notes" aria-label="Notes for the teacher">
          {step.notes === "" ? "This step has no notes." : <Markdown text={step.notes} lang={lang} />}
        </aside>
      )}
      <footer className="presenter-foot">
        <button type="button" className="button" disabled={index === 0} onClick={back}>
          <span aria-hidden="true">←</span> Back
        </button>
        <div className="presenter-step">
          <h2>
            <span className="dim">
              Step {index + 1} of {steps.length}:
            </span>{" "}
            <span lang={lang}>{step.title}</span> {memory.solved && <span className="presenter-solved">✓ done</span>}
          </h2>
          <NextAction action={action} last={index === steps.length - 1} />
          {state.mistake !== null && (
            <p className="lesson-mistake" role="alert">
              × {state.mistake}
            </p>
          )}
        </div>
        <button type="button" className="quiet-button" aria-pressed={notes} onClick={toggleNotes}>
          Notes <kbd>N</kbd>
        </button>
        <button
          type="button"
          className="button-primary"
          disabled={state.preparing !== null || (action === undefined && index === steps.length - 1)}
          onClick={next}
        >
          {action === undefined ? "Next step" : "Do it"} <span aria-hidden="true">→</span>
        </button>
      </footer>
      <LessonAnnouncer />
      <PageDialogs />
    </div>
  );
}
