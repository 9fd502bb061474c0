import { useId, useState, type ReactNode } from "react";
import { rangeCommand, type Taken } from "../../app/takeHome.ts";
import { projectLanguage } from "../../worker/projectLanguage.ts";
import { useApp } from "../AppContext.ts";
import { Dialog } from "../dialog/Dialog.tsx";
import { download } from "../start/download.ts";
import "./takeHome.css";

/** The workspace as files for elsewhere: the project, Alembic in Python, SQL, and the database. */
export function TakeHomeDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { workspace, takeHome } = useApp();
  const { name, files } = workspace.getState();
  const [from, setFrom] = useState("base");
  const [to, setTo] = useState("heads");
  const [said, setSaid] = useState<Taken | null>(null);
  const [busy, setBusy] = useState(false);
  const isPython = projectLanguage(files) === "python";
  const take = async (work: () => Taken | Promise<Taken>) => {
    setBusy(true);
    const taken = await work();
    setBusy(false);
    setSaid(taken);
    if (taken.kind === "file") download(taken.name, taken.content);
  };
  return (
    <Dialog title={`Take ${name} home`} onClose={onClose} wide>
      <ul className="take-list">
        {!isPython && (
          <Way
            title="An Alembic project in Python"
            text="alembic.ini, env.py, models.py and every revision. pip install, then alembic upgrade head on your own PostgreSQL."
            button="Save as a zip"
            label="Save the Alembic project in Python"
            busy={busy}
            onTake={() => void take(takeHome.python)}
          />
        )}
        <Way
          title={isPython ? "The Python project, as it is" : "The TypeScript project, as it is"}
          text="Every file of this workspace. Drop the zip on the start page, and it is a workspace again."
          button="Save as a zip"
          label="Save the project as it is"
          busy={busy}
          onTake={() => void take(takeHome.project)}
        />
        <Way
          title="The SQL of a range of revisions"
          text={<code>{rangeCommand(from, to)}</code>}
          button="Save as SQL"
          label="Save the SQL of the range"
          busy={busy}
          onTake={() => void take(() => takeHome.range(from, to))}
        >
          <Field label="From" value={from} onChange={setFrom} />
          <Field label="To" value={to} onChange={setTo} />
        </Way>
        <Way
          title="The database"
          text="Schema and rows as they are now, as SQL for an empty PostgreSQL."
          button="Save as SQL"
          label="Save the database as SQL"
          busy={busy}
          onTake={() => void take(takeHome.script)}
        />
      </ul>
      <div role="status" className="take-said">
        {said?.kind === "mistake" && <p className="mistake">{said.message}</p>}
        {said?.kind === "file" && <p>Saved {said.name}.</p>}
        {said?.kind === "file" && said.remarks.length > 0 && (
          <>
            <p>What is left to do by hand; the files carry a comment at each place:</p>
            <ul>
              {said.remarks.map((remark) => (
                <li key={remark}>{remark}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  );
}

function Way(props: {
  readonly title: string;
  readonly text: ReactNode;
  readonly button: string;
  readonly label: string;
  readonly busy: boolean;
  readonly onTake: () => void;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <li className="take-way">
      <div className="take-words">
        <h3>{props.title}</h3>
        <p className="dim">{props.text}</p>
        {props.children !== undefined && <div className="take-fields">{props.children}</div>}
      </div>
      <button type="button" className="button" aria-label={props.label} disabled={props.busy} onClick={props.onTake}>
        {props.button}
      </button>
    </li>
  );
}

function Field(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        className="text-field code"
        value={props.value}
        spellCheck={false}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </>
  );
}
