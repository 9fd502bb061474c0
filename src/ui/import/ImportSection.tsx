import { useRef, useState, type ReactNode } from "react";
import { readDdl } from "../../workspace/import/readBrought.ts";
import { bring, bringFiles, mistakeOf } from "./bring.ts";
import { readChosen } from "./readDropped.ts";
import "./import.css";

/** Ways to begin with something of one's own. */
export function ImportSection(): ReactNode {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [pasting, setPasting] = useState(false);
  const [sql, setSql] = useState("");
  const [mistake, setMistake] = useState<string | null>(null);
  const choose = (field: HTMLInputElement) => {
    const chosen = [...(field.files ?? [])];
    // The same file can be chosen again.
    field.value = "";
    if (chosen.length > 0) void bringFiles(readChosen(chosen)).then(setMistake);
  };
  return (
    <section aria-labelledby="bring">
      <h2 id="bring">Bring your own</h2>
      <p className="dim">
        An Alembic project, a workspace that somebody saved, or the tables of a database. Drop it on this page, or:
      </p>
      <div className="import-ways">
        <button type="button" className="button" onClick={() => files.current?.click()}>
          Open a file
        </button>
        <button type="button" className="button" onClick={() => folder.current?.click()}>
          Open a folder
        </button>
        <button type="button" className="button" aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
          Paste SQL
        </button>
        <input
          ref={files}
          type="file"
          hidden
          aria-label="A zip, .stillroom.json or .sql file"
          accept=".zip,.json,.sql"
          onChange={(event) => choose(event.target)}
        />
        <input
          ref={folder}
          type="file"
          hidden
          aria-label="A project's folder"
          {...{ webkitdirectory: "" }}
          onChange={(event) => choose(event.target)}
        />
      </div>
      {pasting && (
        <form
          className="import-sql"
          onSubmit={(event) => {
            event.preventDefault();
            void mistakeOf(() => bring(readDdl(sql, "Imported"))).then(setMistake);
          }}
        >
          <label htmlFor="import-sql">CREATE TABLE statements, with rows or without</label>
          <textarea
            id="import-sql"
            className="text-field code"
            rows={8}
            spellCheck={false}
            value={sql}
            onChange={(event) => setSql(event.target.value)}
          />
          <p className="dim">
            They run on a new database; the models are written from what they made, in the language chosen above, with a
            first revision that is stamped.
          </p>
          <button type="submit" className="button-primary" disabled={sql.trim() === ""}>
            Make a workspace of it
          </button>
        </form>
      )}
      {mistake !== null && <p role="alert">{mistake}</p>}
    </section>
  );
}
