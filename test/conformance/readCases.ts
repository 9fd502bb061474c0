import { existsSync, readFileSync } from "node:fs";
import { parseCase } from "./parseCase.ts";

/** The project's own copy of a good part, and all of them where they lie beside the project. */
const folders = [new URL("cases/", import.meta.url), new URL("../../../shared/conformance/", import.meta.url)];

/** Every recorded case of a suite that there is, each once. @throws where there are suspiciously few */
export function readCases<Case>(suite: "ops" | "autogen" | "graph" | "cli"): readonly Case[] {
  const lines = new Set(
    folders
      .map((folder) => new URL(`${suite}.jsonl`, folder))
      .filter((file) => existsSync(file))
      .flatMap((file) => readFileSync(file, "utf8").split("\n"))
      .filter((line) => line !== ""),
  );
  if (lines.size < 150) throw new Error(`there are only ${lines.size} cases of ${suite}`);
  return [...lines].map((line) => parseCase(line) as Case);
}
