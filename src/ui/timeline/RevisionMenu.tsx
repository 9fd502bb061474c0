import { useCallback, type ReactNode } from "react";
import { useStore } from "zustand";
import { planPath } from "../../app/history/planPath.ts";
import { useApp } from "../AppContext.ts";
import { Menu, MenuItem, MenuTitle, type MenuPlace } from "../menu/Menu.tsx";
import type { HistoryNode } from "./layoutHistory.ts";
import { baseActions, revisionActions, type RevisionAction } from "./revisionActions.ts";
import type { PathPlan } from "../../app/history/planPath.ts";

/** What can be done with a place of the history; pointing at a move shows its path in the picture. */
export function RevisionMenu(props: {
  readonly node: HistoryNode;
  readonly place: MenuPlace;
  readonly applied: ReadonlySet<string>;
  readonly onPreview: (plan: PathPlan | null) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { node, place, applied, onPreview, onClose } = props;
  const app = useApp();
  const project = useStore(app.engine, (state) => state.project);
  const close = useCallback(() => {
    onPreview(null);
    onClose();
  }, [onPreview, onClose]);
  const revisions = project?.revisions ?? [];
  const heads = project?.database.heads ?? [];
  const actions =
    node.revision === null ? baseActions(applied) : revisionActions(node.revision, revisions, heads, applied);
  const preview =
    ({ moves }: RevisionAction) =>
    (shown: boolean) =>
      onPreview(shown && moves !== null ? planPath(revisions, heads, moves.direction, moves.target) : null);
  return (
    <Menu label={node.revision?.doc ?? "base"} place={place} onClose={close}>
      <MenuTitle>
        {node.revision === null ? "The empty database" : node.revision.doc || node.revision.revision}
      </MenuTitle>
      {actions.map((action) => (
        <MenuItem
          key={action.command}
          title={action.title}
          command={action.command}
          onPreview={preview(action)}
          onChoose={() => {
            close();
            void app.runLine(action.command);
          }}
        />
      ))}
      {node.revision !== null && (
        <MenuItem
          title="Open its file"
          onChoose={() => {
            close();
            if (node.revision !== null) app.workspace.getState().open(node.revision.path);
          }}
        />
      )}
    </Menu>
  );
}
