import { useId, useState, type ReactNode } from "react";
import { useAuthor, useAuthorState } from "./useAuthor.ts";
import { AuthoredChecks } from "./AuthoredChecks.tsx";
import { MarkdownField } from "./MarkdownField.tsx";
import { RecordedSolution } from "./RecordedSolution.tsx";

/** One step while it is written: its words, its solution, and what it waits for. */
export function AuthoredStep(): ReactNode {
  const session = useAuthor();
  const { own, step: index, working, recording } = useAuthorState();
  const step = own.lesson.steps[index];
  const id = useId();
  /** As they are written, empty ones too: there is a field for two at least. */
  const [hints, setHints] = useState<readonly string[]>(() => {
    const written = step?.hints ?? [];
    return [...written, "", ""].slice(0, Math.max(2, written.length));
  });
  const [confirming, setConfirming] = useState(false);
  if (step === undefined) return null;
  const busy = working !== null || recording !== null;
  return (
    <section className="authored-step" aria-label={`Step ${index + 1}`}>
      <div className="author-fields">
        <label htmlFor={`${id}-title`}>Step</label>
        <input
          id={`${id}-title`}
          className="text-field"
          maxLength={120}
          defaultValue={step.title}
          onChange={({ target }) => {
            if (target.value.trim() !== "") session.changeStep({ title: target.value.trim() });
          }}
        />
      </div>
      <MarkdownField
        label="What to do"
        value={step.text}
        placeholder={"Say what to do, in short sentences.\n\n```sh\nalembic upgrade head\n```"}
        onChange={(text) => session.changeStep({ text })}
      />
      <RecordedSolution solution={step.solution} />
      <AuthoredChecks checks={step.checks} />
      {hints.map((hint, place) => (
        <MarkdownField
          // oxlint-disable-next-line react/no-array-index-key -- hints have no other identity than their place
          key={place}
          label={hintLabels[place] ?? `Hint ${place + 1}`}
          value={hint}
          rows={2}
          onChange={(text) => {
            const written = hints.map((other, index) => (index === place ? text : other));
            setHints(written);
            session.changeStep({ hints: written.filter((other) => other.trim() !== "") });
          }}
        />
      ))}
      <MarkdownField
        label="Once it is done"
        value={step.done}
        rows={3}
        placeholder="What has happened, and why."
        onChange={(done) => session.changeStep({ done })}
      />
      <MarkdownField
        label="Notes for the teacher"
        value={step.notes}
        rows={2}
        onChange={(notes) => session.changeStep({ notes })}
      />
      <Trial />
      <div className="lesson-buttons">
        <button type="button" className="button" disabled={busy} onClick={() => void session.goToStart(index)}>
          Go to the start of this step
        </button>
        <button type="button" className="button" disabled={busy} onClick={() => void session.tryOut()}>
          Try this step out
        </button>
        {own.lesson.steps.length > 1 &&
          (confirming ? (
            <button type="button" className="button" disabled={busy} onClick={() => session.removeStep(index)}>
              Really delete step {index + 1}
            </button>
          ) : (
            <button type="button" className="quiet-button" disabled={busy} onClick={() => setConfirming(true)}>
              Delete this step
            </button>
          ))}
      </div>
    </section>
  );
}

/** What learners could get wrong about the step, found by playing it. */
function Trial(): ReactNode {
  const { trial } = useAuthorState();
  if (trial === null) return null;
  const { runs, findings } = trial;
  return (
    <div className="author-trial" role="status">
      {findings.length === 0 ? (
        <p>
          <span aria-hidden="true">✓ </span>
          Nothing passes but the whole solution: played {runs} times, at its start, complete, and without each part of
          it.
        </p>
      ) : (
        <ul>
          {findings.map((finding) => (
            <li key={finding}>
              <span aria-hidden="true">! </span>
              {finding}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const hintLabels = ["Hint", "Stronger hint"];
