import { useState, type ReactNode } from "react";
import { workspaceHash } from "../../app/target.ts";
import { freeName } from "../../workspace/library/newWorkspace.ts";
import { StorageError, type WorkspaceLibrary } from "../../workspace/library/workspaceLibrary.ts";
import { Logo } from "../header/Logo.tsx";
import { goTo } from "./goTo.ts";
import "./start.css";

/** A workspace is open in another tab; only one of them may write it. */
export function ElsewherePage(props: {
  readonly id: string;
  readonly library: WorkspaceLibrary;
  readonly onTakeOver: () => void;
}): ReactNode {
  const { id, library, onTakeOver } = props;
  const [mistake, setMistake] = useState<string | null>(null);
  const openCopy = async () => {
    const record = await library.load(id);
    if (record === null) return setMistake("It has not been saved yet; go to the other tab.");
    const names = (await library.list()).map(({ name }) => name);
    const copy = {
      ...record,
      id: `${id.slice(0, 6)}${Date.now().toString(36)}`,
      name: freeName(`${record.name} copy`, names),
    };
    try {
      await library.save(copy);
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      return setMistake(`The copy could not be kept: ${error.message}.`);
    }
    goTo(workspaceHash(copy.id));
    return undefined;
  };
  return (
    <main className="start-page">
      <div className="start-card">
        <Logo />
        <h1>This workspace is open in another tab</h1>
        <p>
          Two tabs that write the same files and the same database would undo each other&rsquo;s work, so only one can.
        </p>
        <div className="start-actions">
          <button type="button" className="button-primary" onClick={onTakeOver}>
            Work on it here
          </button>
          <button type="button" className="button" onClick={() => void openCopy()}>
            Open a copy
          </button>
          <button type="button" className="quiet-button" onClick={() => goTo("#start")}>
            Other workspaces
          </button>
        </div>
        {mistake !== null && <p role="alert">{mistake}</p>}
      </div>
    </main>
  );
}
