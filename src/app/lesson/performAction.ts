import { findPath, planEdit, withChange } from "../../lessons/actions/applyEdit.ts";
import type { Action } from "../../lessons/format/action.ts";
import { RefusedSqlError } from "./actionError.ts";
import type { LessonWorld } from "./lessonWorld.ts";

/** Does what an action says. `watched`: SQL is put into its pane. @throws EditError, RefusedSqlError */
export async function performAction(world: LessonWorld, action: Action, watched = false): Promise<void> {
  const workspace = world.stores.workspace.getState();
  switch (action.kind) {
    case "run":
      return world.runLine(action.run);
    case "sql":
      if (!watched) {
        const answer = await world.query(action.sql);
        const refused = answer?.error ?? null;
        if (refused !== null && action.fails !== true) throw new RefusedSqlError(action.sql, refused.message);
        return;
      }
      world.stores.settings.setState({ stageTab: "sql" });
      world.stores.sql.setState({ text: action.sql });
      return world.runSql(action.sql);
    case "edit":
    case "write": {
      const change = planEdit(workspace.files, action);
      workspace.takeWritten({ [change.path]: change.after ?? "" });
      workspace.open(change.path, firstDifference(change.path, change.before ?? "", change.after ?? ""));
      return;
    }
    case "remove":
      return workspace.replaceFiles(
        `Removed ${action.remove}`,
        withChange(workspace.files, planEdit(workspace.files, action)),
      );
    case "open":
      return workspace.open(findPath(workspace.files, action.open));
  }
}

function firstDifference(path: string, before: string, after: string) {
  const left = before.split("\n");
  const line = after.split("\n").findIndex((text, index) => text !== left[index]);
  return { path, line: Math.max(0, line) + 1, column: 1 };
}
