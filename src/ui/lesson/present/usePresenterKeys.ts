import { useEffect } from "react";
import { presentedPanes, type PresentedPane } from "./presentedPane.ts";

export interface PresenterKeys {
  next(): void;
  back(): void;
  end(): void;
  toggleNotes(): void;
  showPane(pane: PresentedPane): void;
}

/** A presenter's remote control sends the page keys: they work everywhere. The others are left alone where somebody writes. */
export function usePresenterKeys(keys: PresenterKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]") !== null) return;
      const work = actionOf(event, keys);
      if (work === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) work();
    };
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, [keys]);
}

function actionOf(event: KeyboardEvent, keys: PresenterKeys): (() => void) | null {
  if (event.key === "PageDown") return () => keys.next();
  if (event.key === "PageUp") return () => keys.back();
  if (event.target instanceof Element && event.target.closest(takesKeys) !== null) return null;
  const pane = presentedPanes[Number(event.key) - 1];
  if (pane !== undefined) return () => keys.showPane(pane);
  switch (event.key) {
    case "ArrowRight":
      return () => keys.next();
    case "ArrowLeft":
      return () => keys.back();
    case "Escape":
      return () => keys.end();
    case "n":
    case "N":
      return () => keys.toggleNotes();
    default:
      return null;
  }
}

const takesKeys =
  'input, textarea, select, [contenteditable="true"], .monaco-editor, [role="menu"], [role="tree"], [role="tablist"], [role="slider"], [role="application"], [role="img"]';
