/** The editor's name of the language in which a file is written. */
export function languageOf(path: string): string {
  if (path.endsWith(".ts")) return "typescript";
  if (path.endsWith(".py") || path.endsWith(".mako")) return "python";
  if (path.endsWith(".sql")) return "pgsql";
  if (path.endsWith(".ini") || path.endsWith(".toml")) return "ini";
  return "plaintext";
}
