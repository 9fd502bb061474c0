import { useId, useState, type ReactNode } from "react";
import { lessonHash } from "../../../app/target.ts";
import { ownCourseId } from "../../../lessons/own/ownCourseAddress.ts";
import { useApp } from "../../AppContext.ts";
import { openHere } from "../openHere.ts";
import { ShareLessons } from "../own/ShareLessons.tsx";
import { AuthoredStep } from "./AuthoredStep.tsx";
import { useAuthor, useAuthorState } from "./useAuthor.ts";
import "../lesson.css";
import "./author.css";

/** Where a lesson is written, beside the work that it is about. */
export function AuthorPane(): ReactNode {
  const { author } = useApp();
  const session = useAuthor();
  const { own, step, working, recording, mistake, notKept } = useAuthorState();
  const { lesson } = own;
  const [sharing, setSharing] = useState(false);
  return (
    <section className="pane lesson" aria-label="Author">
      <header className="lesson-head">
        <h2>Write a lesson</h2>
        <button type="button" className="quiet-button" onClick={() => author.close()}>
          Close
        </button>
      </header>
      <div className="lesson-scroll author">
        <AboutLesson />
        <StartSection />
        <nav className="author-steps" aria-label="Steps">
          {lesson.steps.map(({ title }, index) => (
            <button
              // oxlint-disable-next-line react/no-array-index-key -- steps have no other identity than their place
              key={index}
              type="button"
              className="quiet-button"
              aria-current={index === step ? "step" : undefined}
              disabled={recording !== null}
              onClick={() => session.show(index)}
            >
              {index + 1}. {title === "" ? "Untitled" : title}
            </button>
          ))}
          <button
            type="button"
            className="quiet-button"
            disabled={recording !== null}
            onClick={() => session.addStep()}
          >
            + Add a step
          </button>
        </nav>
        <AuthoredStep key={`${step} of ${lesson.steps.length}`} />
        {working !== null && (
          <p className="lesson-preparing" role="status">
            {working}
          </p>
        )}
        {[mistake, notKept].map(
          (told) =>
            told !== null && (
              <p key={told} className="lesson-mistake" role="alert">
                × {told}
              </p>
            ),
        )}
      </div>
      <footer className="lesson-foot">
        <button
          type="button"
          className="button"
          disabled={recording !== null || notKept !== null}
          onClick={() => openHere(lessonHash(ownCourseId, own.id, "new"))}
        >
          Play it as a learner
        </button>
        <button
          type="button"
          className="button-primary"
          disabled={recording !== null || notKept !== null}
          onClick={() => setSharing(true)}
        >
          Share it
        </button>
      </footer>
      {sharing && (
        <ShareLessons
          title={lesson.title}
          shared={{ v: 1, id: own.id, course: null, lessons: [{ id: own.id, lesson }] }}
          onClose={() => setSharing(false)}
        />
      )}
    </section>
  );
}

function AboutLesson(): ReactNode {
  const session = useAuthor();
  const { lesson } = useAuthorState().own;
  const id = useId();
  return (
    <div className="author-fields">
      <label htmlFor={`${id}-title`}>Title</label>
      <input
        id={`${id}-title`}
        className="text-field"
        maxLength={120}
        defaultValue={lesson.title}
        onChange={({ target }) => {
          if (target.value.trim() !== "") session.change({ title: target.value.trim() });
        }}
      />
      <label htmlFor={`${id}-minutes`}>Minutes</label>
      <input
        id={`${id}-minutes`}
        className="text-field author-minutes"
        type="number"
        min={1}
        max={240}
        defaultValue={lesson.minutes}
        onChange={({ target }) => {
          const minutes = target.valueAsNumber;
          if (minutes >= 1 && minutes <= 240) session.change({ minutes });
        }}
      />
      <label htmlFor={`${id}-needs`}>Needs</label>
      <input
        id={`${id}-needs`}
        className="text-field"
        maxLength={300}
        placeholder="What a learner should know"
        defaultValue={lesson.needs}
        onChange={({ target }) => session.change({ needs: target.value })}
      />
    </div>
  );
}

function StartSection(): ReactNode {
  const session = useAuthor();
  const { own, working, recording } = useAuthorState();
  const { files, actions } = own.lesson.start;
  const commands = actions.flatMap((action) => (action.kind === "run" && action.run !== "clear" ? [action.run] : []));
  const rows = actions.some(({ kind }) => kind === "sql");
  const count = Object.keys(files).length;
  const emptyOrNot = rows ? " and the database as it was" : " and an empty database";
  return (
    <div className="author-start">
      <p>
        <strong>It begins with</strong> {count === 1 ? "1 file" : `${count} files`}
        {commands.length === 0 ? emptyOrNot : `, ${commands.join(", ")}${rows ? " and its rows" : ""}`}.
      </p>
      <button
        type="button"
        className="button"
        disabled={working !== null || recording !== null}
        onClick={() => void session.markStart()}
      >
        Begin with things as they are now
      </button>
    </div>
  );
}
