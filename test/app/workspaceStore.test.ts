import { describe, expect, it } from "vitest";
import { createWorkspaceStore } from "../../src/app/workspaceStore.ts";
const files = { "models.ts": "m", "alembic/env.ts": "e", "alembic/versions/a_x.ts": "a" };
const tabs = ["models.ts", "alembic/versions/a_x.ts"];
const open = () => createWorkspaceStore({ id: "1", name: "Blog", files, tabs, activeFile: tabs[1] ?? null }).getState;

describe("workspaceStore", () => {
  it("begins with the tabs that were open", () => {
    expect(open()()).toMatchObject({
      tabs: ["models.ts", "alembic/versions/a_x.ts"],
      activeFile: "alembic/versions/a_x.ts",
    });
  });

  it("brings a deleted file, its tab and its text back", () => {
    const state = open();
    state().remove("alembic/versions/a_x.ts");
    expect(state().files).toEqual({ "models.ts": "m", "alembic/env.ts": "e", "alembic/versions/": "" });
    expect(state()).toMatchObject({ tabs: ["models.ts"], activeFile: "models.ts" });
    state().undoLast();
    expect(state()).toMatchObject({ files, activeFile: "alembic/versions/a_x.ts", undo: null });
  });

  it("brings a deleted file back beside what has been written since", () => {
    const state = open();
    state().remove("alembic/versions/a_x.ts");
    state().edit("models.ts", "mine");
    state().takeWritten({ "alembic/versions/b_y.ts": "b" });
    state().open("alembic/versions/b_y.ts");
    state().undoLast();
    expect(state()).toMatchObject({
      files: { ...files, "models.ts": "mine", "alembic/versions/b_y.ts": "b" },
      tabs: ["models.ts", "alembic/versions/b_y.ts", "alembic/versions/a_x.ts"],
      undo: null,
    });
  });

  it("offers nothing to undo where nothing has changed", () => {
    const state = open();
    state().replaceFiles("Reset", { ...files });
    expect(state().undo).toBeNull();
  });

  it("renames a folder with what it holds and follows with the tabs", () => {
    const state = open();
    expect(state().rename("alembic", "migrations")).toBeNull();
    expect(Object.keys(state().files).sort()).toEqual(["migrations/env.ts", "migrations/versions/a_x.ts", "models.ts"]);
    expect(state().activeFile).toBe("migrations/versions/a_x.ts");
  });

  it.each([
    ["models.ts", "models.ts exists already."],
    ["../x.ts", '"../x.ts" is not a file name.'],
    ["alembic", "alembic is a folder."],
    ["models.ts/x.ts", "models.ts is a file."],
    ["", "Type a name."],
  ])("refuses to create %j", (path, mistake) => {
    const state = open();
    expect(state().create(path)).toBe(mistake);
    expect(state().files).toBe(files);
  });

  it("shows the neighbour when the shown tab closes", () => {
    const state = open();
    state().closeTab("alembic/versions/a_x.ts");
    expect(state()).toMatchObject({ tabs: ["models.ts"], activeFile: "models.ts" });
    state().closeTab("models.ts");
    expect(state().activeFile).toBeNull();
  });
});
