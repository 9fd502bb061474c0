import { nearestName } from "../../engine/nearestName.ts";
import type { FileMap } from "../../worker/messages.ts";
import { splitWords } from "../../worker/splitWords.ts";
import { filePaths } from "../../workspace/projectFiles.ts";
import type { Answer } from "../engineClient.ts";
import { runPsql } from "./runPsql.ts";

/** What a command that needs no Alembic may touch. */
export interface LocalWorld {
  readonly files: FileMap;
  print(kind: "stdout" | "note" | "mistake", text: string): void;
  clear(): void;
  /** @param database one beside the main one, by its name */
  query(sql: string, database?: string): Promise<Answer<"sqlFinished"> | null>;
  /** @returns the line that was taken back, or null */
  undo(): string | null;
  /** Asks the page to show the link. */
  share(): void;
  /** @returns false where the workspace did not begin from a starter */
  reset(): Promise<boolean>;
}

export interface LocalCommand {
  readonly name: string;
  /** What stands behind its name in `help`. */
  readonly usage: string;
  readonly help: string;
  /** @returns whether it succeeded */
  run(words: readonly string[], world: LocalWorld): boolean | Promise<boolean>;
}

const mistake = (world: LocalWorld, text: string): false => {
  world.print("mistake", `${text}\n`);
  return false;
};

export const localCommands: readonly LocalCommand[] = [
  { name: "help", usage: "", help: "this list", run: (_words, world) => printHelp(world) },
  { name: "ls", usage: "[FOLDER]", help: "the project's files", run: (words, world) => list(words, world) },
  { name: "cat", usage: "FILE...", help: "print files", run: (words, world) => print(words, world) },
  {
    name: "psql",
    usage: "[-d DATABASE] -c SQL",
    help: "run SQL; \\d, \\dt, \\d TABLE, \\di, \\dT, \\df and the like work by themselves too",
    run: (words, world) => runPsql(words, world),
  },
  {
    name: "undo",
    usage: "",
    help: "take back the last command that changed files or database",
    run: (_words, world) => world.undo() !== null || mistake(world, "undo: nothing has been changed by a command yet"),
  },
  {
    name: "reset",
    usage: "",
    help: "files and database as the workspace began",
    run: async (_words, world) =>
      (await world.reset()) || mistake(world, "reset: this workspace did not begin from a starter that is still there"),
  },
  {
    name: "share",
    usage: "",
    help: "make a link of this workspace (Ctrl+S)",
    run: (_words, world) => {
      world.share();
      return true;
    },
  },
  {
    name: "clear",
    usage: "",
    help: "empty this terminal (Ctrl+L)",
    run: (_words, world) => {
      world.clear();
      return true;
    },
  },
];

/** Runs a command that is not `alembic`. @returns whether it succeeded */
export async function runLocalCommand(line: string, world: LocalWorld): Promise<boolean> {
  if (line.startsWith("\\")) return runPsql(["-c", line], world);
  const [name = "", ...words] = splitWords(line);
  const command = localCommands.find((candidate) => candidate.name === name);
  if (command !== undefined) return command.run(words, world);
  const nearest = nearestName(name, ["alembic", ...localCommands.map((candidate) => candidate.name)]);
  const rest = nearest === null ? 'try "alembic --help" or "help"' : `did you mean ${nearest}?`;
  return mistake(world, `${name}: no such command here; ${rest}`);
}

const alembicHelp: readonly (readonly [string, string])[] = [
  ["alembic --help", "every command of Alembic"],
  ["alembic upgrade head", "apply all revisions"],
  ["alembic downgrade -1", "take the last one back"],
  ['alembic revision --autogenerate -m "message"', ""],
  ["", "write a revision from what the models say"],
  ["alembic history", "the revisions"],
];

function printHelp(world: LocalWorld): true {
  const own = localCommands.map(({ name, usage, help }) => [`${name} ${usage}`.trim(), help] as const);
  const lines = [...alembicHelp, ...own].map(([usage, help]) => `${usage.padEnd(28)}${help}`.trimEnd());
  world.print(
    "stdout",
    `${lines.join("\n")}\n&& joins commands. Tab completes; the arrow keys bring earlier lines back; Ctrl+C stops what runs.\n`,
  );
  return true;
}

function list(words: readonly string[], world: LocalWorld): boolean {
  const { files } = world;
  const folder = (words[0] ?? "").replace(/^\.\/?/, "").replace(/\/$/, "");
  if (folder !== "" && files[folder] !== undefined) {
    world.print("stdout", `${folder}\n`);
    return true;
  }
  const prefix = folder === "" ? "" : `${folder}/`;
  const inside = Object.keys(files).filter((path) => path.startsWith(prefix));
  if (inside.length === 0 && folder !== "") return mistake(world, `ls: ${folder}: no such file or folder`);
  const names = inside
    .map((path) => path.slice(prefix.length))
    .filter((rest) => rest !== "")
    .map((rest) => (rest.includes("/") ? `${rest.slice(0, rest.indexOf("/"))}/` : rest));
  world.print("stdout", `${[...new Set(names)].sort().join("\n")}\n`);
  return true;
}

function print(words: readonly string[], world: LocalWorld): boolean {
  if (words.length === 0) return mistake(world, "cat: which file? Type cat and a path, such as cat alembic.ini");
  const texts: string[] = [];
  for (const word of words) {
    const path = word.replace(/^\.\//, "");
    const text = filePaths(world.files).includes(path) ? world.files[path] : undefined;
    if (text === undefined) return mistake(world, `cat: ${path}: no such file`);
    texts.push(text.endsWith("\n") || text === "" ? text : `${text}\n`);
  }
  world.print("stdout", texts.join(""));
  return true;
}
