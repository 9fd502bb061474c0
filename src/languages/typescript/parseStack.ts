import type { SourceLocation } from "../../engine/errors.ts";

/**
 * The frames of a QuickJS stack that lie in project files, innermost first. Project modules are named by their paths.
 * @param isProjectFile tells the names of project modules from those of the library
 */
export function parseStack(stack: string, isProjectFile: (path: string) => boolean): readonly SourceLocation[] {
  return stack.split("\n").flatMap((line) => {
    const match = /^\s*at (?:.*? \()?(.+?):(\d+)(?::(\d+))?\)?\s*$/.exec(line);
    const path = match?.[1];
    if (path === undefined || !isProjectFile(path)) return [];
    return [{ path, line: Number(match?.[2]), column: Number(match?.[3] ?? 1) }];
  });
}
