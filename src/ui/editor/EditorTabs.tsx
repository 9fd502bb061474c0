import type { ReactNode } from "react";
import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";
import { Tabs } from "../layout/Tabs.tsx";
import { useEditedFile } from "./useEditedFile.ts";

/** The opened files; the file shown is the selected tab. */
export function EditorTabs(): ReactNode {
  const { workspace } = useApp();
  const paths = useStore(workspace, (state) => state.tabs);
  const active = useEditedFile();
  const followed = active !== null && !paths.includes(active) ? [active] : [];
  const { open, closeTab } = workspace.getState();
  return (
    <Tabs
      group="editor"
      label="Opened files"
      tabs={[...paths, ...followed].map((path) => ({
        id: path,
        label: (
          <span title={path} className={followed.includes(path) ? "followed" : ""}>
            {path.split("/").at(-1)}
          </span>
        ),
      }))}
      active={active ?? ""}
      onSelect={(path) => open(path)}
    >
      {active !== null && followed.length === 0 && (
        <button
          type="button"
          className="icon-button small"
          aria-label={`Close ${active}`}
          title="Close"
          onClick={() => closeTab(active)}
        >
          ×
        </button>
      )}
    </Tabs>
  );
}
