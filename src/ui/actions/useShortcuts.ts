import { useEffect, useMemo } from "react";
import { useApp } from "../AppContext.ts";
import type { Action } from "./action.ts";
import { isSingleKey, matchesKeys } from "./keys.ts";
import { pageActions } from "./pageActions.ts";

/** Listens for the keys of the page's actions. Single keys are left alone where they write or where the focused thing uses them. */
export function useShortcuts(): void {
  const app = useApp();
  const actions = useMemo(() => pageActions(app), [app]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = actions.find(({ keys }) => keys !== undefined && matchesKeys(keys, event));
      if (action === undefined || !mayAct(app.settings.getState().singleKeys, action, event)) return;
      event.preventDefault();
      event.stopPropagation();
      action.run();
    };
    // Before Monaco, for which Ctrl+K begins a chord.
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, [app, actions]);
}

function mayAct(singleKeys: boolean, { keys = "" }: Action, event: KeyboardEvent): boolean {
  if (!isSingleKey(keys)) return true;
  if (!singleKeys || !(event.target instanceof Element)) return false;
  return event.target.closest(takesKeys) === null;
}

const takesKeys =
  'input, textarea, select, dialog, [contenteditable="true"], .monaco-editor, [role="menu"], [role="tree"], [role="application"]';
