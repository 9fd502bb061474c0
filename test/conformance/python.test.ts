import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type PythonCase, runPythonCase } from "./python.ts";
import { parseCase } from "./parseCase.ts";

const SHARED = new URL("../../../shared/conformance/", import.meta.url);

describe.skipIf(!existsSync(SHARED))("operations are written as Alembic writes them", () => {
  it.each(["ops", "autogen"])("%s", (suite) => {
    const lines = readFileSync(new URL(`${suite}.jsonl`, SHARED), "utf8")
      .trim()
      .split("\n");
    const failures = lines.flatMap((line) => {
      const pythonCase = parseCase(line) as PythonCase;
      const found = runPythonCase(pythonCase);
      return found === null ? [] : [`${pythonCase.id}: ${found}`];
    });
    expect(failures).toEqual([]);
  });
});
