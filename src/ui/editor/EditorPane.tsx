import { lazy, Suspense, type ReactNode } from "react";
import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";
import { DriftStrip } from "../drift/DriftStrip.tsx";
import { CodePreview } from "./CodePreview.tsx";
import { EditorTabs } from "./EditorTabs.tsx";
import { PlainEditor } from "./PlainEditor.tsx";
import { useEditorWanted } from "./useEditorWanted.ts";
import { useEditedFile } from "./useEditedFile.ts";
import "./editor.css";

const MonacoEditor = lazy(() => import("./MonacoEditor.tsx").then(({ MonacoEditor }) => ({ default: MonacoEditor })));

/** Opened files, the editor and how far the models are ahead. */
export function EditorPane({ plain = false }: { readonly plain?: boolean }): ReactNode {
  const { workspace } = useApp();
  const path = useEditedFile();
  const text = useStore(workspace, (state) => (path === null ? "" : (state.files[path] ?? "")));
  const { wanted, want } = useEditorWanted();
  return (
    <section className="pane editor-pane" aria-label="Editor">
      <EditorTabs />
      <div
        className="editor-box"
        onPointerDown={want}
        onFocus={want}
        role="tabpanel"
        id={`editor-panel-${path ?? ""}`}
        {...(path === null ? { "aria-label": "No file" } : { "aria-labelledby": `editor-tab-${path}` })}
      >
        {path === null && <p className="empty">Choose a file to read or change it.</p>}
        {path !== null && plain && <PlainEditor path={path} />}
        {path !== null && !plain && !wanted && <CodePreview text={text} />}
        {path !== null && !plain && wanted && (
          <Suspense fallback={<CodePreview text={text} />}>
            <MonacoEditor path={path} />
          </Suspense>
        )}
      </div>
      <DriftStrip />
    </section>
  );
}
