import type { Action } from "../format/action.ts";
import { matchesPath } from "../checks/pattern.ts";
import type { LessonFiles } from "../format/lesson.ts";

/** An edit that does not fit the files as they are. */
export class EditError extends Error {
  override readonly name = "EditError";
  readonly path: string;
  constructor(path: string, problem: string) {
    super(`${path}: ${problem}`);
    this.path = path;
  }
}

export type FileAction = Extract<Action, { readonly kind: "edit" | "write" | "remove" }>;

export function isFileAction(action: Action): action is FileAction {
  return action.kind === "edit" || action.kind === "write" || action.kind === "remove";
}

/** A file before and after an action; null: there is none. */
export interface FileChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What an action does to the files. @throws EditError where it does not fit them */
export function planEdit(files: LessonFiles, action: FileAction): FileChange {
  switch (action.kind) {
    case "edit": {
      const path = findPath(files, action.edit);
      const before = files[path] ?? "";
      const places = before.split(action.replace).length - 1;
      if (places !== 1)
        throw new EditError(
          path,
          places === 0 ? "the text to change is not there" : "the text to change is there more than once",
        );
      return { path, before, after: before.replace(action.replace, () => action.with) };
    }
    case "write":
      return { path: action.write, before: files[action.write] ?? null, after: action.text };
    case "remove": {
      const path = findPath(files, action.remove);
      return { path, before: files[path] ?? null, after: null };
    }
  }
}

/** The files after a change. */
export function withChange(files: LessonFiles, { path, after }: FileChange): LessonFiles {
  const rest = Object.fromEntries(Object.entries(files).filter(([candidate]) => candidate !== path));
  return after === null ? rest : { ...rest, [path]: after };
}

/** The one file that a pattern means. @throws EditError */
export function findPath(files: LessonFiles, pattern: string): string {
  const paths = Object.keys(files).filter((path) => matchesPath(pattern, path));
  const [path] = paths;
  if (path === undefined) throw new EditError(pattern, "there is no such file");
  if (paths.length > 1) throw new EditError(pattern, `means ${paths.length} files: ${paths.join(", ")}`);
  return path;
}
