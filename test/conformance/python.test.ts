import { describe, expect, it } from "vitest";
import { type PythonCase, runPythonCase } from "./python.ts";
import { readCases } from "./readCases.ts";

describe("operations are written as Alembic writes them", () => {
  it.each(["ops", "autogen"] as const)("%s", (suite) => {
    const failures = readCases<PythonCase>(suite).flatMap((pythonCase) => {
      const found = runPythonCase(pythonCase);
      return found === null ? [] : [`${pythonCase.id}: ${found}`];
    });
    expect(failures).toEqual([]);
  });
});
