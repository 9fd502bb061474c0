import type { FileMap } from "../../worker/messages.ts";
import { filePaths } from "../../workspace/projectFiles.ts";

/** What a command that needs no engine answers. */
export type LocalAnswer =
  | { readonly kind: "print"; readonly stream: "stdout" | "mistake"; readonly text: string }
  | { readonly kind: "clear" };

export const localCommandNames = ["cat", "clear", "help", "ls"] as const;

const help = `alembic --help              every command of Alembic
alembic upgrade head        apply all revisions
alembic downgrade -1        take the last one back
alembic revision --autogenerate -m "message"
                            write a revision from what the models say
alembic history             the revisions
ls, cat FILE                the project's files
clear                       empty this terminal (Ctrl+L)
Tab completes; the arrow keys bring earlier lines back; Ctrl+C stops what runs.
`;

/** Answers what the terminal can answer by itself; null when the line is for the engine. */
export function runLocalCommand(line: string, files: FileMap): LocalAnswer | null {
  const [name = "", ...words] = line.trim().split(/\s+/);
  switch (name) {
    case "alembic":
      return null;
    case "help":
      return { kind: "print", stream: "stdout", text: help };
    case "clear":
      return { kind: "clear" };
    case "ls":
      return list(words, files);
    case "cat":
      return print(words, files);
    default:
      return mistake(`${name}: no such command here. Try "alembic --help" or "help".`);
  }
}

function list(words: readonly string[], files: FileMap): LocalAnswer {
  const folder = (words[0] ?? "").replace(/^\.\/?/, "").replace(/\/$/, "");
  if (folder !== "" && files[folder] !== undefined) return { kind: "print", stream: "stdout", text: `${folder}\n` };
  const prefix = folder === "" ? "" : `${folder}/`;
  const inside = Object.keys(files).filter((path) => path.startsWith(prefix));
  if (inside.length === 0 && folder !== "") return mistake(`ls: ${folder}: no such file or folder`);
  const names = inside
    .map((path) => path.slice(prefix.length))
    .filter((rest) => rest !== "")
    .map((rest) => (rest.includes("/") ? `${rest.slice(0, rest.indexOf("/"))}/` : rest));
  return { kind: "print", stream: "stdout", text: `${[...new Set(names)].sort().join("\n")}\n` };
}

function print(words: readonly string[], files: FileMap): LocalAnswer {
  if (words.length === 0) return mistake("cat: which file? Type cat and a path, such as cat models.ts");
  const texts: string[] = [];
  for (const word of words) {
    const path = word.replace(/^\.\//, "").replace(/^(["'])(.*)\1$/, "$2");
    const text = filePaths(files).includes(path) ? files[path] : undefined;
    if (text === undefined) return mistake(`cat: ${path}: no such file`);
    texts.push(text.endsWith("\n") || text === "" ? text : `${text}\n`);
  }
  return { kind: "print", stream: "stdout", text: texts.join("") };
}

function mistake(text: string): LocalAnswer {
  return { kind: "print", stream: "mistake", text: `${text}\n` };
}
