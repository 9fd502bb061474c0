import { commandForm } from "./commandForm.ts";

/** Whether a command is what a pattern means, in which `*` stands for anything. */
export function matchesCommand(pattern: string, line: string): boolean {
  return toRegExp(commandForm(pattern), ".*").test(commandForm(line));
}

/** The same for paths, where `*` stops at `/`. */
export function matchesPath(pattern: string, path: string): boolean {
  return toRegExp(pattern, "[^/]*").test(path);
}

function toRegExp(pattern: string, any: string): RegExp {
  const parts = pattern.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join(any)}$`, "su");
}
