import { functionPlace } from "../checks/normalisedCode.ts";
import { matchesPath } from "../checks/pattern.ts";
import type { Action, ActionOf } from "../format/action.ts";
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
      return { path, before, after: edited(path, before, action) };
    }
    case "write":
      return { path: action.write, before: files[action.write] ?? null, after: action.text };
    case "remove": {
      const path = findPath(files, action.remove);
      return { path, before: files[path] ?? null, after: null };
    }
  }
}

function edited(path: string, text: string, { replace, inside, with: code }: ActionOf<"edit">): string {
  if (inside !== undefined) {
    const place = functionPlace(path, text, inside);
    if (place === null) throw new EditError(path, `there is no function ${inside}`);
    return text.slice(0, place.start) + indented(path, code) + text.slice(place.end);
  }
  if (replace === undefined) throw new EditError(path, "the edit says neither what it replaces nor inside of what");
  const places = text.split(replace).length - 1;
  if (places === 0) throw new EditError(path, "the text to change is not there");
  if (places > 1) throw new EditError(path, "the text to change is there more than once");
  return text.replace(replace, () => code);
}

/** Code as it stands inside of a function. */
function indented(path: string, code: string): string {
  const indent = path.endsWith(".py") ? "    " : "  ";
  const lines = code.trimEnd().split("\n");
  return `\n${lines.map((line) => (line === "" ? "" : indent + line)).join("\n")}\n`;
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
