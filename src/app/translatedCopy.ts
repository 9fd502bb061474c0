import { createRecord } from "../workspace/library/createRecord.ts";
import { freeName } from "../workspace/library/newWorkspace.ts";
import { StorageError, type WorkspaceLibrary } from "../workspace/library/workspaceLibrary.ts";
import type { FileMap } from "../worker/messages.ts";
import { projectLanguage } from "../worker/projectLanguage.ts";
import type { EngineSession } from "./engineSession.ts";
import type { Stores } from "./stores.ts";

/** A new workspace of the library, or why there is none. */
export type TranslatedCopy =
  | { readonly kind: "workspace"; readonly id: string }
  | { readonly kind: "mistake"; readonly message: string };

/** Where what could not be carried over is told. */
const remarksPath = "REMARKS.md";

/** Writes the project that is open in its other language, into a workspace of its own with an empty database. */
export async function copyInOtherLanguage(
  { workspace }: Pick<Stores, "workspace">,
  {
    session,
    library,
    now,
  }: { readonly session: EngineSession; readonly library: WorkspaceLibrary; readonly now: number },
): Promise<TranslatedCopy> {
  const { files, name, id } = workspace.getState();
  const answer = await session.ask((request) => ({ kind: "translate", id: request, files, name }), "translated");
  if (answer === null) return { kind: "mistake", message: "The engine was stopped before it was done." };
  if (answer.mistake !== null) return { kind: "mistake", message: answer.mistake };
  const names = (await library.list()).filter(({ deletedAt }) => deletedAt === null).map((other) => other.name);
  const written = projectLanguage(files) === "python" ? "TypeScript" : "Python";
  const record = createRecord({
    id: `${id.slice(0, 4)}${now.toString(36)}`,
    now,
    name: freeName(`${name.replace(/ \((?:Python|TypeScript)\)$/, "")} (${written})`, names),
    origin: "copy",
    files: withRemarks(answer.files, answer.remarks),
    open: ["models.py", "models.ts", remarksPath],
  });
  try {
    await library.save(record);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    return { kind: "mistake", message: error.message };
  }
  return { kind: "workspace", id: record.id };
}

function withRemarks(files: FileMap, remarks: readonly string[]): FileMap {
  if (remarks.length === 0) return files;
  return { ...files, [remarksPath]: `# What to look at\n\n${remarks.map((remark) => `- ${remark}`).join("\n")}\n` };
}
