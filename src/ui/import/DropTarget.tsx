import { useEffect, useState, type ReactNode } from "react";
import { bringFiles } from "./bring.ts";
import { readDropped } from "./readDropped.ts";
import "./import.css";

/** The whole page takes what is dropped on it: a project's folder or zip, a saved workspace, a .sql file. */
export function DropTarget(): ReactNode {
  const [over, setOver] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  useEffect(() => {
    const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;
    const onOver = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!carriesFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      setOver(false);
      void bringFiles(readDropped([...event.dataTransfer.items])).then(setMistake);
    };
    // Before the editor, which would paste the file's name.
    addEventListener("dragover", onOver, true);
    addEventListener("dragleave", onLeave, true);
    addEventListener("drop", onDrop, true);
    return () => {
      removeEventListener("dragover", onOver, true);
      removeEventListener("dragleave", onLeave, true);
      removeEventListener("drop", onDrop, true);
    };
  }, []);
  return (
    <>
      {over && (
        <div className="drop-target">
          <p>
            Drop a project&rsquo;s folder or zip, a .stillroom.json file, or a .sql file: it opens as a new workspace.
          </p>
        </div>
      )}
      {mistake !== null && (
        <div className="drop-mistake" role="alert">
          <p>{mistake}</p>
          <button type="button" className="quiet-button" onClick={() => setMistake(null)}>
            Close
          </button>
        </div>
      )}
    </>
  );
}
