import type { FileMap } from "../worker/messages.ts";
import { withoutPath } from "./projectFiles.ts";

/** The files that something changed, with their text before it; null: the file was not there. */
export type FilesBefore = Readonly<Record<string, string | null>>;

/** What has to be put back so that `after` is `before` again. */
export function filesBefore(before: FileMap, after: FileMap): FilesBefore {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    paths.filter((path) => before[path] !== after[path]).map((path) => [path, before[path] ?? null]),
  );
}

/** The files with one change taken back. What has been written in other files since then stays. */
export function withTakenBack(files: FileMap, before: FilesBefore): FileMap {
  const texts = Object.entries(before).flatMap(([path, text]) => (text === null ? [] : [[path, text] as const]));
  const added = Object.keys(before).filter((path) => before[path] === null);
  return added.reduce(withoutPath, { ...files, ...Object.fromEntries(texts) });
}
