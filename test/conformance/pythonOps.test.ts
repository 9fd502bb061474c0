import { expect, it } from "vitest";
import { runPythonOpsCase } from "./pythonOps.ts";
import { readCases } from "./readCases.ts";

/** `npm run conformance -- --python` runs all of them. */
const everyNth = 8;

it("gives the recorded SQL when CPython runs what Alembic wrote", async () => {
  const failures: string[] = [];
  const cases = readCases<{ readonly id: string }>("ops").filter((_case, index) => index % everyNth === 0);
  for (const recorded of cases) {
    const found = await runPythonOpsCase(recorded);
    if (typeof found === "string") failures.push(`${recorded.id}: ${found}`);
  }
  expect(failures).toEqual([]);
  expect(cases.length).toBeGreaterThan(50);
}, 60_000);
