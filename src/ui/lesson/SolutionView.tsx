import { useState, type ReactNode } from "react";
import { useStore } from "zustand";
import { EditError, isFileAction, planEdit, type FileChange } from "../../lessons/actions/applyEdit.ts";
import { diffLines, withContext } from "../../lessons/actions/diffLines.ts";
import type { Action } from "../../lessons/format/action.ts";
import type { LessonFiles } from "../../lessons/format/lesson.ts";
import { useApp } from "../AppContext.ts";
import { useLessonSession, useShownStep } from "./useLesson.ts";

/** How the author does the step, one thing after the other. Nothing of it happens by itself. */
export function SolutionView(): ReactNode {
  const { step } = useShownStep();
  return (
    <ol className="solution" aria-label="Solution">
      {step.solution.map((action, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a solution may hold the same command twice
        <li key={index}>
          <ActionView action={action} />
        </li>
      ))}
    </ol>
  );
}

function ActionView({ action }: { readonly action: Action }): ReactNode {
  const lesson = useLessonSession();
  const app = useApp();
  switch (action.kind) {
    case "run":
      return (
        <Piece
          title="In the terminal"
          code={action.run}
          button="Type it"
          onPress={() => {
            app.settings.setState({ phonePane: "terminal", lowerTab: "terminal" });
            lesson.type(action.run);
          }}
        />
      );
    case "sql":
      return (
        <Piece
          title="In the SQL pane"
          code={action.sql}
          button="Put it there"
          onPress={() => {
            app.settings.setState({ phonePane: "stage", stageTab: "sql" });
            app.sql.setState({ text: action.sql });
          }}
        />
      );
    case "open":
      return (
        <Piece
          title="Open the file"
          code={action.open}
          button="Open it"
          onPress={() => {
            app.settings.setState({ phonePane: "code" });
            void lesson.makeEdit(action);
          }}
        />
      );
    case "edit":
    case "write":
    case "remove":
      return <EditView action={action} />;
  }
}

function Piece(props: {
  readonly title: string;
  readonly code: string;
  readonly button: string;
  readonly onPress: () => void;
}): ReactNode {
  const { title, code, button, onPress } = props;
  return (
    <>
      <p className="solution-title">{title}</p>
      <div className="lesson-code command">
        <pre>
          <code>{code}</code>
        </pre>
        <button type="button" className="quiet-button" aria-label={`${button}: ${code}`} onClick={onPress}>
          {button}
        </button>
      </div>
    </>
  );
}

function EditView({ action }: { readonly action: Extract<Action, { kind: "edit" | "write" | "remove" }> }): ReactNode {
  const lesson = useLessonSession();
  const { workspace } = useApp();
  const files = useStore(workspace, (state) => state.files);
  const [made, setMade] = useState(false);
  const plan = planned(files, action);
  if (plan.change === null) {
    return (
      <>
        <p className="solution-title">{made ? "Made" : "An edit for later"}</p>
        {!made && <p className="dim">{plan.problem}</p>}
      </>
    );
  }
  const { path, before, after } = plan.change;
  return (
    <>
      <p className="solution-title">
        {after === null ? "Delete" : "Change"} <code>{path}</code>
      </p>
      {after !== null && <DiffView before={before ?? ""} after={after} />}
      <button
        type="button"
        className="button solution-edit"
        onClick={() => {
          setMade(true);
          void lesson.makeEdit(action);
        }}
      >
        Make this edit
      </button>
    </>
  );
}

function planned(
  files: LessonFiles,
  action: Action,
): { readonly change: FileChange; readonly problem: null } | { readonly change: null; readonly problem: string } {
  if (!isFileAction(action)) return { change: null, problem: "" };
  try {
    return { change: planEdit(files, action), problem: null };
  } catch (error) {
    if (!(error instanceof EditError)) throw error;
    return { change: null, problem: error.message };
  }
}

const words = { "+": "added: ", "-": "removed: ", " ": "" } as const;

function DiffView({ before, after }: { readonly before: string; readonly after: string }): ReactNode {
  return (
    <pre className="lesson-diff" tabIndex={0}>
      {withContext(diffLines(before, after)).map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no other identity than their place
        <span key={index} className={line === null ? "gap" : classes[line.sign]}>
          {line === null ? (
            "⋯"
          ) : (
            <>
              <span className="visually-hidden">{words[line.sign]}</span>
              <span aria-hidden="true">{line.sign === "-" ? "−" : line.sign} </span>
              {line.text}
            </>
          )}
          {"\n"}
        </span>
      ))}
    </pre>
  );
}

const classes = { "+": "added", "-": "removed", " ": "same" } as const;
