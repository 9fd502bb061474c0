import { useCallback, useEffect, useState, type ReactNode } from "react";
import { useStore } from "zustand";
import { workspaceHash } from "../../app/target.ts";
import { projectLanguage } from "../../worker/projectLanguage.ts";
import type { WorkspaceSummary } from "../../workspace/library/workspaceRecord.ts";
import { useApp } from "../AppContext.ts";
import { Menu, MenuItem, MenuTitle } from "../menu/Menu.tsx";
import { goTo } from "../start/goTo.ts";

/** The workspace's name; opens what can be done with it and where else one can go. */
export function WorkspaceMenu(): ReactNode {
  const app = useApp();
  const name = useStore(app.workspace, (state) => state.name);
  const language = useStore(app.workspace, (state) => projectLanguage(state.files));
  const offered = app.starters.filter(({ files }) => projectLanguage(files) === language);
  const [open, setOpen] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const [others, setOthers] = useState<readonly WorkspaceSummary[]>([]);
  const close = useCallback(() => setOpen(false), []);
  useEffect(() => {
    if (!open) return;
    const { id } = app.workspace.getState();
    const isOther = (other: WorkspaceSummary) => other.id !== id && other.deletedAt === null && other.readable;
    void app.library.list().then((all) => setOthers(all.filter(isOther).slice(0, 4)));
  }, [open, app]);
  const leaveFor = (hash: string) => void app.settle().then(() => goTo(hash));

  if (renaming) {
    return (
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="text-field workspace-name"
        aria-label="Name of the workspace"
        defaultValue={name}
        maxLength={80}
        onBlur={({ currentTarget }) => {
          if (currentTarget.value.trim() !== "") app.workspace.getState().renameWorkspace(currentTarget.value.trim());
          setRenaming(false);
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === "Escape") currentTarget.value = name;
          if (key === "Enter" || key === "Escape") currentTarget.blur();
        }}
      />
    );
  }
  return (
    <div className="menu-box">
      <button
        type="button"
        className="quiet-button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={`Workspace: ${name}`}
        onClick={() => setOpen(!open)}
      >
        <span className="workspace-shown">{name}</span>
        <span aria-hidden="true" className="faint">
          ▾
        </span>
      </button>
      {open && (
        <Menu label="Workspace" onClose={close}>
          <MenuItem
            title="Rename"
            onChoose={() => {
              setOpen(false);
              setRenaming(true);
            }}
          />
          <MenuItem
            title="Take it home…"
            description="As a zip, as Python for Alembic, as SQL"
            onChoose={() => {
              setOpen(false);
              app.dialog.setState({ open: "takeHome" });
            }}
          />
          <MenuItem
            title="Make a lesson of this"
            description="Write steps beside the work, and share them."
            onChoose={() => {
              setOpen(false);
              app.settings.setState({ phonePane: "lesson" });
              void app.author.open();
            }}
          />
          {others.length > 0 && <MenuTitle>Other workspaces</MenuTitle>}
          {others.map((other) => (
            <MenuItem key={other.id} title={other.name} onChoose={() => leaveFor(workspaceHash(other.id))} />
          ))}
          <MenuItem title="All workspaces…" onChoose={() => leaveFor("#start")} />
          <MenuTitle>New from</MenuTitle>
          {offered.map((starter) => (
            <MenuItem
              key={starter.id}
              title={starter.title}
              description={starter.description}
              onChoose={() => leaveFor(`#new/${starter.id}`)}
            />
          ))}
        </Menu>
      )}
    </div>
  );
}
