import { expect, test } from "vitest";
import { createWorkspaceKeeper, type WorkspaceKeeper } from "../../src/app/workspaceKeeper.ts";
import { createRecord } from "../../src/workspace/library/createRecord.ts";
import { createMemoryLibrary } from "../../src/workspace/library/memoryLibrary.ts";
import type { WorkspaceLibrary } from "../../src/workspace/library/workspaceLibrary.ts";

const record = createRecord({ id: "one", now: 0, name: "One", origin: "blog", files: {}, open: [] });

/** A keeper over a library that keeps, in memory. */
function keeperOver(library?: Partial<WorkspaceLibrary>): WorkspaceKeeper {
  return createWorkspaceKeeper({
    library: { ...createMemoryLibrary(""), kind: "browser", reason: null, ...library },
    record,
    keeps: true,
    read: () => record,
    now: () => 0,
    baseDirectory: () => Promise.resolve(new Blob()),
  });
}

test("what changes while something is written is not said to be saved", async () => {
  const begun: (() => void)[] = [];
  const keeper = keeperOver({ save: () => new Promise((resolve) => begun.push(resolve)) });
  const first = keeper.flush();
  await expect.poll(() => begun).toHaveLength(1);
  keeper.filesChanged();
  begun[0]?.();
  await first;
  expect(keeper.kept.getState()).toEqual({ kind: "saving" });
  await expect.poll(() => begun).toHaveLength(2);
  begun[1]?.();
  await expect.poll(() => keeper.kept.getState()).toEqual({ kind: "saved" });
});

test("files alone are not the whole while a database is to come", async () => {
  const keeper = keeperOver();
  keeper.expectDatabase();
  await keeper.keep();
  expect(keeper.kept.getState()).toEqual({ kind: "saving" });
  await keeper.forgoDatabase();
  expect(keeper.kept.getState()).toEqual({ kind: "saved" });
});
