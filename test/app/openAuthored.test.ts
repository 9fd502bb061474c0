import { expect, it } from "vitest";
import { openTarget, type OpeningParts } from "../../src/app/openTarget.ts";
import { readTarget } from "../../src/app/target.ts";
import { changeShelf, readShelf, type OwnLesson } from "../../src/lessons/own/shelf.ts";
import { createMemoryLibrary } from "../../src/workspace/library/memoryLibrary.ts";

const lesson: OwnLesson["lesson"] = {
  title: "A lesson",
  minutes: 1,
  needs: "",
  start: { files: { "models.ts": "export {};\n" }, actions: [], open: "models.ts", view: "schema" },
  steps: [{ title: "A step", text: "", hints: [], done: "", notes: "", checks: [], solution: [] }],
};

function partsWith(own: Pick<OwnLesson, "received" | "workspace">): OpeningParts {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  changeShelf(storage, () => ({ lessons: [{ id: "abc", lesson, savedAt: 1, ...own }], courses: [] }));
  return {
    library: createMemoryLibrary("this is a test"),
    starters: [],
    build: { content: "", serverVersion: "" },
    now: () => 1_000_000,
    randomId: () => "w1",
    storage,
    textLanguage: "en",
    decompress: (directory) => Promise.resolve(directory),
  };
}

async function change(parts: OpeningParts) {
  const target = readTarget("#lesson/own/abc/change");
  if (target.kind !== "lesson") throw new Error("the address is not a lesson's");
  const opening = await openTarget(target, parts);
  if (opening.kind !== "workspace") throw new Error(opening.message ?? "");
  return opening;
}

it("a lesson that was closed, or whose workspace is gone, is changed in a new workspace at its start", async () => {
  for (const workspace of [null, "gone"]) {
    const parts = partsWith({ received: false, workspace });
    const opening = await change(parts);
    expect(opening).toMatchObject({ buildsAuthored: true, record: { id: "w1", files: lesson.start.files } });
    expect(readShelf(parts.storage).lessons).toMatchObject([{ id: "abc", workspace: "w1" }]);
    await parts.library.save(opening.record);
    expect((await change(parts)).buildsAuthored).toBeUndefined();
  }
});

it("somebody else's lesson stays as it is, and a copy is changed", async () => {
  const parts = partsWith({ received: true, workspace: null });
  await change(parts);
  expect(readShelf(parts.storage).lessons).toMatchObject([
    { id: "abc", received: true, workspace: null },
    { id: "lfls", received: false, workspace: "w1" },
  ]);
});
