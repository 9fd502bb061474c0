import type { App } from "../../app/createApp.ts";
import { appliedRevisions } from "../../app/history/appliedRevisions.ts";
import { nameText } from "../../engine/schema/name.ts";
import { filePaths } from "../../workspace/projectFiles.ts";
import { revisionActions } from "../timeline/revisionActions.ts";
import type { Action } from "./action.ts";

/** What can be done with the project's revisions, files and tables as they are now. */
export function projectActions(app: App): readonly Action[] {
  const project = app.engine.getState().project;
  const revisions = project?.revisions ?? [];
  const heads = project?.database.heads ?? [];
  const applied = appliedRevisions(revisions, heads);
  return [
    ...revisions.flatMap((revision) =>
      revisionActions(revision, revisions, heads, applied).map((action): Action => ({
        id: action.command,
        group: "Revisions",
        title: `${revision.doc || revision.revision}: ${lowerFirst(action.title)}`,
        detail: action.command,
        run: () => void app.runLine(action.command),
      })),
    ),
    ...filePaths(app.workspace.getState().files).map((path): Action => ({
      id: `file:${path}`,
      group: "Files",
      title: path,
      run: () => {
        app.settings.setState({ phonePane: "code" });
        app.workspace.getState().open(path);
      },
    })),
    ...(project?.database.tables ?? []).map(({ name, schema }): Action => {
      const table = schema === null || schema === undefined ? nameText(name) : `${schema}.${nameText(name)}`;
      return {
        id: `table:${table}`,
        group: "Tables",
        title: `Rows of ${table}`,
        run: () => {
          app.settings.setState({ stageTab: "data", phonePane: "stage" });
          void app.showTable(table);
        },
      };
    }),
  ];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
