import { transform } from "sucrase";
import { ProgramError } from "../../engine/errors.ts";

/**
 * Removes the types of a project file; every line stays where it is. What is imported stays imported, used or not, because
 * importing a file of models is what registers its tables.
 * @throws ProgramError with the place of a syntax error, or of a construct that cannot be kept
 */
export function transpile(path: string, text: string): string {
  const key = `${path}\n${text}`;
  const known = transpiled.get(key);
  if (known !== undefined) return known;
  const code = withoutTypes(path, text);
  if (transpiled.size >= mostTranspiled) transpiled.clear();
  transpiled.set(key, code);
  return code;
}

/** A comparison at every key press reads all files, of which one has changed. */
const transpiled = new Map<string, string>();
const mostTranspiled = 2000;

function withoutTypes(path: string, text: string): string {
  refuseNamespaces(path, text);
  try {
    return transform(text, {
      transforms: ["typescript"],
      disableESTransforms: true,
      preserveDynamicImport: true,
      keepUnusedImports: true,
      filePath: path,
    }).code;
  } catch (error) {
    const { message, line, column } = syntaxError(error, path);
    throw new ProgramError("SyntaxError", message, { path, line, column });
  }
}

function syntaxError(
  error: unknown,
  path: string,
): { readonly message: string; readonly line: number; readonly column: number } {
  if (!(error instanceof Error)) return { message: String(error), line: 1, column: 1 };
  if (error instanceof RangeError) return { message: "the file is nested too deeply to be read", line: 1, column: 1 };
  const place = /\((\d+):(\d+)\)$/.exec(error.message);
  const message = error.message.replace(`Error transforming ${path}: `, "").replace(/\s*\(\d+:\d+\)$/, "");
  return { message, line: Number(place?.[1] ?? 1), column: Number(place?.[2] ?? 1) };
}

/** Sucrase would drop them without a word. */
function refuseNamespaces(path: string, text: string): void {
  const lines = text.split("\n");
  const index = lines.findIndex((line) => /^\s*(?:export\s+)?(?:namespace|module)\s+[\w$.]+\s*\{/.test(line));
  if (index < 0) return;
  const column = (lines[index] ?? "").search(/\S/) + 1;
  throw new ProgramError("SyntaxError", "namespaces are not supported here; use a file of its own and import it", {
    path,
    line: index + 1,
    column,
  });
}
