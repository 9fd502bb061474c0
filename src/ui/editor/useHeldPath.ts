import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";
import type { monaco } from "./monaco.ts";

interface HeldPath {
  /** The file that the editor itself holds; another than the one that is shown while a run plays. */
  readonly held: string;
  /** Somebody goes into the code: the file that is shown is opened, and stays. */
  enter(): void;
}

/** Leaves the editor at its file while a run that plays shows others, unless somebody is in it. */
export function useHeldPath(path: string, editor: monaco.editor.IStandaloneCodeEditor | null): HeldPath {
  const { player, workspace } = useApp();
  const playing = useStore(player.store, (state) => state.mode === "playing");
  const [held, setHeld] = useState(path);
  const [inside, setInside] = useState(false);
  useEffect(() => {
    if (editor === null) return undefined;
    const listening = [
      editor.onDidFocusEditorWidget(() => setInside(true)),
      editor.onDidBlurEditorWidget(() => setInside(false)),
    ];
    return () => listening.forEach((listener) => listener.dispose());
  }, [editor]);
  if ((!playing || inside) && held !== path) setHeld(path);
  const enter = (): void => {
    flushSync(() => {
      setInside(true);
      workspace.getState().open(path);
    });
    editor?.focus();
  };
  return { held, enter };
}
