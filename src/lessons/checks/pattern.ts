/** Whether a text is what a pattern means, in which `*` stands for anything. White space counts as one space. */
export function matchesPattern(pattern: string, text: string): boolean {
  return toRegExp(pattern, ".*").test(folded(text));
}

/** The same for paths, where `*` stops at `/`. */
export function matchesPath(pattern: string, path: string): boolean {
  return toRegExp(pattern, "[^/]*").test(path);
}

function toRegExp(pattern: string, any: string): RegExp {
  const parts = folded(pattern)
    .split("*")
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join(any)}$`, "su");
}

function folded(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ").replaceAll("'", '"');
}
