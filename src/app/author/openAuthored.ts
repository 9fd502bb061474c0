import { changeShelf, readShelf, withLesson, type OwnLesson } from "../../lessons/own/shelf.ts";
import type { KeyValueStorage } from "../../lessons/progress/progress.ts";
import { createRecord } from "../../workspace/library/createRecord.ts";
import { freeName, type Newborn } from "../../workspace/library/newWorkspace.ts";
import type { WorkspaceRecord } from "../../workspace/library/workspaceRecord.ts";

/** The lesson of that id which is kept in this browser; null: there is none. */
export function ownLesson(storage: KeyValueStorage | null, id: string): OwnLesson | null {
  return readShelf(storage).lessons.find((own) => own.id === id) ?? null;
}

/**
 * A workspace in which the author goes on with a lesson. Somebody else's lesson stays as it is, and a copy of it is written.
 * @throws ShelfFullError
 */
export function newAuthorWorkspace(
  own: OwnLesson,
  { id, now, names }: Newborn,
  storage: KeyValueStorage | null,
): WorkspaceRecord {
  const written = { ...own, workspace: id, ...(own.received ? { id: now.toString(36), received: false } : {}) };
  changeShelf(storage, (shelf) => withLesson(shelf, written));
  const { title, start } = own.lesson;
  const { files, open } = start;
  return createRecord({ id, now, name: freeName(title, names), origin: `author/${written.id}`, files, open: [open] });
}
