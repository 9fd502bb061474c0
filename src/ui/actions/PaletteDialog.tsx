import { lazy, Suspense, useState, type ReactNode } from "react";
import { Dialog } from "../dialog/Dialog.tsx";
import "./actions.css";

const prompt = "Find a command, a revision, a file, a table…";
const CommandPalette = lazy(() => import("./CommandPalette.tsx"));

/** Where commands are found by typing. It takes letters and Enter at once, and finds once its code is there. */
export function PaletteDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [typed, setTyped] = useState("");
  const [entered, setEntered] = useState(false);
  return (
    <Dialog title="Find a command" onClose={onClose} bare>
      <Suspense
        fallback={
          <input
            data-first-focus
            aria-label="Find a command"
            placeholder={prompt}
            className="palette-input"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setEntered(false);
            }}
            onKeyDown={({ key }) => {
              if (key === "Enter") setEntered(true);
            }}
          />
        }
      >
        <CommandPalette prompt={prompt} typed={typed} entered={entered} onType={setTyped} onClose={onClose} />
      </Suspense>
    </Dialog>
  );
}
