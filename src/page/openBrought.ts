import { chosenLanguage } from "../app/chosenLanguage.ts";
import { importedWorkspace } from "../workspace/import/importedWorkspace.ts";
import { leftOutNote } from "../workspace/import/leftOutNote.ts";
import type { Brought } from "../workspace/import/readBrought.ts";
import { starters } from "../workspace/starters/starters.ts";
import { openApp, openShared, openWorkspace } from "./openWorkspace.tsx";
import { openPageLibrary, pageStorage, randomId } from "./pageParts.ts";

/** Opens what was dropped on the page, chosen or pasted. */
export async function openBrought(brought: Brought): Promise<void> {
  const library = await openPageLibrary();
  if (brought.kind === "shared") return openShared(brought.shared, library);
  const names = (await library.list()).filter(({ deletedAt }) => deletedAt === null).map(({ name }) => name);
  const newborn = { id: randomId(), now: Date.now(), names };
  const empty = chosenLanguage(pageStorage()) === "python" ? "scratch-python" : "scratch";
  const scratch = starters.find(({ id }) => id === empty);
  const files = brought.kind === "project" ? brought.files : (scratch?.files ?? {});
  const record = importedWorkspace(brought.name, files, newborn);
  await openWorkspace({ kind: "workspace", record, restore: null, rebuild: false }, library);
  if (brought.kind === "database") await openApp()?.importDatabase(brought.sql);
  else if (brought.leftOut.length > 0) openApp()?.terminal.getState().print("note", leftOutNote(brought.leftOut));
}
