import { useEffect, useRef, useState, type ReactNode } from "react";
import { useStore } from "zustand";
import { workspaceHash } from "../../app/target.ts";
import type { WorkspaceSummary } from "../../workspace/library/workspaceRecord.ts";
import { useApp } from "../AppContext.ts";
import { goTo } from "../start/goTo.ts";

/** The workspace's name; opens what can be done with it and where else one can go. */
export function WorkspaceMenu(): ReactNode {
  const app = useApp();
  const name = useStore(app.workspace, (state) => state.name);
  const [open, setOpen] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const [others, setOthers] = useState<readonly WorkspaceSummary[]>([]);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const leave = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    box.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    const { id } = app.workspace.getState();
    void app.library
      .list()
      .then((all) =>
        setOthers(all.filter((other) => other.id !== id && other.deletedAt === null && other.readable).slice(0, 4)),
      );
    return () => document.removeEventListener("pointerdown", leave);
  }, [open, app]);
  const leaveFor = (hash: string) => void app.keeper.flush().then(() => goTo(hash));

  if (renaming) {
    return (
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="text-field workspace-name"
        aria-label="Name of the workspace"
        defaultValue={name}
        maxLength={80}
        onBlur={() => setRenaming(false)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && event.currentTarget.value.trim() !== "")
            app.workspace.getState().renameWorkspace(event.currentTarget.value.trim());
          if (event.key === "Enter" || event.key === "Escape") setRenaming(false);
        }}
      />
    );
  }
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
        aria-label={`Workspace: ${name}`}
        onClick={() => setOpen(!open)}
      >
        {name}
        <span aria-hidden="true" className="faint">
          ▾
        </span>
      </button>
      {open && (
        <div role="menu" aria-label="Workspace" className="menu">
          <Item
            title="Rename"
            onChoose={() => {
              setOpen(false);
              setRenaming(true);
            }}
          />
          {others.length > 0 && <p className="menu-title">Other workspaces</p>}
          {others.map((other) => (
            <Item key={other.id} title={other.name} onChoose={() => leaveFor(workspaceHash(other.id))} />
          ))}
          <Item title="All workspaces…" onChoose={() => leaveFor("#start")} />
          <p className="menu-title">New from</p>
          {app.starters.map((starter) => (
            <Item
              key={starter.id}
              title={starter.title}
              description={starter.description}
              onChoose={() => leaveFor(`#new/${starter.id}`)}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function Item(props: {
  readonly title: string;
  readonly description?: string;
  readonly onChoose: () => void;
}): ReactNode {
  return (
    <button type="button" role="menuitem" className="menu-item" onClick={props.onChoose}>
      <strong>{props.title}</strong>
      {props.description !== undefined && <span>{props.description}</span>}
    </button>
  );
}
