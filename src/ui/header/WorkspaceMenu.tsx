import { useEffect, useRef, useState, type ReactNode } from "react";
import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";

/** The project's name; opens the list of projects to begin from. */
export function WorkspaceMenu(): ReactNode {
  const app = useApp();
  const starter = useStore(app.workspace, (state) => state.starter);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const leave = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    box.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    return () => document.removeEventListener("pointerdown", leave);
  }, [open]);
  const title = app.starters.find(({ id }) => id === starter)?.title ?? "Project";
  return (
    <div
      className="menu-box"
      ref={box}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          setOpen(false);
          button.current?.focus();
        }
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!open || step === undefined) return;
        event.preventDefault();
        const items = [...(box.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
        const index = items.findIndex((item) => item === document.activeElement);
        items[(index + step + items.length) % items.length]?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        className="quiet-button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={`Project: ${title}`}
        onClick={() => setOpen(!open)}
      >
        {title}
        <span aria-hidden="true" className="faint">
          ▾
        </span>
      </button>
      {open && (
        <div role="menu" aria-label="Start over from" className="menu">
          <p className="menu-title">Start over from</p>
          {app.starters.map((candidate) => (
            <button
              key={candidate.id}
              type="button"
              role="menuitem"
              className="menu-item"
              onClick={() => {
                setOpen(false);
                app.startOver(candidate);
              }}
            >
              <strong>{candidate.title}</strong>
              <span>{candidate.description}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
